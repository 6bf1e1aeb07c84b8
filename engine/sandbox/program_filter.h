// Which system calls a candidate's program may make.
//
// An allowlist. What is not on it answers in one of two ways:
//   - what ordinary libraries try and can do without (a call newer than this list, a lock, a memory file) fails with an errno, so that they
//   go on;
//   - what only makes sense in an attempt to get out, or needs another limit than the run has (sockets, ptrace, exec, keys, namespaces …),
//   is
//     trapped: the run ends as `policy` and the call is named.
// Calls by a foreign ABI (32 bit, x32) kill. `clone3` does not exist, so that the C library makes threads by `clone`, whose flags can be
// looked at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/program_wire.h"

namespace viva {

// Compiled once for each combination of wire::Flag; safe to call from any thread.
Result<const wire::Filter*> program_filter(std::uint32_t flags);

// For a warm interpreter, from before its boot text runs until it ends: what any run may do, and what the agent needs to make runs, where
// there are namespaces those as well. What else there is fails, and the interpreter goes on. It holds for the runs too: of two filters the
// stricter answer counts.
//
// Boot text comes with a question bank. Where there are namespaces it is alone in a private root, and what is left to it beyond a run is to
// mount new, empty file systems there.
Result<const wire::Filter*> boot_filter(bool namespaces);

// "socket"; "call 999" for one without a name.
std::string name_of_call(int number);

}  // namespace viva
