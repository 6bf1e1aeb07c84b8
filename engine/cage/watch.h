// What a run has used so far, from the kernel's account.
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace viva::cage {

struct Used {
  std::uint64_t cpu_ns = 0;
  std::uint64_t memory_bytes = 0;  // really used, of all processes
  int processes = 0;
  int tasks = 0;          // processes and threads
  bool unwaited = false;  // there are processes that end and that nobody waits for
};

// A new run begins.
void forget_the_ended();

// `process` alone, or with `all` every process that the server's process namespace holds beside the server. 0 memory where there is no
// /proc.
//
// The kernel adds the CPU time of a process that has ended to that of whoever waits for it. Where nobody does, because its parent ignores
// SIGCHLD, the time is lost; so what each process had used when it was last seen is kept. That is a little less than the truth, never more.
Used look(pid_t process, bool all);

std::uint64_t now_ns();  // monotonic

// How many processes the kernel has killed since this machine started because memory ran out; 0 where there is no /proc.
std::uint64_t killed_for_memory();

}  // namespace viva::cage
