// Simple colours for programs: comments, strings, numbers and keywords, found by a scanner that knows a language only by its comment signs,
// quotes and keywords. A wrong guess costs a colour, nothing else.
#pragma once

#include <string_view>

#include "repl/styled.h"

namespace viva {

// `language` as written behind the fence ("python", "sql"); unknown or empty: the text keeps its looks.
void color_code(Styled& code, std::string_view language);

}  // namespace viva
