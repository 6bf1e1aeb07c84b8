#include "script/message_shape.h"

#include <algorithm>

namespace viva {
namespace {

using Test = bool (*)(const Json&);

bool is_text(const Json& value) { return value.is_string(); }
bool is_number(const Json& value) { return value.is_number_integer(); }
bool is_object(const Json& value) { return value.is_object(); }
bool anything(const Json&) { return true; }
bool is_texts(const Json& value) { return value.is_array() && std::all_of(value.begin(), value.end(), is_text); }
bool is_counts(const Json& value) { return value.is_object() && std::all_of(value.begin(), value.end(), is_number); }

struct Field {
  const char* name;
  Test test;
  bool required = true;
};

bool fits(const Json& value, std::initializer_list<Field> fields) {
  if (!value.is_object()) return false;
  for (const Field& field : fields) {
    auto found = value.find(field.name);
    if (found == value.end() ? field.required : !field.test(*found)) return false;
  }
  return true;
}

bool is_failure(const Json& value) {
  return fits(value, {{"message", is_text}, {"file", is_text, false}, {"line", is_number, false}, {"traceback", is_text, false}});
}
bool is_failures(const Json& value) { return value.is_array() && std::all_of(value.begin(), value.end(), is_failure); }

bool is_option(const Json& value) { return fits(value, {{"type", is_text}, {"default", anything}, {"help", anything}}); }
bool is_options(const Json& value) { return value.is_object() && std::all_of(value.begin(), value.end(), is_option); }

bool is_declaration(const Json& value) {
  return fits(value, {{"kind", is_text},
                      {"name", is_text},
                      {"description", anything},
                      {"file", is_text},
                      {"line", is_number},
                      {"origin", is_text},
                      {"callbacks", is_texts},
                      {"sources", is_texts},
                      {"fields", is_object, false},
                      {"options", is_options, false},
                      {"scoring", is_text, false},
                      {"language", is_object, false}});
}
// An empty table of Lua is an empty object.
bool is_declarations(const Json& value) {
  return (value.is_array() || value.empty()) && std::all_of(value.begin(), value.end(), is_declaration);
}

bool is_fraction(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_integer() && value[1].is_number_integer() &&
         value[1].get<std::int64_t>() > 0;
}
bool is_exact(const Json& value) {
  if (value.is_null() || fits(value, {{"credit", is_fraction}, {"points", is_fraction}, {"max", is_fraction}})) return true;
  return value.is_object() && !value.contains("credit") && fits(value, {{"traceback", is_text, false}});
}

bool is_done(const Json& value) {
  return fits(value, {{"count", is_number, false},
                      {"unread", is_number, false},
                      {"verdicts", is_counts, false},
                      {"credits", is_counts, false},
                      {"exact", is_exact, false},
                      {"declared", is_declarations, false},
                      {"problems", is_failures, false},
                      {"values", anything, false}});
}

bool is_hello(const Json& value) { return fits(value, {{"version", is_number}, {"layers", is_texts}}); }

bool is_call(const Json& value) {
  if (!fits(value, {{"job", is_number}, {"name", is_text}, {"arguments", is_object}})) return false;
  return value["name"] != "questions" || fits(value["arguments"], {{"ids", is_texts}});
}

}  // namespace

std::string message_fault(const Json& header) {
  constexpr Field kinds[] = {{"hello", is_hello}, {"done", is_done}, {"failed", is_failure}, {"call", is_call}};
  int found = 0;
  for (const Field& kind : kinds) {
    auto message = header.find(kind.name);
    if (message == header.end()) continue;
    ++found;
    if (!kind.test(*message)) return std::string("its '") + kind.name + "' is not as it should be";
  }
  if (found != 1) return "it is not one of hello, done, failed and call";
  if (!fits(header, {{"printed", is_text, false}, {"declared", is_declarations, false}}))
    return "what comes with it is not as it should be";
  return {};
}

}  // namespace viva
