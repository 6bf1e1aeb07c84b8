// What scripts see of Lua and of the engine: one file per library, and one table that opens them all.
#pragma once

#include <lua.hpp>

namespace viva::lua {

// Each pushes one table of functions.
void push_base_library(lua_State* lua);    // pairs, next, tostring, load, setmetatable, print, … in their bounded, ordered forms
void push_string_library(lua_State* lua);  // string: patterns charge the budget
void push_table_library(lua_State* lua);   // table: charged, and kept away from tables that cannot be changed
void push_json_library(lua_State* lua);    // json
void push_text_library(lua_State* lua);    // text
void push_values_library(lua_State* lua);  // values
void push_host_functions(lua_State* lua);  // only for the prelude: spelling, source positions, draws

// `tostring` as scripts see it: no addresses. Pushes a string.
void push_tostring(lua_State* lua, int index);

// Fills the state: the libraries above and the prelude, behind read-only tables. Leaves the table of functions that the prelude keeps for
// the engine on the stack. Raises a Lua error when memory runs out.
int open_all(lua_State* lua);

}  // namespace viva::lua
