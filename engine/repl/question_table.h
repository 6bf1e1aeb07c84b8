// Questions in a list: a line each where the terminal is wide enough, the title cut at its end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/question_entry.h"
#include "repl/terminal.h"

namespace viva {

std::string name_in(const Name& name, const std::string& language);  // the other language where one is missing

std::string question_table(const std::vector<const QuestionEntry*>& entries, const std::string& language, const TerminalStyle& style);

// Why no question fits: none at all says one of the words, and which area, topic or other of the `names` may be meant instead. Nothing
// where each word is said by some.
std::optional<std::string> unsaid_word(const Bank& bank, const std::vector<std::string>& words, std::vector<std::string> names,
                                       const std::string& language);

}  // namespace viva
