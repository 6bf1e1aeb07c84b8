#include "repl/wide.h"

#include "text/utf8.h"

namespace viva {

std::wstring to_wide(std::string_view text) {
  std::wstring out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at).value;
    if (c != 0) out += static_cast<wchar_t>(c);
  }
  return out;
}

std::string from_wide(std::wstring_view text) {
  std::string out;
  for (const wchar_t c : text) append_utf8(out, static_cast<char32_t>(c));
  return out;
}

}  // namespace viva
