// Do questions grade as their authors say? Sample answers ("checks"), model answers and keys are graded like those of any candidate, and
// what comes out is held against what was promised.
#pragma once

#include <vector>

#include "grading/question_store.h"
#include "script/host.h"

namespace viva {

constexpr double least_model_credit = 0.85;  // of a model answer

struct SampleReport {
  std::vector<Error> faults;
  int checks = 0, models = 0, keys = 0;  // how many were graded
};

// Of all questions of the bank that can be asked; those at fault are passed over. Calls `validate` and `key` of the question types, too. An
// error: nothing could be graded.
Result<SampleReport> check_samples(ScriptHost& host, QuestionStore& questions);

}  // namespace viva
