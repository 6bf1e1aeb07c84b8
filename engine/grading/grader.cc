#include "grading/grader.h"

#include <unicode/uversion.h>

namespace viva {
namespace {

Fraction fraction_from(const Json& pair) { return {pair.at(0).get<std::int64_t>(), pair.at(1).get<std::int64_t>()}; }

// What a worker sent back for a frame of one line; an error when it is not what was asked for.
Result<Graded> read_reply(Frame& reply, const Answer& answer) {
  const Json done = reply.header.value("done", Json::object());
  if (reply.body.empty() || reply.body.find('\n') != reply.body.size() - 1)
    return error("the script worker did not answer with one record");
  Graded graded;
  graded.line = reply.body.substr(0, reply.body.size() - 1);
  Result<Json> record = parse_json(graded.line, "record");
  if (!record || !record->is_object() || !record->contains("verdict"))
    return error("the script worker answered with something that is no record");
  graded.record = std::move(*record);
  if (graded.record.value("candidate", Json()) != answer.candidate || graded.record.value("question", Json()) != answer.question)
    return error("the script worker answered for another candidate or question");
  const Json exact = done.value("exact", Json());
  graded.has_credit = exact.is_object() && exact.contains("credit");
  if (graded.has_credit) {
    graded.credit = fraction_from(exact["credit"]);
    graded.points = fraction_from(exact["points"]);
    graded.most = fraction_from(exact["max"]);
  } else if (exact.is_object()) {
    graded.traceback = exact.value("traceback", "");
  }
  return graded;
}

}  // namespace

std::string engine_version() {
  UVersionInfo version;
  u_getVersion(version);
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return std::to_string(grading_revision) + "-icu" + text;
}

Result<Domain*> domain_for(const ScriptHost& host, const Json& question, const Declaration& rule) {
  const Declaration& type = *host.find("question_type", question.at("type"));
  const Declaration* language = host.language_of(question);
  const Declaration* own = nullptr;  // of the pack
  for (const Declaration* part : {&type, language, &rule}) {
    if (!part || part->origin == "shipped") continue;
    if (own && own->domain != part->domain) {
      const std::string verb = part == &rule ? "the scoring rule '" + part->name + "' (" + part->origin + ") cannot score "
                                             : "the language '" + part->name + "' (" + part->origin + ") cannot be used with ";
      return error(verb + (own == language ? "the language '" : "the question type '") + own->name + "' (" + own->origin +
                   "): scripts of two packs do not mix");
    }
    if (!own) own = part;
  }
  return own ? own->domain : type.domain;
}

std::string answer_line_of(const Answer& answer) {
  Json line = {{"candidate", answer.candidate}, {"question", answer.question}, {"answer", answer.answer}, {"hints", answer.hints}};
  if (answer.seconds >= 0) line["seconds"] = answer.seconds;
  if (!answer.variant.empty()) line["variant"] = answer.variant;
  return to_text(line);
}

std::string ungraded_record(const AnswerLine& line, const Grading& grading, const ScriptHost& host, const std::string& problem,
                            const char* verdict) {
  const Declaration* rule = host.find("scoring_rule", grading.rule);
  std::string seconds;
  if (line.seconds >= 0) append_decimal(line.seconds, seconds);
  auto quoted = [](const std::string& text) { return to_text(Json(text)); };
  return "{\"candidate\":" + quoted(line.candidate) + ",\"question\":" + quoted(line.question) +
         ",\"response\":null,\"credit\":null,\"points\":null,\"max\":null,\"verdict\":" + quoted(verdict) +
         ",\"parts\":[],\"review\":false,\"seconds\":" + (seconds.empty() ? "null" : seconds) + ",\"hints\":" + std::to_string(line.hints) +
         ",\"rule\":" + quoted(grading.rule) + ",\"variant\":" + (line.variant.empty() ? "null" : quoted(line.variant)) +
         ",\"versions\":{\"question\":null,\"type\":null,\"rule\":" + quoted(rule ? rule->version : "") +
         ",\"engine\":" + quoted(engine_version()) + "}" +
         (host.degraded().empty() ? "" : ",\"degraded\":" + to_text(Json(host.degraded()))) + ",\"problem\":" + quoted(problem) + "}";
}

// A worker that is lost or replies with something else is started anew and asked once more.
Result<Graded> Grader::grade_in(Domain& domain, const Frame& request, const Answer& answer, const EngineCalls& calls) {
  Error problem;
  for (int attempt = 0; attempt < 2; ++attempt) {
    Result<Frame> reply = domain.run(request, calls);
    if (!reply) {
      problem = reply.error();
      if (!domain.lost()) break;
      continue;
    }
    Result<Graded> graded = read_reply(*reply, answer);
    if (graded) return graded;
    domain.stop();
    problem = graded.error();
  }
  return problem;
}

Result<Graded> Grader::grade(const Answer& answer, const Grading& grading, const EngineCalls& calls) {
  Result<const Declaration*> rule = host_.get("scoring_rule", grading.rule);
  if (!rule) return rule.error();
  Frame request;
  request.header = {{"op", "grade"},
                    {"language", grading.language},
                    {"rule", grading.rule},
                    {"rule_options", grading.rule_options},
                    {"rule_version", (*rule)->version}};
  if (!answer.facts.empty()) request.header["facts"] = answer.facts;
  request.body = answer_line_of(answer) + "\n";

  const Result<const Json*> question = questions_.question(answer.question);
  const Result<Domain*> domain = question ? domain_for(host_, **question, **rule) : Result<Domain*>(&host_.shipped());
  Result<Graded> graded = domain ? grade_in(**domain, request, answer, calls) : Result<Graded>(domain.error());
  if (graded && question && grading.judge) {
    if (const std::optional<Json> judgement = judge_record(*grading.judge, **question, graded->record, grading.language)) {
      request.header["judged"] = *judgement;
      graded = grade_in(**domain, request, answer, calls);
    }
  }
  if (graded) return graded;
  Graded ungraded;
  AnswerLine line{answer.candidate, answer.question, answer.answer, answer.seconds, answer.hints, answer.variant, {}};
  ungraded.line = ungraded_record(line, grading, host_, graded.error().text());
  ungraded.record = *parse_json(ungraded.line);
  ungraded.traceback = graded.error().traceback;
  return ungraded;
}

}  // namespace viva
