// Is an area neither all easy nor all hard, and is there time to answer?
#include <fmt/format.h>

#include <map>

#include "lint/lints.h"

namespace viva {
namespace {

constexpr int least_questions = 15;  // of an area: with fewer, nothing is asked of their spread
constexpr double most_of_one = 0.7;

// What a quick reader needs to read a question, in seconds: 4 words, 7 Chinese characters or half a line of a program in each.
double reading_time(const Material& question, std::string_view language) {
  const std::string all = asked_text(question, language);
  const std::string program = text_in(member(member(question.content, "code"), "text"), language);
  const double lines = static_cast<double>(std::count(program.begin(), program.end(), '\n'));
  double han = 0;
  for (std::size_t i = 0; i + 2 < all.size(); ++i)
    if (has_han(std::string_view(all).substr(i, 3))) han += 1, i += 2;
  return (words_in(all) - words_in(program)) / 4.0 + han / 7.0 + lines * 2;
}

}  // namespace

void lint_difficulty(const Materials& questions, const Bank& bank, Warnings& warnings) {
  std::map<std::pair<std::size_t, std::string>, std::map<int, int>> areas;
  for (const Material& question : questions)
    if (question.entry->parent.empty()) ++areas[{question.entry->folder, question.entry->area}][question.entry->difficulty];
  for (const auto& [place, difficulties] : areas) {
    int all = 0, most = 0, at = 0;
    for (const auto& [difficulty, count] : difficulties) {
      all += count;
      if (count > most) most = count, at = difficulty;
    }
    if (all < least_questions || at == 0) continue;
    const BankFolder& folder = bank.folders()[place.first];
    if (most > most_of_one * all)
      warnings.add(
          folder, place.second,
          fmt::format("{} of {} questions have difficulty {}: rounds that get harder find nothing to go on with; write some that are "
                      "easier and some that are harder",
                      most, all, at));
    else if (difficulties.size() < 3)
      warnings.add(folder, place.second,
                   fmt::format("the {} questions have only {} different difficulties; write some that are easier or harder", all,
                               difficulties.size()));
  }
}

void lint_seconds(const Materials& questions, Warnings& warnings) {
  for (const Material& question : questions) {
    const int seconds = question.entry->seconds;
    if (seconds == 0) continue;
    for (std::string_view language : both_languages) {
      const double reading = reading_time(question, language);
      if (seconds >= reading) continue;
      warnings.add(
          question, "/seconds",
          fmt::format("{} seconds are not enough even to read the question ({}), which takes {:.0f}; give more, or ask in fewer words",
                      seconds, language, reading));
      break;
    }
    const std::string type = string_in(question.content, "type");
    const int most = type == "true-false" || type == "choice" || type == "cloze" || type == "matching" ? 300 : 5400;
    if (seconds > most)
      warnings.add(question, "/seconds",
                   fmt::format("{} seconds are more than anybody needs to pick an answer; give at most {}", seconds, most));
  }
}

}  // namespace viva
