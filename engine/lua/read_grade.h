// What the prelude's `evaluate` gave back for one answer, as the grade that the record is written from.
#pragma once

#include <lua.hpp>
#include <string>

#include "lua/record.h"

namespace viva::lua {

// Reads the six results, which are all that is on the stack, and leaves them there: the grade refers to the response and the result. What is
// wrong with them is in its `fault`. Runs no Lua code.
Grade read_grade(lua_State* thread, const std::string& language);

}  // namespace viva::lua
