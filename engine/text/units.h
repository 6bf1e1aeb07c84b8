// A text as patterns see it: its words, numbers and Han characters, each with the place it came from.
//
//   units("Don't use 数据库!")   do(0..2) not(2..5) use(6..9) 数(10..13) 据(13..16) 库(16..19)
//
// - A unit is one Han character, or a run of a–z and 0–9 (with "++" or "#" behind it: c++, c#) after normalization (normal.h). Accents do
//   not count (naïve is naive). Everything else separates: snake_case and i/o are two units each, 3.14 too; camelCase is one.
// - "n't" at the end of a word is the unit "not", whose span lies inside the word.
// - A sentence ends at 。！？!?；; at a line end, and at a full stop before white space or the end. A clause ends there and at , ： : 、 (
// ).
//   Sentences and clauses are numbered upwards; numbers may be left out where nothing stands between two ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/normal.h"

namespace viva {

struct Unit {
  std::string text;        // lower case
  std::uint32_t from, to;  // bytes of the original, 0-based, half-open
  int sentence, clause;
  bool han;
};

// Accepts any bytes. Of a text longer than max_text_bytes only the beginning is read.
std::vector<Unit> units(std::string_view utf8);

// Snowball's English stem of a lower-case word.
std::string stem(std::string_view word);

}  // namespace viva
