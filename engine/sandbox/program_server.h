// The broker's side of one server of program cages: starts it, sends launches, ends it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "sandbox/program.h"
#include "sandbox/program_wire.h"

namespace viva {

class ProgramServer {
 public:
  struct Options {
    std::string program;  // viva-cage
    std::string agent;
    unsigned user = 65534;              // whom root becomes
    bool bare = false;                  // without namespaces
    std::uint32_t layers = ~0u;         // the others are left out, though they be there
    std::vector<std::string> accepted;  // guarantees that a person goes without
  };

  struct Started {
    std::unique_ptr<ProgramServer> server;  // null: one of the following is why
    std::string missing;                    // the runtime is not installed
    std::string refused;                    // the namespaces, by this machine
  };

  // Starts it and waits until it serves. A warm runtime executes its interpreter; without one it serves cold runs. An error where a
  // guarantee is not given that nobody goes without; boot text has not been run then.
  static Result<Started> start(const Options& options, const Runtime* warm);
  ~ProgramServer();

  ProgramServer(const ProgramServer&) = delete;
  ProgramServer& operator=(const ProgramServer&) = delete;

  // Sends the filter first when the server does not have it yet.
  Status launch(wire::Launch launch, const int* descriptors, int count);
  void stop_run();

  bool is_there() const;  // false: somebody has killed it
  int control() const { return control_; }
  std::uint32_t layers() const { return layers_; }
  int runs() const { return runs_; }

 private:
  ProgramServer(pid_t process, int control, int errors) : process_(process), control_(control), errors_(errors) {}
  Result<Started> wait_until_ready(std::unique_ptr<ProgramServer> self, const Options& options, const Runtime* warm);
  std::string said() const;  // the last line on its standard error
  int end();                 // its wait status

  pid_t process_;
  int control_;
  int errors_;
  std::uint32_t layers_ = 0;
  std::uint32_t filters_sent_ = 0;
  int runs_ = 0;
};

}  // namespace viva
