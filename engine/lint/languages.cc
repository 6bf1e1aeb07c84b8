// Do the two texts of a question say the same? Words cannot be compared, but what does not change in translation can: code, numbers and
// lines.
#include <fmt/format.h>

#include "lint/lints.h"

namespace viva {
namespace {

using Strings = std::set<std::string>;

// Cuts `code spans` and ```blocks``` out of a text: what is left of it, and the spans without their blanks at the ends.
std::string cut_code(const std::string& text, std::multiset<std::string>& spans) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '`') {
      rest.push_back(text[at++]);
      continue;
    }
    std::size_t ticks = 0;
    while (at + ticks < text.size() && text[at + ticks] == '`') ++ticks;
    std::size_t end = text.find(std::string(ticks, '`'), at + ticks);
    if (end == std::string::npos) end = text.size();
    std::string span = text.substr(at + ticks, end - at - ticks);
    // A block may have comments in the reader's language: what is compared is that it is there.
    spans.insert(ticks > 2 ? std::string("a block of code") : span);
    rest.push_back(' ');
    at = std::min(text.size(), end + ticks);
  }
  return rest;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers without their zeros at the end, so that 20,000, 2万 and "20 thousand" are the same: those that have at least so many digits.
Strings numbers_in(const std::string& text, std::size_t least_digits) {
  Strings found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::string number;
    for (; at < text.size(); ++at) {
      const bool groups =
          text[at] == ',' && at + 3 < text.size() && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]);
      if (is_digit(text[at]))
        number.push_back(text[at]);
      else if (!groups && text[at] != '.')
        break;
    }
    if (number.size() < least_digits) continue;
    number.erase(number.find_last_not_of('0') + 1);
    found.insert(number);
  }
  return found;
}

// Of the numbers with three digits and more in one text, one that the other does not have; small ones, and 1, 10, 1000, are words in one of
// the languages often enough.
std::string lost_number(const std::string& from, const std::string& other) {
  const Strings there = numbers_in(other, 1);
  for (const std::string& number : numbers_in(from, 3))
    if (number.size() > 1 && !there.count(number)) return number;
  return {};
}

// What one of the texts has and the other lacks, as a sentence; empty: nothing.
std::string difference(const std::string& en, const std::string& zh) {
  std::multiset<std::string> en_code, zh_code;
  const std::string en_rest = cut_code(en, en_code), zh_rest = cut_code(zh, zh_code);
  if (has_han(en_rest)) return "there are Chinese characters outside code in the English text; translate them";
  // A program in one of the languages holds words of it, and a span that has some is the other one's in translation.
  auto missing = [&](const std::multiset<std::string>& a, const std::multiset<std::string>& b, const std::string& other_rest) {
    for (const std::string& span : a)
      if (!has_han(span) && !b.count(span) && other_rest.find(span) == std::string::npos) return span;
    return std::string();
  };
  const bool translated = std::any_of(zh_code.begin(), zh_code.end(), [](const std::string& span) { return has_han(span); });
  if (const std::string lost = missing(zh_code, en_code, en_rest); !lost.empty()) return "`" + lost + "` is in the Chinese text only";
  if (translated) return {};
  if (const std::string lost = missing(en_code, zh_code, zh_rest); !lost.empty()) return "`" + lost + "` is in the English text only";
  if (const std::string lost = lost_number(en_rest, zh); !lost.empty())
    return "a number with the digits " + lost + " is in the English text only";
  if (const std::string lost = lost_number(zh_rest, en); !lost.empty())
    return "a number with the digits " + lost + " is in the Chinese text only";
  if (!has_han(zh_rest) && words_in(zh_rest) > 2 && words_in(en_rest) > 2 && zh_rest == en_rest)
    return "the Chinese text is the English one; translate it";
  return {};
}

// Plain texts that people read must read well in both languages.
void lint_plain(const Material& question, const Json& text, const std::string& path, Warnings& warnings) {
  if (!text.is_string() && !text.is_array()) return;
  std::multiset<std::string> code;
  const std::string rest = cut_code(text_in(text, "en"), code);
  if (has_han(rest)) return warnings.add(question, path, "one plain text for both languages holds Chinese; give {\"en\", \"zh\"}");
  constexpr int most_words = 5;
  if (words_in(rest) > most_words)
    warnings.add(question, path, "one plain text for both languages holds English sentences; give {\"en\", \"zh\"}");
}

}  // namespace

void lint_languages(const Materials& questions, Warnings& warnings) {
  for (const Material& question : questions) {
    each_text(question.content, [&](const std::string& path, const Json& text) {
      const Json &en = member(text, "en"), &zh = member(text, "zh");
      const std::string differs = difference(text_in(en, "en"), text_in(zh, "zh"));
      if (!differs.empty()) return warnings.add(question, path, differs + "; one of them may be older than the other");
    });
    lint_plain(question, member(question.content, "prompt"), "/prompt", warnings);
    lint_plain(question, member(question.content, "explanation"), "/explanation", warnings);
    const Json& hints = list_in(question.content, "hints");
    for (std::size_t i = 0; i < hints.size(); ++i)
      lint_plain(question, hints[i].is_object() ? member(hints[i], "text") : hints[i], fmt::format("/hints/{}", i), warnings);
    const Json& options = list_in(question.content, "options");
    for (std::size_t i = 0; i < options.size(); ++i) {
      lint_plain(question, member(options[i], "text"), fmt::format("/options/{}/text", i), warnings);
      lint_plain(question, member(options[i], "why"), fmt::format("/options/{}/why", i), warnings);
    }
  }
}

}  // namespace viva
