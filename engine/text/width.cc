#include "text/width.h"

#include <fmt/format.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "text/utf8.h"

namespace viva {
namespace {

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

int width_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return 0;
  if (c < 0x300) return 1;
  if (c >= 0x1160 && c <= 0x11ff) return 0;  // vowels and finals of decomposed Hangul join the syllable before them
  const std::uint32_t invisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  if (U_MASK(u_charType(static_cast<UChar32>(c))) & invisible) return 0;
  const auto east_asian = static_cast<UEastAsianWidth>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH));
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

// A grapheme is as wide as its widest code point: families and flags are sequences of emoji drawn as one. U+FE0F asks for the emoji form.
int grapheme_width(std::string_view grapheme) {
  int width = 0;
  int flag_letters = 0;
  for (std::size_t at = 0; at < grapheme.size();) {
    const char32_t c = next_code_point(grapheme, at).value;
    width = std::max(width, width_of(c));
    if (c >= 0x1f1e6 && c <= 0x1f1ff) ++flag_letters;
    if (c == 0xfe0f && width > 0) width = 2;
  }
  return flag_letters == 2 ? 2 : width;
}

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

Iterator open_iterator(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(ubrk_open(type, "en", nullptr, 0, &status));  // a fixed locale: the same breaks on every machine
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot open its break rules: ") + u_errorName(status));
  return iterator;
}

// Calls `visit(offset)` for every boundary behind the start, until it returns false.
template <class Visit>
void each_boundary(UBreakIterator* iterator, std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, &view, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot read a text: ") + u_errorName(status));
  for (std::int32_t at = ubrk_first(iterator); (at = ubrk_next(iterator)) != UBRK_DONE;) {
    if (!visit(static_cast<std::size_t>(at))) break;
  }
  utext_close(&view);
}

UBreakIterator* graphemes() {
  thread_local Iterator iterator = open_iterator(UBRK_CHARACTER);
  return iterator.get();
}

UBreakIterator* lines() {
  thread_local Iterator iterator = open_iterator(UBRK_LINE);
  return iterator.get();
}

bool needs_escape(char32_t c) {
  if (c == '\n' || c == '\t') return false;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return true;
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

int columns(std::string_view text) {
  if (is_plain_ascii(text)) return static_cast<int>(text.size());
  int sum = 0;
  std::size_t from = 0;
  each_boundary(graphemes(), text, [&](std::size_t to) {
    sum += grapheme_width(text.substr(from, to - from));
    from = to;
    return true;
  });
  return sum;
}

std::string_view take_columns(std::string_view text, int most) {
  if (most <= 0) return text.substr(0, 0);
  if (is_plain_ascii(text)) return text.substr(0, static_cast<std::size_t>(most));
  int sum = 0;
  std::size_t from = 0;
  each_boundary(graphemes(), text, [&](std::size_t to) {
    sum += grapheme_width(text.substr(from, to - from));
    if (sum > most) return false;
    from = to;
    return true;
  });
  return text.substr(0, from);
}

std::vector<std::size_t> line_break_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  if (text.empty()) return offsets;
  each_boundary(lines(), text, [&](std::size_t at) {
    offsets.push_back(at);
    return true;
  });
  return offsets;
}

std::string escape_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const auto [c, valid] = next_code_point(text, at);
    if (!valid) {
      for (char byte : text.substr(from, at - from)) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    } else if (needs_escape(c)) {
      out += c < 0x80 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c)) : fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out.append(text, from, at - from);
    }
  }
  return out;
}

}  // namespace viva
