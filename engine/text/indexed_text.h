// An answer prepared for being searched by many patterns: each distinct word is stemmed and filed once, so that looking for a word costs
// the same however long the answer is.
//
//   IndexedText answer("It rolls back, but it doesn't close.");
//   auto match = pattern.find(answer);
//
// Does not change once made, but is for one thread: figures are read when they are first asked for. Building takes time in proportion to
// the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/figures.h"
#include "text/units.h"

namespace viva {

class IndexedText {
 public:
  // A word (or Han character) of the text, however often it stands there.
  struct Word {
    std::string text;
    std::string stem;                    // of Latin words and numbers; a Han character has none
    std::uint32_t letters = 0;           // bit n: the n-th letter of the alphabet occurs
    bool alphabetic = false;             // a–z only: no digit, ++ or #
    std::uint32_t next_of_stem;          // the next word with the same stem, or none
    std::uint32_t first = 0, count = 0;  // where its positions are
  };
  static constexpr std::uint32_t none = 0xffffffff;

  explicit IndexedText(std::string_view utf8);

  const std::vector<Unit>& units() const { return units_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }

  const std::vector<Word>& words() const { return words_; }
  const Word& word_at(std::uint32_t unit) const { return words_[word_of_[unit]]; }
  // The Latin words, each with what rules most of them out without a look at the letters themselves.
  struct Sketch {
    std::uint64_t head, stem_head;  // the first eight bytes, the first one uppermost, 0 behind the end
    std::uint32_t letters;
    std::uint32_t length;
    std::uint32_t word;  // index into words()
  };
  const std::vector<Sketch>& latin_words() const { return latin_; }
  static std::uint64_t head_of(std::string_view word);
  // The word itself, and the first word with this stem: indices into words(), or none.
  std::uint32_t find_word(std::string_view text) const;
  std::uint32_t find_stem(std::string_view stem) const;
  // The units that are this word, ascending.
  const std::uint32_t* positions(const Word& word) const { return positions_.data() + word.first; }

  // Sentences counted from 0 without gaps, and the units of each.
  std::uint32_t sentence_at(std::uint32_t unit) const { return sentence_of_[unit]; }
  std::uint32_t sentence_begin(std::uint32_t sentence) const { return sentence_begin_[sentence]; }
  std::uint32_t sentence_end(std::uint32_t sentence) const { return sentence_begin_[sentence + 1]; }

  // Numbers with their units, and complexity classes, in their order.
  const std::vector<Figure>& figures() const;

  // How far it is from one unit to another: a Han character between them counts 1, a Latin word 2. 0 when `to` is not behind `from`.
  std::uint32_t width(std::uint32_t from, std::uint32_t to) const { return to > from ? width_before_[to] - width_before_[from] : 0; }

 private:
  std::uint32_t& slot(std::vector<std::uint32_t>& table, std::string_view key, std::string Word::*member);
  std::uint32_t look_up(const std::vector<std::uint32_t>& table, std::string_view key, std::string Word::*member) const;
  void file_words();

  std::string source_;
  mutable std::optional<std::vector<Figure>> figures_;
  std::vector<Unit> units_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> word_of_, positions_;
  std::vector<Sketch> latin_;
  std::vector<std::uint32_t> by_text_, by_stem_;  // hash tables with open addressing, a power of two long, at most half full
  std::vector<std::uint32_t> sentence_of_, sentence_begin_, width_before_;
};

}  // namespace viva
