// What Tab offers at the prompt.
#pragma once

#include <string_view>

#include "repl/desk.h"

namespace viva {

// Commands and what may stand behind them; Lua's globals, the fields of its libraries and the keys of the registering calls. While a
// question is open, only commands: an answer is the candidate's own. `typed_before`: earlier lines of the same chunk of Lua.
Completion complete_line(const Desk& desk, std::string_view typed_before, std::string_view line, std::size_t cursor);

}  // namespace viva
