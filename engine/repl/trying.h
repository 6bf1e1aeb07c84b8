// Answers that are programs: tried on the examples before they are handed in, once or at every save.
#pragma once

#include <string>

#include "repl/desk.h"

namespace viva {

// For the commands; a question is open. Trying is no attempt, and nothing of it is graded.
void run_examples(Desk& desk);
// Keeps the answer in a file, and tries it whenever the file is saved, until a key is pressed or the time is up. An empty name: a file in
// the person's data folder. Where input is no terminal it is tried once.
void watch_file(Desk& desk, const std::string& file);

}  // namespace viva
