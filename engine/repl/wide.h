// Between UTF-8 and the wide characters that libedit works in (UTF-32 on Linux).
#pragma once

#include <string>
#include <string_view>

namespace viva {

std::wstring to_wide(std::string_view text);  // what is not UTF-8 becomes U+FFFD; NUL is left out
std::string from_wide(std::wstring_view text);

}  // namespace viva
