// The pieces a pattern is made of, and where they occur in a text. pattern.h is the door to this; here is what it and the matcher share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/indexed_text.h"

namespace viva {

// One word or Han character of a pattern, or a figure, which is an atom of its own.
struct Piece {
  enum class Kind : std::uint8_t { exact, stem, prefix, figure };
  Kind kind;
  std::string text;  // without = and *
  std::string stem;  // Kind::stem only
  std::uint32_t letters = 0;
  std::shared_ptr<const WantedFigure> figure = nullptr;

  static Piece exact(std::string text) { return {Kind::exact, std::move(text), {}, 0, nullptr}; }
  static Piece prefix(std::string text) { return {Kind::prefix, std::move(text), {}, 0, nullptr}; }
  static Piece amount(std::string text, WantedFigure figure);
  // Matches words of the same stem, and from five letters on words with one slip.
  static Piece word(std::string text);

  bool matches(const IndexedText::Word& word) const;  // never true of a figure
};

using Atom = std::vector<Piece>;  // pieces that stand side by side; never empty
using Term = std::vector<Atom>;   // alternatives

// Units [start, end) of a text, within one sentence.
struct Occurrence {
  std::uint32_t start, end;
};

// Where the term occurs: ordered by sentence, then by alternative as written, then by position. What two alternatives both find is there
// twice.
std::vector<Occurrence> occurrences(const Term& term, const IndexedText& text);

// Whether one insertion, deletion, replacement or swap of neighbours makes one word the other. Equal words count, too.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace viva
