// Kinds of characters, of normalized text.
#pragma once

namespace viva {

inline bool is_latin(char32_t c) { return c >= 'a' && c <= 'z'; }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af); }

}  // namespace viva
