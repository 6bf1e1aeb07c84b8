#include "sandbox/program_exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int grace_milliseconds = 5000;  // beyond the wall limit, for a server that does not report

// A descriptor that closes itself.
struct Descriptor {
  int number = -1;
  Descriptor() = default;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }
  void reset() {
    if (number >= 0) ::close(number);
    number = -1;
  }
};

bool make_pipe(Descriptor& read_end, Descriptor& write_end) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  read_end.number = ends[0];
  write_end.number = ends[1];
  return true;
}

void set_nonblocking(int descriptor) { ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK); }

// Bytes to be written as the other side takes them; closes its end, or shuts it for a socket, when all is written.
struct Feed {
  std::string_view left;
  bool done = false;

  void write(int descriptor) {
    while (!left.empty()) {
      ssize_t put = ::write(descriptor, left.data(), left.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0 && errno == EAGAIN) return;
      if (put < 0) break;  // nobody reads any more
      left.remove_prefix(static_cast<std::size_t>(put));
    }
    done = true;
  }
};

struct Stream {
  std::string& text;
  std::uint64_t most;
  bool& cut;
  bool done = false;

  // Reads what is there. Beyond the limit nothing is kept, and no more is read.
  void read(int descriptor) {
    static thread_local char buffer[1 << 16];
    while (!done) {
      ssize_t got = ::read(descriptor, buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0 && errno == EAGAIN) return;
      if (got <= 0) {
        done = true;
        return;
      }
      std::size_t room = static_cast<std::size_t>(most - text.size());
      text.append(buffer, std::min(room, static_cast<std::size_t>(got)));
      if (static_cast<std::size_t>(got) > room) done = cut = true;
      if (got < static_cast<ssize_t>(sizeof buffer)) return;
    }
  }
};

void add_text(std::string& payload, const std::string& text) { payload.append(text).push_back('\0'); }

std::string payload_of(const ProgramRun& run) {
  std::string payload;
  if (!run.runtime.warm) {
    for (const std::string& word : run.argv) add_text(payload, word);
    for (const auto& [name, value] : run.runtime.environment) add_text(payload, name + "=" + value);
  }
  for (const ProgramFile& file : run.files) {
    add_text(payload, file.path);
    payload.push_back(file.executable ? 'x' : '-');
    std::uint64_t size = file.text.size();
    payload.append(reinterpret_cast<const char*>(&size), sizeof size).append(file.text);
  }
  for (const std::string& pattern : run.collect) add_text(payload, pattern);
  return payload;
}

wire::Launch launch_of(const ProgramRun& run, std::uint32_t layers, std::size_t payload_bytes) {
  auto nanoseconds = [](double seconds) { return static_cast<std::uint64_t>(seconds * 1e9); };
  wire::Launch launch;
  const bool cold = !run.runtime.warm;
  launch.flags = (run.limits.processes > 0 ? wire::may_fork : 0u) | (run.may_execute || cold ? wire::may_execute : 0u) |
                 (run.unix_sockets ? wire::unix_sockets : 0u) | (run.limits.disk_bytes > 0 ? wire::work_folder : 0u) |
                 (layers & wire::process_space ? 0u : wire::no_signals);
  launch.cpu_ns = nanoseconds(run.limits.cpu_seconds);
  launch.wall_ns = nanoseconds(run.limits.wall_seconds);
  launch.memory_bytes = run.limits.memory_bytes;
  launch.reserve_bytes = run.limits.reserve_bytes ? run.limits.reserve_bytes : cold ? 2ull << 30 : 64ull << 20;
  launch.disk_bytes = run.limits.disk_bytes;
  launch.disk_files = run.limits.disk_files;
  launch.processes = run.limits.processes;
  launch.open_files = run.limits.open_files;
  launch.words = cold ? static_cast<std::uint32_t>(run.argv.size()) : 0;
  launch.variables = cold ? static_cast<std::uint32_t>(run.runtime.environment.size()) : 0;
  launch.files = static_cast<std::uint32_t>(run.files.size());
  launch.patterns = static_cast<std::uint32_t>(run.collect.size());
  launch.payload_bytes = payload_bytes;
  return launch;
}

// What the keeper wrote. It is ours, but it wrote what a program had made: nothing is taken on trust.
std::vector<ProgramFile> files_in(int descriptor) {
  std::string text;
  char buffer[1 << 16];
  for (off_t at = 0;;) {
    ssize_t got = ::pread(descriptor, buffer, sizeof buffer, at);
    if (got <= 0) break;
    text.append(buffer, static_cast<std::size_t>(got));
    at += got;
  }
  std::vector<ProgramFile> files;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t zero = text.find('\0', at);
    std::uint64_t size = 0;
    if (zero == std::string::npos || text.size() - zero < 10) break;
    ::memcpy(&size, text.data() + zero + 2, sizeof size);
    if (size > text.size() - zero - 10) break;
    files.push_back({text.substr(at, zero - at), text.substr(zero + 10, size), text[zero + 1] == 'x'});
    at = zero + 10 + size;
  }
  std::sort(files.begin(), files.end(), [](const ProgramFile& a, const ProgramFile& b) { return a.path < b.path; });
  files.erase(std::unique(files.begin(), files.end(), [](const ProgramFile& a, const ProgramFile& b) { return a.path == b.path; }),
              files.end());
  return files;
}

struct Ends {
  Descriptor input, output, errors, channel;
};

// Feeds and reads until the server has reported and every stream is at its end.
Status carry_through(ProgramServer& server, const ProgramRun& run, Ends& ours, Exchange& what) {
  Feed input{run.input}, request{run.request};
  Stream output{what.output, run.limits.output_bytes, what.output_cut}, errors{what.errors, run.limits.output_bytes, what.errors_cut},
      result{what.result, run.limits.output_bytes + 1, what.result_cut};  // one more for the end mark
  const Clock::time_point deadline =
      Clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(run.limits.wall_seconds * 1000) + grace_milliseconds);
  auto feed = [&] {
    if (!input.done) input.write(ours.input.number);
    if (input.done) ours.input.reset();
    if (request.done) return;
    request.write(ours.channel.number);
    if (request.done) ::shutdown(ours.channel.number, SHUT_WR);
  };
  bool ended = false, stopped = false;
  feed();
  while (!ended || !output.done || !errors.done || !result.done) {
    pollfd wanted[5] = {{ended ? -1 : server.control(), POLLIN, 0},
                        {output.done ? -1 : ours.output.number, POLLIN, 0},
                        {errors.done ? -1 : ours.errors.number, POLLIN, 0},
                        {result.done && request.done ? -1 : ours.channel.number,
                         static_cast<short>((result.done ? 0 : POLLIN) | (request.done ? 0 : POLLOUT)), 0},
                        {ours.input.number, POLLOUT, 0}};
    std::int64_t left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left < 0) return error("the server of the program cage did not end a run in time");
    int ready = ::poll(wanted, 5, static_cast<int>(left) + 1);
    if (ready < 0 && errno != EINTR) return error(std::string("poll: ") + ::strerror(errno));
    if (ready <= 0) continue;
    if (wanted[0].revents) {
      ssize_t got = ::recv(server.control(), &what.ended, sizeof what.ended, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got != static_cast<ssize_t>(sizeof what.ended) || what.ended.kind != wire::Kind::ended)
        return error("the server of the program cage has ended in mid-run");
      ended = true;
      // Whoever could read is dead.
      request.done = input.done = true;
      ours.input.reset();
    }
    if (wanted[1].revents) output.read(ours.output.number);
    if (wanted[2].revents) errors.read(ours.errors.number);
    if (wanted[3].revents & (POLLIN | POLLHUP | POLLERR)) result.read(ours.channel.number);
    if (!ended && (wanted[3].revents & POLLOUT || wanted[4].revents)) feed();
    if (!ended && !stopped && (what.output_cut || what.errors_cut || what.result_cut)) {
      server.stop_run();
      stopped = true;
    }
  }
  return ok();
}

}  // namespace

Result<Exchange> exchange(ProgramServer& server, const ProgramRun& run) {
  Ends ours, theirs;
  Descriptor payload, collected;
  int channel[2];
  if (!make_pipe(theirs.input, ours.input) || !make_pipe(ours.output, theirs.output) || !make_pipe(ours.errors, theirs.errors) ||
      ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) != 0)
    return error(std::string("no pipes can be made: ") + ::strerror(errno));
  ours.channel.number = channel[0];
  theirs.channel.number = channel[1];
  for (int descriptor : {ours.input.number, ours.output.number, ours.errors.number, ours.channel.number}) set_nonblocking(descriptor);
  const std::string bytes = payload_of(run);
  int given[6] = {theirs.input.number, theirs.output.number, theirs.errors.number, theirs.channel.number, -1, -1};
  int count = 4;
  if (!bytes.empty() || !run.collect.empty()) {
    payload.number = ::memfd_create("launch", MFD_CLOEXEC);
    if (payload.number < 0 || ::pwrite(payload.number, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
      return error(std::string("no launch can be written: ") + ::strerror(errno));
    given[count++] = payload.number;
  }
  if (!run.collect.empty()) {
    collected.number = ::memfd_create("collected", MFD_CLOEXEC);
    if (collected.number < 0) return error(std::string("no file for results can be made: ") + ::strerror(errno));
    given[count++] = collected.number;
  }
  if (Status sent = server.launch(launch_of(run, server.layers(), bytes.size()), given, count); !sent) return sent.error();
  theirs.input.reset();
  theirs.output.reset();
  theirs.errors.reset();
  theirs.channel.reset();
  Exchange what;
  if (Status done = carry_through(server, run, ours, what); !done) return done.error();
  if (collected.number >= 0) what.collected = files_in(collected.number);
  return what;
}

}  // namespace viva
