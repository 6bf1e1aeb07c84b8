// A text handed to the person's own editor.
#pragma once

#include <string>

#include "base/result.h"

namespace viva {

// The editor to run: $VISUAL, $EDITOR, else nano or vi, whichever is installed; it may be a command with arguments ("code --wait").
Result<std::string> find_editor();

// Runs the editor on a file with `initial` in it, whose name ends in `suffix` (".py", so that the editor knows the language), and returns
// what was saved. The file lies in a folder of its own that nobody else can read, and is removed. Ctrl-C is the editor's while it runs, and
// the terminal's settings are afterwards what they were. An editor that cannot be started or ends with an error is an error: nothing is
// changed.
Result<std::string> edit_text(const std::string& initial, const std::string& suffix, const std::string& editor);

}  // namespace viva
