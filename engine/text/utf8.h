// UTF-8, one code point at a time, for bytes that may come from anywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace viva {

constexpr char32_t replacement_character = 0xfffd;

struct CodePoint {
  char32_t value = replacement_character;
  bool valid = false;  // false: the bytes were not UTF-8, `value` is U+FFFD
};

// The code point at byte `at`, which moves behind it. `at` must be inside the text. Of a faulty sequence the bytes that could have begun
// a character are taken together (as the Unicode standard advises, and as ICU does); there is always progress.
CodePoint next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace viva
