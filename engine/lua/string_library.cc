#include <algorithm>
#include <cctype>
#include <cstring>
#include <string_view>

#include "lua/libraries.h"
#include "lua/state.h"

// The functions of `string` that can run for minutes in C (patterns backtrack) or make gigabytes, written so that every step is charged to
// the instruction budget. Patterns mean what the Lua 5.1 manual says in §5.4.1, with %g of 5.2.
namespace viva::lua {
namespace {

constexpr int most_captures = 32;
constexpr int deepest = 200;
constexpr std::ptrdiff_t position_capture = -2, open_capture = -1;

struct Matcher {
  lua_State* lua;
  State* state;
  const char* text;
  const char* text_end;
  const char* pattern_end;
  int depth = 0;
  int captures = 0;
  std::int64_t steps = 0;
  struct {
    const char* start;
    std::ptrdiff_t length;
  } capture[most_captures];

  void tick() {
    if (++steps >= 1024) {
      state->charge(lua, steps);
      steps = 0;
    }
  }

  // The end of the single-character class that starts at `p`.
  const char* class_end(const char* p) {
    if (p >= pattern_end) luaL_error(lua, "malformed pattern (ends with '%%')");
    const char* start = p;
    char first = *p++;
    if (first == '%') {
      if (p >= pattern_end) luaL_error(lua, "malformed pattern (ends with '%%')");
      return p + 1;
    }
    if (first != '[') return p;
    if (p < pattern_end && *p == '^') ++p;
    do {  // a ']' directly after the opening belongs to the set
      if (p >= pattern_end) luaL_error(lua, "malformed pattern (missing ']')");
      if (*p++ == '%') {
        if (p >= pattern_end) luaL_error(lua, "malformed pattern (missing ']')");
        ++p;
      }
    } while (p >= pattern_end || *p != ']');
    steps += (p - start) / 8;
    return p + 1;
  }

  static bool in_named_class(unsigned char c, char name) {
    bool in;
    switch (std::tolower(static_cast<unsigned char>(name))) {
      case 'a': in = std::isalpha(c); break;
      case 'c': in = std::iscntrl(c); break;
      case 'd': in = std::isdigit(c); break;
      case 'g': in = std::isgraph(c); break;
      case 'l': in = std::islower(c); break;
      case 'p': in = std::ispunct(c); break;
      case 's': in = std::isspace(c); break;
      case 'u': in = std::isupper(c); break;
      case 'w': in = std::isalnum(c); break;
      case 'x': in = std::isxdigit(c); break;
      case 'z': in = c == 0; break;
      default: return static_cast<unsigned char>(name) == c;
    }
    return std::isupper(static_cast<unsigned char>(name)) ? !in : in;
  }

  // `set` points at '[', `close` at the matching ']'.
  static bool in_set(unsigned char c, const char* set, const char* close) {
    bool inside = true;
    const char* p = set + 1;
    if (*p == '^') {
      inside = false;
      ++p;
    }
    for (; p < close; ++p) {
      if (*p == '%') {
        ++p;
        if (in_named_class(c, *p)) return inside;
      } else if (p + 2 < close && p[1] == '-') {
        if (static_cast<unsigned char>(p[0]) <= c && c <= static_cast<unsigned char>(p[2])) return inside;
        p += 2;
      } else if (static_cast<unsigned char>(*p) == c) {
        return inside;
      }
    }
    return !inside;
  }

  bool one(const char* s, const char* p, const char* p_end) {
    if (s >= text_end) return false;
    unsigned char c = static_cast<unsigned char>(*s);
    switch (*p) {
      case '.': return true;
      case '%': return in_named_class(c, p[1]);
      case '[': steps += (p_end - p) / 8; return in_set(c, p, p_end - 1);
      default: return static_cast<unsigned char>(*p) == c;
    }
  }

  const char* balanced(const char* s, const char* p) {
    if (p + 1 >= pattern_end) luaL_error(lua, "malformed pattern (missing arguments to '%%b')");
    if (s >= text_end || *s != *p) return nullptr;
    int open = 1;
    while (++s < text_end) {
      tick();
      if (*s == p[1]) {
        if (--open == 0) return s + 1;
      } else if (*s == p[0]) {
        ++open;
      }
    }
    return nullptr;
  }

  const char* most(const char* s, const char* p, const char* p_end) {
    std::ptrdiff_t count = 0;
    while (one(s + count, p, p_end)) {
      tick();
      ++count;
    }
    for (; count >= 0; --count)
      if (const char* end = match(s + count, p_end + 1)) return end;
    return nullptr;
  }

  const char* fewest(const char* s, const char* p, const char* p_end) {
    for (;;) {
      if (const char* end = match(s, p_end + 1)) return end;
      if (!one(s, p, p_end)) return nullptr;
      ++s;
    }
  }

  const char* start_capture(const char* s, const char* p, std::ptrdiff_t kind) {
    if (captures >= most_captures) luaL_error(lua, "too many captures");
    capture[captures].start = s;
    capture[captures].length = kind;
    ++captures;
    const char* end = match(s, p);
    if (!end) --captures;
    return end;
  }

  const char* end_capture(const char* s, const char* p) {
    int open = captures - 1;
    while (open >= 0 && capture[open].length != open_capture) --open;
    if (open < 0) luaL_error(lua, "invalid pattern capture");
    capture[open].length = s - capture[open].start;
    const char* end = match(s, p);
    if (!end) capture[open].length = open_capture;
    return end;
  }

  const char* back_reference(const char* s, char digit) {
    int index = digit - '1';
    if (index < 0 || index >= captures || capture[index].length < 0) luaL_error(lua, "invalid capture index");
    std::ptrdiff_t length = capture[index].length;
    state->charge(lua, length / 8);
    return text_end - s >= length && std::memcmp(capture[index].start, s, static_cast<std::size_t>(length)) == 0 ? s + length : nullptr;
  }

  // The end of the match of the pattern from `p` on at `s`, or nullptr.
  const char* match(const char* s, const char* p) {
    if (++depth > deepest) luaL_error(lua, "pattern too complex");
    const char* end = match_here(s, p);
    --depth;
    return end;
  }

  const char* match_here(const char* s, const char* p) {
    for (;;) {
      tick();
      if (p == pattern_end) return s;
      switch (*p) {
        case '(': return p + 1 < pattern_end && p[1] == ')' ? start_capture(s, p + 2, position_capture) : start_capture(s, p + 1, open_capture);
        case ')': return end_capture(s, p + 1);
        case '$':
          if (p + 1 == pattern_end) return s == text_end ? s : nullptr;
          break;
        case '%':
          if (p + 1 < pattern_end && p[1] == 'b') {
            s = balanced(s, p + 2);
            if (!s) return nullptr;
            p += 4;
            continue;
          }
          if (p + 1 < pattern_end && p[1] == 'f') {
            p += 2;
            if (p >= pattern_end || *p != '[') luaL_error(lua, "missing '[' after '%%f' in pattern");
            const char* p_end = class_end(p);
            steps += (p_end - p) / 4;
            unsigned char previous = s == text ? 0 : static_cast<unsigned char>(s[-1]);
            unsigned char current = s < text_end ? static_cast<unsigned char>(*s) : 0;
            if (in_set(previous, p, p_end - 1) || !in_set(current, p, p_end - 1)) return nullptr;
            p = p_end;
            continue;
          }
          if (p + 1 < pattern_end && std::isdigit(static_cast<unsigned char>(p[1]))) {
            s = back_reference(s, p[1]);
            if (!s) return nullptr;
            p += 2;
            continue;
          }
          break;
        default: break;
      }
      const char* p_end = class_end(p);
      char suffix = p_end < pattern_end ? *p_end : '\0';
      if (suffix == '?') {
        if (one(s, p, p_end))
          if (const char* end = match(s + 1, p_end + 1)) return end;
        p = p_end + 1;
        continue;
      }
      if (suffix == '*') return most(s, p, p_end);
      if (suffix == '+') return one(s, p, p_end) ? most(s + 1, p, p_end) : nullptr;
      if (suffix == '-') return fewest(s, p, p_end);
      if (!one(s, p, p_end)) return nullptr;
      ++s;
      p = p_end;
    }
  }

  void push_capture(int index, const char* start, const char* end) {
    if (index >= captures) {
      if (index != 0) luaL_error(lua, "invalid capture index");
      lua_pushlstring(lua, start, static_cast<std::size_t>(end - start));
      return;
    }
    if (capture[index].length == open_capture) luaL_error(lua, "unfinished capture");
    if (capture[index].length == position_capture)
      lua_pushinteger(lua, capture[index].start - text + 1);
    else
      lua_pushlstring(lua, capture[index].start, static_cast<std::size_t>(capture[index].length));
  }

  // `start` null: only the captures, which may be none.
  int push_captures(const char* start, const char* end) {
    int count = captures == 0 && start ? 1 : captures;
    luaL_checkstack(lua, count, "too many captures");
    for (int i = 0; i < count; ++i) push_capture(i, start, end);
    return count;
  }
};

Matcher matcher_for(lua_State* lua, const char* text, std::size_t length, const char* pattern_end) {
  Matcher matcher{lua, &State::of(lua), text, text + length, pattern_end, 0, 0, 0, {}};
  return matcher;
}

std::size_t start_position(std::ptrdiff_t position, std::size_t length) {
  if (position > 0) return static_cast<std::size_t>(position) - 1;
  std::size_t from_end = std::size_t{0} - static_cast<std::size_t>(position);
  return position == 0 || from_end > length ? 0 : length - from_end;
}

int search(lua_State* lua, bool find) {
  std::size_t text_length, pattern_length;
  const char* text = luaL_checklstring(lua, 1, &text_length);
  const char* pattern = luaL_checklstring(lua, 2, &pattern_length);
  std::size_t start = start_position(luaL_optinteger(lua, 3, 1), text_length);
  if (start > text_length) {
    lua_pushnil(lua);
    return 1;
  }
  State& state = State::of(lua);
  state.charge(lua, static_cast<std::int64_t>(pattern_length / 16));
  bool plain = lua_toboolean(lua, 4) || std::string_view(pattern, pattern_length).find_first_of("^$*+?.([%-") == std::string_view::npos;
  if (find && plain) {
    state.charge(lua, static_cast<std::int64_t>((text_length - start) / 8));
    const void* found = ::memmem(text + start, text_length - start, pattern, pattern_length);
    if (!found) {
      lua_pushnil(lua);
      return 1;
    }
    lua_Integer at = static_cast<const char*>(found) - text;
    lua_pushinteger(lua, at + 1);
    lua_pushinteger(lua, at + static_cast<lua_Integer>(pattern_length));
    return 2;
  }
  bool anchored = pattern_length > 0 && *pattern == '^';
  Matcher matcher = matcher_for(lua, text, text_length, pattern + pattern_length);
  for (const char* s = text + start; s <= text + text_length; ++s) {
    matcher.captures = 0;
    matcher.depth = 0;
    if (const char* end = matcher.match(s, pattern + anchored)) {
      if (!find) return matcher.push_captures(s, end);
      lua_pushinteger(lua, s - text + 1);
      lua_pushinteger(lua, end - text);
      return 2 + matcher.push_captures(nullptr, nullptr);
    }
    if (anchored) break;
  }
  lua_pushnil(lua);
  return 1;
}

int string_find(lua_State* lua) { return search(lua, true); }
int string_match(lua_State* lua) { return search(lua, false); }

// Upvalues: text, pattern, where to go on.
int gmatch_step(lua_State* lua) {
  std::size_t text_length, pattern_length;
  const char* text = lua_tolstring(lua, lua_upvalueindex(1), &text_length);
  const char* pattern = lua_tolstring(lua, lua_upvalueindex(2), &pattern_length);
  Matcher matcher = matcher_for(lua, text, text_length, pattern + pattern_length);
  for (const char* s = text + lua_tointeger(lua, lua_upvalueindex(3)); s <= text + text_length; ++s) {
    matcher.captures = 0;
    matcher.depth = 0;
    if (const char* end = matcher.match(s, pattern)) {
      lua_pushinteger(lua, end - text + (end == s));
      lua_replace(lua, lua_upvalueindex(3));
      return matcher.push_captures(s, end);
    }
  }
  lua_pushinteger(lua, static_cast<lua_Integer>(text_length) + 1);
  lua_replace(lua, lua_upvalueindex(3));
  return 0;
}

int string_gmatch(lua_State* lua) {
  luaL_checkstring(lua, 1);
  luaL_checkstring(lua, 2);
  lua_settop(lua, 2);
  lua_pushinteger(lua, 0);
  lua_pushcclosure(lua, gmatch_step, 3);
  return 1;
}

void add_template(Matcher& matcher, luaL_Buffer* out, const char* start, const char* end) {
  std::size_t length;
  const char* text = lua_tolstring(matcher.lua, 3, &length);
  matcher.state->charge(matcher.lua, static_cast<std::int64_t>(length));
  for (std::size_t i = 0; i < length; ++i) {
    if (text[i] != '%') {
      luaL_addchar(out, text[i]);
      continue;
    }
    ++i;
    if (i < length && text[i] == '0') {
      luaL_addlstring(out, start, static_cast<std::size_t>(end - start));
    } else if (i < length && std::isdigit(static_cast<unsigned char>(text[i]))) {
      matcher.push_capture(text[i] - '1', start, end);
      luaL_addvalue(out);
    } else if (i < length) {
      luaL_addchar(out, text[i]);
    }
  }
}

void add_replacement(Matcher& matcher, luaL_Buffer* out, const char* start, const char* end) {
  lua_State* lua = matcher.lua;
  switch (lua_type(lua, 3)) {
    case LUA_TFUNCTION:
      lua_pushvalue(lua, 3);
      lua_call(lua, matcher.push_captures(start, end), 1);
      break;
    case LUA_TTABLE:
      matcher.push_capture(0, start, end);
      lua_gettable(lua, 3);
      break;
    default: add_template(matcher, out, start, end); return;
  }
  if (!lua_toboolean(lua, -1)) {
    lua_pop(lua, 1);
    lua_pushlstring(lua, start, static_cast<std::size_t>(end - start));
  } else if (!lua_isstring(lua, -1)) {
    luaL_error(lua, "invalid replacement value (a %s)", luaL_typename(lua, -1));
  }
  luaL_addvalue(out);
}

int string_gsub(lua_State* lua) {
  std::size_t text_length, pattern_length;
  const char* text = luaL_checklstring(lua, 1, &text_length);
  const char* pattern = luaL_checklstring(lua, 2, &pattern_length);
  int kind = lua_type(lua, 3);
  luaL_argcheck(lua, kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3, "string/function/table expected");
  lua_Integer most = luaL_optinteger(lua, 4, static_cast<lua_Integer>(text_length) + 1);
  bool anchored = pattern_length > 0 && *pattern == '^';
  State::of(lua).need_stack(lua);
  Matcher matcher = matcher_for(lua, text, text_length, pattern + pattern_length);
  luaL_Buffer out;
  luaL_buffinit(lua, &out);
  lua_Integer count = 0;
  const char* s = text;
  while (count < most) {
    matcher.captures = 0;
    matcher.depth = 0;
    const char* end = matcher.match(s, pattern + anchored);
    if (end) {
      ++count;
      add_replacement(matcher, &out, s, end);
    }
    if (end && end > s) {
      s = end;
    } else if (s < text + text_length) {
      luaL_addchar(&out, *s);
      ++s;
    } else {
      break;
    }
    if (anchored) break;
  }
  luaL_addlstring(&out, s, static_cast<std::size_t>(text + text_length - s));
  luaL_pushresult(&out);
  lua_pushinteger(lua, count);
  return 2;
}

int string_rep(lua_State* lua) {
  std::size_t length;
  const char* text = luaL_checklstring(lua, 1, &length);
  lua_Integer count = std::max<lua_Integer>(0, luaL_checkinteger(lua, 2));
  constexpr std::size_t most = 64u << 20;
  if (length == 0) count = 0;
  if (length > 0 && static_cast<std::size_t>(count) > most / length) return luaL_error(lua, "the resulting string would be larger than 64 MiB");
  State::of(lua).charge(lua, static_cast<std::int64_t>(length) * count / 8);
  luaL_Buffer out;
  luaL_buffinit(lua, &out);
  for (lua_Integer i = 0; i < count; ++i) luaL_addlstring(&out, text, length);
  luaL_pushresult(&out);
  return 1;
}

// Looks at one directive of a format ('%' is at `at`) and the argument it takes; afterwards `at` is on its last character.
void check_directive(lua_State* lua, const char* format, std::size_t length, std::size_t& at, int argument) {
  std::size_t flags = 0, width = 0, precision = 0;
  while (++at < length && std::strchr("-+ #0", format[at]) && format[at]) ++flags;
  for (; at < length && std::isdigit(static_cast<unsigned char>(format[at])); ++at) ++width;
  if (at < length && format[at] == '.')
    while (++at < length && std::isdigit(static_cast<unsigned char>(format[at]))) ++precision;
  if (flags > 5 || width > 2 || precision > 2) luaL_error(lua, "invalid format to 'format' (at most two digits for width and precision)");
  char option = at < length ? format[at] : '\0';
  switch (option) {
    case 'p': luaL_error(lua, "invalid option '%%p' to 'format': addresses differ from run to run"); return;
    case 's':
      luaL_checkany(lua, argument);
      if (!lua_isstring(lua, argument)) {
        push_tostring(lua, argument);
        lua_replace(lua, argument);
      }
      break;
    case 'q': luaL_checkstring(lua, argument); break;
    default:
      if (option == '\0' || !std::strchr("cdiouxXeEfgGaA", option)) luaL_error(lua, "invalid option '%%%c' to 'format'", option ? option : ' ');
      luaL_checknumber(lua, argument);
  }
  if (lua_type(lua, argument) == LUA_TSTRING) State::of(lua).charge(lua, static_cast<std::int64_t>(lua_objlen(lua, argument) / 8));
}

// Upvalue: the original. It would print addresses for %s of a table and for %p of anything, and its errors would not know the author's line.
int string_format(lua_State* lua) {
  std::size_t length;
  const char* format = luaL_checklstring(lua, 1, &length);
  State::of(lua).charge(lua, static_cast<std::int64_t>(length / 8));
  int argument = 1, count = lua_gettop(lua);
  for (std::size_t i = 0; i < length; ++i) {
    if (format[i] != '%') continue;
    if (i + 1 < length && format[i + 1] == '%')
      ++i;
    else
      check_directive(lua, format, length, i, ++argument);
  }
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, count, 1);
  return 1;
}

// Upvalue: the original of lower, upper, reverse, which go through the whole text.
int whole_text(lua_State* lua) {
  std::size_t length;
  luaL_checklstring(lua, 1, &length);
  State::of(lua).charge(lua, static_cast<std::int64_t>(length / 16));
  lua_settop(lua, 1);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, 1, 1);
  return 1;
}

constexpr luaL_Reg functions[] = {{"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch},
                                  {"gsub", string_gsub}, {"rep", string_rep},     {nullptr, nullptr}};

}  // namespace

void push_string_library(lua_State* lua) {
  lua_pushcfunction(lua, luaopen_string);
  lua_call(lua, 0, 1);
  int original = lua_gettop(lua);
  lua_newtable(lua);
  for (const char* name : {"byte", "char", "len", "sub"}) {
    lua_getfield(lua, original, name);
    lua_setfield(lua, -2, name);
  }
  luaL_register(lua, nullptr, functions);
  for (const char* name : {"lower", "reverse", "upper"}) {
    lua_getfield(lua, original, name);
    lua_pushcclosure(lua, whole_text, 1);
    lua_setfield(lua, -2, name);
  }
  lua_getfield(lua, original, "format");
  lua_pushcclosure(lua, string_format, 1);
  lua_setfield(lua, -2, "format");
  lua_remove(lua, original);
}

}  // namespace viva::lua
