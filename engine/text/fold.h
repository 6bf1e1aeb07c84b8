// Two texts that a person would call the same become the same bytes: for comparing what people type with what was expected.
//
//   fold("  ＡＰＩ：“数据库”。 ")   "api:\"数据库\"."
//   fold("O(n·log n)")            "o(n*log n)"
//
// - Normalized as in normal.h: NFKC, case folded, invisible characters removed. Control characters are removed as well.
// - Chinese and typographic punctuation becomes ASCII: ， 、 → ,   。 → .   （ ） ［ ］ 【 】 〔 〕 → ( ) [ ]   「 」 『 』 “ ” « » → "
//   ‘ ’ ′ → '   《 》 〈 〉 → < >   — – − → -   … → ...   ～ → ~   · × ∗ • → *   ÷ ∕ → /   ∶ → :
// - A run of white space of any kind is one space. Line ends of any kind are "\n" and stay, without spaces beside them. Nothing of this
//   kind is left at the two ends of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/normal.h"

namespace viva {

struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin_begin, origin_end;  // for each byte of `text`: the bytes of the original that it was made from
  bool cut = false;                                     // the original was longer than max_text_bytes, and its end was not looked at

  // The bytes of the original behind a non-empty span of `text`.
  std::pair<std::uint32_t, std::uint32_t> origin(std::size_t from, std::size_t to) const {
    return {origin_begin[from], origin_end[to - 1]};
  }
};

// Accepts any bytes; what is not UTF-8 becomes U+FFFD.
Folded fold_with_origin(std::string_view utf8);
std::string fold(std::string_view utf8);

}  // namespace viva
