// Tries every guarantee of the cage of programs on this machine, for real: a caged process attempts what must not be possible.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/program_guarantees.h"

namespace viva {

struct ProgramProbe {
  ProgramGuarantee guarantee;
  bool held = false;                 // with all layers together
  bool open_without = false;         // without any layer it can be done here: the probe does show something
  std::vector<std::string> held_by;  // each of these layers holds it alone
};

struct ProgramFindings {
  std::vector<ProgramProbe> probes;
  std::string refused;  // why this machine gives no namespaces; empty: it does
};

// Some ten short-lived servers. An error: viva-cage is not there or cannot be started.
Result<ProgramFindings> probe_program_cage();

}  // namespace viva
