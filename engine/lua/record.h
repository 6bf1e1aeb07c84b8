// The record of one graded answer, written byte by byte: it is the hot path of a batch, and its bytes are a promise.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>

#include "base/number.h"
#include "grading/answer_line.h"

namespace viva::lua {

// What is the same for all answers of a batch.
struct RecordStyle {
  std::string language = "en";
  std::string rule;
  std::string rule_version;
  std::string engine_version;
  std::string judged;    // JSON: what a judge said of the one answer there is; empty: nothing
  std::string degraded;  // JSON list of the guarantees gone without; empty: none
};

struct Grade {
  std::string verdict;
  bool graded = true;              // false: credit and points are null
  Fraction credit, points, most;
  int response = 0, result = 0;    // stack indices, 0: none
  std::string problem;             // why it is invalid or ungraded
  std::string remarks;             // JSON list of texts, or empty
  std::string fault;               // what is wrong with what the script gave; then there is no record of it
};

void open_record(lua_State* lua);  // once per state, before anything is written from it

// Appends the record and a line end. Runs no Lua code: metatables are not asked. Returns what is wrong with the response or the parts that a script gave (nothing is appended then), or
// an empty string.
std::string append_record(lua_State* lua, const RecordStyle& style, const AnswerLine& line, const std::string& question_versions, const Grade& grade,
                          std::string& out);

// Appends the string of a text ({en, zh}, list of lines, or string) in the language. Returns what is wrong with it ("is no text"), or nullptr.
const char* localized_text(lua_State* lua, int index, const std::string& language, std::string& out);

}  // namespace viva::lua
