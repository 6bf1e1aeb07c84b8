// viva check --coverage: what the bank asks about, at 80 columns.
#include "program/check_coverage.h"

#include <cstdio>

#include "lint/coverage.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/question_table.h"
#include "repl/wording.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr Phrase area_column{"area", "领域"}, kind_column{"kind", "题型"}, topics_column{"topics", "考点"},
    questions_column{"questions", "题目"}, english_column{"en", "英文"}, chinese_column{"zh", "中文"}, whole_row{"all", "合计"};
constexpr Phrase counted{"{0} questions, {1} of them inside others.", "共 {0} 道题，其中 {1} 道内嵌在别的题里。"};
constexpr Phrase no_catalogue{"There is no catalogue of topics: index.json may have one.", "没有考点目录，可以写在 index.json 里。"};
constexpr Phrase topics_line{"Topics with a question: {0} of {1}.", "有题目的考点：{1} 个中的 {0} 个。"};
constexpr Phrase errata_line{"Mistakes of the catalogue that a question traps: {0} of {1}.", "已设成陷阱的目录勘误：{1} 处中的 {0} 处。"};
constexpr Phrase uncovered_heading{"No question covers:", "还没有题目的考点："};
constexpr Phrase untrapped_heading{"No option, misconception or sample answer has as its trap:", "还没有设成陷阱的勘误："};

using Rows = std::vector<std::vector<std::string>>;

void add_counts(std::vector<std::string>& row, const QuestionCount& count) {
  for (int number : {count.questions, count.junior, count.mid, count.senior, count.en, count.zh})
    row.push_back(number ? std::to_string(number) : "-");
}

std::vector<std::string> heading(const std::string& language, const Phrase& first, const Phrase& second) {
  return {say(first, language),          say(second, language),        say(questions_column, language), "junior", "mid", "senior",
          say(english_column, language), say(chinese_column, language)};
}

void show_table(const Rows& rows, Align second) {
  const Align right = Align::right;
  std::printf("%s\n", table(rows, {Align::left, second, right, right, right, right, right, right}, terminal_style()).c_str());
}

void show_entries(const Bank& bank, const Phrase& title, const std::vector<std::string>& ids, const std::string& language) {
  if (ids.empty()) return;
  std::printf("\n%s\n", say(title, language).c_str());
  for (const std::string& id : ids) {
    const CatalogueEntry& line = bank.catalogue().at(id);
    const std::string text = fmt::format("  {}  {}: {}", id, line.area, name_in(line.name, language));
    std::printf("%s\n", escape_controls(take_columns(text, terminal_style().columns)).c_str());
  }
}

}  // namespace

void show_coverage(const Bank& bank, const Coverage& coverage, const std::string& language) {
  Rows kinds = {heading(language, area_column, kind_column)}, areas = {heading(language, area_column, topics_column)};
  for (const auto& [name, area] : coverage.areas) {
    for (const auto& [kind, count] : area.kinds) {
      kinds.push_back({kind == area.kinds.begin()->first ? name : "", kind});
      add_counts(kinds.back(), count);
    }
    areas.push_back({name, area.topics ? fmt::format("{}/{}", area.covered, area.topics) : "-"});
    add_counts(areas.back(), area.all);
  }
  const int covered = coverage.topics - static_cast<int>(coverage.uncovered.size());
  areas.push_back({say(whole_row, language), coverage.topics ? fmt::format("{}/{}", covered, coverage.topics) : "-"});
  add_counts(areas.back(), coverage.all);
  show_table(kinds, Align::left);
  show_table(areas, Align::right);
  std::printf("%s\n", say(counted, language, coverage.all.questions, coverage.inside_others).c_str());
  if (coverage.topics == 0) {
    std::printf("%s\n", say(no_catalogue, language).c_str());
    return;
  }
  std::printf("%s\n", say(topics_line, language, covered, coverage.topics).c_str());
  if (coverage.errata > 0)
    std::printf("%s\n", say(errata_line, language, coverage.errata - static_cast<int>(coverage.untrapped.size()), coverage.errata).c_str());
  show_entries(bank, uncovered_heading, coverage.uncovered, language);
  show_entries(bank, untrapped_heading, coverage.untrapped, language);
}

}  // namespace viva
