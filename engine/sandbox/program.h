// Candidates' programs: one program, run once, in a cage of its own.
//
// Knows no Lua, no questions, and no expected output: what a program should have printed never comes near it.
//
//   ProgramCage cage(ProgramCageOptions{});
//   ProgramRun run;
//   run.runtime = {"python", {"/usr/bin/python3", "-s", "-P", "-c", boot}, true, {{"PYTHONHASHSEED", "0"}}};
//   run.request = "print(1 + 1)";
//   ProgramOutcome outcome = cage.run(run);   // ended, output "2\n"
//
// (python3 -I would have no regard for PYTHONHASHSEED, and each start of the parent would hash by another seed.)
//
// A **warm** runtime is an interpreter that is started once, has its imports done, and is forked for each run. Its boot text (part of
// `runtime.argv`) loads the agent, whose path is in the environment variable VIVA_AGENT, and calls `viva_serve()`:
//
//   import ctypes, os
//   ctypes.PyDLL(os.environ.pop("VIVA_AGENT")).viva_serve()    # the interpreter stays in this call; each run returns from it, caged
//
// Boot text that ends with exit status 69 says that the runtime is not installed (an import failed); ProgramOutcome::missing tells.
// A **cold** runtime executes `argv` afresh for each run.
//
// In a run, descriptors 0, 1 and 2 are pipes and 3 is a socket: whoever is there reads the request from it up to its end, and writes the
// result. **A result ends with one zero byte**, which is not part of it. When a request was sent and no zero byte came back, the run has
// crashed, whatever its exit status. What comes before is returned all the same: results may be written piece by piece.
//
// A program that asks for more memory than it may have, at once, is refused by the kernel before it uses any, which nobody outside can see.
// A harness that ends for that reason says so by exit status 86 and no zero byte: memory_limit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace viva {

// What may run and how: plain data that a language declares. Everything of it runs inside the cage.
struct Runtime {
  std::string name;               // key of the warm parent: "python/numpy"
  std::vector<std::string> argv;  // warm: starts the interpreter that loads the agent; an absolute path first. Cold: empty
  bool warm = false;
  std::map<std::string, std::string> environment;  // all of it; nothing of the engine's
};

struct ProgramFile {
  std::string path;  // relative to the work folder, no ".."
  std::string text;
  bool executable = false;
};

struct ProgramLimits {
  double cpu_seconds = 2;
  double wall_seconds = 5;
  std::uint64_t memory_bytes = 256u << 20;  // on top of what the warm parent has
  std::uint64_t reserve_bytes = 0;          // address space beyond twice that; 0: 64 MiB for a warm runtime, 2 GiB for a cold one
  std::uint64_t output_bytes = 1u << 20;    // of stdout, stderr and result: each
  std::uint64_t disk_bytes = 0;             // size of the folder /work, in memory; 0: there is no folder that can be written
  int disk_files = 256;
  int processes = 0;  // beside the first one; 0: making one is refused
  int open_files = 64;
};

struct ProgramRun {
  Runtime runtime;
  std::vector<std::string> argv;   // cold: what is executed, an absolute path first. Warm: must be empty
  std::vector<ProgramFile> files;  // written to /work before the program starts
  std::string input;               // standard input
  std::string request;             // to be read from descriptor 3
  bool may_execute = false;        // exec of other programs
  bool unix_sockets = false;
  std::vector<std::string> collect;  // paths below /work, "**" for all: regular files returned after every process is dead
  ProgramLimits limits;
  std::shared_ptr<const ProgramRun>
      build;  // run first, in a cage like any other; the files that it leaves (`collect`) are added to `files`
};

enum class RunEnd {
  ended,       // by itself; with a request: and the result is complete
  time_limit,  // CPU time of all its processes
  idle_limit,  // wall time
  memory_limit,
  output_limit,
  process_limit,
  policy,         // a forbidden call
  crashed,        // killed by a signal, or an exit status other than 0 or a request without a complete result
  compile_error,  // the build did not end well; the rest of the outcome is the build's
  engine_error,   // nothing is known about the program; grade nothing
};
const char* name_of(RunEnd end);  // "time_limit"

struct ProgramOutcome {
  RunEnd end = RunEnd::engine_error;
  int exit_status = 0;
  int signal = 0;      // 0: it exited
  std::string detail;  // "forbidden call: socket", or what failed in the engine
  std::string output, errors, result;
  bool output_cut = false, errors_cut = false, result_complete = false;
  double cpu_seconds = 0, wall_seconds = 0;  // measured: never part of a grade
  std::uint64_t memory_bytes = 0;
  std::vector<ProgramFile> collected;  // sorted by path
  bool collected_cut = false;
  std::string missing;  // with engine_error: "runtime 'torch' is not installed"
};

struct ProgramCageOptions {
  std::string program;                // viva-cage; empty: found beside the running program
  std::vector<std::string> accepted;  // guarantees that a person goes without: --allow-degraded
  int recycle_after = 1000;           // runs of one warm parent
  int most_parents = 8;               // warm parents kept at a time; the one used longest ago makes room
};

// One per thread: used, and destroyed, by the thread that made it. Starts warm parents when they are first needed and ends them with
// itself.
class ProgramCage {
 public:
  explicit ProgramCage(ProgramCageOptions options);
  ~ProgramCage();

  // Runs to the end. A build is run once for many inputs: what came of the last few is kept. A run that the engine could not carry through
  // (a supervisor was killed, say) is tried once more.
  ProgramOutcome run(const ProgramRun& run);

  // Which of the accepted guarantees this machine does lack (sandbox/program_guarantees.h), so that what comes of runs can say so.
  Result<std::vector<std::string>> degraded();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace viva
