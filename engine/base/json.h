// JSON as the engine accepts it: nlohmann/json with the strictness that data from strangers needs.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace viva {

// Keys are kept sorted bytewise, so the same value always prints the same bytes.
using Json = nlohmann::json;

constexpr int max_json_depth = 64;

// Parses one JSON value. Refused, each with its own message and line: syntax errors, bad UTF-8, a key given twice in one object, nesting
// deeper than max_json_depth, anything after the value. A byte order mark at the start is skipped. `file` is only used in messages.
Result<Json> parse_json(std::string_view text, std::string_view file = {});

// Compact text. Strings that are not valid UTF-8 are written with U+FFFD in place of the bad bytes; it never throws.
std::string to_text(const Json& value);

// Line (1-based) of the byte offset in the text.
int line_of(std::string_view text, std::size_t offset);

}  // namespace viva
