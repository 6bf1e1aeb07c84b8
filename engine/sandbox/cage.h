// The cage of a script worker: what a process gives up, for good, before it sees the first byte of a script.
//
// What counts is the *guarantee*; each is given by one or more *layers* of the kernel, and holds while at least one of them does:
//
//   guarantee        layers
//   no-files         seccomp, landlock, limits (no descriptor can be opened)
//   no-network       seccomp, namespaces, limits
//   no-exec          seccomp, landlock
//   no-process       seccomp, process-limit (never root's own: the kernel does not count those)
//   no-signals       seccomp, user (only root can change it), scopes (of Landlock: Linux 6.12)
//   bounded-memory   limits; the Lua heap has a cap of its own below it
//   no-new-code      seccomp (memory is never both written and run)
//
// A guarantee that no layer gives is an error where workers are started, unless a person accepts that (guarantees.h). What the cage does
// *not* stop: a script measuring the work it does, and filling its own bounded memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace viva {

enum class Layer { seccomp, landlock, scopes, namespaces, limits, process_limit, user };
enum class Guarantee { no_files, no_network, no_exec, no_process, no_signals, bounded_memory, no_new_code };

const std::vector<Layer>& all_layers();
const std::vector<Guarantee>& all_guarantees();
const char* name_of(Layer layer);              // "seccomp"
const char* name_of(Guarantee guarantee);      // "no-files"
bool gives(Layer layer, Guarantee guarantee);  // the table above

struct CageOptions {
  std::uint64_t memory_bytes = 384u << 20;  // address space on top of what is mapped when the cage closes
  int channel = 3;                          // the one descriptor that stays open, beside 0–2 on /dev/null
  std::vector<Layer> layers = all_layers();
};

// Closes the cage around the calling process, which must have one thread. Never opens again. Returns the layers that took effect; a layer
// that this kernel or container does not have is left out. The process ends when the one that started it does.
Result<std::vector<Layer>> enter_cage(const CageOptions& options);

// Tries to break the guarantee from inside the process; for `viva doctor`. True: it could be broken. May not return: seccomp kills.
bool try_to_break(Guarantee guarantee);

}  // namespace viva
