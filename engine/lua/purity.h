// Has a callback kept something from one answer to the next?
//
// Grading must not depend on what was graded before. Scripts can break that in two ways: by changing the question they were given, and by
// keeping state in a local variable or table that outlives the call. Both are found by comparing a fingerprint of everything the registered
// callbacks can reach (their upvalues, the tables in them, their environments, and so on) before and after. Of a coroutine it counts how
// often it was resumed: what it holds cannot change in any other way.
//
// What this does not find is a change that is taken back before anybody looks. Where the callbacks of a pack take part, the engine looks
// after every answer, at what these can reach; where only shipped scripts do, after the first answer of a frame and after the last: they do
// not mean to deceive, and tests grade with them in every order.
#pragma once

#include <cstdint>
#include <functional>
#include <lua.hpp>
#include <set>
#include <string>

namespace viva::lua {

using Sources = std::set<std::string, std::less<>>;

// A hash of all plain data, tables and functions reachable from the value at `index`, identities included. The same value gives the same
// hash within one state as long as nothing reachable changed. What the engine's libraries and the prelude's own functions hold is left out;
// so is what functions from the sources `trusted` ("@scripts/lib/order.lua") hold: others cannot change it, unless they are given it, and
// then they are looked into.
std::uint64_t fingerprint(lua_State* lua, int index, const Sources& trusted = {});

}  // namespace viva::lua
