// Do questions grade as their authors say? Sample answers ("checks"), model answers and keys are graded like those of any candidate, and
// what comes out is held against what was promised. Proofs are run.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "grading/question_store.h"
#include "script/host.h"

namespace viva {

constexpr double least_model_credit = 0.85;  // of a model answer

struct SampleReport {
  std::vector<Error> faults;
  int checks = 0, models = 0, keys = 0, proofs = 0;  // how many were looked at
  std::map<std::string, int> not_run;                // programs among them that could not be run, by what is not installed
};

struct SampleOptions {
  int jobs = 1;           // threads that share the work; all but the calling one have hosts of their own
  std::string only = {};  // questions whose file's name holds this
};

// Of all questions of the bank that can be asked; those at fault are passed over. Calls `validate` and `key` of the question types, too.
// Where there are packs, programs and proofs of the shipped bank are not run. An error: nothing could be graded.
Result<SampleReport> check_samples(ScriptHost& host, QuestionStore& questions, const SampleOptions& options);

}  // namespace viva
