#include "grading/samples.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <set>
#include <thread>

#include "bank/side_files.h"
#include "base/files.h"
#include "grading/grader.h"
#include "grading/proofs.h"

namespace viva {
namespace {

constexpr std::size_t lines_per_frame = 128;
constexpr std::size_t share = 24;  // questions that one thread takes at a time

// One answer and what its grade must be.
struct Sample {
  const QuestionEntry* entry;
  std::string path;  // of the sample in its question
  std::string what;  // "the model answer"
  Json answer;
  double low = 0, high = 1;
  std::string trap = {}, verdict = {};
  std::vector<std::string> fails = {};  // names of cases
  Json expect = Json::object();
};

using Samples = std::vector<Sample>;

std::string credit_text(double credit) { return fmt::format("{:g}", std::round(credit * 1000) / 1000); }

std::string range_text(const Sample& sample) {
  return sample.low == sample.high ? credit_text(sample.low) : credit_text(sample.low) + " to " + credit_text(sample.high);
}

class Checker {
 public:
  Checker(ScriptHost& host, QuestionStore& questions) : host_(host), questions_(questions), bank_(questions.bank()) {}

  // Takes questions from `next` on until none are left.
  Result<SampleReport> run(const std::vector<const QuestionEntry*>& entries, std::atomic<std::size_t>& next) {
    for (std::size_t from = next.fetch_add(share); from < entries.size(); from = next.fetch_add(share)) {
      samples_.clear();
      for (std::size_t i = from; i < std::min(entries.size(), from + share); ++i) collect(*entries[i]);
      for (const auto& [domain, samples] : samples_)
        for (std::size_t at = 0; at < samples.size(); at += lines_per_frame)
          if (Status graded = grade(*domain, samples, at, std::min(samples.size(), at + lines_per_frame)); !graded) return graded.error();
    }
    return std::move(report_);
  }

 private:
  void fault(const QuestionEntry& entry, const std::string& path, const std::string& message) {
    report_.faults.push_back(fault_in(bank_, entry, path, message));
  }

  void collect(const QuestionEntry& entry) {
    Result<const Json*> question = questions_.question(entry.id);
    if (!question) return;
    const Declaration* type = host_.find("question_type", entry.type);
    const Declaration* rule = host_.find("scoring_rule", "plain");
    if (!type || !rule) return;
    Result<Domain*> domain = domain_for(host_, **question, *rule);
    if (!domain) return;
    validate(entry, *type, **question);
    const bool runs_programs = entry.folder > 0 || bank_.folders().size() == 1;
    if (runs_programs && (*question)->contains("proof")) prove(entry, **question);
    if (!runs_programs && type->has("try")) return;
    Samples& samples = samples_[*domain];
    std::size_t number = 0;
    for (const Json& check : (*question)->value("checks", Json::array()))
      add_check(entry, check, "/checks/" + std::to_string(number++), samples);
    number = 0;
    for (const Json& model : (*question)->value("models", Json::array())) {
      Sample sample{&entry, "/models/" + std::to_string(number++), "the model answer", text_of(model.value("text", Json("")))};
      sample.low = least_model_credit;
      samples.push_back(std::move(sample));
      ++report_.models;
    }
    if (!type->has("key")) return;
    Result<Json> key = host_.invoke(*type, "key", Json::array({**question}));
    if (!key) return fault(entry, "", "its key cannot be told: " + key.error().text());
    if (key->is_null()) return;
    Sample sample{&entry, "", "its own key", *key};
    sample.low = 1;
    samples.push_back(std::move(sample));
    ++report_.keys;
  }

  void validate(const QuestionEntry& entry, const Declaration& type, const Json& question) {
    if (!type.has("validate")) return;
    Result<Json> found = host_.invoke(type, "validate", Json::array({question}));
    if (!found) return fault(entry, "", "the question type cannot look it through: " + found.error().text());
    if (!found->is_array()) return;
    for (const Json& item : *found)
      if (item.is_object()) fault(entry, item.value("path", ""), item.value("message", "is at fault"));
  }

  void prove(const QuestionEntry& entry, const Json& question) {
    const ProofRun ran = run_proof(host_, bank_, entry, question);
    if (!ran.missing.empty()) return not_run(ran.missing);
    ++report_.proofs;
    if (!ran.fault.empty()) fault(entry, ran.path, ran.fault);
  }

  void not_run(const std::string& why) { ++report_.not_run[why]; }

  static Json text_of(const Json& text) {
    if (!text.is_array()) return text;
    std::string whole;
    for (const Json& line : text) whole += (whole.empty() ? "" : "\n") + (line.is_string() ? line.get<std::string>() : "");
    return whole;
  }

  void add_check(const QuestionEntry& entry, const Json& check, const std::string& path, Samples& samples) {
    Sample sample{&entry, path, "the answer", check.value("answer", Json())};
    if (check.contains("file")) {
      Result<std::string> file = side_file_path({bank_.side_folder_of(entry), ""}, check["file"]);
      Result<std::string> text = file ? read_file(*file, largest_side_file) : file;
      if (!text) return;  // the fields' validation tells it
      sample.answer = *text;
    }
    const Json credit = check.value("credit", Json());
    if (credit.is_number()) sample.low = sample.high = credit;
    if (credit.is_array()) sample.low = credit.at(0), sample.high = credit.at(1);
    sample.verdict = check.value("verdict", "");
    sample.fails = check.value("fails", std::vector<std::string>());
    sample.trap = check.value("trap", "");
    sample.expect = check.value("expect", Json::object());
    samples.push_back(std::move(sample));
    ++report_.checks;
  }

  Status grade(Domain& domain, const Samples& samples, std::size_t from, std::size_t to) {
    Frame request;
    request.header = {
        {"op", "grade"}, {"language", "en"}, {"rule", "plain"}, {"rule_version", host_.find("scoring_rule", "plain")->version}};
    for (std::size_t i = from; i < to; ++i) {
      Answer answer;
      answer.candidate = "check";
      answer.question = samples[i].entry->id;
      answer.answer = samples[i].answer;
      request.body += answer_line_of(answer) + "\n";
    }
    Result<Frame> reply = domain.run(std::move(request));
    if (!reply && to - from > 1) {  // one of them ended the worker: the others are graded without it
      const std::size_t middle = from + (to - from) / 2;
      if (Status first = grade(domain, samples, from, middle); !first) return first;
      return grade(domain, samples, middle, to);
    }
    if (!reply) {
      fault(*samples[from].entry, samples[from].path, samples[from].what + " could not be graded: " + reply.error().text());
      return ok();
    }
    std::size_t at = 0;
    for (std::size_t i = from; i < to; ++i) {
      const std::size_t end = reply->body.find('\n', at);
      if (end == std::string::npos) return error("the script worker answered with fewer records than answers");
      Result<Json> record = parse_json(std::string_view(reply->body).substr(at, end - at), "record");
      if (!record) return record.error();
      judge(samples[i], *record, domain);
      at = end + 1;
    }
    return ok();
  }

  void judge(const Sample& sample, const Json& record, Domain& domain) {
    const std::string verdict = record.value("verdict", "");
    auto complain = [&](const std::string& message) { fault(*sample.entry, sample.path, message); };
    if (const std::string problem = record.value("problem", ""); verdict == "ungraded" && is_not_installed(problem))
      return not_run(problem);
    if (verdict == "ungraded") return complain(sample.what + " could not be graded: " + record.value("problem", ""));
    if (!sample.fails.empty() || !(sample.verdict.empty() || is_verdict_of_grade(sample.verdict)))
      judge_cases(sample, domain);
    else if (!sample.verdict.empty() && sample.verdict != verdict)
      complain(sample.what + " is judged " + verdict + ", and must be " + sample.verdict);
    if (verdict == "invalid" && sample.verdict.empty()) return complain(sample.what + " cannot be read: " + record.value("problem", ""));
    const double credit = record["credit"].is_number() ? record["credit"].get<double>() : 0;
    constexpr double slack = 1e-3;  // authors write 0.67
    if (credit < sample.low - slack || credit > sample.high + slack)
      complain(sample.what + " gets " + credit_text(credit) + ", and must get " + range_text(sample) + missed_text(record["parts"]));
    if (!sample.trap.empty() && credit >= 1)
      complain("the answer embodies the mistake '" + sample.trap + "' and gets full credit; no mistake may");
    judge_parts(sample, record["parts"]);
  }

  static bool is_verdict_of_grade(const std::string& verdict) {
    for (const char* name : {"correct", "partial", "incorrect", "skipped", "invalid"})
      if (verdict == name) return true;
    return false;
  }

  // The sample must fail at the cases it names, and at no other; one of them with the verdict that is asked for.
  void judge_cases(const Sample& sample, Domain& domain) {
    auto complain = [&](const std::string& message) { fault(*sample.entry, sample.path, message); };
    const Declaration* type = host_.find("question_type", sample.entry->type);
    if (!type->has("try"))
      return complain("\"fails\" and verdicts of cases are for types that run programs; '" + type->name + "' does not");
    Result<const Json*> question = questions_.question(sample.entry->id);
    Result<Json> tried =
        question ? host_.invoke_in(domain, *type, "try", Json::array({**question, sample.answer, {{"hidden", true}}})) : question.error();
    if (!tried) return complain(sample.what + " could not be tried: " + tried.error().text());
    std::set<std::string> failed, verdicts;
    for (const Json& one : tried->value("cases", Json::array())) {
      if (one.value("verdict", "") == "accepted") continue;
      failed.insert(one.value("name", ""));
      verdicts.insert(one.value("verdict", ""));
    }
    const std::set<std::string> named(sample.fails.begin(), sample.fails.end());
    if (!named.empty() && failed != named) complain(sample.what + " fails " + list_of(failed) + ", and must fail " + list_of(named));
    if (!sample.verdict.empty() && !is_verdict_of_grade(sample.verdict) && !verdicts.count(sample.verdict))
      complain("no case ends with '" + sample.verdict + "', as one must; they end with " + list_of(verdicts));
  }

  static std::string list_of(const std::set<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "'" : ", '") + name + "'";
    return list.empty() ? "no case" : list;
  }

  static std::string missed_text(const Json& parts) {
    std::string list;
    for (const Json& part : parts)
      if (part.value("kind", "point") == "point" && part.value("credit", 0.0) <= 0)
        list += (list.empty() ? "" : ", ") + part.value("id", "");
    return list.empty() ? "" : " (missed: " + list + ")";
  }

  void judge_parts(const Sample& sample, const Json& parts) {
    auto has = [&](const std::string& id, bool misconception) {
      return std::any_of(parts.begin(), parts.end(), [&](const Json& part) {
        const bool is_one = part.value("kind", "point") == "misconception";
        return part.value("id", "") == id && is_one == misconception && (misconception || part.value("credit", 0.0) > 0);
      });
    };
    auto names = [&](const char* key) { return sample.expect.value(key, std::vector<std::string>()); };
    for (const std::string& id : names("found"))
      if (!has(id, false))
        fault(*sample.entry, sample.path + "/expect/found", "the part '" + id + "' is not found in the answer, and must be");
    for (const std::string& id : names("missed"))
      if (has(id, false))
        fault(*sample.entry, sample.path + "/expect/missed", "the part '" + id + "' is found in the answer, and must not be");
    for (const std::string& id : names("misconceptions"))
      if (!has(id, true))
        fault(*sample.entry, sample.path + "/expect/misconceptions",
              "the misconception '" + id + "' is not seen in the answer, and must be");
  }

  ScriptHost& host_;
  QuestionStore& questions_;
  const Bank& bank_;
  std::map<Domain*, Samples> samples_;
  SampleReport report_;
};

}  // namespace

Result<SampleReport> check_samples(ScriptHost& host, QuestionStore& questions, const SampleOptions& options) {
  std::vector<const QuestionEntry*> entries;
  for (const std::vector<QuestionEntry>* list : {&questions.bank().all(), &questions.bank().all_inline()})
    for (const QuestionEntry& entry : *list)
      if (entry.file.find(options.only) != std::string::npos) entries.push_back(&entry);
  std::atomic<std::size_t> next = 0;
  std::mutex adding;
  SampleReport whole;
  Error problem;
  auto add = [&](Result<SampleReport> part) {
    std::lock_guard<std::mutex> lock(adding);
    if (!part) {
      problem = part.error();
      next = entries.size();
      return;
    }
    whole.faults.insert(whole.faults.end(), part->faults.begin(), part->faults.end());
    whole.checks += part->checks, whole.models += part->models, whole.keys += part->keys, whole.proofs += part->proofs;
    for (const auto& [why, count] : part->not_run) whole.not_run[why] += count;
  };
  auto work_apart = [&] {  // workers end with the thread that started them
    Result<std::unique_ptr<ScriptHost>> own = host.again();
    if (!own) return add(own.error());
    QuestionStore store(questions.bank(), **own);
    if (Status loaded = (*own)->load(host.glossary(), [&](const std::string& id) { return store.definition(id); }); !loaded)
      return add(loaded.error());
    add(Checker(**own, store).run(entries, next));
  };
  std::vector<std::thread> threads;
  for (int i = 1; i < options.jobs && entries.size() > share * static_cast<std::size_t>(i); ++i) threads.emplace_back(work_apart);
  add(Checker(host, questions).run(entries, next));
  for (std::thread& thread : threads) thread.join();
  if (!problem.message.empty()) return problem;
  sort_errors(whole.faults);
  return whole;
}

}  // namespace viva
