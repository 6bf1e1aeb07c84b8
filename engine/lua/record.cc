#include "lua/record.h"

#include <cmath>
#include <iterator>

#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr std::size_t most_response_bytes = 8u << 20;  // it may be as long as a line of answers
constexpr std::size_t most_parts_bytes = 1u << 20;
constexpr int most_spans = 10000;
constexpr std::size_t most_name_bytes = 200;         // ids and kinds
constexpr std::size_t most_text_bytes = 64u << 10;   // a note or a remark
constexpr const char* not_utf8 = "is not valid UTF-8 (was a character cut in two?)";

// The names of the fields that are read from what a script gave. The state holds them: to intern each anew for every lookup is some 3 % of
// the cost of a short answer.
enum Name { id = 1, credit, weight, note, spans, kind, stance, parts, review, band };
constexpr const char* names[] = {"id", "credit", "weight", "note", "spans", "kind", "stance", "parts", "review", "band"};
char names_tag;

// Text of a script or a person: it may be no UTF-8.
void append_text(std::string_view text, std::string& out) {
  if (!append_string(text, out)) append_string(readable(text, text.size() + 64), out);
}

// Writes what a script gave for one answer. Whatever a method leaves on the stack is popped by append_record, at its end.
class ResultWriter {
 public:
  ResultWriter(lua_State* lua, const std::string& language, std::size_t answer_length, std::string& out)
      : lua_(lua), language_(language), answer_length_(answer_length), out_(out) {
    lua_pushlightuserdata(lua_, &names_tag);
    lua_rawget(lua_, LUA_REGISTRYINDEX);
    names_ = lua_gettop(lua_);
  }

  // Appends the parts of the result at `index`; says what is wrong with them, or nothing.
  std::string append_parts(int index);
  bool wants_review(int index);
  // Appends ,"band":[low,high] where the result at `index` has one; false when it is no pair of shares.
  bool append_band(int index);

 private:
  // Reads a field of the table at `index`. What it is stays on the stack until the caller pops it.
  int push_field(int index, Name name) {
    lua_rawgeti(lua_, names_, name);
    lua_rawget(lua_, index);
    return lua_type(lua_, -1);
  }
  bool append_number_field(int part, Name name, double low, double high, double missing);
  bool append_string_field(int part, Name name);
  bool append_spans(int part);
  std::string append_part(int part);

  lua_State* lua_;
  const std::string& language_;
  std::size_t answer_length_;
  std::string& out_;
  int names_;
};

// Appends the number when the field is there, or what stands for it; false when it is something else.
bool ResultWriter::append_number_field(int part, Name name, double low, double high, double missing) {
  int type = push_field(part, name);
  double value = type == LUA_TNIL ? missing : lua_tonumber(lua_, -1);
  lua_pop(lua_, 1);
  if ((type != LUA_TNIL && type != LUA_TNUMBER) || !(value >= low && value <= high)) return false;
  append_decimal(to_double(as_fraction(value)), out_);
  return true;
}

// Appends ,"name":"text" where the field is there; false when it is something else.
bool ResultWriter::append_string_field(int part, Name name) {
  int type = push_field(part, name);
  std::size_t length = 0;
  const char* text = type == LUA_TSTRING ? lua_tolstring(lua_, -1, &length) : nullptr;
  bool fine = type == LUA_TNIL || (text && length <= most_name_bytes);
  if (text && fine) {
    ((out_ += ",\"") += names[name - 1]) += "\":";
    fine = append_string({text, length}, out_);
  }
  lua_pop(lua_, 1);
  return fine;
}

bool ResultWriter::append_spans(int part) {
  int type = push_field(part, spans);
  int list = lua_gettop(lua_);
  if (type == LUA_TNIL) {
    lua_pop(lua_, 1);
    return true;
  }
  if (type != LUA_TTABLE) return false;
  out_ += ",\"spans\":[";
  int count = static_cast<int>(lua_objlen(lua_, list));
  if (count > most_spans) return false;
  for (int i = 1; i <= count; ++i) {
    lua_rawgeti(lua_, list, i);
    if (!lua_istable(lua_, -1)) return false;
    lua_rawgeti(lua_, -1, 1);
    lua_rawgeti(lua_, -2, 2);
    double from = lua_tonumber(lua_, -2), to = lua_tonumber(lua_, -1);
    bool fine = lua_isnumber(lua_, -2) && lua_isnumber(lua_, -1) && from >= 0 && from <= to && to <= static_cast<double>(answer_length_) &&
                from == std::floor(from) && to == std::floor(to);
    lua_pop(lua_, 3);
    if (!fine) return false;
    if (i > 1) out_ += ',';
    out_ += '[' + std::to_string(static_cast<long>(from)) + ',' + std::to_string(static_cast<long>(to)) + ']';
  }
  out_ += ']';
  lua_pop(lua_, 1);
  return true;
}

// Appends the part at this index; says what is wrong with it, or nothing.
std::string ResultWriter::append_part(int part) {
  if (!lua_istable(lua_, part)) return "is not a table";
  if (push_field(part, id) != LUA_TSTRING) return "has no id (a string)";
  std::size_t length;
  const char* text = lua_tolstring(lua_, -1, &length);
  out_ += "{\"id\":";
  if (length > most_name_bytes || !append_string({text, length}, out_)) return "has an id that is not valid UTF-8 or longer than 200 bytes";
  lua_pop(lua_, 1);
  out_ += ",\"credit\":";
  if (!append_number_field(part, credit, -1, 1, 0)) return "has a credit that is no number from -1 to 1";
  out_ += ",\"weight\":";
  if (!append_number_field(part, weight, 0, 1e6, 1)) return "has a weight that is no number from 0 on";
  if (push_field(part, note) != LUA_TNIL) {
    std::string words;
    if (const char* problem = localized_text(lua_, lua_gettop(lua_), language_, words)) return std::string("has a note that ") + problem;
    out_ += ",\"note\":";
    append_text(words, out_);
  }
  lua_pop(lua_, 1);
  if (!append_spans(part)) return "has spans that are no list of { from, to } within the answer, or more than 10000 of them";
  if (!append_string_field(part, kind) || !append_string_field(part, stance)) return "has a kind or stance that is no string, or a very long one";
  out_ += '}';
  return {};
}

std::string ResultWriter::append_parts(int index) {
  int type = push_field(index, parts);
  int list = lua_gettop(lua_);
  std::size_t most = out_.size() + most_parts_bytes;
  out_ += '[';
  if (type != LUA_TNIL && type != LUA_TTABLE) return "parts is not a list";
  int count = type == LUA_TTABLE ? static_cast<int>(lua_objlen(lua_, list)) : 0;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) out_ += ',';
    lua_rawgeti(lua_, list, i);
    if (std::string problem = append_part(lua_gettop(lua_)); !problem.empty()) return "part " + std::to_string(i) + " " + problem;
    if (out_.size() > most) return "the parts are larger than 1 MiB";
    lua_settop(lua_, list);
  }
  lua_pop(lua_, 1);
  out_ += ']';
  return {};
}

bool ResultWriter::wants_review(int index) {
  push_field(index, review);
  bool wanted = lua_toboolean(lua_, -1);
  lua_pop(lua_, 1);
  return wanted;
}

bool ResultWriter::append_band(int index) {
  const int type = push_field(index, band);
  bool fine = type == LUA_TNIL;
  if (type == LUA_TTABLE) {
    lua_rawgeti(lua_, -1, 1);
    lua_rawgeti(lua_, -2, 2);
    const double low = lua_tonumber(lua_, -2), high = lua_tonumber(lua_, -1);
    fine = lua_isnumber(lua_, -2) && lua_isnumber(lua_, -1) && low >= 0 && low <= high && high <= 1;
    lua_pop(lua_, 2);
    if (fine) {
      out_ += ",\"band\":[";
      append_decimal(to_double(as_fraction(low)), out_);
      out_ += ',';
      append_decimal(to_double(as_fraction(high)), out_);
      out_ += ']';
    }
  }
  lua_pop(lua_, 1);
  return fine;
}

}  // namespace

void open_record(lua_State* lua) {
  lua_pushlightuserdata(lua, &names_tag);
  lua_createtable(lua, std::size(names), 0);
  for (int name = id; name <= band; ++name) {
    lua_pushstring(lua, names[name - 1]);
    lua_rawseti(lua, -2, name);
  }
  lua_rawset(lua, LUA_REGISTRYINDEX);
}

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
    lua_pushstring(lua, name);
    lua_rawget(lua, -2);
    if (!lua_isnil(lua, -1)) break;
    lua_pop(lua, 1);
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
  auto end = [&](std::string problem) {
    if (!problem.empty()) out.resize(start);
    lua_settop(lua, top);
    return problem;
  };
  ResultWriter result(lua, style.language, line.answer.is_string() ? line.answer.get_ref<const std::string&>().size() : 0, out);
  out += "{\"candidate\":";
  append_text(line.candidate, out);
  out += ",\"question\":";
  append_text(line.question, out);
  out += ",\"response\":";
  if (grade.response) {
    if (const char* problem = append_json(lua, grade.response, out, 1, most_response_bytes)) return end(std::string("the response is not plain data: ") + problem);
  } else {
    out += "null";
  }
  if (grade.graded) {
    out += ",\"credit\":";
    append_decimal(to_double(grade.credit), out);
    out += ",\"points\":";
    append_decimal(to_double(grade.points), out);
    out += ",\"max\":";
    append_decimal(to_double(grade.most), out);
  } else {
    out += ",\"credit\":null,\"points\":null,\"max\":null";
  }
  out += ",\"verdict\":";
  append_text(grade.verdict, out);
  out += ",\"parts\":";
  if (grade.result) {
    if (std::string problem = result.append_parts(grade.result); !problem.empty()) return end(std::move(problem));
  } else {
    out += "[]";
  }
  out += grade.result && result.wants_review(grade.result) ? ",\"review\":true" : ",\"review\":false";
  if (grade.result && !result.append_band(grade.result)) return end("band is not { low, high }, two numbers from 0 to 1");
  out += ",\"seconds\":";
  if (line.seconds >= 0)
    append_decimal(line.seconds, out);
  else
    out += "null";
  out += ",\"hints\":";
  append_decimal(line.hints, out);
  out += ",\"rule\":";
  append_text(style.rule, out);
  out += ",\"variant\":";
  if (line.variant.empty() || !append_string(line.variant, out)) out += "null";
  out += ",\"versions\":{";
  out += question_versions;
  out += ",\"rule\":";
  append_text(style.rule_version, out);
  out += ",\"engine\":";
  append_text(style.engine_version, out);
  out += '}';
  if (!style.degraded.empty()) (out += ",\"degraded\":") += style.degraded;
  if (!style.judged.empty()) (out += ",\"judged\":") += style.judged;
  if (!grade.remarks.empty()) (out += ",\"remarks\":") += grade.remarks;
  if (!grade.problem.empty()) {
    out += ",\"problem\":";
    append_text(grade.problem, out);
  }
  out += "}\n";
  return end({});
}

}  // namespace viva::lua
