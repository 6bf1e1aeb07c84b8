// The first step of everything that compares texts: one form for characters that mean the same.
//
// NFKC (full-width Ａ is A, ㎏ is kg, a letter and its accent are one), case folding, and removal of what cannot be seen (zero-width and
// formatting characters); this is Unicode's NFKC_Casefold. Each character knows the bytes it came from. Bytes that are not UTF-8 become
// U+FFFD. Control characters, spaces and punctuation stay; fold.h and units.h treat them differently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace viva {

// Longer texts are cut there, between two characters: nobody types this much, and time and memory stay bounded.
constexpr std::size_t max_text_bytes = 256u << 10;

struct NormalChar {
  char32_t value;
  std::uint32_t from, to;  // bytes of the original; characters made from the same bytes share them
};

std::vector<NormalChar> normalize(std::string_view utf8);

// The part of a text that is looked at: all of it, or what fits into max_text_bytes.
std::string_view within_limit(std::string_view utf8);

}  // namespace viva
