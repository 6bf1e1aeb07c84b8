// Where in a file a fault is.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace viva {

// Line (1-based) of the value at a JSON pointer ("/options/2/text"): the line of its key when it is a member of an object, else the line
// where the value begins. Where the pointer leads nowhere, the line of the deepest part that is there. 1 when the text is not JSON.
int line_of_pointer(std::string_view text, std::string_view pointer);

// Fills in the line of a fault that has a path but no line, from the file at `path` on this machine (read again: only faulty files are).
void add_line(Error& fault, const std::string& path);

}  // namespace viva
