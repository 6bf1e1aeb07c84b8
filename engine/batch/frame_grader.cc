#include "batch/frame_grader.h"

#include <algorithm>
#include <chrono>

#include "batch/record_owner.h"

namespace viva {
namespace {

// A frame may take long without anything being wrong: every line may use up its budget of instructions.
std::chrono::milliseconds time_for(int lines) { return std::chrono::milliseconds(10000 + 250 * (lines - 1)); }

// Does the reply's body have a record for each of the lines, in their order, and nothing else? Empty lines stand for lines that were not
// asked about.
bool are_records_of(std::string_view body, std::string_view lines) {
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (line.empty()) continue;
    std::size_t end = body.find('\n');
    if (end == std::string_view::npos || !is_record_of(body.substr(0, end), line)) return false;
    body.remove_prefix(end + 1);
  }
  return body.empty();
}

bool whole_number(const Json& value, std::int64_t low, std::int64_t high) {
  return value.is_number_integer() && value.get<std::int64_t>() >= low && value.get<std::int64_t>() <= high;
}

// Takes the sums of a reply; false when they cannot be those of so many lines.
bool read_tally(const Json& done, int count, Tally& tally) {
  if (!done.is_object() || done.value("count", Json()) != count || !whole_number(done.value("unread", Json()), 0, count)) return false;
  tally.unread = done["unread"];
  const Json verdicts = done.value("verdicts", Json()), credits = done.value("credits", Json());
  if (!verdicts.is_object() || !credits.is_object()) return false;
  for (auto item = verdicts.begin(); item != verdicts.end(); ++item) {
    if (!whole_number(*item, 1, count)) return false;
    tally.verdicts[item.key()] = *item;
  }
  for (auto item = credits.begin(); item != credits.end(); ++item) {
    std::int64_t denominator = std::strtoll(item.key().c_str(), nullptr, 10);
    if (denominator < 1 || denominator > 1000000 || !whole_number(*item, 0, denominator * count)) return false;
    tally.credits[denominator] = *item;
  }
  return tally.answers() == count;
}

// Why the records without a credit have none. What is wrong with a line names the line already; other problems are told with candidate and
// question.
void find_problems(std::string_view records, const std::string& source, Tally& tally) {
  while (!records.empty() && tally.problems.size() < problems_kept) {
    std::size_t end = records.find('\n');
    Result<Json> record = parse_json(records.substr(0, end));
    records.remove_prefix(end + 1);
    if (record && record->is_object() && record->contains("problem") && (*record)["credit"].is_null()) {
      std::string text = record->value("problem", "");
      if (text.rfind(source + ":", 0) != 0) text = record->value("candidate", "") + ", " + record->value("question", "") + ": " + text;
      tally.problems.push_back(text);
    }
  }
}

}  // namespace

long Tally::answers() const {
  long sum = 0;
  for (const auto& [verdict, count] : verdicts) sum += count;
  return sum;
}

long Tally::not_graded() const {
  auto ungraded = verdicts.find("ungraded");
  return unread + (ungraded == verdicts.end() ? 0 : ungraded->second);
}

void Tally::add(const Tally& more) {
  for (const auto& [verdict, count] : more.verdicts) verdicts[verdict] += count;
  for (auto [denominator, numerators] : more.credits) credits[denominator] += numerators;
  unread += more.unread;
  judged += more.judged;
  not_judged += more.not_judged;
  if (judge_problem.empty()) judge_problem = more.judge_problem;
  for (const std::string& problem : more.problems)
    if (problems.size() < problems_kept) problems.push_back(problem);
}

FrameGrader::FrameGrader(const BatchSetup& setup, bool borrow)
    : setup_(setup), rule_(*setup.host.find("scoring_rule", setup.grading.rule)) {
  if (borrow) {
    questions_ = &setup.questions;
    for (Domain* domain : setup.host.domains()) domains_[domain->name()] = domain;
  } else {
    own_questions_ = std::make_unique<QuestionStore>(setup.bank, setup.host, &setup.left_out);
    questions_ = own_questions_.get();
    const auto programs = std::make_shared<ProgramService>(setup.worker.accepted);
    for (Domain* domain : setup.host.domains()) {
      own_domains_.push_back(std::make_unique<Domain>(domain->name(), domain->files(), setup.worker));
      own_domains_.back()->set_question_source([this](const std::string& id) { return questions_->definition(id); });
      own_domains_.back()->set_programs(programs);
      domains_[domain->name()] = own_domains_.back().get();
    }
  }
  one_domain_ = rule_.origin == "shipped";
  for (const char* kind : {"question_type", "language"})
    for (const Declaration* declared : setup.host.all(kind)) one_domain_ = one_domain_ && declared->origin == "shipped";
}

Domain* FrameGrader::own(const Domain* domain) const { return domains_.at(domain->name()); }

// Sends lines as one message. Nothing is added to `records` and `tally` when it fails.
Status FrameGrader::attempt(Domain& domain, const std::string& source, long first_line, const std::string& lines, int count,
                            std::string& records, Tally& tally, const Json& judged) {
  Frame request;
  request.header = {{"op", "grade"},
                    {"language", setup_.grading.language},
                    {"rule", setup_.grading.rule},
                    {"rule_options", setup_.grading.rule_options},
                    {"rule_version", rule_.version},
                    {"source", source},
                    {"first_line", first_line}};
  if (!judged.is_null()) request.header["judged"] = judged;
  request.body = lines;
  domain.set_allowed(time_for(count));
  Result<Frame> reply = domain.run(std::move(request));
  if (!reply) return reply.error();
  Tally own;
  if (!read_tally(reply->header["done"], count, own) || !are_records_of(reply->body, lines)) {
    domain.stop();
    return error("the script worker answered something else than one record for each answer, and was stopped");
  }
  if (own.not_graded() > 0) find_problems(reply->body, source, own);
  tally.add(own);
  if (records.empty())
    records = std::move(reply->body);
  else
    records += reply->body;
  return ok();
}

std::string FrameGrader::ungraded(const std::string& source, std::string_view line, const std::string& problem, Tally& tally) const {
  std::string record = ungraded_record(parse_answer_line(line), setup_.grading, setup_.host, problem) + "\n";
  Tally one;
  one.verdicts["ungraded"] = 1;
  find_problems(record, source, one);
  tally.add(one);
  return record;
}

// Lines of one domain, one record for each. `tries`: how often it is tried before it is cut in two.
void FrameGrader::grade_lines(const AnswerFrame& frame, const std::vector<Line>& lines, int tries, std::vector<std::string>& records,
                              Tally& tally) {
  std::string body;
  long number = lines.front().number;
  for (const Line& line : lines) {
    body.append(static_cast<std::size_t>(line.number - number), '\n').append(line.text).push_back('\n');
    number = line.number + 1;
  }
  Status done = ok();
  for (int attempts = 0; attempts < tries; ++attempts) {
    std::string all;
    done = attempt(*lines.front().domain, frame.source, lines.front().number, body, static_cast<int>(lines.size()), all, tally);
    if (!done && stopped()) break;
    if (!done) continue;
    for (std::size_t at = 0, end; at < all.size(); at = end + 1) {
      end = all.find('\n', at);
      records.push_back(all.substr(at, end + 1 - at));
    }
    return;
  }
  if (lines.size() == 1 || stopped()) {
    records.resize(records.size() + lines.size() - 1);  // more than one only where nobody waits for them any more
    records.push_back(ungraded(frame.source, lines.front().text, done.error().text(), tally));
    return;
  }
  auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
  for (const std::vector<Line>& half : {std::vector<Line>(lines.begin(), middle), std::vector<Line>(middle, lines.end())})
    grade_lines(frame, half, half.size() == 1 ? 2 : 1, records, tally);
}

std::vector<FrameGrader::Line> FrameGrader::lines_of(const AnswerFrame& frame) const {
  std::vector<Line> lines;
  std::string_view rest = frame.lines;
  for (long number = frame.first_line; !rest.empty(); ++number) {
    std::size_t end = rest.find('\n');
    if (end > 0) lines.push_back({number, rest.substr(0, end), own(rule_.domain)});
    rest.remove_prefix(end + 1);
  }
  return lines;
}

// The worker for an answer. A line that no question is found for goes where the rule is, which says what is wrong with it.
Result<Domain*> FrameGrader::domain_of(std::string_view line) {
  AnswerLine answer = parse_answer_line(line);
  if (!answer.problem.empty()) return own(rule_.domain);
  Result<const Json*> question = questions_->question(answer.question);
  if (!question) return own(rule_.domain);
  Result<Domain*> domain = domain_for(setup_.host, **question, rule_);
  if (!domain) return domain.error();
  return own(*domain);
}

// Where packs have types or the rule: each line to the worker that may grade it.
void FrameGrader::grade_apart(const AnswerFrame& frame, GradedFrame& graded) {
  std::vector<Line> lines = lines_of(frame);
  std::vector<std::string> records(lines.size());
  std::map<Domain*, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Result<Domain*> domain = domain_of(lines[i].text);
    if (domain)
      places[*domain].push_back(i);
    else
      records[i] = ungraded(frame.source, lines[i].text, domain.error().text(), graded.tally);
  }
  for (const auto& [domain, indices] : places) {
    std::vector<Line> own_lines;
    for (std::size_t i : indices) own_lines.push_back({lines[i].number, lines[i].text, domain});
    std::vector<std::string> own_records;
    grade_lines(frame, own_lines, 2, own_records, graded.tally);
    for (std::size_t i = 0; i < indices.size(); ++i) records[indices[i]] = std::move(own_records[i]);
  }
  for (const std::string& record : records) graded.records += record;
  if (places.size() < 2) return;
  graded.tally.problems.clear();  // they came by domain
  if (graded.tally.not_graded() > 0) find_problems(graded.records, frame.source, graded.tally);
}

void FrameGrader::grade_judged(const AnswerFrame& frame, GradedFrame& graded) {
  for (Line line : lines_of(frame)) {
    if (stopped()) return;
    std::vector<std::string> records;
    Tally tally;
    const Result<Domain*> domain = domain_of(line.text);
    if (domain) {
      line.domain = *domain;
      grade_lines(frame, {line}, 2, records, tally);
    } else {
      records.push_back(ungraded(frame.source, line.text, domain.error().text(), tally));
    }
    const Result<Json> record = parse_json(records[0], "record");
    const Result<const Json*> question = record ? questions_->question(record->value("question", "")) : Result<const Json*>(record.error());
    const std::optional<Json> judged =
        question ? judge_record(*setup_.grading.judge, **question, *record, setup_.grading.language) : std::nullopt;
    if (judged) {
      std::string again;
      Tally of_again;
      if (attempt(*line.domain, frame.source, line.number, std::string(line.text) + "\n", 1, again, of_again, *judged)) {
        records[0] = again;
        tally = of_again;
      }
      const bool done = judged->contains("credit");
      (done ? tally.judged : tally.not_judged) = 1;
      if (!done) tally.judge_problem = (*judged)["record"].value("problem", "");
    }
    graded.records += records[0];
    graded.tally.add(tally);
  }
}

GradedFrame FrameGrader::grade(const AnswerFrame& frame) {
  GradedFrame graded;
  graded.bytes_so_far = frame.bytes_so_far;
  if (!frame.problem.empty()) {
    const char* verdict = frame.at_fault_itself ? "invalid" : "ungraded";
    graded.records = ungraded_record({}, setup_.grading, setup_.host, frame.problem, verdict) + "\n";
    graded.tally.verdicts[verdict] = 1;
    graded.tally.unread = frame.at_fault_itself ? 1 : 0;
    graded.tally.problems = {frame.problem};
    return graded;
  }
  if (setup_.grading.judge) {
    grade_judged(frame, graded);
  } else if (!one_domain_) {
    grade_apart(frame, graded);
  } else {
    Domain& shipped = *own(rule_.domain);
    Status done = attempt(shipped, frame.source, frame.first_line, frame.lines, frame.count, graded.records, graded.tally);
    if (!done) {
      std::vector<std::string> records;
      std::vector<Line> lines = lines_of(frame);
      grade_lines(frame, lines, 1, records, graded.tally);
      for (const std::string& record : records) graded.records += record;
    }
  }
  for (const auto& [name, domain] : domains_) graded.printed += domain->take_printed();
  return graded;
}

}  // namespace viva
