#include "repl/dispute.h"

#include <algorithm>
#include <charconv>

#include "repl/practice.h"
#include "text/fold.h"

namespace viva {
namespace {

// Points of free text that were not found, or only in part.
std::vector<Json> missed_points(const Json& question, const Json& record) {
  std::vector<Json> missed;
  if (!question.contains("points") && !question.contains("reason")) return missed;
  for (const Json& part : record.value("parts", Json::array()))
    if (part.value("kind", "point") == "point" && part.value("credit", 0.0) < 1 && !part.value("note", "").empty()) missed.push_back(part);
  return missed;
}

void list_points(Desk& desk, const std::vector<Json>& missed) {
  std::string list;
  for (std::size_t i = 0; i < missed.size(); ++i) list += std::to_string(i + 1) + ". " + missed[i].value("note", "") + "\n";
  desk.screen.gap();
  desk.screen.markdown(list);
  desk.screen.gap();
  desk.screen.note(wording::how_to_dispute);
}

// Whether the words stand in the answer; case, width, quotes and line ends do not count.
bool stands_in(const std::string& words, const std::string& answer) {
  auto on_one_line = [](std::string text) {
    text = fold(text);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  };
  return on_one_line(answer).find(on_one_line(words)) != std::string::npos;
}

}  // namespace

void dispute(Desk& desk, const std::string& argument) {
  const std::string& language = desk.language();
  const std::vector<Reviewed> reviews = last_answers(desk);
  if (reviews.empty()) return desk.screen.note(wording::nothing_to_review);
  const Reviewed& last = reviews.back();
  const std::vector<Json> missed = missed_points(desk.questions().definition(last.id).value("content", Json::object()), last.grade.record);
  if (missed.empty() || !last.answer.is_string()) return desk.screen.note(wording::nothing_to_dispute);
  if (argument.empty()) return list_points(desk, missed);

  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(argument.data(), argument.data() + argument.size(), number);
  const bool is_number = problem == std::errc() && (end == argument.data() + argument.size() || *end == ' ');
  if (!is_number || number < 1 || number > missed.size()) return desk.screen.error(say(wording::dispute_number, language, missed.size()));
  const auto answer = last.answer.get<std::string>();
  std::string words = argument.substr(static_cast<std::size_t>(end - argument.data()));
  words.erase(0, words.find_first_not_of(' '));
  if (!words.empty() && !stands_in(words, answer)) return desk.screen.error(say(wording::not_your_words, language, words));
  if (words.empty()) words = answer;
  if (!desk.store) return desk.screen.error(say(wording::dispute_not_kept, language, desk.store_problem));
  const Json& point = missed[number - 1];
  if (Status added = desk.store->add_dispute({last.id, point.value("id", ""), words, answer, {}}); !added)
    return desk.screen.error(added.error());
  desk.screen.note(wording::disputed, words, point.value("note", ""));
}

}  // namespace viva
