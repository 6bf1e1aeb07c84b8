// Answers that take back what they say: "People often claim the following, which is nonsense: …", "… None of this is true."
#pragma once

#include <string_view>

namespace viva {

// Whether the first words of an answer call what follows false, or its last sentence all of it. "Wrong: …" as the answer to "is that so?"
// does not: what is meant is the question.
bool calls_itself_false(std::string_view answer);

}  // namespace viva
