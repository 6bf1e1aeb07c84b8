// Keys that can be read where they should not stand: in the prompt, and in hints that are too cheap for it.
#include <fmt/format.h>

#include <cctype>

#include "lint/lints.h"
#include "lint/rubric_parts.h"
#include "text/fold.h"

namespace viva {
namespace {

constexpr double much = 0.5;  // of the credit: what a hint before the last one should not tell for nothing

// Where the next bracket opens, and what closes it.
std::pair<std::size_t, std::string_view> next_bracket(const std::string& text, std::size_t at) {
  const std::size_t round = std::min(text.find('(', at), text.size()), wide = std::min(text.find("（", at), text.size());
  return round < wide ? std::pair(round, std::string_view(")")) : std::pair(wide, std::string_view("）"));
}

// The prompt without its [[blanks]], and without choices in brackets: (held / released).
std::string without_blanks(const std::string& text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = std::min(text.find("[[", at), text.size()), to = text.find("]]", from);
    rest.append(text, at, from - at);
    rest.push_back(' ');
    at = to == std::string::npos ? text.size() : to + 2;
  }
  std::string kept;
  for (std::size_t at = 0; at < rest.size();) {
    const auto [from, mark] = next_bracket(rest, at);
    kept.append(rest, at, from - at);
    if (from == rest.size()) break;
    std::size_t to = rest.find(mark, from);
    to = to == std::string::npos ? rest.size() : to + mark.size();
    const std::string inside = rest.substr(from, to - from);
    const bool choices = inside.find(" / ") != std::string::npos || inside.find("／") != std::string::npos;
    kept += choices ? " " : inside;
    at = to;
  }
  return kept;
}

bool says(std::string_view folded, const Json& text, std::string_view language) {
  const std::string what = fold(text_in(text, language));
  return is_telling(what) && contains_words(folded, what);
}

// A right option that stands in the text while no wrong one does; empty: none.
std::string option_told(const Json& options, std::string_view folded, std::string_view language) {
  std::string told;
  for (const Json& option : options) {
    if (!says(folded, member(option, "text"), language)) continue;
    if (member(option, "correct") != true) return {};
    told = text_in(member(option, "text"), language);
  }
  return told;
}

// Short words, such as "test" and 一个, stand in many texts without telling anything.
bool is_everyday_word(const std::string& word) {
  if (has_han(word)) return word.size() <= 6;  // two characters
  return word.size() < 5 && std::all_of(word.begin(), word.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
}

struct BlanksTold {
  int told = 0, all = 0;
  std::string first, word;
};

BlanksTold blanks_told(const Json& blanks, std::string_view folded) {
  BlanksTold found;
  if (!blanks.is_object()) return found;
  for (const auto& [name, blank] : blanks.items()) {
    ++found.all;
    for (const Json& word : list_in(blank, "accept")) {
      if (!word.is_string() || is_everyday_word(word.get_ref<const std::string&>()) || !says(folded, word, "en")) continue;
      if (found.told++ == 0) found.first = name, found.word = word.get<std::string>();
      break;
    }
  }
  return found;
}

void lint_hint(const Material& question, const std::vector<RubricPart>& parts, std::size_t number, bool last, Warnings& warnings) {
  const Json& hint = list_in(question.content, "hints")[number];
  const Json& text = hint.is_object() && hint.contains("text") ? hint["text"] : hint;
  const double price = number_in(hint, "cost", 0);
  const std::string path = fmt::format("/hints/{}", number);
  for (std::string_view language : both_languages) {
    const std::string said = text_in(text, language), folded = fold(said);
    const std::string option = option_told(list_in(question.content, "options"), folded, language);
    const BlanksTold blanks = blanks_told(member(question.content, "blanks"), folded);
    const std::string output = fold(text_in(member(question.content, "output"), language));
    if (!last && price < much) {
      const char* remedy = "and is not the last one; let it only nudge, or give it a \"cost\" of 0.5 or more";
      if (!option.empty())
        return warnings.add(question, path, fmt::format("the hint says the key '{}' ({}), {}", option, language, remedy));
      if (blanks.all > 0 && blanks.told == blanks.all)
        return warnings.add(question, path, fmt::format("the hint says what goes into the blanks ({}), {}", language, remedy));
      if (is_telling(output) && contains_words(folded, output))
        return warnings.add(question, path, fmt::format("the hint says the output ({}), {}", language, remedy));
    }
    const IndexedText prompt(text_in(member(question.content, "prompt"), language)), units(said);
    double told = 0, all = 0;
    std::string names;
    for (const RubricPart& part : parts) {
      all += part.weight;
      if (part.weight <= 0 || !part.found_in(units) || part.found_in(prompt)) continue;
      told += part.weight;
      names += (names.empty() ? "" : ", ") + part.id;
    }
    const double share = all > 0 ? told / all : 0;
    if (share >= (last ? 1 : much) && price < share)
      return warnings.add(question, path,
                          fmt::format("the hint tells {} ({}), {:.0f} % of the credit, for {:.0f} %; say less, or raise its \"cost\"",
                                      names, language, share * 100, price * 100));
  }
}

}  // namespace

void lint_prompts(const Materials& questions, Warnings& warnings) {
  for (const Material& question : questions) {
    for (std::string_view language : both_languages) {
      const std::string prompt = fold(without_blanks(text_in(member(question.content, "prompt"), language)));
      const std::string option = option_told(list_in(question.content, "options"), prompt, language);
      if (!option.empty()) {
        warnings.add(question, "/prompt",
                     fmt::format("the key '{}' stands in the prompt ({}) and no other option does; word the prompt or the option otherwise",
                                 option, language));
        break;
      }
      const BlanksTold blanks = blanks_told(member(question.content, "blanks"), prompt);
      if (blanks.told == 0) continue;
      warnings.add(question, "/prompt",
                   fmt::format("'{}', which goes into the blank '{}', stands in the prompt itself ({}); word it otherwise", blanks.word,
                               blanks.first, language));
      break;
    }
  }
}

void lint_hints(const Materials& questions, const Glossary& glossary, Warnings& warnings) {
  for (const Material& question : questions) {
    const std::size_t count = list_in(question.content, "hints").size();
    if (count == 0) continue;
    const std::vector<RubricPart> parts = rubric_parts(question.content, glossary);
    for (std::size_t i = 0; i < count; ++i) lint_hint(question, parts, i, i + 1 == count, warnings);
  }
}

}  // namespace viva
