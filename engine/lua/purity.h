// Has a callback kept something from one answer to the next?
//
// Grading must not depend on what was graded before. Scripts can break that in two ways: by changing the question they were given, and by
// keeping state in a local variable or table that outlives the call. Both are found by comparing a fingerprint of everything the registered
// callbacks can reach (their upvalues, the tables in them, their environments, and so on) before and after. Of a coroutine it counts how often it was
// resumed: what it holds cannot change in any other way.
//
// What this does not find: a change that is taken back before anybody looks. The engine looks after the first answer of a frame and after the last,
// so a script that wants to deceive its own author can.
#pragma once

#include <cstdint>
#include <lua.hpp>

namespace viva::lua {

// A hash of all plain data, tables and functions reachable from the value at `index`, identities included. The same value gives the same hash
// within one state as long as nothing reachable changed. Libraries and the prelude's own tables count by identity only.
std::uint64_t fingerprint(lua_State* lua, int index);

}  // namespace viva::lua
