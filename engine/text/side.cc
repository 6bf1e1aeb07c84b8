#include "text/side.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/function_words.h"

namespace viva {
namespace {

constexpr std::size_t looked_at = 24;    // units at the beginning of a text: a choice that comes later is no statement
constexpr std::size_t han_of_thing = 2;  // characters beside 还是 that stand for what is offered

constexpr std::string_view auxiliaries[] = {"is",  "are",  "was",  "were",  "do",     "does",  "did", "can",
                                            "has", "have", "will", "would", "should", "could", "must"};
constexpr std::string_view asking[] = {"是否",   "吗",     "能否",   "可否",     "对不对", "是不是", "能不能",
                                       "会不会", "有没有", "行不行", "可不可以", "要不要", "正确",   "对还是错"};

// What leads up to a side, and the sides. Latin words have a space behind them, Han characters none.
constexpr std::string_view leads[] = {"the ",     "this ", "that ",    "it ",    "statement ", "answer ",  "claim ", "is ",
                                      "in ",      "my ",   "opinion ", "i ",     "think ",     "believe ", "say ",   "would ",
                                      "答案",     "答",    "我认为",   "我觉得", "我",         "个人认为", "这句话", "这种说法",
                                      "这个说法", "这",    "该",       "说法",   "叙述",       "结论",     "此",     "应该"};
constexpr std::string_view noes[] = {"no ",    "nope ",  "not ", "false ", "wrong ", "incorrect ", "untrue ", "never ",
                                     "错",     "不正确", "不对", "不是",   "不可以", "不能",       "不会",    "不需要",
                                     "不一定", "不行",   "没有", "并不",   "并非",   "否",         "是错",    "是不"};
constexpr std::string_view yeses[] = {"yes ", "yeah ", "true ", "correct ", "right ", "正确", "对",
                                      "是",   "可以",  "能",    "会",       "需要",   "有",   "行"};

bool is_auxiliary(std::string_view word) {
  return std::find(std::begin(auxiliaries), std::end(auxiliaries), word) != std::end(auxiliaries);
}

std::string beginning(const IndexedText& text) {
  std::string start;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), looked_at); ++i) {
    start += text.units()[i].text;
    if (!text.units()[i].han) start += ' ';
  }
  return start;
}

// 1 yes, -1 no.
int yes_or_no(const IndexedText& text) {
  const std::string whole = beginning(text);
  std::string_view rest = whole;
  auto starts_with_one_of = [&](const auto& list) {
    return std::any_of(std::begin(list), std::end(list), [&](std::string_view one) { return rest.starts_with(one); });
  };
  for (bool more = true; more;) {
    if (starts_with_one_of(noes)) return -1;
    if (starts_with_one_of(yeses)) return 1;
    more = false;
    for (std::string_view lead : leads) {
      if (!rest.starts_with(lead)) continue;
      rest.remove_prefix(lead.size());
      more = true;
      break;
    }
  }
  return 0;
}

}  // namespace

Sides::Sides(const std::vector<std::string>& questions) {
  for (const std::string& question : questions) {
    asks_yes_or_no_ |=
        std::any_of(std::begin(asking), std::end(asking), [&](std::string_view one) { return question.find(one) != std::string::npos; });
    read(IndexedText(question));
  }
}

void Sides::read(const IndexedText& question) {
  const std::vector<Unit>& units = question.units();
  for (std::uint32_t i = 0; i < question.size(); ++i) {
    if ((i == 0 || units[i - 1].clause != units[i].clause) && is_auxiliary(units[i].text)) asks_yes_or_no_ = true;
    if (i == 0 || i + 1 >= question.size()) continue;
    if (units[i].text == "or" && !units[i - 1].han && units[i - 1].clause == units[i].clause) {
      std::uint32_t next = i + 1;
      while (next + 1 < question.size() && is_function_word(units[next].text)) ++next;
      const IndexedText::Word &first = question.word_at(i - 1), &second = question.word_at(next);
      const bool are_words =
          !units[next].han && units[next].clause == units[i].clause && !is_function_word(first.text) && !is_function_word(second.text);
      if (are_words && first.text != "and" && second.text != "not" && first.stem != second.stem)
        offered_.push_back({{first.stem}, {second.stem}});
    } else if (units[i].text == "还" && units[i + 1].text == "是" && i >= han_of_thing && i + 1 + han_of_thing < question.size()) {
      Thing first, second;
      for (std::size_t n = 0; n < han_of_thing; ++n) {
        first.push_back(units[i - han_of_thing + n].text);
        second.push_back(units[i + 2 + n].text);
      }
      if (first != second) offered_.push_back({first, second});
    }
  }
}

Sides::Taken Sides::taken(const IndexedText& text) const {
  Taken taken;
  if (asks_yes_or_no_) taken.yes = yes_or_no(text);
  const std::size_t size = std::min<std::size_t>(text.size(), looked_at);
  auto stem_at = [&](std::size_t i) -> std::string_view {
    const IndexedText::Word& word = text.word_at(static_cast<std::uint32_t>(i));
    return word.stem.empty() ? std::string_view(word.text) : std::string_view(word.stem);
  };
  // Where a thing is named first. One word may be written as two: connection-less.
  auto place_of = [&](const Thing& thing) {
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t same = 0;
      while (same < thing.size() && i + same < size && stem_at(i + same) == thing[same]) ++same;
      if (same == thing.size()) return i;
      if (thing.size() == 1 && i + 1 < size && !text.units()[i].han && stem(text.units()[i].text + text.units()[i + 1].text) == thing[0])
        return i;
    }
    return size;
  };
  for (const auto& [first, second] : offered_) {
    const std::size_t first_at = place_of(first), second_at = place_of(second);
    taken.offered.push_back(first_at < second_at ? 1 : second_at < first_at ? -1 : 0);
  }
  return taken;
}

Side Sides::compare(const Taken& a, const Taken& b) {
  auto both = [](int one, int other) { return one * other > 0 ? Side::same : one * other < 0 ? Side::other : Side::unknown; };
  for (std::size_t i = 0; i < a.offered.size(); ++i)
    if (const Side side = both(a.offered[i], b.offered[i]); side != Side::unknown) return side;
  return both(a.yes, b.yes);
}

}  // namespace viva
