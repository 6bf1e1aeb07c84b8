#include "text/indexed_text.h"

#include <algorithm>
#include <functional>

namespace viva {

IndexedText::IndexedText(std::string_view utf8) : source_(within_limit(utf8)), units_(viva::units(source_)) {
  file_words();
  sentence_of_.reserve(units_.size());
  width_before_.reserve(units_.size() + 1);
  width_before_.push_back(0);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (i == 0 || units_[i].sentence != units_[i - 1].sentence) sentence_begin_.push_back(static_cast<std::uint32_t>(i));
    sentence_of_.push_back(static_cast<std::uint32_t>(sentence_begin_.size() - 1));
    width_before_.push_back(width_before_.back() + (units_[i].han ? 1 : 2));
  }
  sentence_begin_.push_back(size());
}

const std::vector<Figure>& IndexedText::figures() const {
  if (!figures_) figures_ = viva::figures(source_, units_);
  return *figures_;
}

void IndexedText::file_words() {
  std::size_t slots = 16;
  while (slots < units_.size() * 2) slots *= 2;
  by_text_.assign(slots, none);
  by_stem_.assign(slots, none);
  words_.reserve(std::min<std::size_t>(units_.size(), 64));
  word_of_.reserve(units_.size());
  for (const Unit& unit : units_) {
    std::uint32_t& found = slot(by_text_, unit.text, &Word::text);
    if (found == none) {
      found = static_cast<std::uint32_t>(words_.size());
      Word word{.text = unit.text, .stem = {}, .next_of_stem = none};
      if (!unit.han) {
        word.stem = stem(unit.text);
        word.alphabetic = std::all_of(unit.text.begin(), unit.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        for (char c : unit.text) word.letters |= c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 0;
        std::uint32_t& same_stem = slot(by_stem_, word.stem, &Word::stem);
        word.next_of_stem = same_stem;
        same_stem = found;
        latin_.push_back({head_of(word.text), head_of(word.stem), word.letters, static_cast<std::uint32_t>(word.text.size()), found});
      }
      words_.push_back(std::move(word));
    }
    word_of_.push_back(found);
    ++words_[found].count;
  }
  std::uint32_t first = 0;
  for (Word& word : words_) {
    word.first = first;
    first += word.count;
    word.count = 0;
  }
  positions_.resize(units_.size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    Word& word = words_[word_of_[i]];
    positions_[word.first + word.count++] = i;
  }
}

std::uint64_t IndexedText::head_of(std::string_view word) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) head = head << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0u);
  return head;
}

std::uint32_t& IndexedText::slot(std::vector<std::uint32_t>& table, std::string_view key, std::string Word::*member) {
  std::size_t at = std::hash<std::string_view>{}(key) & (table.size() - 1);
  while (table[at] != none && words_[table[at]].*member != key) at = (at + 1) & (table.size() - 1);
  return table[at];
}

std::uint32_t IndexedText::look_up(const std::vector<std::uint32_t>& table, std::string_view key, std::string Word::*member) const {
  std::size_t at = std::hash<std::string_view>{}(key) & (table.size() - 1);
  while (table[at] != none && words_[table[at]].*member != key) at = (at + 1) & (table.size() - 1);
  return table[at];
}

std::uint32_t IndexedText::find_word(std::string_view text) const { return look_up(by_text_, text, &Word::text); }
std::uint32_t IndexedText::find_stem(std::string_view stem) const { return look_up(by_stem_, stem, &Word::stem); }

}  // namespace viva
