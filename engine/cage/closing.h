// How the cage closes around one run: between the fork and the first instruction of the candidate's program.
//
// Order matters. Descriptors, then the folder /work in a mount namespace of its own, then (where there are several processes, or files to
// bring back) a keeper that stays behind as process 1 of the process namespace, then limits, capabilities, Landlock, and the seccomp filter
// last, since it forbids all of that. A step that fails ends the child and is reported: nothing runs in half a cage.
#pragma once

#include <sys/types.h>

#include <cstdint>

#include "sandbox/program_wire.h"

namespace viva::cage {

constexpr int most_given = 6;

// One launch with the descriptors that came with it.
struct Job {
  wire::Launch launch;
  int given[most_given];
  int count = 0;
};

// Shared by server, keeper and the child while the cage closes; the child gives it up before the candidate's code runs, so what it says is
// the engine's word.
struct Closing {
  bool closed = false;  // the cage is shut and the program begins
  wire::Trouble trouble = wire::Trouble::none;
  int error = 0;
  char step[64] = {};
  std::uint32_t left = 0;  // processes that were there beside the program when it ended, those that nobody waited for as well
  bool kept = false;       // there is a keeper, and `status` is the program's
  int status = 0;
  std::uint32_t collected = 0;
  bool collected_cut = false;
};

// Stays mapped in warm children. The candidate's code could write to it, but all it can say is which forbidden call it died of.
struct Notes {
  int forbidden_call = -1;
};

// What the server prepares once.
struct Prepared {
  std::uint64_t mapped_bytes = 0;  // address space in use
  int rules[2] = {-1, -1};         // Landlock rulesets without a work folder; the second one with the right to execute
  wire::Filter filters[wire::most_filters];
  Closing* closing = nullptr;
  Notes* notes = nullptr;
};

bool prepare(Prepared& prepared);

// Landlock's part, when the layers are known (the same for every launch).
bool prepare_rules(Prepared& prepared, std::uint32_t layers);

// Which layers this kernel has, beside namespaces.
std::uint32_t layers_at_hand();

// What holds for boot text as well, and stays for the runs. Landlock only where there is no private root: it forbids to mount.
bool restrict_boot(std::uint32_t layers, const wire::Filter& filter);

// In the child. Returns only when all is shut. Warm: the interpreter goes on. Cold: execute() follows.
void close_cage(const Job& job, const Prepared& prepared);

// Says in `closing` what failed, and ends the process.
[[noreturn]] void give_up(Closing* closing, const char* step, wire::Trouble trouble = wire::Trouble::step_failed);

}  // namespace viva::cage
