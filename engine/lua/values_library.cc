#include "base/values.h"
#include "lua/libraries.h"
#include "lua/state.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

// The value at `index` as a tree; nullptr and the reason pushed when it is none.
bool read_value(lua_State* lua, int index, Json& out, std::string& problem) {
  std::string text;
  if (const char* why = append_json(lua, index, text, 1, 2 * most_json_bytes)) {
    problem = why;
    return false;
  }
  Result<Json> parsed = parse_json(text);
  if (!parsed) {
    problem = parsed.error().message;
    return false;
  }
  out = std::move(*parsed);
  return true;
}

// Pushes same, at, only_spaces; or a message and returns false.
bool push_comparison(lua_State* lua) {
  Json expected, got, options;
  std::string problem;
  if (!read_value(lua, 1, expected, problem) || !read_value(lua, 2, got, problem) || !read_value(lua, 3, options, problem)) {
    lua_pushstring(lua, problem.c_str());
    return false;
  }
  Result<ValueCompare> how = ValueCompare::from_json(options);
  if (!how) {
    lua_pushstring(lua, how.error().message.c_str());
    return false;
  }
  const Difference found = compare_values(expected, got, *how);
  lua_pushboolean(lua, found.same);
  lua_pushlstring(lua, found.at.data(), found.at.size());
  lua_pushboolean(lua, found.only_spaces);
  return true;
}

// values.compare(expected, got [, how]): whether they are the same, where they differ, whether only white space does.
int values_compare(lua_State* lua) {
  lua_settop(lua, 3);
  State::of(lua).charge(lua, 2000);
  if (!push_comparison(lua)) return luaL_error(lua, "values.compare: %s", lua_tostring(lua, -1));
  return 3;
}

bool push_shown(lua_State* lua, const char* language, std::size_t most) {
  Json value;
  std::string problem;
  const bool fine = read_value(lua, 1, value, problem);
  const std::string text = fine ? show_value(value, language, most) : problem;
  lua_pushlstring(lua, text.data(), text.size());
  return fine;
}

// values.show(value [, language [, most bytes]])
int values_show(lua_State* lua) {
  const char* language = luaL_optstring(lua, 2, "python");
  const lua_Number most = luaL_optnumber(lua, 3, 400);
  State::of(lua).charge(lua, 2000);
  if (!push_shown(lua, language, most >= 10 && most <= 100000 ? static_cast<std::size_t>(most) : 400))
    return luaL_error(lua, "values.show: %s", lua_tostring(lua, -1));
  return 1;
}

bool push_problem(lua_State* lua) {
  Json options;
  std::string problem;
  if (read_value(lua, 1, options, problem)) {
    Result<ValueCompare> how = ValueCompare::from_json(options);
    if (how) return false;
    problem = how.error().message;
  }
  lua_pushlstring(lua, problem.data(), problem.size());
  return true;
}

// values.problem(how): what is wrong with the way to compare, or nil.
int values_problem(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (!push_problem(lua)) lua_pushnil(lua);
  return 1;
}

constexpr luaL_Reg functions[] = {{"compare", values_compare}, {"show", values_show}, {"problem", values_problem}, {nullptr, nullptr}};

}  // namespace

void push_values_library(lua_State* lua) {
  lua_newtable(lua);
  luaL_register(lua, nullptr, functions);
}

}  // namespace viva::lua
