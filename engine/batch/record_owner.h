// Whose record is it? A worker that does what it wants must not answer for another candidate, or to another question, than it was asked
// about.
#pragma once

#include <string_view>

namespace viva {

// Does the record, without its '\n', begin with the candidate and the question that the line names, as far as it can be read, and end like
// one? The rest is the worker's word: what credit an answer gets, only the worker knows.
bool is_record_of(std::string_view record, std::string_view line);

}  // namespace viva
