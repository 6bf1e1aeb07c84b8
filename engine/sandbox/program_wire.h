// What the broker and the server of a program cage say to each other, over a socket pair of type SEQPACKET, one message per packet.
//
// The server is `viva-cage` (cold runtimes) or an interpreter with the agent in it (warm ones). Both are ours and of the same build, so the
// messages are plain structures. No candidate's process ever holds an end of this socket.
//
//   server → broker   Hello: the layers of the cage, or why there is none
//   broker → server   to a warm one, Filter: what boot text may do; it waits for that before it executes the interpreter
//   server → broker   Ready: runs can come
//   broker → server   Filter: a seccomp program, once per kind of run    Launch + descriptors: one run    Stop: end the run now
//   server → broker   Ended: what became of the run
#pragma once

#include <cstdint>

namespace viva::wire {

enum class Kind : std::uint32_t { filter, launch, stop, hello, ready, ended };

// Layers, as bits.
enum Layer : std::uint32_t {
  private_root = 1,
  network_space = 2,
  process_space = 4,
  ipc_space = 8,
  namespaces = private_root | network_space | process_space | ipc_space,
  landlock = 16,
  seccomp = 32,
  limits = 64,
  scopes = 128  // of Landlock: signals and abstract sockets stay inside
};

constexpr int most_filters = 32;  // one per combination of the flags below
constexpr int most_instructions = 2000;
constexpr int most_threads = 64;  // beside the first one of each process, together
constexpr int most_words = 250;   // of argv and of the environment, each
enum Flag : std::uint32_t { may_fork = 1, may_execute = 2, unix_sockets = 4, work_folder = 8, no_signals = 16 };

struct Instruction {  // struct sock_filter
  std::uint16_t code;
  std::uint8_t jump_true, jump_false;
  std::uint32_t value;
};

struct Filter {
  Kind kind = Kind::filter;
  std::uint32_t flags = 0;
  std::uint32_t count = 0;
  Instruction code[most_instructions];
};

// Descriptors that come with it: stdin, stdout, stderr, the socket that becomes 3, then the payload if there is one, then the file that
// takes the collected files if there is one.
struct Launch {
  Kind kind = Kind::launch;
  std::uint32_t flags = 0;
  std::uint32_t layers = 0;  // as the server's Hello said
  std::uint64_t cpu_ns = 0, wall_ns = 0, memory_bytes = 0, reserve_bytes = 0, disk_bytes = 0;
  std::int32_t disk_files = 0, processes = 0, open_files = 0;
  // The payload: argv, environment (both as strings with a zero behind each), files (path, zero, 'x' or '-', eight bytes of size, content),
  // patterns of files to collect.
  std::uint32_t words = 0, variables = 0, files = 0, patterns = 0;
  std::uint64_t payload_bytes = 0;
};

struct Stop {
  Kind kind = Kind::stop;
};

enum class Trouble : std::uint32_t { none, not_installed, step_failed };

struct Hello {
  Kind kind = Kind::hello;
  std::uint32_t layers = 0;
  Trouble trouble = Trouble::none;
  std::int32_t error = 0;  // errno
  char step[64] = {};      // what failed
};

struct Ready {
  Kind kind = Kind::ready;
};

enum class Cause : std::uint32_t { itself, cpu, wall, memory, processes, stopped };

struct Ended {
  Kind kind = Kind::ended;
  Cause cause = Cause::itself;
  std::int32_t status = 0;           // as wait gives it
  std::int32_t forbidden_call = -1;  // its number, when known
  std::uint64_t cpu_ns = 0, wall_ns = 0, memory_bytes = 0;
  Trouble trouble = Trouble::none;  // the cage did not close or the program is not there: nothing was run
  std::int32_t error = 0;
  char step[64] = {};
  std::uint32_t collected = 0;  // files
  std::uint32_t collected_cut = 0;
  std::uint32_t out_of_memory = 0;  // it was killed, and the kernel has killed somebody because the machine's memory ran out
};

}  // namespace viva::wire
