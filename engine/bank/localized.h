// Texts of questions, in one of the languages.
#pragma once

#include <string>

#include "base/json.h"

namespace viva {

// The string of a text: a string, a list of lines, or {"en", "zh"} of such; the other language where one is missing.
std::string localized(const Json& text, const std::string& language);

}  // namespace viva
