// What a candidate reads after an answer.
#pragma once

#include <string>

#include "grading/grader.h"
#include "repl/screen.h"
#include "session/question_sheet.h"

namespace viva {

// Verdict, credit and points; what was found and what was not, with the candidate's own words marked; remarks; and, unless the answer is to
// be given again, the explanation and references. `answer` is what was typed, null where nothing was.
void show_feedback(Screen& screen, const QuestionSheet& sheet, const Graded& grade, const Json& answer, bool timed_out);

// "Correct", "Partly correct" …
std::string verdict_text(const std::string& verdict, const std::string& language);

}  // namespace viva
