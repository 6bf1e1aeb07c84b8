// "I did say that": what a candidate says of a point that was not found is kept for the author of the question.
#pragma once

#include "repl/desk.h"

namespace viva {

// The command. Without a number the points of the last answer that were not found are listed; with one the answer, or the words of it that
// say the point, are kept in the session store. Grades stay as they are.
void dispute(Desk& desk, const std::string& argument);

}  // namespace viva
