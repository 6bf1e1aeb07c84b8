#include <cstring>
#include <string>
#include <vector>

#include "base/number.h"
#include "base/spelling.h"
#include "lua/evaluating_source.h"
#include "lua/libraries.h"
#include "lua/prelude_source.h"
#include "lua/programs_source.h"
#include "lua/record.h"
#include "lua/registering_source.h"
#include "lua/state.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

// where(): "file:line: " of the author's code that is running, or "".
int host_where(lua_State* lua) {
  lua_Debug place;
  if (authors_place(lua, place))
    lua_pushfstring(lua, "%s:%d: ", place.short_src, place.currentline);
  else
    lua_pushliteral(lua, "");
  return 1;
}

// position(): file, line of the same.
int host_position(lua_State* lua) {
  lua_Debug place;
  if (!authors_place(lua, place)) return luaL_error(lua, "nothing of the author's is running");
  lua_pushstring(lua, place.short_src);
  lua_pushinteger(lua, place.currentline);
  return 2;
}

// defined_at(function): "file:line: ".
int host_defined_at(lua_State* lua) {
  lua_Debug place;
  lua_pushvalue(lua, 1);
  lua_getinfo(lua, ">S", &place);
  lua_pushfstring(lua, "%s:%d: ", place.short_src, place.linedefined);
  return 1;
}

void push_suggestion(lua_State* lua, const char* word) {
  std::vector<std::string> names;
  for (lua_pushnil(lua); lua_next(lua, 2); lua_pop(lua, 1))
    if (lua_type(lua, -2) == LUA_TSTRING) names.emplace_back(lua_tostring(lua, -2));
  std::string text = did_you_mean(word, names);
  lua_pushlstring(lua, text.data(), text.size());
}

// did_you_mean(word, table): "; did you mean 'key'?" or "".
int host_did_you_mean(lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING || !lua_istable(lua, 2)) {
    lua_pushliteral(lua, "");
    return 1;
  }
  push_suggestion(lua, lua_tostring(lua, 1));
  return 1;
}

// compile(text, chunk name [, environment]): function, or nil and why.
int host_compile(lua_State* lua) {
  std::size_t length;
  const char* text = luaL_checklstring(lua, 1, &length);
  if (luaL_loadbufferx(lua, text, length, luaL_checkstring(lua, 2), "t") != 0) {
    lua_pushnil(lua);
    lua_insert(lua, -2);
    return 2;
  }
  if (lua_istable(lua, 3))
    lua_pushvalue(lua, 3);
  else
    lua_getfield(lua, LUA_REGISTRYINDEX, "viva.environment");
  lua_setfenv(lua, -2);
  return 1;
}

// draw(seed, count, most): the count-th number 1..most of the sequence that the seed (a number or string) starts. SplitMix64 of FNV-1a.
int host_draw(lua_State* lua) {
  std::size_t length;
  const char* seed = luaL_checklstring(lua, 1, &length);
  std::uint64_t state = 14695981039346656037ull;
  for (std::size_t i = 0; i < length; ++i) state = (state ^ static_cast<unsigned char>(seed[i])) * 1099511628211ull;
  state += static_cast<std::uint64_t>(luaL_checkinteger(lua, 2)) * 0x9e3779b97f4a7c15ull;
  state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ull;
  state = (state ^ (state >> 27)) * 0x94d049bb133111ebull;
  state ^= state >> 31;
  lua_pushnumber(lua,
                 1 + static_cast<double>(state % static_cast<std::uint64_t>(luaL_checknumber(lua, 3))));  // the prelude checked its range
  return 1;
}

// exact(number): the number that the fraction it was meant to be is nearest to.
int host_exact(lua_State* lua) {
  lua_pushnumber(lua, to_double(as_fraction(luaL_checknumber(lua, 1))));
  return 1;
}

// constant(table): the table, which nobody can change and which is kept for as long as the state is; see State::constants.
int host_constant(lua_State* lua) {
  lua_pushvalue(lua, 1);
  luaL_ref(lua, LUA_REGISTRYINDEX);
  State::of(lua).constants.push_back(lua_topointer(lua, 1));
  return 1;
}

int host_metatable(lua_State* lua) {
  if (!lua_getmetatable(lua, 1)) lua_pushnil(lua);
  return 1;
}

// need_stack(): raises an error when calls are nested too deeply for the C stack.
int host_need_stack(lua_State* lua) {
  State::of(lua).need_stack(lua);
  return 0;
}

// The text of bytes in base64, U+FFFD where they are no UTF-8. Pushed, so that nothing is left to destroy when Lua raises an error.
void push_text_of_base64(lua_State* lua, std::string_view text) {
  std::string bytes;
  unsigned bits = 0, held = 0;
  for (char c : text) {
    const int digit = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+'             ? 62
                      : c == '/'             ? 63
                                             : -1;
    if (digit < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    held += 6;
    if (held >= 8) bytes += static_cast<char>(bits >> (held -= 8) & 0xff);
  }
  const std::string shown = readable(bytes, bytes.size() * 3);
  lua_pushlstring(lua, shown.data(), shown.size());
}

int host_text_of_base64(lua_State* lua) {
  std::size_t length;
  const char* text = luaL_checklstring(lua, 1, &length);
  push_text_of_base64(lua, {text, length});
  return 1;
}

// engine_fault(why): ends the answer as `ungraded`, whether or not the script catches the error.
int host_engine_fault(lua_State* lua) {
  State::of(lua).engine_fault = luaL_checkstring(lua, 1);
  return lua_error(lua);
}

// not_plain(value): why it cannot be passed to the engine, or nil.
int host_not_plain(lua_State* lua) {
  constexpr std::size_t most = 64u << 10;
  std::string text;
  if (const char* problem = append_json(lua, 1, text, 4, most))
    lua_pushstring(lua, problem);
  else
    lua_pushnil(lua);
  return 1;
}

constexpr luaL_Reg host_functions[] = {{"where", host_where},
                                       {"position", host_position},
                                       {"defined_at", host_defined_at},
                                       {"did_you_mean", host_did_you_mean},
                                       {"compile", host_compile},
                                       {"draw", host_draw},
                                       {"constant", host_constant},
                                       {"metatable", host_metatable},
                                       {"exact", host_exact},
                                       {"need_stack", host_need_stack},
                                       {"engine_fault", host_engine_fault},
                                       {"text_of_base64", host_text_of_base64},
                                       {"not_plain", host_not_plain},
                                       {nullptr, nullptr}};

// Pushes a table with the named entries of the library that `open` makes.
void push_chosen(lua_State* lua, lua_CFunction open, std::initializer_list<const char*> names) {
  lua_pushcfunction(lua, open);
  lua_call(lua, 0, 1);
  lua_newtable(lua);
  for (const char* name : names) {
    lua_getfield(lua, -2, name);
    lua_setfield(lua, -2, name);
  }
  lua_remove(lua, -2);
}

// Pushes the compiled text: the prelude, or a part of it. All go by one name, which tracebacks leave out.
void load_prelude(lua_State* lua, const char* source) {
  if (luaL_loadbufferx(lua, source, std::strlen(source), prelude_name, "t") != 0) lua_error(lua);
}

}  // namespace

void push_host_functions(lua_State* lua) {
  lua_newtable(lua);
  luaL_register(lua, nullptr, host_functions);
  push_null(lua);
  lua_setfield(lua, -2, "null");
  lua_newtable(lua);  // coroutine → how often it was resumed, for as long as it is there
  lua_createtable(lua, 0, 1);
  lua_pushliteral(lua, "k");
  lua_setfield(lua, -2, "__mode");
  lua_setmetatable(lua, -2);
  lua_pushvalue(lua, -1);
  lua_setfield(lua, LUA_REGISTRYINDEX, "viva.resumed");
  lua_setfield(lua, -2, "resumed");
}

int open_all(lua_State* lua) {
  open_values(lua);
  open_record(lua);
  push_host_functions(lua);
  int host = lua_gettop(lua);

  push_base_library(lua);  // becomes the table of all that scripts see
  int visible = lua_gettop(lua);
  push_string_library(lua);
  lua_pushliteral(lua, "");  // methods of strings, behind a metatable that scripts cannot reach
  lua_createtable(lua, 0, 2);
  lua_pushvalue(lua, -3);
  lua_setfield(lua, -2, "__index");
  lua_pushliteral(lua, "string");
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);
  lua_setfield(lua, visible, "string");
  push_table_library(lua);
  lua_setfield(lua, visible, "table");
  push_chosen(lua, luaopen_math,
              {"abs",   "acos", "asin",  "atan", "atan2", "ceil", "cos", "cosh", "deg", "exp", "floor", "fmod", "frexp", "huge",
               "ldexp", "log",  "log10", "max",  "min",   "modf", "pi",  "pow",  "rad", "sin", "sinh",  "sqrt", "tan",   "tanh"});
  lua_setfield(lua, visible, "math");
  push_json_library(lua);
  lua_setfield(lua, visible, "json");
  push_text_library(lua);
  lua_setfield(lua, visible, "text");
  push_values_library(lua);
  lua_setfield(lua, visible, "values");

  // The prelude is ours, but it uses the ordered and bounded functions as well.
  for (const char* name : {"pairs", "next", "tostring", "setmetatable"}) {
    lua_getfield(lua, visible, name);
    lua_setglobal(lua, name);
  }
  for (const char* name : {"string", "table"}) {
    lua_getfield(lua, visible, name);
    lua_setglobal(lua, name);
  }
  lua_pushvalue(lua, visible);
  lua_setfield(lua, host, "visible");

  lua_newtable(lua);
  for (const auto& [name, source] :
       {std::pair("registering", registering_source), std::pair("evaluating", evaluating_source), std::pair("programs", programs_source)}) {
    load_prelude(lua, source);
    lua_setfield(lua, -2, name);
  }
  lua_setfield(lua, host, "parts");
  load_prelude(lua, prelude_source);
  lua_pushvalue(lua, host);
  lua_getfield(lua, LUA_REGISTRYINDEX, "viva.environment");
  lua_call(lua, 2, 1);
  return 1;
}

}  // namespace viva::lua
