// viva agree: how far grades agree with people's marks.
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <thread>

#include "base/files.h"
#include "batch/batch.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "report/agreement.h"
#include "text/utf8.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "A line of the file is an answer as `viva grade` reads it, with the mark of a person as \"human\", from 0 to 1:\n"
    "  {\"candidate\": \"ann\", \"question\": \"redis.cache-penetration\", \"answer\": \"…\", \"human\": 0.75}\n"
    "\n"
    "Exit status: 0 the figures are there, 1 some answers could not be graded, 2 nothing could be done.\n"
    "\n"
    "Examples:\n"
    "  viva agree marked.jsonl\n"
    "  viva agree marked.jsonl --pack ~/my-questions --worst 20\n"
    "  viva agree marked.jsonl --write-calibration line.json && viva agree others.jsonl --calibration line.json";

constexpr Phrase question_column{"question", "题目"}, answers_column{"answers", "份数"}, pearson_column{"Pearson", "皮尔逊"},
    rmse_column{"RMSE", "均方根误差"}, kappa_column{"kappa", "kappa"}, all_row{"all", "全部"}, figure{"figure", "指标"},
    value{"value", "数值"}, high_row{"credit 0.85 or more, but marked below 0.5", "得分不低于 0.85、人评低于 0.5"},
    low_row{"credit below 0.5, but marked 0.85 or more", "得分低于 0.5、人评不低于 0.85"},
    band_row{"marked within the grade's band", "人评在评分给出的区间内"}, review_row{"flagged for review", "标为需复核"},
    ungraded_row{"not graded", "未能评分"},
    calibrated{"credits as the calibration puts them: {0} + {1} × credit", "按校准换算后的得分：{0} + {1} × 得分"},
    worst_title{"Farthest from people's marks:", "与人评相差最大的："},
    marked_as{"{0} · {1} · credit {2}, marked {3}", "{0} · {1} · 得分 {2}，人评 {3}"}, calibration_written{"Written: {0}", "已写入 {0}"};

struct AgreeOptions {
  std::string file, calibration, write_calibration;
  int worst = 5;
};

// A file that is removed at the end.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "viva-agree-XXXXXX").string();
    const int descriptor = ::mkstemp(pattern.data());
    if (descriptor >= 0) ::close(descriptor);
    path_ = pattern;
  }
  ~Scratch() { std::remove(path_.c_str()); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<std::vector<MarkedGrade>> read_marked(const std::string& file) {
  Result<std::string> text = read_file(file, 1u << 30);
  if (!text) return text.error();
  std::vector<MarkedGrade> marked;
  int number = 0;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const std::string_view line = std::string_view(*text).substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Json> json = parse_json(line);
    if (!json) return error_in(file, number, json.error().message);
    if (!json->is_object() || !json->contains("human") || !(*json)["human"].is_number())
      return error_in(file, number, "has no \"human\": give the mark of a person, a number from 0 to 1");
    MarkedGrade grade;
    grade.human = (*json)["human"];
    if (!(grade.human >= 0 && grade.human <= 1))
      return error_in(file, number, "\"human\" is a number from 0 to 1, not " + to_text((*json)["human"]));
    const Json answer = json->value("answer", Json());
    grade.answer = answer.is_string() ? answer.get<std::string>() : to_text(answer);
    marked.push_back(std::move(grade));
  }
  if (marked.empty()) return error_in(file, 0, "has no answers");
  return marked;
}

// Puts the records of a batch beside the marks; both have one entry for each line.
Status join(const std::string& records, std::vector<MarkedGrade>& marked) {
  Result<std::string> text = read_file(records, 1u << 30);
  if (!text) return text.error();
  std::size_t at = 0;
  for (MarkedGrade& grade : marked) {
    const std::size_t end = text->find('\n', at);
    if (end == std::string::npos) return error("there are fewer records than answers");
    Result<Json> record = parse_json(std::string_view(*text).substr(at, end - at), "record");
    if (!record) return record.error();
    at = end + 1;
    grade.candidate = record->value("candidate", "");
    grade.question = record->value("question", "");
    grade.graded = (*record)["credit"].is_number();
    if (grade.graded) grade.credit = (*record)["credit"];
    grade.review = record->value("review", false);
    if (const Json band = record->value("band", Json()); band.is_array()) {
      grade.band_low = band.at(0);
      grade.band_high = band.at(1);
    }
    grade.parts = record->value("parts", Json::array());
  }
  return ok();
}

std::string rounded(double number) { return fmt::format("{:.3f}", number); }

std::string share(long part, long whole) {
  return whole > 0 ? fmt::format("{} / {} ({:.1f}%)", part, whole, 100.0 * static_cast<double>(part) / static_cast<double>(whole))
                   : "0 / 0";
}

void show_figures(const std::vector<MarkedGrade>& marked, const std::string& language) {
  auto word = [&](const Phrase& phrase) { return std::string(in(phrase, language)); };
  std::map<std::string, std::vector<MarkedGrade>> by_question;
  for (const MarkedGrade& grade : marked) by_question[grade.question].push_back(grade);
  std::vector<std::vector<std::string>> rows = {
      {word(question_column), word(answers_column), word(pearson_column), word(rmse_column), word(kappa_column)}};
  auto add = [&](const std::string& name, const Agreement& found) {
    rows.push_back({name, std::to_string(found.answers), rounded(found.pearson), rounded(found.rmse), rounded(found.kappa)});
  };
  const Agreement all = agreement_of(marked);
  if (by_question.size() > 1)
    for (const auto& [question, grades] : by_question) add(question, agreement_of(grades));
  add(by_question.size() > 1 ? word(all_row) : by_question.begin()->first, all);
  std::fputs(table(rows, {Align::left, Align::right, Align::right, Align::right, Align::right}, terminal_style()).c_str(), stdout);
  std::vector<std::vector<std::string>> trust = {{word(figure), word(value)},
                                                 {word(high_row), share(all.high_but_bad, all.high)},
                                                 {word(low_row), share(all.low_but_good, all.low)},
                                                 {word(band_row), share(all.in_band, all.banded)},
                                                 {word(review_row), share(all.reviewed, all.answers - all.ungraded)},
                                                 {word(ungraded_row), share(all.ungraded, all.answers)}};
  std::printf("\n%s", table(trust, {Align::left, Align::right}, terminal_style()).c_str());
}

// The first characters, on one line.
std::string shortened(const std::string& text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < most;) append_utf8(out, next_code_point(text, at).value);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return escape_controls(out) + (out.size() < text.size() ? "…" : "");
}

void show_worst(const std::vector<MarkedGrade>& marked, int most, const std::string& language) {
  if (most < 1) return;
  std::printf("\n%s\n", std::string(in(worst_title, language)).c_str());
  for (const MarkedGrade* grade : worst_of(marked, static_cast<std::size_t>(most))) {
    std::printf(
        "\n%s\n  %s\n",
        escape_controls(say(marked_as, language, grade->question, grade->candidate, rounded(grade->credit), rounded(grade->human))).c_str(),
        shortened(grade->answer, 400).c_str());
    for (const Json& part : grade->parts)
      std::printf("  %s %s  %s\n", part.value("credit", 0.0) > 0 ? "+" : "-", escape_controls(part.value("id", "")).c_str(),
                  shortened(part.value("note", ""), 200).c_str());
  }
}

int agree(const CommonOptions& common, const AgreeOptions& options) {
  Result<std::vector<MarkedGrade>> marked = read_marked(options.file);
  if (!marked) return fail(marked.error());
  const std::string engine = engine_version();
  Result<Calibration> calibration = options.calibration.empty() ? Calibration{engine} : Calibration::read(options.calibration, engine);
  if (!calibration) return fail(calibration.error());
  std::atomic<bool> stop{false};
  Result<std::unique_ptr<Context>> opened = open_context(common, &stop);
  if (!opened) return fail(opened.error());
  Context& context = **opened;
  for (const Error& problem : context.host->problems()) complain(problem.text());
  const Scratch records;
  BatchOptions batch{
      .files = {options.file}, .out = records.path(), .jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))};
  BatchSetup setup{context.bank,       context.bank_faults, *context.host,
                   *context.questions, context.worker,      {"plain", Json::object(), common.language, context.judge.get()}};
  Result<BatchSummary> summary = grade_files(setup, batch, stop);
  if (!summary) return fail(summary.error());
  if (Status joined = join(records.path(), *marked); !joined) return fail(joined.error());
  for (const std::string& problem : summary->tally.problems) complain(problem);
  const Agreement raw = agreement_of(*marked);
  if (!options.calibration.empty()) {
    for (MarkedGrade& grade : *marked) grade.credit = calibration->apply(grade.credit);
    std::printf("%s\n\n", say(calibrated, common.language, rounded(calibration->intercept), rounded(calibration->slope)).c_str());
  }
  show_figures(*marked, common.language);
  show_worst(*marked, options.worst, common.language);
  if (!options.write_calibration.empty()) {
    if (Status written = Calibration::fitted_to(raw, engine).write(options.write_calibration); !written) return fail(written.error());
    std::printf("\n%s\n", say(calibration_written, common.language, options.write_calibration).c_str());
  }
  return raw.ungraded > 0 ? 1 : 0;
}

}  // namespace

Command add_agree(CLI::App& program, const CommonOptions& common) {
  auto options = std::make_shared<AgreeOptions>();
  CLI::App* command = program.add_subcommand("agree", "Hold grades against the marks of people");
  command->footer(explanation);
  command->add_option("MARKED", options->file, "A file of answers with marks, a line of JSON each")->required();
  command->add_option("--worst", options->worst, "How many of the worst disagreements to show")
      ->type_name("N")
      ->take_last()
      ->capture_default_str();
  command->add_option("--write-calibration", options->write_calibration, "Write the line that makes credits like these marks")
      ->type_name("FILE")
      ->take_last();
  command->add_option("--calibration", options->calibration, "Put credits on this line before they are compared")
      ->type_name("FILE")
      ->take_last();
  return {command, [options, &common] { return agree(common, *options); }};
}

}  // namespace viva
