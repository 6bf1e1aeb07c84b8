#include "cage/serve.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cage/closing.h"
#include "cage/execute.h"
#include "cage/watch.h"

namespace viva::cage {
namespace {

constexpr std::uint64_t millisecond = 1'000'000;
constexpr std::uint64_t shortest_look = millisecond / 2, longest_look = 50 * millisecond;
constexpr std::uint64_t fastest_growth = 4;  // bytes a nanosecond: how fast a program can use up memory

Prepared prepared;
std::uint64_t own_memory = 0;  // resident; what a warm child starts with
int self = -1;                 // pidfd, whose process namespace new children normally belong to
int processors = 1;
std::uint64_t memory_kills = 0;  // by the kernel, on this machine, as far as we know

union Message {
  Message() : kind(wire::Kind::stop) {}
  wire::Kind kind;
  wire::Filter filter;
  wire::Launch launch;
  wire::Stop stop;
};

template <class T>
void send(const T& message) {
  while (::send(control, &message, sizeof message, MSG_NOSIGNAL) < 0)
    if (errno != EINTR) ::_exit(1);
}

// One packet; exits when the broker is gone.
void receive(Message& message, Job& job) {
  char extra[CMSG_SPACE(sizeof(int) * most_given)];
  iovec part{&message, sizeof message};
  msghdr head{};
  head.msg_iov = &part;
  head.msg_iovlen = 1;
  head.msg_control = extra;
  head.msg_controllen = sizeof extra;
  ssize_t got;
  while ((got = ::recvmsg(control, &head, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) continue;
  if (got <= 0) ::_exit(0);
  job.count = 0;
  for (cmsghdr* item = CMSG_FIRSTHDR(&head); item; item = CMSG_NXTHDR(&head, item)) {
    if (item->cmsg_level != SOL_SOCKET || item->cmsg_type != SCM_RIGHTS) continue;
    job.count = static_cast<int>((item->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    ::memcpy(job.given, CMSG_DATA(item), static_cast<std::size_t>(job.count) * sizeof(int));
  }
}

// A process of its own process namespace, where there are such. unshare affects the next child; joining our own again undoes that.
pid_t fork_apart(std::uint32_t layers) {
  const bool apart = layers & wire::process_space;
  if (apart && ::unshare(CLONE_NEWPID) != 0) return -1;
  pid_t child = ::fork();
  if (child != 0 && apart && ::syscall(SYS_setns, self, CLONE_NEWPID) != 0) ::_exit(1);
  return child;
}

std::uint64_t at_least(std::uint64_t a, std::uint64_t b) { return a > b ? a : b; }
std::uint64_t at_most(std::uint64_t a, std::uint64_t b) { return a < b ? a : b; }

// When to look next: not later than a limit can be reached.
std::uint64_t next_look(const wire::Launch& launch, const Used& used, std::uint64_t memory, std::uint64_t wall_left) {
  std::uint64_t cpu_left = launch.cpu_ns - used.cpu_ns;
  // One thread uses a second of CPU a second; several can use as many as there are processors, and new ones come at any time.
  std::uint64_t cpu = used.tasks > 1 ? cpu_left / static_cast<unsigned>(processors) : cpu_left;
  if (launch.processes > 0) cpu = at_most(cpu, used.unwaited ? 2 * shortest_look : longest_look / 10);
  std::uint64_t growth = (launch.memory_bytes - memory) / fastest_growth;
  return at_least(shortest_look, at_most(at_most(cpu, wall_left), at_most(at_least(growth, 2 * millisecond), longest_look)));
}

wire::Cause over_limit(const wire::Launch& launch, const Used& used, std::uint64_t memory, std::uint64_t wall) {
  // The keeper is one more process, and each process has a first thread.
  if (used.processes > launch.processes + 2 || used.tasks > launch.processes + 2 + wire::most_threads) return wire::Cause::processes;
  if (used.cpu_ns >= launch.cpu_ns) return wire::Cause::cpu;
  if (memory > launch.memory_bytes) return wire::Cause::memory;
  if (wall >= launch.wall_ns) return wire::Cause::wall;
  return wire::Cause::itself;
}

// Waits until the child has ended; ends it at a limit. What it was seen to have used is in `cpu_ns`.
wire::Cause watch(pid_t child, const wire::Launch& launch, std::uint64_t start, std::uint64_t& cpu_ns) {
  const bool several = (launch.processes > 0 || launch.patterns > 0) && (launch.layers & wire::process_space);
  pollfd wanted[2] = {{static_cast<int>(::syscall(SYS_pidfd_open, child, 0)), POLLIN, 0}, {control, POLLIN, 0}};
  wire::Cause cause = wire::Cause::itself;
  Used used;
  forget_the_ended();
  std::uint64_t memory = 0, wall = 0;
  while (cause == wire::Cause::itself) {
    std::uint64_t wait = next_look(launch, used, memory, launch.wall_ns - wall);
    timespec time{static_cast<time_t>(wait / 1'000'000'000), static_cast<long>(wait % 1'000'000'000)};
    int ready = ::ppoll(wanted, 2, &time, nullptr);
    if (ready > 0 && wanted[0].revents) break;
    if (ready > 0 && wanted[1].revents) {
      Message message;
      Job none;
      receive(message, none);  // exits when the broker is gone, which takes the run along
      cause = wire::Cause::stopped;
      break;
    }
    used = look(child, several);
    cpu_ns = at_least(cpu_ns, used.cpu_ns);
    // A warm child starts with the pages of its parent, and so does each that it makes.
    const std::uint64_t inherited = launch.words > 0 ? 0 : own_memory * static_cast<unsigned>(several ? 2 : 1);
    memory = used.memory_bytes > inherited ? used.memory_bytes - inherited : 0;
    wall = now_ns() - start;
    cause = over_limit(launch, used, memory, wall);
  }
  if (cause != wire::Cause::itself) ::kill(child, SIGKILL);  // process 1 of the namespace: all others go with it
  ::close(wanted[0].fd);
  return cause;
}

void describe_end(const wire::Launch& launch, wire::Ended& ended) {
  const Closing& closing = *prepared.closing;
  ended.forbidden_call = prepared.notes->forbidden_call;
  ended.collected = closing.collected;
  ended.collected_cut = closing.collected_cut;
  if (closing.kept && ended.cause == wire::Cause::itself) {
    // The keeper ends with 0 or something went wrong in it.
    if (ended.status != 0 && closing.trouble == wire::Trouble::none) {
      ended.trouble = wire::Trouble::step_failed;
      ::snprintf(ended.step, sizeof ended.step, "keeping the processes together");
      return;
    }
    ended.status = closing.status;
    // A program can make more processes than it may and end between two looks.
    if (closing.left > static_cast<std::uint32_t>(launch.processes)) ended.cause = wire::Cause::processes;
  }
  if (closing.trouble != wire::Trouble::none) {
    ended.trouble = closing.trouble;
    ended.error = closing.error;
    ::memcpy(ended.step, closing.step, sizeof ended.step);
  } else if (!closing.closed && (ended.cause == wire::Cause::itself || ended.cause == wire::Cause::stopped)) {
    ended.trouble = wire::Trouble::step_failed;
    ::snprintf(ended.step, sizeof ended.step, "closing the cage (it ended early)");
  }
  if (ended.cause != wire::Cause::itself || !WIFSIGNALED(ended.status) || WTERMSIG(ended.status) != SIGKILL) return;
  const std::uint64_t kills = killed_for_memory();
  ended.out_of_memory = kills != memory_kills;
  memory_kills = kills;
}

// True in the child.
bool run(const Job& job) {
  *prepared.closing = Closing{};
  *prepared.notes = Notes{};
  wire::Ended ended;
  const std::uint64_t start = now_ns();
  pid_t child = fork_apart(job.launch.layers);
  if (child == 0) {
    close_cage(job, prepared);
    return true;
  }
  for (int i = 0; i < job.count; ++i) ::close(job.given[i]);
  if (child < 0) {
    ended.trouble = wire::Trouble::step_failed;
    ended.error = errno;
    ::snprintf(ended.step, sizeof ended.step, "forking");
    send(ended);
    return false;
  }
  std::uint64_t seen_cpu_ns = 0;
  ended.cause = watch(child, job.launch, start, seen_cpu_ns);
  rusage used{};
  while (::wait4(child, &ended.status, 0, &used) < 0 && errno == EINTR) continue;
  ended.wall_ns = now_ns() - start;
  auto nanoseconds = [](const timeval& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_usec) * 1000;
  };
  ended.cpu_ns = at_least(nanoseconds(used.ru_utime) + nanoseconds(used.ru_stime), seen_cpu_ns);
  const std::uint64_t most = static_cast<std::uint64_t>(used.ru_maxrss) * 1024, inherited = job.launch.words > 0 ? 0 : own_memory;
  ended.memory_bytes = most > inherited ? most - inherited : 0;
  describe_end(job.launch, ended);
  send(ended);
  return false;
}

}  // namespace

void serve() {
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::signal(SIGINT, SIG_DFL);
  self = static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0));
  processors = static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
  if (self < 0 || !prepare(prepared)) ::_exit(1);
  own_memory = look(::getpid(), false).memory_bytes;
  memory_kills = killed_for_memory();
  send(wire::Ready{});
  static Message message;
  Job job;
  for (;;) {
    receive(message, job);
    if (message.kind == wire::Kind::filter) prepared.filters[message.filter.flags % wire::most_filters] = message.filter;
    if (message.kind != wire::Kind::launch) continue;  // a stop may come when the run has just ended
    job.launch = message.launch;
    if (!prepare_rules(prepared, job.launch.layers)) ::_exit(1);
    if (job.count >= 4 && run(job)) {
      if (job.launch.words > 0) execute(prepared.closing);
      return;
    }
  }
}

}  // namespace viva::cage
