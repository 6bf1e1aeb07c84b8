#include "lua/read_grade.h"

#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr int most_remarks = 100;

// The list of texts at 6 becomes JSON. Returns what is wrong with it, or nothing.
std::string read_remarks(lua_State* thread, const std::string& language, Grade& grade) {
  if (lua_isnil(thread, 6)) return {};
  if (!lua_istable(thread, 6)) return "parse gave warnings that are no list of texts";
  std::string list = "[";
  int count = static_cast<int>(lua_objlen(thread, 6));
  if (count > most_remarks) return "parse gave more than 100 warnings";
  for (int i = 1; i <= count; ++i) {
    lua_rawgeti(thread, 6, i);
    std::string text;
    const char* problem = localized_text(thread, lua_gettop(thread), language, text);
    lua_settop(thread, 6);
    if (problem) return "warning " + std::to_string(i) + " of parse " + problem;
    if (i > 1) list += ',';
    append_string(text, list);
  }
  if (count > 0) grade.remarks = list + "]";
  return {};
}

}  // namespace

Grade read_grade(lua_State* thread, const std::string& language) {
  lua_settop(thread, 6);
  Grade grade;
  grade.verdict = lua_tostring(thread, 1);
  grade.response = lua_isnil(thread, 2) ? 0 : 2;
  grade.result = lua_isnil(thread, 3) ? 0 : 3;
  if (grade.result) {
    lua_pushliteral(thread, "credit");
    lua_rawget(thread, 3);
    grade.credit = as_fraction(lua_tonumber(thread, -1));
    lua_settop(thread, 6);
  }
  grade.points = as_fraction(lua_tonumber(thread, 4));
  grade.most = as_fraction(lua_tonumber(thread, 5));
  if (grade.verdict != "invalid") {
    grade.fault = read_remarks(thread, language, grade);
  } else if (lua_isnil(thread, 6)) {
    grade.problem = "the answer cannot be read";
  } else if (const char* problem = localized_text(thread, 6, language, grade.problem)) {
    grade.fault = std::string("the reason that parse gave why the answer cannot be read ") + problem;
  }
  return grade;
}

}  // namespace viva::lua
