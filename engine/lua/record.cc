#include "lua/record.h"

#include <cmath>

#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr std::size_t most_response_bytes = 8u << 20;  // it may be as long as a line of answers
constexpr std::size_t most_parts_bytes = 1u << 20;
constexpr int most_spans = 10000;
constexpr std::size_t most_name_bytes = 200;         // ids and kinds
constexpr std::size_t most_text_bytes = 64u << 10;   // a note or a remark
constexpr const char* not_utf8 = "is not valid UTF-8 (was a character cut in two?)";

void append_key(const char* name, std::string& out) {
  if (out.back() != '{') out += ',';
  out += '"';
  out += name;
  out += "\":";
}

void append_text(const char* name, std::string_view text, std::string& out) {
  append_key(name, out);
  if (!append_string(text, out)) append_string(readable(text, text.size() + 64), out);
}

// Reads the field of the table on top. What it is stays on the stack until the caller pops it.
int push_field(lua_State* lua, const char* name) {
  lua_pushstring(lua, name);
  lua_rawget(lua, -2);
  return lua_type(lua, -1);
}

// Appends "name":number when the field is there; false when it is something else.
bool append_number_field(lua_State* lua, const char* name, double low, double high, double missing, std::string& out) {
  int type = push_field(lua, name);
  double value = type == LUA_TNIL ? missing : lua_tonumber(lua, -1);
  lua_pop(lua, 1);
  if ((type != LUA_TNIL && type != LUA_TNUMBER) || !(value >= low && value <= high)) return false;
  append_key(name, out);
  append_decimal(to_double(as_fraction(value)), out);
  return true;
}

// Appends the texts of these fields where they are there; false when one is something else.
bool append_string_field(lua_State* lua, const char* name, std::string& out) {
  int type = push_field(lua, name);
  std::size_t length = 0;
  const char* text = type == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : nullptr;
  bool fine = type == LUA_TNIL || (text && length <= most_name_bytes);
  if (text && fine) {
    append_key(name, out);
    fine = append_string({text, length}, out);
  }
  lua_pop(lua, 1);
  return fine;
}

bool append_spans(lua_State* lua, std::size_t answer_length, std::string& out) {
  int type = push_field(lua, "spans");
  if (type == LUA_TNIL) {
    lua_pop(lua, 1);
    return true;
  }
  if (type != LUA_TTABLE) return false;
  append_key("spans", out);
  out += '[';
  int count = static_cast<int>(lua_objlen(lua, -1));
  if (count > most_spans) return false;
  for (int i = 1; i <= count; ++i) {
    lua_rawgeti(lua, -1, i);
    if (!lua_istable(lua, -1)) return false;
    lua_rawgeti(lua, -1, 1);
    lua_rawgeti(lua, -2, 2);
    double from = lua_tonumber(lua, -2), to = lua_tonumber(lua, -1);
    bool fine = lua_isnumber(lua, -2) && lua_isnumber(lua, -1) && from >= 0 && from <= to && to <= static_cast<double>(answer_length) &&
                from == std::floor(from) && to == std::floor(to);
    lua_pop(lua, 3);
    if (!fine) return false;
    if (i > 1) out += ',';
    out += '[' + std::to_string(static_cast<long>(from)) + ',' + std::to_string(static_cast<long>(to)) + ']';
  }
  out += ']';
  lua_pop(lua, 1);
  return true;
}

// Appends the part on top of the stack; says what is wrong with it, or nothing.
std::string append_part(lua_State* lua, const std::string& language, std::size_t answer_length, std::string& out) {
  if (!lua_istable(lua, -1)) return "is not a table";
  out += '{';
  if (push_field(lua, "id") != LUA_TSTRING) return "has no id (a string)";
  lua_pop(lua, 1);
  if (!append_string_field(lua, "id", out)) return "has an id that is not valid UTF-8 or longer than 200 bytes";
  if (!append_number_field(lua, "credit", -1, 1, 0, out)) return "has a credit that is no number from -1 to 1";
  if (!append_number_field(lua, "weight", 0, 1e6, 1, out)) return "has a weight that is no number from 0 on";
  if (push_field(lua, "note") != LUA_TNIL) {
    std::string note;
    if (const char* problem = localized_text(lua, lua_gettop(lua), language, note)) return std::string("has a note that ") + problem;
    append_text("note", note, out);
  }
  lua_pop(lua, 1);
  if (!append_spans(lua, answer_length, out)) return "has spans that are no list of { from, to } within the answer, or more than 10000 of them";
  for (const char* name : {"kind", "stance"})
    if (!append_string_field(lua, name, out)) return "has a kind or stance that is no string, or a very long one";
  out += '}';
  return {};
}

// Appends the parts of the result at `index`.
std::string append_parts(lua_State* lua, int index, const std::string& language, std::size_t answer_length, std::string& out) {
  lua_pushvalue(lua, index);
  int type = push_field(lua, "parts");
  std::size_t most = out.size() + most_parts_bytes;
  out += '[';
  if (type != LUA_TNIL && type != LUA_TTABLE) return "parts is not a list";
  int count = type == LUA_TTABLE ? static_cast<int>(lua_objlen(lua, -1)) : 0;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) out += ',';
    lua_rawgeti(lua, -1, i);
    int top = lua_gettop(lua);
    if (std::string problem = append_part(lua, language, answer_length, out); !problem.empty()) return "part " + std::to_string(i) + " " + problem;
    if (out.size() > most) return "the parts are larger than 1 MiB";
    lua_settop(lua, top - 1);
  }
  lua_pop(lua, 2);
  out += ']';
  return {};
}

bool wants_review(lua_State* lua, int index) {
  lua_pushvalue(lua, index);
  push_field(lua, "review");
  bool review = lua_toboolean(lua, -1);
  lua_pop(lua, 2);
  return review;
}

// Appends "band":[low,high] of the result at `index` where it has one; false when it is no pair of shares.
bool append_band(lua_State* lua, int index, std::string& out) {
  lua_pushvalue(lua, index);
  const int type = push_field(lua, "band");
  bool fine = type == LUA_TNIL;
  if (type == LUA_TTABLE) {
    lua_rawgeti(lua, -1, 1);
    lua_rawgeti(lua, -2, 2);
    const double low = lua_tonumber(lua, -2), high = lua_tonumber(lua, -1);
    fine = lua_isnumber(lua, -2) && lua_isnumber(lua, -1) && low >= 0 && low <= high && high <= 1;
    lua_pop(lua, 2);
    if (fine) {
      append_key("band", out);
      out += '[';
      append_decimal(to_double(as_fraction(low)), out);
      out += ',';
      append_decimal(to_double(as_fraction(high)), out);
      out += ']';
    }
  }
  lua_pop(lua, 2);
  return fine;
}

}  // namespace

const char* localized_text(lua_State* lua, int index, const std::string& language, std::string& out) {
  std::size_t start = out.size();
  int top = lua_gettop(lua);
  auto end = [&](const char* problem) {
    lua_settop(lua, top);
    return problem;
  };
  auto append_piece = [&](int at) -> const char* {
    std::size_t length;
    const char* text = lua_tolstring(lua, at, &length);
    if (out.size() - start + length > most_text_bytes) return "is longer than 64 KiB";
    out.append(text, length);
    return is_utf8({text, length}) ? nullptr : not_utf8;
  };
  lua_pushvalue(lua, index);
  for (const char* name : {language.c_str(), "en", "zh"}) {
    if (!lua_istable(lua, -1)) break;
    if (push_field(lua, name) == LUA_TNIL)
      lua_pop(lua, 1);
    else
      break;
  }
  if (lua_type(lua, -1) == LUA_TSTRING) return end(append_piece(lua_gettop(lua)));
  if (!lua_istable(lua, -1)) return end("is no text");
  int lines = static_cast<int>(lua_objlen(lua, -1));
  for (int i = 1; i <= lines; ++i) {
    lua_rawgeti(lua, -1, i);
    if (lua_type(lua, -1) != LUA_TSTRING) return end("is no text");
    if (i > 1) out += '\n';
    if (const char* problem = append_piece(lua_gettop(lua))) return end(problem);
    lua_pop(lua, 1);
  }
  return end(lines > 0 ? nullptr : "is no text");
}

std::string append_record(lua_State* lua, const RecordStyle& style, const AnswerLine& line, const std::string& question_versions, const Grade& grade,
                          std::string& out) {
  std::size_t start = out.size();
  int top = lua_gettop(lua);
  auto fail = [&](std::string why) {
    out.resize(start);
    lua_settop(lua, top);
    return why;
  };
  out += '{';
  append_text("candidate", line.candidate, out);
  append_text("question", line.question, out);
  append_key("response", out);
  if (grade.response) {
    if (const char* problem = append_json(lua, grade.response, out, 1, most_response_bytes)) return fail(std::string("the response is not plain data: ") + problem);
  } else {
    out += "null";
  }
  append_key("credit", out);
  if (grade.graded) {
    append_decimal(to_double(grade.credit), out);
    append_key("points", out);
    append_decimal(to_double(grade.points), out);
    append_key("max", out);
    append_decimal(to_double(grade.most), out);
  } else {
    out += "null,\"points\":null,\"max\":null";
  }
  append_text("verdict", grade.verdict, out);
  append_key("parts", out);
  if (grade.result) {
    std::size_t length = line.answer.is_string() ? line.answer.get_ref<const std::string&>().size() : 0;
    std::string problem = append_parts(lua, grade.result, style.language, length, out);
    if (!problem.empty()) return fail(problem);
  } else {
    out += "[]";
  }
  append_key("review", out);
  out += grade.result && wants_review(lua, grade.result) ? "true" : "false";
  if (grade.result && !append_band(lua, grade.result, out)) return fail("band is not { low, high }, two numbers from 0 to 1");
  append_key("seconds", out);
  if (line.seconds >= 0)
    append_decimal(line.seconds, out);
  else
    out += "null";
  append_key("hints", out);
  out += std::to_string(line.hints);
  append_text("rule", style.rule, out);
  append_key("variant", out);
  if (line.variant.empty())
    out += "null";
  else if (!append_string(line.variant, out))
    out += "null";
  append_key("versions", out);
  out += '{';
  out += question_versions;
  append_text("rule", style.rule_version, out);
  append_text("engine", style.engine_version, out);
  out += '}';
  if (!style.degraded.empty()) {
    append_key("degraded", out);
    out += style.degraded;
  }
  if (!style.judged.empty()) {
    append_key("judged", out);
    out += style.judged;
  }
  if (!grade.remarks.empty()) {
    append_key("remarks", out);
    out += grade.remarks;
  }
  if (!grade.problem.empty()) append_text("problem", grade.problem, out);
  out += "}\n";
  return {};
}

}  // namespace viva::lua
