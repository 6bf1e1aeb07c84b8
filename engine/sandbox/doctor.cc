#include "sandbox/doctor.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace viva {
namespace {

constexpr int kept = 11;  // the worker's exit status when the attempt failed; see lua/main.cc

// Runs one attempt. True: it failed, or the kernel killed the process for it.
Result<bool> holds(const std::string& program, Guarantee guarantee, const std::vector<Layer>& layers) {
  std::string probe = std::string("--probe=") + name_of(guarantee), list = "--layers=";
  for (Layer layer : layers) list.append(list.back() == '=' ? "" : ",").append(name_of(layer));
  char name[] = "viva-worker";
  char* arguments[] = {name, probe.data(), list.data(), nullptr};
  char* environment[] = {nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 3, "/dev/null", O_RDWR, 0);
  pid_t process = -1;
  int failed = ::posix_spawn(&process, program.c_str(), &actions, nullptr, arguments, environment);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return error_in(program, 0, std::string("the worker cannot be started: ") + std::strerror(failed));
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) continue;
  return (WIFSIGNALED(state) && WTERMSIG(state) == SIGSYS) || (WIFEXITED(state) && WEXITSTATUS(state) == kept);
}

}  // namespace

Result<std::vector<Probe>> probe_guarantees(const std::string& worker_program) {
  std::vector<Probe> probes;
  for (Guarantee guarantee : all_guarantees()) {
    Probe probe{guarantee, false, false, {}};
    Result<bool> all = holds(worker_program, guarantee, all_layers());
    if (!all) return all.error();
    Result<bool> none = holds(worker_program, guarantee, {});
    if (!none) return none.error();
    probe.held = *all;
    probe.open_without = !*none;
    for (Layer layer : all_layers()) {
      Result<bool> alone = holds(worker_program, guarantee, {layer});
      if (!alone) return alone.error();
      if (probe.open_without && *alone) probe.held_by.push_back(layer);
    }
    probes.push_back(std::move(probe));
  }
  return probes;
}

std::string kernel_release() {
  utsname facts;
  return ::uname(&facts) == 0 ? std::string(facts.sysname) + " " + facts.release : std::string();
}

int landlock_version() {
  long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

}  // namespace viva
