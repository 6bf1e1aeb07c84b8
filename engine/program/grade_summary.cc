#include "program/grade_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "repl/wording.h"
#include "text/width.h"

namespace viva {
namespace {

template <class... Values>
std::string said(bool zh, const char* english, const char* chinese, const Values&... values) {
  return fmt::format(fmt::runtime(zh ? chinese : english), values...);
}

struct Row {
  std::string label;
  long count;
};

std::vector<Row> rows_of(const Tally& tally, bool zh) {
  std::vector<Row> rows;
  auto count = [&](const char* verdict) {
    auto found = tally.verdicts.find(verdict);
    return found == tally.verdicts.end() ? 0 : found->second;
  };
  auto add = [&](const char* en, const char* chinese, long number) {
    if (number > 0) rows.push_back({zh ? chinese : en, number});
  };
  add("correct", "正确", count("correct"));
  add("partial", "部分正确", count("partial"));
  add("incorrect", "错误", count("incorrect"));
  add("skipped", "跳过", count("skipped"));
  add("invalid", "格式不对", count("invalid") - tally.unread);
  return rows;
}

double rate(long answers, double seconds) { return seconds > 0 ? static_cast<double>(answers) / seconds : 0; }

}  // namespace

std::string summary_text(const BatchSummary& summary, const std::string& language) {
  bool zh = language == "zh";
  const Tally& tally = summary.tally;
  long answers = tally.answers(), failed = tally.not_graded();
  std::string out;
  if (failed > 0) {
    out += said(zh, "{} not graded:\n", "{} 份没有批改：\n", failed);
    for (const std::string& problem : tally.problems) out += "  " + escape_controls(problem) + "\n";
    if (long more = failed - static_cast<long>(tally.problems.size()); more > 0)
      out += said(zh, "  … and {} more; \"problem\" in their records says why\n", "  …… 还有 {} 份，原因见各条记录的 \"problem\"\n", more);
  }
  std::vector<Row> rows = rows_of(tally, zh);
  int widest = 0, digits = 0;
  for (const Row& row : rows) {
    widest = std::max(widest, columns(row.label));
    digits = std::max(digits, static_cast<int>(std::to_string(row.count).size()));
  }
  for (const Row& row : rows)
    out += fmt::format("{}{}  {:>{}}  {:5.1f} %\n", row.label, std::string(static_cast<std::size_t>(widest - columns(row.label)), ' '),
                       row.count, digits, 100.0 * static_cast<double>(row.count) / static_cast<double>(answers));
  if (answers > failed) out += said(zh, "mean credit {} ({} graded)\n", "平均得分 {}（共 {} 份）\n", summary.mean_credit, answers - failed);
  out += said(zh, "{} answers in {:.1f} s, {:.0f} a second\n", "{} 份答案，用时 {:.1f} 秒，每秒 {:.0f} 份\n", answers, summary.seconds,
              rate(answers, summary.seconds));
  if (tally.judged + tally.not_judged > 0) out += said(zh, "{} also judged by a model\n", "{} 份另由模型评判\n", tally.judged);
  if (tally.not_judged > 0) out += not_judged_text(tally, language) + "\n";
  if (const std::string degraded = degraded_text(summary.degraded, language); !degraded.empty()) out += degraded + "\n";
  return out;
}

std::string degraded_text(const std::vector<std::string>& degraded, const std::string& language) {
  return degraded.empty() ? std::string() : say(wording::degraded, language, fmt::format("{}", fmt::join(degraded, ", ")));
}

std::string not_judged_text(const Tally& tally, const std::string& language) {
  return said(language == "zh", "{} not judged by the model, which leaves them as they were: {}", "{} 份没有得到模型评判，得分不变：{}",
              tally.not_judged, escape_controls(tally.judge_problem));
}

std::string progress_text(const BatchProgress& progress, const std::string& language) {
  bool zh = language == "zh";
  std::string out = said(zh, "{} answers", "{} 份", progress.answers);
  double part =
      progress.bytes_in_all > 0 ? std::min(1.0, static_cast<double>(progress.bytes) / static_cast<double>(progress.bytes_in_all)) : 0;
  if (part > 0) out += said(zh, ", {:.0f} %", "，{:.0f} %", 100 * part);
  out += said(zh, ", {:.0f} a second", "，每秒 {:.0f} 份", rate(progress.answers, progress.seconds));
  if (part > 0) out += said(zh, ", {:.0f} s left", "，还需 {:.0f} 秒", progress.seconds * (1 - part) / part);
  return out;
}

}  // namespace viva
