#include <algorithm>
#include <bit>

#include "lua/libraries.h"
#include "lua/state.h"

// The functions of `table`, written so that work in proportion to the table is charged, and that tables which scripts may not change stay as they
// are (Lua's own functions do not ask metatables). `sort` is a merge sort: it keeps equal elements in their order, so that the result does not depend on
// how it is done, and a comparison function that contradicts itself costs nothing but a strange order.
namespace viva::lua {
namespace {

constexpr int most_elements = 1 << 26;

int length_of(lua_State* lua, int index) { return static_cast<int>(std::min<std::size_t>(lua_objlen(lua, index), most_elements)); }

// Table 1, which is about to be changed by `name`: returns its length.
int writable(lua_State* lua, const char* name) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  if (luaL_getmetafield(lua, 1, "__newindex")) luaL_error(lua, "'%s' cannot change this table: it is read-only", name);
  return length_of(lua, 1);
}

int table_insert(lua_State* lua) {
  int end = writable(lua, "insert") + 1;
  if (lua_gettop(lua) == 2) {
    lua_rawseti(lua, 1, end);
    return 0;
  }
  if (lua_gettop(lua) != 3) return luaL_error(lua, "wrong number of arguments to 'insert' (a table, a position if it is not the end, and a value)");
  lua_Number wanted = luaL_checknumber(lua, 2);
  luaL_argcheck(lua, wanted >= 1 && wanted <= most_elements, 2, "a position from 1 on is expected");
  int position = static_cast<int>(wanted);
  State::of(lua).charge(lua, std::max(0, end - position) / 4);
  for (int i = end; i > position; --i) {
    lua_rawgeti(lua, 1, i - 1);
    lua_rawseti(lua, 1, i);
  }
  lua_rawseti(lua, 1, position);
  return 0;
}

int table_remove(lua_State* lua) {
  int end = writable(lua, "remove");
  lua_Number wanted = luaL_optnumber(lua, 2, end);
  if (!(wanted >= 1 && wanted <= end)) return 0;
  int position = static_cast<int>(wanted);
  State::of(lua).charge(lua, (end - position) / 4);
  lua_rawgeti(lua, 1, position);
  for (; position < end; ++position) {
    lua_rawgeti(lua, 1, position + 1);
    lua_rawseti(lua, 1, position);
  }
  lua_pushnil(lua);
  lua_rawseti(lua, 1, end);
  return 1;
}

int table_concat(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  std::size_t between_length;
  const char* between = luaL_optlstring(lua, 2, "", &between_length);
  lua_Number first = luaL_optnumber(lua, 3, 1), last = luaL_optnumber(lua, 4, length_of(lua, 1));
  luaL_argcheck(lua, first >= -most_elements && last <= most_elements, 3, "the range is too large");
  int begin = static_cast<int>(std::min<lua_Number>(first, most_elements)), end = static_cast<int>(std::max<lua_Number>(last, -most_elements));
  State& state = State::of(lua);
  state.charge(lua, std::max<std::int64_t>(0, std::int64_t{end} - begin));
  luaL_Buffer out;
  luaL_buffinit(lua, &out);
  for (int i = begin; i <= end; ++i) {
    if (i > begin) luaL_addlstring(&out, between, between_length);
    lua_rawgeti(lua, 1, i);
    if (!lua_isstring(lua, -1)) return luaL_error(lua, "invalid value (%s) at index %d in table for 'concat'", luaL_typename(lua, -1), i);
    state.charge(lua, static_cast<std::int64_t>((lua_objlen(lua, -1) + between_length) / 64));
    luaL_addvalue(&out);
  }
  luaL_pushresult(&out);
  return 1;
}

int table_maxn(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_Number most = 0;
  std::int64_t seen = 0;
  for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1), ++seen)
    if (lua_type(lua, -2) == LUA_TNUMBER) most = std::max(most, lua_tonumber(lua, -2));
  State::of(lua).charge(lua, seen);
  lua_pushnumber(lua, most);
  return 1;
}

// Does the value on top come before the one below it?
bool comes_before(lua_State* lua) {
  if (lua_isnil(lua, 2)) return lua_lessthan(lua, -1, -2);
  lua_pushvalue(lua, 2);
  lua_pushvalue(lua, -2);
  lua_pushvalue(lua, -4);
  lua_call(lua, 2, 1);
  bool before = lua_toboolean(lua, -1);
  lua_pop(lua, 1);
  return before;
}

// Merges the sorted runs [left, middle) and [middle, end) of the table `from` into the table `to`.
void merge(lua_State* lua, int from, int to, int left, int middle, int end) {
  int right = middle;
  for (int at = left; at < end; ++at) {
    bool take_right = left >= middle;
    if (left < middle && right < end) {
      lua_rawgeti(lua, from, left);
      lua_rawgeti(lua, from, right);
      take_right = comes_before(lua);
      lua_pop(lua, 2);
    }
    lua_rawgeti(lua, from, take_right ? right++ : left++);
    lua_rawseti(lua, to, at);
  }
}

int table_sort(lua_State* lua) {
  int count = writable(lua, "sort");
  if (!lua_isnoneornil(lua, 2)) luaL_checktype(lua, 2, LUA_TFUNCTION);
  lua_settop(lua, 2);
  State& state = State::of(lua);
  state.need_stack(lua);
  // Comparing two long texts that begin alike costs their length.
  std::size_t longest = 0;
  for (int i = 1; i <= count; ++i) {
    lua_rawgeti(lua, 1, i);
    if (lua_type(lua, -1) == LUA_TSTRING) longest = std::max(longest, lua_objlen(lua, -1));
    lua_pop(lua, 1);
  }
  state.charge(lua, static_cast<std::int64_t>(count) * std::bit_width(static_cast<unsigned>(count)) * static_cast<std::int64_t>(1 + longest / 64) / 4);
  lua_createtable(lua, count, 0);
  int from = 1, to = 3;
  for (int width = 1; width < count; width *= 2) {
    for (int left = 1; left <= count; left += 2 * width) merge(lua, from, to, left, std::min(left + width, count + 1), std::min(left + 2 * width, count + 1));
    std::swap(from, to);
  }
  for (int i = 1; from != 1 && i <= count; ++i) {
    lua_rawgeti(lua, from, i);
    lua_rawseti(lua, 1, i);
  }
  return 0;
}

constexpr luaL_Reg functions[] = {{"concat", table_concat}, {"insert", table_insert}, {"maxn", table_maxn},
                                  {"remove", table_remove}, {"sort", table_sort},     {nullptr, nullptr}};

}  // namespace

void push_table_library(lua_State* lua) {
  lua_newtable(lua);
  luaL_register(lua, nullptr, functions);
}

}  // namespace viva::lua
