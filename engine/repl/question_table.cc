#include "repl/question_table.h"

#include <algorithm>

#include "bank/pick.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr int least_title = 24;  // columns; with less, titles have lines of their own

std::string cut(const std::string& text, int most) {
  if (columns(text) <= most) return text;
  return std::string(take_columns(text, most - 1)) + "…";
}

std::string difficulty_of(const QuestionEntry& entry) { return entry.difficulty ? std::to_string(entry.difficulty) : ""; }

}  // namespace

std::string name_in(const Name& name, const std::string& language) {
  const bool chinese = (language == "zh" && !name.zh.empty()) || name.en.empty();
  return chinese ? name.zh : name.en;
}

std::string question_table(const std::vector<const QuestionEntry*>& entries, const std::string& language, const TerminalStyle& style) {
  auto word = [&](const Phrase& phrase) { return std::string(in(phrase, language)); };
  int ids = columns(word(wording::id)), types = columns(word(wording::type)), levels = columns(word(wording::level));
  for (const QuestionEntry* entry : entries) {
    ids = std::max(ids, columns(entry->id));
    types = std::max(types, columns(entry->type));
    levels = std::max(levels, columns(entry->level));
  }
  const int gaps = 4 * 2;
  const int title = style.columns - ids - types - levels - columns(word(wording::hardness)) - gaps;
  if (title < least_title) {
    std::string out;
    for (const QuestionEntry* entry : entries) {
      const std::string facts = fmt::format("{}  {} {}", entry->type, entry->level, difficulty_of(*entry));
      const bool fits = columns(entry->id) + 2 + columns(facts) <= style.columns;
      out += fmt::format("{}{}{}\n", entry->id, fits ? "  " : "\n  ", facts);
      out += "  " + escape_controls(cut(name_in(entry->title, language), style.columns - 2)) + "\n";
    }
    return out;
  }
  std::vector<std::vector<std::string>> rows = {
      {word(wording::id), word(wording::type), word(wording::level), word(wording::hardness), word(wording::question)}};
  for (const QuestionEntry* entry : entries)
    rows.push_back({entry->id, entry->type, entry->level, difficulty_of(*entry), cut(name_in(entry->title, language), title)});
  return table(rows, {Align::left, Align::left, Align::left, Align::right}, style);
}

std::optional<std::string> unsaid_word(const Bank& bank, const std::vector<std::string>& words, std::vector<std::string> names,
                                       const std::string& language) {
  for (const auto& [slug, name] : bank.areas()) names.push_back(slug);
  for (const auto& [slug, name] : bank.topics()) names.push_back(slug);
  for (const std::string& word : words) {
    PickRequest alone;
    alone.words = {word};
    if (Result<std::vector<const QuestionEntry*>> found = matching(bank, alone); found && found->empty())
      return say(wording::unknown_filter, language, word, meant(word, names, language));
  }
  return std::nullopt;
}

}  // namespace viva
