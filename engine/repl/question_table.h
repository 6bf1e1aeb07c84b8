// Questions in a list: a line each where the terminal is wide enough, the title cut at its end.
#pragma once

#include <string>
#include <vector>

#include "bank/question_entry.h"
#include "repl/terminal.h"

namespace viva {

std::string name_in(const Name& name, const std::string& language);  // the other language where one is missing

std::string question_table(const std::vector<const QuestionEntry*>& entries, const std::string& language, const TerminalStyle& style);

}  // namespace viva
