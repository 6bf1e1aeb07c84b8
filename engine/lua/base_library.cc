#include <algorithm>
#include <cstring>
#include <string_view>

#include "lua/libraries.h"
#include "lua/state.h"
#include "lua/value.h"

// LuaJIT goes through a table in an order that depends on where its strings lie in memory, which differs from run to run. Here the order is
// fixed: numbers ascending, strings bytewise, false, true. Tables with other keys have no such order, and going through them is an error.
namespace viva::lua {
namespace {

constexpr std::size_t most_printed = 64 << 10;
constexpr std::size_t most_source = 1 << 20;

int rank_of(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER: return 0;
    case LUA_TSTRING: return 1;
    case LUA_TBOOLEAN: return 2;
    default: return luaL_error(lua, "this table has keys that are neither numbers, strings nor booleans: there is no fixed order to go through them");
  }
}

// Is the key at `a` before the one at `b`?
bool before(lua_State* lua, int a, int b) {
  int rank_a = rank_of(lua, a), rank_b = rank_of(lua, b);
  if (rank_a != rank_b) return rank_a < rank_b;
  if (rank_a == 0) return lua_tonumber(lua, a) < lua_tonumber(lua, b);
  if (rank_a == 2) return !lua_toboolean(lua, a) && lua_toboolean(lua, b);
  std::size_t length_a, length_b;
  const char* text_a = lua_tolstring(lua, a, &length_a);
  const char* text_b = lua_tolstring(lua, b, &length_b);
  int order = std::memcmp(text_a, text_b, std::min(length_a, length_b));
  return order != 0 ? order < 0 : length_a < length_b;
}

// next(table, key): the smallest key greater than `key`. It looks at every key, so a loop of it is quadratic; pairs is not.
int base_next(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_settop(lua, 2);
  bool any = lua_isnil(lua, 2);
  lua_pushnil(lua);  // 3: the best key so far
  std::int64_t seen = 0;
  for (lua_pushnil(lua); lua_next(lua, 1);) {
    lua_pop(lua, 1);
    ++seen;
    if ((any || before(lua, 2, 4)) && (lua_isnil(lua, 3) || before(lua, 4, 3))) {
      lua_pushvalue(lua, 4);
      lua_replace(lua, 3);
    }
  }
  State::of(lua).charge(lua, seen);
  if (lua_isnil(lua, 3)) return 1;
  lua_pushvalue(lua, 3);
  lua_rawget(lua, 1);
  return 2;
}

// Upvalues: table, sorted keys, position. Entries removed during the loop are passed over.
int step(lua_State* lua) {
  auto position = lua_tointeger(lua, lua_upvalueindex(3));
  for (;;) {
    lua_rawgeti(lua, lua_upvalueindex(2), static_cast<int>(++position));
    if (lua_isnil(lua, -1)) return 1;
    lua_pushvalue(lua, -1);
    lua_rawget(lua, lua_upvalueindex(1));
    if (!lua_isnil(lua, -1)) break;
    lua_pop(lua, 2);
  }
  lua_pushinteger(lua, position);
  lua_replace(lua, lua_upvalueindex(3));
  return 2;
}

// Upvalues: table, position. For tables that are plain lists.
int step_list(lua_State* lua) {
  auto position = lua_tointeger(lua, lua_upvalueindex(2)) + 1;
  lua_rawgeti(lua, lua_upvalueindex(1), static_cast<int>(position));
  if (lua_isnil(lua, -1)) return 1;
  lua_pushinteger(lua, position);
  lua_pushvalue(lua, -1);
  lua_replace(lua, lua_upvalueindex(2));
  lua_insert(lua, -2);
  return 2;
}

// Sorts the list at `list` in place by heap sort: no recursion, no allocation, n log n in the worst case.
void sort_keys(lua_State* lua, int list, int count) {
  auto sift = [&](int root, int end) {
    for (;;) {
      int child = 2 * root;
      if (child > end) return;
      lua_rawgeti(lua, list, root);
      lua_rawgeti(lua, list, child);
      if (child < end) {
        lua_rawgeti(lua, list, child + 1);
        if (before(lua, -2, -1)) {
          lua_remove(lua, -2);
          ++child;
        } else {
          lua_pop(lua, 1);
        }
      }
      if (!before(lua, -2, -1)) {
        lua_pop(lua, 2);
        return;
      }
      lua_rawseti(lua, list, root);
      lua_rawseti(lua, list, child);
      root = child;
    }
  };
  for (int root = count / 2; root >= 1; --root) sift(root, count);
  for (int end = count; end > 1; --end) {
    lua_rawgeti(lua, list, 1);
    lua_rawgeti(lua, list, end);
    lua_rawseti(lua, list, 1);
    lua_rawseti(lua, list, end);
    sift(1, end - 1);
  }
}

int base_pairs(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  int length = static_cast<int>(lua_objlen(lua, 1));
  int count = 0;
  bool list = true;
  for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1)) {
    ++count;
    list = list && lua_type(lua, -2) == LUA_TNUMBER;
  }
  State::of(lua).charge(lua, count);
  if (list && count == length) {
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, step_list, 2);
    return 1;
  }
  lua_pushvalue(lua, 1);
  lua_createtable(lua, count, 0);
  int keys = lua_gettop(lua);
  int at = 0;
  for (lua_pushnil(lua); lua_next(lua, 1);) {
    lua_pop(lua, 1);
    rank_of(lua, -1);
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, keys, ++at);
  }
  State::of(lua).charge(lua, 20 * count);
  sort_keys(lua, keys, count);
  lua_pushinteger(lua, 0);
  lua_pushcclosure(lua, step, 3);
  return 1;
}

int base_tostring(lua_State* lua) {
  luaL_checkany(lua, 1);
  push_tostring(lua, 1);
  return 1;
}

// What a script prints beyond the bound is left out, and the reader is told so once.
void add_printed(std::string& printed, std::string_view text) {
  if (printed.size() > most_printed) return;
  std::size_t room = most_printed - printed.size();
  printed.append(text.substr(0, room));
  if (text.size() > room) printed += "\n(print: more than 64 KiB; the rest is left out)\n";
}

int base_print(lua_State* lua) {
  std::string& printed = State::of(lua).printed;
  int count = lua_gettop(lua);
  for (int i = 1; i <= count; ++i) {
    push_tostring(lua, i);
    std::size_t length;
    const char* text = lua_tolstring(lua, -1, &length);
    if (i > 1) add_printed(printed, "\t");
    add_printed(printed, {text, length});
    lua_pop(lua, 1);
  }
  add_printed(printed, "\n");
  return 0;
}

// tonumber(value [, base]). Upvalue: the original.
int base_tonumber(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (lua_Number base = luaL_optnumber(lua, 2, 10); !(base >= 2 && base <= 36)) return luaL_argerror(lua, 2, "base out of range");
  if (lua_type(lua, 1) == LUA_TSTRING) State::of(lua).charge(lua, static_cast<std::int64_t>(lua_objlen(lua, 1) / 4));
  lua_settop(lua, lua_isnoneornil(lua, 2) ? 1 : 2);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, lua_gettop(lua) - 1, 1);
  return 1;
}

// load(text [, name [, environment]]): text only, never byte code, and it sees the globals that scripts see or the table given. In messages it goes by
// "load:name": a chunk called like the prelude or a shipped file would be taken for that.
int base_load(lua_State* lua) {
  std::size_t length;
  const char* text = luaL_checklstring(lua, 1, &length);
  const char* name = luaL_optstring(lua, 2, "");
  lua_settop(lua, 3);
  name = lua_pushfstring(lua, *name ? "=load:%s" : "=load", name + std::strspn(name, "=@"));
  if (length > most_source) return luaL_error(lua, "the text to load is longer than 1 MiB");
  State::of(lua).charge(lua, static_cast<std::int64_t>(10 * length));
  bool own = !lua_isnil(lua, 3);
  if (own) luaL_checktype(lua, 3, LUA_TTABLE);
  if (luaL_loadbufferx(lua, text, length, name, "t") != 0) {
    lua_pushnil(lua);
    lua_insert(lua, -2);
    return 2;
  }
  lua_pushvalue(lua, own ? 3 : lua_upvalueindex(1));
  lua_setfenv(lua, -2);
  return 1;
}

// Without finalisers and weak tables nothing a script sees depends on when memory is collected.
int base_setmetatable(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  if (!lua_isnil(lua, 2)) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    for (const char* key : {"__gc", "__mode"}) {
      lua_getfield(lua, 2, key);
      if (!lua_isnil(lua, -1)) return luaL_error(lua, "metatables may not have %s: what it does depends on when memory is collected", key);
      lua_pop(lua, 1);
    }
  }
  if (luaL_getmetafield(lua, 1, "__metatable")) return luaL_error(lua, "cannot change a protected metatable");
  lua_settop(lua, 2);
  lua_setmetatable(lua, 1);
  return 1;
}

constexpr luaL_Reg functions[] = {{"next", base_next},   {"pairs", base_pairs}, {"tostring", base_tostring},
                                  {"print", base_print}, {"setmetatable", base_setmetatable}, {nullptr, nullptr}};

}  // namespace

void push_tostring(lua_State* lua, int index) {
  if (index < 0) index = lua_gettop(lua) + index + 1;
  if (luaL_getmetafield(lua, index, "__tostring")) {
    State::of(lua).need_stack(lua);
    lua_pushvalue(lua, index);
    lua_call(lua, 1, 1);
    if (!lua_isstring(lua, -1)) luaL_error(lua, "'__tostring' must return a string");
    return;
  }
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
    case LUA_TSTRING:
      lua_pushvalue(lua, index);
      lua_tostring(lua, -1);
      return;
    case LUA_TBOOLEAN: lua_pushstring(lua, lua_toboolean(lua, index) ? "true" : "false"); return;
    case LUA_TNIL: lua_pushliteral(lua, "nil"); return;
    case LUA_TLIGHTUSERDATA: lua_pushliteral(lua, "null"); return;
    default: lua_pushstring(lua, luaL_typename(lua, index)); return;
  }
}

void push_base_library(lua_State* lua) {
  lua_pushcfunction(lua, luaopen_base);
  lua_call(lua, 0, 0);
  lua_newtable(lua);
  for (const char* name : {"assert", "error", "ipairs", "rawequal", "select", "type", "unpack", "getmetatable"}) {
    lua_getglobal(lua, name);
    lua_setfield(lua, -2, name);
  }
  lua_getglobal(lua, "tonumber");
  lua_pushcclosure(lua, base_tonumber, 1);
  lua_setfield(lua, -2, "tonumber");
  luaL_register(lua, nullptr, functions);
  // The environment of loaded text is the one scripts have; the prelude's opener fills this table in (see open_all).
  lua_newtable(lua);
  lua_pushvalue(lua, -1);
  lua_setfield(lua, LUA_REGISTRYINDEX, "viva.environment");
  lua_pushcclosure(lua, base_load, 1);
  lua_setfield(lua, -2, "load");
}

}  // namespace viva::lua
