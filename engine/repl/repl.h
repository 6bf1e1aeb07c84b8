// The prompt: practise questions and rounds, look at the bank, write Lua.
//
// Which mode reads a line: Lua when nothing is open, else the answer to the open question (asking.h). In either, a line that begins with
// '.' and a letter is a command (commands.h), '=' begins a Lua expression when idle, and a leading '\' makes any line text. Where input is
// not a terminal there is no prompt, no banner and no colour, and the grammar is the same.
#pragma once

#include <functional>
#include <string>

#include "repl/desk.h"

namespace viva {

struct ReplSettings {
  std::string language = "en";
  std::string data_folder;                          // of sessions and the lines typed; empty: nothing is kept
  std::function<Result<Material>()> load_material;  // for the start and for `.reload`
};

// Until the person leaves. → exit status: 0, or 2 when nothing could be loaded; 1 when anything failed and input is not a terminal.
int run_repl(ReplSettings settings);

}  // namespace viva
