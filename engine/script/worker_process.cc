#include "script/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t look_at_stop = 50;  // milliseconds
constexpr std::size_t handful = 64u << 10;  // bytes taken before the next look at the time: it may be sent in tiny pieces

// Waits until the descriptor is ready; false when the time is up.
bool wait_for(int descriptor, short events, Clock::time_point deadline, const std::atomic<bool>* stop) {
  for (;;) {
    std::int64_t left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left < 0 || (stop && *stop)) return false;
    if (stop) left = std::min(left, look_at_stop);
    pollfd wanted{descriptor, events, 0};
    int ready = ::poll(&wanted, 1, static_cast<int>(left) + 1);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

std::string seconds_text(std::chrono::milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

}  // namespace

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const std::string& program, const std::vector<std::string>& arguments,
                                                            const std::atomic<bool>* stop) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return error(std::string("no connection to a worker can be made: ") + std::strerror(errno));
  std::vector<char*> words{const_cast<char*>("viva-worker")};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  char* environment[] = {nullptr};
  // dup2 onto the same number would leave close-on-exec set, so the child's end is never 3 here.
  if (ends[1] == 3) {
    int moved = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 4);
    ::close(ends[1]);
    ends[1] = moved;
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t none;
  ::sigemptyset(&none);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  // A process group of its own: Ctrl-C is for viva, which decides what is to be stopped.
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  pid_t process = -1;
  int failed = ::posix_spawn(&process, program.c_str(), &actions, &attributes, words.data(), environment);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  ::close(ends[1]);
  if (failed != 0) {
    ::close(ends[0]);
    return error_in(program, 0, std::string("the worker cannot be started: ") + std::strerror(failed));
  }
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return std::unique_ptr<WorkerProcess>(new WorkerProcess(process, ends[0], stop));
}

WorkerProcess::~WorkerProcess() {
  if (alive()) reap(true);
  ::close(connection_);
}

std::string WorkerProcess::reap(bool kill_first) {
  if (kill_first) ::kill(process_, SIGKILL);
  int state = 0;
  while (::waitpid(process_, &state, 0) < 0 && errno == EINTR) continue;
  process_ = -1;
  if (WIFSIGNALED(state) && WTERMSIG(state) == SIGSYS) return "it made a forbidden system call";
  if (WIFSIGNALED(state)) return std::string("signal: ") + ::strsignal(WTERMSIG(state));
  if (WEXITSTATUS(state) == worker_out_of_memory) return "it ran out of memory";
  if (WEXITSTATUS(state) == worker_at_fault) return "it came upon a fault of its own";
  return "exit status " + std::to_string(WEXITSTATUS(state));
}

Error WorkerProcess::end(const std::string& why) {
  if (alive()) reap(true);
  return error(why);
}

Status WorkerProcess::send(const Frame& message, std::chrono::milliseconds allowed) {
  if (!alive()) return error("the script worker has ended");
  char byte;
  if (!reader_.empty() || ::recv(connection_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0)
    return end("the script worker broke the protocol (it sent something that nobody asked for) and was stopped");
  const Clock::time_point deadline = Clock::now() + allowed;
  const std::string head = encode_head(message);
  for (std::string_view bytes : {std::string_view(head), std::string_view(message.body)}) {
    while (!bytes.empty()) {
      ssize_t count = ::send(connection_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
        if (!wait_for(connection_, POLLOUT, deadline, stop_))
          return end("the script worker did not take a message within " + seconds_text(allowed) + " and was stopped");
      } else if (errno != EINTR) {
        return error("the script worker has ended (" + reap(false) + ")");
      }
    }
  }
  return ok();
}

Result<Frame> WorkerProcess::receive(std::chrono::milliseconds allowed) {
  if (!alive()) return error("the script worker has ended");
  const Clock::time_point deadline = Clock::now() + allowed;
  const std::string too_late = "the script worker took longer than " + seconds_text(allowed) + " and was stopped";
  for (;;) {
    const std::span<char> room = reader_.room();
    ssize_t got = ::recv(connection_, room.data(), std::min(room.size(), handful), 0);
    if (got > 0) {
      Frame frame;
      Result<bool> whole = reader_.put(static_cast<std::size_t>(got), frame);
      if (!whole) return end("the script worker broke the protocol (" + whole.error().text() + ") and was stopped");
      if (*whole) return frame;
      if (Clock::now() > deadline || (stop_ && *stop_)) return end(too_late);
    } else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      if (!wait_for(connection_, POLLIN, deadline, stop_)) return end(too_late);
    } else if (got == 0 || errno != EINTR) {
      return error("the script worker has ended (" + reap(got != 0) + ")");
    }
  }
}

Result<Frame> WorkerProcess::exchange(const Frame& message, std::chrono::milliseconds allowed) {
  if (Status sent = send(message, allowed); !sent) return sent.error();
  return receive(allowed);
}

}  // namespace viva
