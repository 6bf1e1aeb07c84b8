// Tries every guarantee of the cage on this machine, for real: a caged process of its own attempts what must not be possible.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/cage.h"

namespace viva {

struct Probe {
  Guarantee guarantee;
  bool held = false;           // with all layers together
  bool open_without = false;   // without any layer it can be done here: the probe does show something
  std::vector<Layer> held_by;  // each of these holds it alone
};

// Starts the worker program some fifty times, a few milliseconds each. An error: it cannot be started.
Result<std::vector<Probe>> probe_guarantees(const std::string& worker_program);

// What the kernel has: its release, and the version of its Landlock (0: none).
std::string kernel_release();
int landlock_version();

}  // namespace viva
