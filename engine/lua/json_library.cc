#include "lua/libraries.h"
#include "lua/state.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr std::size_t most_text = 1u << 20;  // a tree of C++ objects is up to thirty times its text

const char* encode(lua_State* lua) {
  std::string out;
  if (const char* problem = append_json(lua, 1, out)) return problem;
  lua_pushlstring(lua, out.data(), out.size());
  return nullptr;
}

int json_encode(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (const char* problem = encode(lua)) return luaL_error(lua, "json.encode: %s", problem);
  State::of(lua).charge(lua, static_cast<std::int64_t>(lua_objlen(lua, -1) / 4));
  return 1;
}

// Pushes the value, or the reason why there is none and returns false.
bool decode(lua_State* lua, const char* text, std::size_t length) {
  Result<Json> value = parse_json({text, length});
  if (value) {
    push_json(lua, *value);
    return true;
  }
  std::string why = "line " + std::to_string(value.error().line) + ": " + value.error().message;
  lua_pushlstring(lua, why.data(), why.size());
  return false;
}

// json.decode(text): the value, or nil and why.
int json_decode(lua_State* lua) {
  std::size_t length;
  const char* text = luaL_checklstring(lua, 1, &length);
  if (length > most_text) return luaL_error(lua, "json.decode: the text is larger than 1 MiB");
  State::of(lua).charge(lua, static_cast<std::int64_t>(length));
  if (decode(lua, text, length)) return 1;
  lua_pushnil(lua);
  lua_insert(lua, -2);
  return 2;
}

int json_array(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_settop(lua, 1);
  if (lua_getmetatable(lua, 1)) {
    push_array_metatable(lua);
    if (!lua_rawequal(lua, -1, -2)) return luaL_error(lua, "json.array: this table has a metatable; give a plain list");
    lua_settop(lua, 1);
    return 1;
  }
  push_array_metatable(lua);
  lua_setmetatable(lua, 1);
  return 1;
}

constexpr luaL_Reg functions[] = {{"encode", json_encode}, {"decode", json_decode}, {"array", json_array}, {nullptr, nullptr}};

}  // namespace

void push_json_library(lua_State* lua) {
  lua_newtable(lua);
  luaL_register(lua, nullptr, functions);
  push_null(lua);
  lua_setfield(lua, -2, "null");
}

}  // namespace viva::lua
