// One question and its answer at the prompt: shows it, reads the answer line by line, obeys commands in between.
//
// An answer of one line ends with it. Of several lines: a line that is only "." or Ctrl-D ends it, and commands are obeyed only before its
// first line or after Ctrl-C, so that nothing in an answer is taken for one. Of programs `.run` and `.submit` are obeyed anywhere: no
// language has such lines. Whatever was typed is handed to save_draft line by line.
#pragma once

#include "repl/desk.h"

namespace viva {

// Until the question is answered, skipped or left. `in_round`: undo and reload are the session's.
AskOutcome ask_at(Desk& desk, const AskRequest& request, bool in_round);

// For the commands; a question is open.
void show_question(Desk& desk);
void show_hint(Desk& desk);
void edit_answer(Desk& desk);
void set_answer(Desk& desk, std::string text);
void clear_answer(Desk& desk);
void hand_in(Desk& desk);
void end_question(Desk& desk, AskOutcome::Kind kind);

}  // namespace viva
