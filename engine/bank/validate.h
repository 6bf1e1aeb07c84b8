// Is a question in order? Everything that is wrong with the bank's files, in one run, at its line.
//
//   std::vector<Error> faults = validate(bank, {types, [](const std::string& pattern) { … }});
//   questions/web/http.json:41: /options/2/text: expected text or {"en", "zh"}, found number
//
// Files that Bank::load left out are not looked at again: it has reported them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/field_spec.h"
#include "base/result.h"

namespace viva {

using TypeFields = std::map<std::string, FieldSpec>;  // by the question type's name: its own fields, a record

struct Validation {
  const TypeFields& types;
  // What is wrong with a pattern, empty when nothing is. Not set: patterns are not looked into.
  std::function<std::string(const std::string& pattern)> pattern;
};

// All questions of the bank; sorted by file and line.
std::vector<Error> validate(const Bank& bank, const Validation& how);

// The file of one question (not an inline one; those in it are looked at with it).
std::vector<Error> validate(const Bank& bank, const QuestionEntry& entry, const Validation& how);

// A fault that a question type's own `validate` found, with its file and line. `path` is within the question, inline or not.
Error fault_in(const Bank& bank, const QuestionEntry& entry, const std::string& path, const std::string& message);

}  // namespace viva
