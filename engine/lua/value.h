// Values that cross between Lua and the outside: plain data, as JSON.
//
// `null`, the empty array and the empty object are three different values; see push_null and push_array_metatable.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>

#include "base/json.h"

namespace viva::lua {

void open_values(lua_State* lua);  // once per state, before anything else here

void push_null(lua_State* lua);
bool is_null(lua_State* lua, int index);
void push_array_metatable(lua_State* lua);

// Pushes the value. JSON integers that a Lua number cannot hold exactly (beyond 2^53) become strings of digits. Needs stack room for the
// depth of the value, which parse_json bounds.
void push_json(lua_State* lua, const Json& value);

constexpr std::size_t most_json_bytes = 1u << 20;

// Appends the value as compact JSON, keys sorted bytewise. Returns what is wrong, or nullptr: functions, NaN, infinities, mixed keys, bad
// UTF-8, more than `most` bytes, and depth beyond max_json_depth are refused. `around` is how many levels the reader will find outside of
// the value. Runs no Lua code: metatables are not asked.
const char* append_json(lua_State* lua, int index, std::string& out, int around = 0, std::size_t most = most_json_bytes);

bool is_utf8(std::string_view bytes);

// Appends a JSON string. False when the bytes are not UTF-8; nothing is appended then.
bool append_string(std::string_view bytes, std::string& out);

// What people may be shown of bytes that a script made: cut to `most` bytes at a character, U+FFFD in place of what is not UTF-8.
std::string readable(std::string_view bytes, std::size_t most);

}  // namespace viva::lua
