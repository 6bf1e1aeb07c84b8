// One line of an answer file.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"

namespace viva {

struct AnswerLine {
  std::string candidate, question;
  Json answer;               // null: skipped
  double seconds = -1;       // -1: not given
  int hints = 0;
  std::string variant;       // empty: none
  std::string problem;       // not empty: the line cannot be read, and why; the fields found so far are filled in
};

constexpr std::size_t max_answer_line = 4u << 20;

// Reads {"candidate", "question", "answer", "seconds"?, "hints"?, "variant"?}. Other fields are passed over, so that files of other systems can
// be used as they are; a missing field is reported together with an unknown one that looks like it.
AnswerLine parse_answer_line(std::string_view line);

}  // namespace viva
