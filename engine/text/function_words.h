// Words that hold sentences together and say nothing of their own: "the", "of", "is". Most of them stand in every answer, so they are no
// evidence; where they are missing, somebody listed words; where those of another language stand, nobody can judge the answer.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/indexed_text.h"

namespace viva {

// English. Negations are none of them: they turn a statement round.
bool is_function_word(std::string_view word);

// What an answer looks like, whatever it says.
struct Form {
  std::uint32_t latin = 0, han = 0;  // Latin words and numbers, Han characters
  std::uint32_t function_words = 0;  // of the Latin words
  std::uint32_t particles = 0;       // of the Han characters: 的 了 是 在 …
  std::uint32_t han_pieces = 0;      // runs of Han characters with nothing between them
  std::uint32_t torn = 0;            // pairs that no sentence has side by side: "the is", "of and"
  bool foreign = false;              // in a language that is neither English nor Chinese
  bool framed = false;               // calls all that it says false (framing.h)
  double han_share = 0;              // a Latin word counts like two Han characters

  bool wordless() const { return latin + han == 0; }
};

// `original` tells letters that are no units (Cyrillic, Hangul, Kana) from nothing at all.
Form form_of(const IndexedText& answer, std::string_view original);

}  // namespace viva
