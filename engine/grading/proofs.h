// Programs of authors that show a key to be right ("proof"): run in the cage like those of candidates, though with more room.
#pragma once

#include <string>

#include "grading/question_store.h"
#include "script/host.h"

namespace viva {

struct ProofRun {
  std::string fault;    // what is wrong; empty: it printed what was promised, or was not run
  std::string path;     // of the fault in the question
  std::string missing;  // why it was not run: "runtime 'scipy' is not installed (apt install python3-scipy)"
};

// Of a question that has a proof.
ProofRun run_proof(ScriptHost& host, const Bank& bank, const QuestionEntry& entry, const Json& question);

}  // namespace viva
