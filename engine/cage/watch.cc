#include "cage/watch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "cage/serve.h"

namespace viva::cage {
namespace {

constexpr std::uint64_t ticks_a_second = 100;  // of what /proc tells, on every Linux

// The clock of a process, as the kernel numbers it (clock_getcpuclockid would ask whether it exists, a call more).
std::uint64_t cpu_of(pid_t process) {
  timespec used{};
  const clockid_t clock = static_cast<clockid_t>(~static_cast<unsigned>(process) << 3 | 2);
  if (::clock_gettime(clock, &used) != 0) return 0;
  return static_cast<std::uint64_t>(used.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(used.tv_nsec);
}

// Adds resident memory and number of threads, from /proc/PID/stat. Returns the CPU time of the children that it waited for.
std::uint64_t add_sizes(pid_t process, Used& used) {
  char text[1024];
  ::snprintf(text, sizeof text, "%d/stat", static_cast<int>(process));
  int file = ::openat(processes, text, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t got = ::read(file, text, sizeof text - 1);
  ::close(file);
  if (got <= 0) return 0;
  text[got] = 0;
  const char* at = ::strrchr(text, ')');  // the name of the program before it may hold anything
  if (!at) return 0;
  std::uint64_t waited_for = 0;
  ++used.processes;
  // The fields behind it: the state is number 3, the ticks of children that were waited for 16 and 17, the number of threads 20, the
  // resident pages 24.
  int field = 2;
  while (*at && field < 24) {
    if (*at++ != ' ') continue;
    ++field;
    if (field == 16 || field == 17) waited_for += ::strtoull(at, nullptr, 10) * (1'000'000'000 / ticks_a_second);
    if (field == 20) used.tasks += ::atoi(at);
    if (field == 24) used.memory_bytes += ::strtoull(at, nullptr, 10) * 4096;
  }
  return waited_for;
}

// Own CPU time of the processes that were there at the last look.
struct Seen {
  pid_t process = 0;
  bool still = false;
  std::uint64_t cpu_ns = 0;
};
constexpr int most_seen = 2048;
Seen seen[most_seen];
int seen_count = 0;
std::uint64_t cpu_of_ended = 0;

void note(pid_t process, std::uint64_t cpu) {
  int at = 0;
  while (at < seen_count && seen[at].process != process) ++at;
  if (at == most_seen) return;
  if (at == seen_count) seen[seen_count++] = {process, true, 0};
  if (cpu < seen[at].cpu_ns) cpu_of_ended += seen[at].cpu_ns;  // another one with the same number
  seen[at].still = true;
  seen[at].cpu_ns = cpu;
}

void note_who_is_gone() {
  int kept = 0;
  for (int at = 0; at < seen_count; ++at) {
    if (seen[at].still) {
      seen[kept] = seen[at];
      seen[kept++].still = false;
    } else {
      cpu_of_ended += seen[at].cpu_ns;
    }
  }
  seen_count = kept;
}

struct Entry {  // linux_dirent64
  std::uint64_t inode;
  std::int64_t next;
  unsigned short length;
  unsigned char type;
  char name[1];
};

}  // namespace

std::uint64_t now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(now.tv_nsec);
}

std::uint64_t killed_for_memory() {
  static char text[16384];
  int file = ::openat(processes, "vmstat", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t got = ::read(file, text, sizeof text - 1);
  ::close(file);
  text[got > 0 ? got : 0] = 0;
  const char* line = ::strstr(text, "\noom_kill ");
  return line ? ::strtoull(line + 10, nullptr, 10) : 0;
}

void forget_the_ended() {
  seen_count = 0;
  cpu_of_ended = 0;
}

Used look(pid_t process, bool all) {
  Used used;
  if (!all) {
    used.cpu_ns = cpu_of(process);
    used.cpu_ns += add_sizes(process, used);
    return used;
  }
  std::uint64_t waited_for = 0;
  alignas(8) static char entries[16384];
  ::lseek(processes, 0, SEEK_SET);
  const pid_t self = ::getpid();
  for (;;) {
    long got = ::syscall(SYS_getdents64, processes, entries, sizeof entries);
    if (got <= 0) break;
    for (long at = 0; at < got;) {
      const Entry* entry = reinterpret_cast<const Entry*>(entries + at);
      at += entry->length;
      pid_t found = ::atoi(entry->name);
      if (found <= 0 || found == self) continue;
      const std::uint64_t cpu = cpu_of(found);
      note(found, cpu);
      used.cpu_ns += cpu;
      waited_for += add_sizes(found, used);
    }
  }
  note_who_is_gone();
  const std::uint64_t rounded_off = 2 * (1'000'000'000 / ticks_a_second) * static_cast<unsigned>(used.processes);
  used.unwaited = cpu_of_ended > waited_for + rounded_off;
  used.cpu_ns += cpu_of_ended > waited_for ? cpu_of_ended : waited_for;
  return used;
}

}  // namespace viva::cage
