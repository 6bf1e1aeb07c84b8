// What a person at a terminal sees of a batch.
#pragma once

#include <string>

#include "batch/batch.h"

namespace viva {

// Several lines, each with its '\n': what was not graded first, then the verdicts, the mean, the time.
std::string summary_text(const BatchSummary& summary, const std::string& language);

// Nothing where all guarantees hold; else a line without line end that names those gone without.
std::string degraded_text(const std::vector<std::string>& degraded, const std::string& language);

// A line without line end: how many answers a model was asked about in vain, and why.
std::string not_judged_text(const Tally& tally, const std::string& language);

// One line without line end: "12000 answers, 40 %, 5000 a second, 4 s left".
std::string progress_text(const BatchProgress& progress, const std::string& language);

}  // namespace viva
