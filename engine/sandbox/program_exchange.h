// One run as the broker sees it: pipes that are written and read while a server watches the processes.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/program.h"
#include "sandbox/program_server.h"

namespace viva {

// What came of one run, before it is judged.
struct Exchange {
  wire::Ended ended;
  std::string output, errors, result;
  bool output_cut = false, errors_cut = false, result_cut = false;
  std::vector<ProgramFile> collected;
};

// Sends the run and stays until all of it is over. An error: the server is of no use any more, and nothing is known about the program.
Result<Exchange> exchange(ProgramServer& server, const ProgramRun& run);

}  // namespace viva
