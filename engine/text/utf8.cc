#include "text/utf8.h"

namespace viva {

CodePoint next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return {lead, true};
  if (lead < 0xc2 || lead > 0xf4) return {};
  const int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  char32_t value = static_cast<char32_t>(lead & (0x3f >> more));
  for (int i = 0; i < more; ++i) {
    if (at == text.size()) return {};
    const auto trail = static_cast<unsigned char>(text[at]);
    // The second byte has a narrower range behind four leads: overlong forms, surrogates, beyond U+10FFFF.
    unsigned char least = 0x80, most = 0xbf;
    if (i == 0 && lead == 0xe0) least = 0xa0;
    if (i == 0 && lead == 0xed) most = 0x9f;
    if (i == 0 && lead == 0xf0) least = 0x90;
    if (i == 0 && lead == 0xf4) most = 0x8f;
    if (trail < least || trail > most) return {};
    value = (value << 6) | (trail & 0x3fu);
    ++at;
  }
  return {value, true};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3f));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
}

}  // namespace viva
