// Candidates' programs for the scripts of one thread: what `program.run` of Lua asks for.
//
//   {"launch": {…}, "runtime": "numpy", "needs": [{"files": ["/usr/lib/python3/dist-packages/numpy"], "package": "python3-numpy"}]}
//
// `launch` is as sandbox/program_json.h reads it. `needs` says what must be installed, and with which Debian package it comes; one of the
// files is enough. The answer is the outcome; where the machine is at fault its "end" is "engine_error" and "detail" says why, for people.
// That is tried twice, but for what is not installed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace viva {

class ProgramCage;

// Whether a problem is that something is not installed here, which is neither an answer's nor a question's fault.
bool is_not_installed(const std::string& problem);

class ProgramService {
 public:
  // Guarantees that a person goes without (--allow-degraded).
  explicit ProgramService(std::vector<std::string> accepted);
  ~ProgramService();

  // As ProgramCage::degraded().
  Result<std::vector<std::string>> degraded();

  // An error: the launch is not as it should be, which is the script's fault.
  Result<Json> run(const Json& request);

 private:
  ProgramCage& cage();

  std::vector<std::string> accepted_;
  std::unique_ptr<ProgramCage> cage_;  // made at the first run
};

}  // namespace viva
