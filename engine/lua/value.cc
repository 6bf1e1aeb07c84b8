#include "lua/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace viva::lua {
namespace {

char null_tag, array_tag;
constexpr const char* too_large = "the data is too large (does a table occur in it many times?)";
constexpr double largest_exact = 9007199254740992.0;  // 2^53

// Bytes that stand for themselves in a JSON string.
constexpr std::array<bool, 256> ordinary = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7f; ++c) table[c] = c != '"' && c != '\\';
  return table;
}();

// Bytes of the UTF-8 sequence that starts at `at`; 0 when it is not well formed (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  auto byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u; };
  auto tail = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
  unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    unsigned low = first == 0xe0 ? 0xa0 : 0x80, high = first == 0xed ? 0x9f : 0xbf;
    return byte(1) >= low && byte(1) <= high && tail(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    unsigned low = first == 0xf0 ? 0x90 : 0x80, high = first == 0xf4 ? 0x8f : 0xbf;
    return byte(1) >= low && byte(1) <= high && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

// The keys of the table at `index`, sorted; false when they are not all strings.
bool sorted_keys(lua_State* lua, int index, std::vector<std::string_view>& keys) {
  for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1)) {
    if (lua_type(lua, -2) != LUA_TSTRING) {
      lua_pop(lua, 2);
      return false;
    }
    std::size_t length;
    const char* text = lua_tolstring(lua, -2, &length);
    keys.emplace_back(text, length);
  }
  std::sort(keys.begin(), keys.end());
  return true;
}

// Number of entries when the keys are exactly 1..n; -1 when they are not.
long array_length(lua_State* lua, int index) {
  long count = 0;
  for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1)) {
    if (lua_type(lua, -2) != LUA_TNUMBER) {
      lua_pop(lua, 2);
      return -1;
    }
    ++count;
  }
  return count == static_cast<long>(lua_objlen(lua, index)) ? count : -1;
}

bool is_array(lua_State* lua, int index) {
  if (!lua_getmetatable(lua, index)) return false;
  push_array_metatable(lua);
  bool same = lua_rawequal(lua, -1, -2);
  lua_pop(lua, 2);
  return same;
}

// `most`: where `out` must end.
const char* append_table(lua_State* lua, int index, std::string& out, int depth, std::size_t most);

const char* append(lua_State* lua, int index, std::string& out, int depth, std::size_t most) {
  if (out.size() > most) return too_large;  // a few tables that hold each other many times can be endless
  if (depth > max_json_depth && lua_istable(lua, index)) return "the data is nested deeper than 64 levels (does it contain itself?)";
  switch (lua_type(lua, index)) {
    case LUA_TNIL: out += "null"; return nullptr;
    case LUA_TBOOLEAN: out += lua_toboolean(lua, index) ? "true" : "false"; return nullptr;
    case LUA_TNUMBER: {
      double value = lua_tonumber(lua, index);
      if (!std::isfinite(value)) return "a number is not finite";
      char text[32];
      std::to_chars_result end = value == std::floor(value) && std::fabs(value) <= largest_exact
                                     ? std::to_chars(text, text + sizeof text, static_cast<long long>(value))
                                     : std::to_chars(text, text + sizeof text, value);
      out.append(text, end.ptr);
      return nullptr;
    }
    case LUA_TSTRING: {
      std::size_t length;
      const char* text = lua_tolstring(lua, index, &length);
      return append_string({text, length}, out) ? nullptr : "a string is not valid UTF-8 (was a character cut in two?)";
    }
    case LUA_TLIGHTUSERDATA:
      if (!is_null(lua, index)) return "a value is not plain data";
      out += "null";
      return nullptr;
    case LUA_TTABLE: return append_table(lua, index < 0 ? lua_gettop(lua) + index + 1 : index, out, depth, most);
    default: return "a value is not plain data (a function or a coroutine)";
  }
}

const char* append_table(lua_State* lua, int index, std::string& out, int depth, std::size_t most) {
  if (!lua_checkstack(lua, 6)) return "the data is too deep";
  long length = array_length(lua, index);
  if (length > 0 || (length == 0 && is_array(lua, index))) {
    out += '[';
    for (int i = 1; i <= length; ++i) {
      if (i > 1) out += ',';
      lua_rawgeti(lua, index, i);
      const char* problem = append(lua, lua_gettop(lua), out, depth + 1, most);
      lua_pop(lua, 1);
      if (problem) return problem;
    }
    out += ']';
    return nullptr;
  }
  std::vector<std::string_view> keys;
  if (!sorted_keys(lua, index, keys)) return "a table has keys that are neither 1, 2, 3 … nor all strings";
  out += '{';
  bool first = true;
  for (std::string_view key : keys) {
    if (!first) out += ',';
    first = false;
    if (!append_string(key, out)) return "a key is not valid UTF-8";
    out += ':';
    lua_pushlstring(lua, key.data(), key.size());
    lua_rawget(lua, index);
    const char* problem = append(lua, lua_gettop(lua), out, depth + 1, most);
    lua_pop(lua, 1);
    if (problem) return problem;
  }
  out += '}';
  return nullptr;
}

}  // namespace

void open_values(lua_State* lua) {
  lua_pushlightuserdata(lua, &array_tag);
  lua_createtable(lua, 0, 1);
  lua_pushliteral(lua, "array");
  lua_setfield(lua, -2, "__metatable");
  lua_rawset(lua, LUA_REGISTRYINDEX);
}

void push_null(lua_State* lua) { lua_pushlightuserdata(lua, &null_tag); }
bool is_null(lua_State* lua, int index) { return lua_islightuserdata(lua, index) && lua_touserdata(lua, index) == &null_tag; }

void push_array_metatable(lua_State* lua) {
  lua_pushlightuserdata(lua, &array_tag);
  lua_rawget(lua, LUA_REGISTRYINDEX);
}

void push_json(lua_State* lua, const Json& value) {
  switch (value.type()) {
    case Json::value_t::boolean: lua_pushboolean(lua, value.get<bool>()); return;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: {
      double number = value.get<double>();
      if (std::fabs(number) <= largest_exact) {
        lua_pushnumber(lua, number);
      } else {
        std::string digits = value.dump();
        lua_pushlstring(lua, digits.data(), digits.size());
      }
      return;
    }
    case Json::value_t::number_float: lua_pushnumber(lua, value.get<double>()); return;
    case Json::value_t::string: {
      const std::string& text = value.get_ref<const std::string&>();
      lua_pushlstring(lua, text.data(), text.size());
      return;
    }
    case Json::value_t::array: {
      lua_checkstack(lua, 4);
      lua_createtable(lua, static_cast<int>(value.size()), 0);
      int i = 0;
      for (const Json& item : value) {
        push_json(lua, item);
        lua_rawseti(lua, -2, ++i);
      }
      if (value.empty()) {
        push_array_metatable(lua);
        lua_setmetatable(lua, -2);
      }
      return;
    }
    case Json::value_t::object:
      lua_checkstack(lua, 4);
      lua_createtable(lua, 0, static_cast<int>(value.size()));
      for (auto item = value.begin(); item != value.end(); ++item) {
        lua_pushlstring(lua, item.key().data(), item.key().size());
        push_json(lua, *item);
        lua_rawset(lua, -3);
      }
      return;
    default: push_null(lua); return;
  }
}

const char* append_json(lua_State* lua, int index, std::string& out, int around, std::size_t most) {
  most += out.size();
  const char* problem = append(lua, index, out, 1 + around, most);
  return problem ? problem : out.size() > most ? too_large : nullptr;
}

bool append_string(std::string_view bytes, std::string& out) {
  std::size_t start = out.size();
  out += '"';
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t plain = at;
    for (;;) {
      while (plain < bytes.size() && ordinary[static_cast<unsigned char>(bytes[plain])]) ++plain;
      if (plain == bytes.size() || static_cast<unsigned char>(bytes[plain]) < 0x80) break;
      const std::size_t length = sequence_length(bytes, plain);
      if (length == 0) {
        out.resize(start);
        return false;
      }
      plain += length;
    }
    out.append(bytes, at, plain - at);
    at = plain;
    if (at == bytes.size()) break;
    const unsigned char byte = static_cast<unsigned char>(bytes[at]);
    switch (byte) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        out += "\\u00";
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    ++at;
  }
  out += '"';
  return true;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string readable(std::string_view bytes, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = sequence_length(bytes, at);
    std::string_view shown = length == 0 ? "\ufffd" : bytes.substr(at, length);
    if (out.size() + shown.size() > most) return out + "…";
    out += shown;
    at += std::max<std::size_t>(1, length);
  }
  return out;
}

}  // namespace viva::lua
