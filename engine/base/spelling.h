// "Did you mean …?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// The candidate nearest to `word` by edit distance (a swap of neighbours counts as one edit), if it is near enough to be a slip: at most
// one edit in three characters, and never more than three; else the shortest one that contains it, where it has four characters or more.
// Empty when none does. Ties go to the first candidate.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// "; did you mean 'x'?" or empty, to be put behind a message.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace viva
