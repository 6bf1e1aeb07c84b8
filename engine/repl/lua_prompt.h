// Lua typed at the prompt. It runs in a caged worker of its own, beside the shipped scripts, and keeps its globals from line to line. What
// it registers (question types, rules, rounds) can be used at once.
#pragma once

#include "repl/desk.h"

namespace viva {

enum class LuaOutcome { done, failed, incomplete };

// Runs a chunk and shows its values, what it prints, or its error. `name` is Lua's name for the chunk ("@prompt", "@file.lua").
// `incomplete`: it is the beginning of a chunk, and nothing was done. `failed`: an error was shown.
LuaOutcome try_lua(Desk& desk, const std::string& text, const std::string& name);

// The same where there is no more to come: an incomplete chunk is an error.
LuaOutcome run_lua(Desk& desk, const std::string& text, const std::string& name);

}  // namespace viva
