// The commands of the prompt: lines that begin with '.' and a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repl/desk.h"

namespace viva {

struct PromptCommand {
  enum When { idle = 1, asking = 2, always = 3 };
  const char* name;
  const char* argument;  // "[NAME [OPTION=VALUE …]]"; empty: takes none
  When when;
  Phrase about;  // one line
  Phrase more;   // for `.help NAME`; may be empty
  void (*run)(Desk& desk, const std::string& argument);
};

const std::vector<PromptCommand>& commands();

bool is_command(std::string_view line);

// Is the line nothing but the whole name of a command for while a question is open?
bool is_whole_command(std::string_view line);

// Finds the command by its name or an unambiguous beginning of it and runs it; an error on the screen when there is none, or not now.
void run_command(Desk& desk, const std::string& line);

// The words of a text, separated by white space.
std::vector<std::string> words_of(const std::string& text);

}  // namespace viva
