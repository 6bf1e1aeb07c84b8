// A value against its declaration: does it have the shape that the field asks for?
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bank/field_spec.h"
#include "base/json.h"
#include "base/result.h"

namespace viva {

// What the shape alone cannot tell. Each gives the words of the fault, or an empty string where all is well; none need be set.
struct FieldChecks {
  std::function<std::string(const std::string& pattern)> pattern;
  std::function<std::string(const std::string& file)> file;
  std::function<std::string(const std::string& folder)> folder;
  std::function<std::string(const std::string& trap)> trap;
  std::function<void(const Json& question, const std::string& path)> question;  // reports for itself
};

// Adds an error for each fault, with `path` set to where the value is ("" for a whole file, then "/options/2/text"), and no file or line.
//   /options/2/text: expected text or {"en", "zh"}, found number
void check_fields(const Json& value, const FieldSpec& spec, const std::string& path, const FieldChecks& checks, std::vector<Error>& faults);

// A step of a JSON pointer: '~' and '/' in a key are written "~0" and "~1".
std::string pointer_step(const std::string& key);

}  // namespace viva
