// Follow-ups that are never asked, or lead in a circle.
#include <fmt/format.h>

#include <map>

#include "lint/lints.h"

namespace viva {
namespace {

// Whether the question is all or nothing: then no condition between the two ever holds.
bool all_or_nothing(const Json& question) {
  const std::string type = string_in(question, "type");
  if (type == "choice") {
    const std::string partial = string_in(question, "partial");
    return member(question, "many") != true || partial.empty() || partial == "all-or-nothing";
  }
  return type == "true-false" && !question.contains("reason");
}

bool counts(const Json& question, const std::string& point) {
  for (const Json* list : {&list_in(question, "points"), &list_in(member(question, "reason"), "points")})
    for (const Json& one : *list)
      if (string_in(one, "id") == point) return number_in(one, "weight", 0) > 0;
  return false;
}

// Why the conditions never hold together; empty: they may.
std::string contradiction(const Json& question, const Json& when) {
  const double below = number_in(when, "below", 2), at_least = number_in(when, "at_least", 0);
  const std::string missed = string_in(when, "missed"), found = string_in(when, "found");
  if (below <= 0) return "no credit is below 0";
  if (!missed.empty() && missed == found) return "the part '" + missed + "' is not both missed and found";
  if (all_or_nothing(question) && at_least > 0 && below <= 1) return "the credit of this question is 0 or 1";
  if (at_least >= 1 && !missed.empty() && counts(question, missed)) return "who missed '" + missed + "' has not the whole credit";
  if (at_least >= 1 && when.contains("misconception")) return "who has a misconception has not the whole credit";
  if (at_least >= 1 && string_in(when, "stance") == "wrong") return "who takes the wrong side has not the whole credit";
  return {};
}

using Graph = std::map<std::string, std::vector<std::string>>;

// The way from a question back to itself through questions of later ids, "a → b → a"; empty: there is none. So each circle is told once.
std::string circle_from(const Graph& graph, const std::string& start) {
  std::map<std::string, std::string> came_from;
  std::vector<std::string> open = {start};
  while (!open.empty()) {
    const std::string at = open.back();
    open.pop_back();
    auto asks = graph.find(at);
    if (asks == graph.end()) continue;
    for (const std::string& next : asks->second) {
      if (next == start) {
        std::string way = start;
        for (std::string step = at; step != start; step = came_from.at(step)) way = step + " → " + way;
        return start + " → " + way;
      }
      if (next > start && came_from.emplace(next, at).second) open.push_back(next);
    }
  }
  return {};
}

}  // namespace

void lint_follow_ups(const Materials& questions, const Bank& bank, Warnings& warnings) {
  Graph graph;
  for (const Material& question : questions) {
    const Json& follow_ups = list_in(question.content, "follow_ups");
    std::set<std::string> asked;
    for (std::size_t i = 0; i < follow_ups.size(); ++i) {
      const std::string path = fmt::format("/follow_ups/{}", i);
      const std::string never = contradiction(question.content, member(follow_ups[i], "when"));
      if (!never.empty()) warnings.add(question, path + "/when", "this never holds: " + never + "; change the condition");
      const QuestionEntry* next = bank.find(string_in(follow_ups[i], "ask"));
      if (!next) continue;
      if (asked.insert(next->id + to_text(member(follow_ups[i], "when"))).second)
        graph[question.entry->id].push_back(next->id);
      else
        warnings.add(question, path, "asks " + next->id + " on the same conditions as an earlier follow-up; remove one");
    }
    // What is asked inside a question belongs to it.
    for (const std::string& inside : question.entry->inline_ids) graph[question.entry->id].push_back(inside);
  }
  for (const Material& question : questions) {
    if (const std::string circle = circle_from(graph, question.entry->id); !circle.empty())
      warnings.add(question, "/follow_ups", "follow-ups lead in a circle: " + circle + "; let one of them end it");
  }
}

}  // namespace viva
