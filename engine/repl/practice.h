// Single questions and rounds at the prompt.
#pragma once

#include "repl/desk.h"

namespace viva {

// Commands.
void ask_single(Desk& desk, const std::string& argument);
void start_round(Desk& desk, const std::string& argument);
void resume_round(Desk& desk, const std::string& argument);
void review(Desk& desk, const std::string& argument);

// The answers that `.review` shows without a number: of the open round, the single question before, or the last session with an answer.
std::vector<Reviewed> last_answers(Desk& desk);

// Reads bank and scripts again. False: they cannot be read, the ones before stay, and the error was told.
bool reload_material(Desk& desk);

}  // namespace viva
