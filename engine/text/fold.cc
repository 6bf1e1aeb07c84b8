#include "text/fold.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace viva {
namespace {

// What NFKC leaves as it is although people type it for an ASCII character. Full-width forms (，：（！) and … are already ASCII here.
constexpr struct {
  std::u32string_view typed;
  char32_t meant;
} punctuation[] = {
    {U"。", '.'},      {U"、", ','},         {U"“”„‟〝〞〟「」『』«»", '"'},
    {U"‘’‚‛′ʼ", '\''}, {U"【〔〖〘〚", '['}, {U"】〕〗〙〛", ']'},
    {U"《〈‹⟨", '<'},  {U"》〉›⟩", '>'},     {U"—–‐‑‒―−", '-'},
    {U"〜∼", '~'},     {U"·×⋅∙•・∗✕✖", '*'}, {U"÷⁄∕", '/'},
    {U"∶", ':'},
};

char32_t ascii_for(char32_t c) {
  if (c < 0xab || (c >= 0x3400 && c <= 0x9fff)) return c;
  for (const auto& [typed, meant] : punctuation) {
    if (typed.find(c) != typed.npos) return meant;
  }
  return c;
}

bool ends_line(char32_t c) { return c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_space(char32_t c) { return c == ' ' || c == '\t' || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c))); }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

// Calls `write(character, from, to)` for every character of the folded text.
template <class Write>
void each_folded(std::string_view utf8, Write write) {
  bool begun = false, gap = false, space = false;
  int line_ends = 0;  // white space since the last character is written when another one follows
  std::uint32_t gap_from = 0, gap_to = 0;
  const std::vector<NormalChar> all = normalize(utf8);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const NormalChar& c = all[i];
    if (ends_line(c.value) || is_space(c.value)) {
      if (!gap) gap_from = c.from;
      gap = true;
      gap_to = c.to;
      const bool first_of_crlf = c.value == '\r' && i + 1 < all.size() && all[i + 1].value == '\n';
      if (!ends_line(c.value)) {
        space = true;
      } else if (!first_of_crlf) {
        ++line_ends;
      }
      continue;
    }
    if (is_control(c.value)) continue;
    if (begun) {
      for (int n = 0; n < line_ends; ++n) write(U'\n', gap_from, gap_to);
      if (space && line_ends == 0) write(U' ', gap_from, gap_to);
    }
    begun = true;
    gap = space = false;
    line_ends = 0;
    write(ascii_for(c.value), c.from, c.to);
  }
}

}  // namespace

Folded fold_with_origin(std::string_view utf8) {
  Folded folded;
  folded.cut = utf8.size() > max_text_bytes;
  each_folded(utf8, [&](char32_t c, std::uint32_t from, std::uint32_t to) {
    append_utf8(folded.text, c);
    folded.origin_begin.resize(folded.text.size(), from);
    folded.origin_end.resize(folded.text.size(), to);
  });
  return folded;
}

std::string fold(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  each_folded(utf8, [&](char32_t c, std::uint32_t, std::uint32_t) { append_utf8(text, c); });
  return text;
}

}  // namespace viva
