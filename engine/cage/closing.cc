#include "cage/closing.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <initializer_list>

#include "cage/execute.h"
#include "cage/keeper.h"
#include "cage/payload.h"

namespace viva::cage {
namespace {

static_assert(sizeof(wire::Instruction) == sizeof(sock_filter));

constexpr int spare_tasks = 16;  // for the server and the keeper, and so that the watch, not a failing call, ends a bomb
Notes* notes_of_this_run = nullptr;

bool set_limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit{value, value};
  return ::setrlimit(resource, &limit) == 0;
}

// Address space in use, asked from the kernel by lowering the limit until one page more is refused: this needs no /proc.
std::uint64_t mapped_bytes() {
  rlimit before{};
  if (::getrlimit(RLIMIT_AS, &before) != 0) return 0;
  std::uint64_t low = 0, high = 1ull << 40;
  while (high - low > 4096) {
    std::uint64_t middle = (low + high) / 2;
    rlimit tried{middle, before.rlim_max};
    if (::setrlimit(RLIMIT_AS, &tried) != 0) return 0;
    void* page = ::mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) {
      low = middle;
    } else {
      ::munmap(page, 4096);
      high = middle;
    }
  }
  ::setrlimit(RLIMIT_AS, &before);
  return high;
}

// Landlock's rights of linux/landlock.h up to version 7, newer than the header we compile against.
constexpr std::uint64_t execute_right = 1, write_file = 2, read_file = 4, read_folder = 8, make_device = (1 << 6) | (1 << 11),
                        make_socket = 1 << 9, truncate_right = 1 << 14, device_control = 1 << 15;

std::uint64_t all_rights(int version) {
  std::uint64_t rights = (1ull << 13) - 1;
  if (version >= 2) rights |= 1ull << 13;
  if (version >= 3) rights |= truncate_right;
  if (version >= 5) rights |= device_control;
  return rights;
}

bool grant(int rules, const char* path, std::uint64_t rights) {
  int place = ::open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT;  // what is not there needs no grant
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = place;
  bool done = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  ::close(place);
  return done;
}

int landlock_version() { return static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)); }

// Everything is read-only; nothing that is not named here can be opened, wherever a path leads. -1: it cannot be made.
int make_rules(bool may_execute, std::uint32_t layers, bool work_folder, bool sockets, bool processes = false) {
  const int version = landlock_version();
  const bool files = layers & wire::landlock;
  struct {
    std::uint64_t files, network, scopes;
  } handled{files ? all_rights(version) : 0, files && version >= 4 ? 3u : 0u, layers & wire::scopes ? 3u : 0u};
  std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, size, 0));
  if (rules < 0 || !files) return rules;
  const std::uint64_t read = read_file | read_folder | (may_execute ? execute_right : 0);
  bool done = true;
  for (const char* folder : {"/usr", "/bin", "/lib", "/lib64", "/etc/alternatives"}) done = done && grant(rules, folder, read);
  if (layers & wire::private_root) done = done && grant(rules, "/", read_folder) && grant(rules, "/proc", read_file | read_folder);
  for (const char* file :
       {"/etc/ld.so.cache", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/localtime", "/dev/urandom", "/dev/random"})
    done = done && grant(rules, file, read_file);
  for (const char* device : {"/dev/null", "/dev/zero"}) done = done && grant(rules, device, read_file | write_file);
  if (processes) done = done && grant(rules, "/proc", read_file | read_folder);
  if (work_folder) {
    std::uint64_t rights = all_rights(version) & ~(make_device | device_control);
    if (!may_execute) rights &= ~execute_right;
    if (!sockets) rights &= ~make_socket;
    done = done && grant(rules, "/work", rights);
  }
  if (done) return rules;
  ::close(rules);
  return -1;
}

// A call that the filter traps. The handler can neither be changed nor blocked by the program, since the filter refuses that as well. It
// notes the number and makes a call that is answered with death.
void on_forbidden_call(int, siginfo_t* info, void*) {
  if (notes_of_this_run) notes_of_this_run->forbidden_call = info->si_syscall;
  ::syscall(SYS_vhangup);
  ::_exit(1);
}

bool write_all(int file, const char* content, std::uint64_t size) {
  while (size > 0) {
    ssize_t put = ::write(file, content, size);
    if (put <= 0) return false;
    content += put;
    size -= static_cast<std::uint64_t>(put);
  }
  return true;
}

// The folder /work: a tmpfs of its own, with the given files. The paths were checked by the broker, and nobody else is in there yet.
bool make_work_folder(const wire::Launch& launch, Payload& payload) {
  if (::unshare(CLONE_NEWNS) != 0) return false;
  char options[128];
  ::snprintf(options, sizeof options, "mode=0700,size=%llu,nr_inodes=%d", static_cast<unsigned long long>(launch.disk_bytes),
             launch.disk_files + 1);
  // Processes of this run only. Shells and interpreters look for their descriptors there; a machine that refuses it does without.
  if (launch.flags & wire::may_fork) ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, "subset=pid");
  if (::mount("work", "/work", "tmpfs", MS_NOSUID | MS_NODEV, options) != 0) return false;
  if (::chdir("/work") != 0) return false;
  for (std::uint32_t i = 0; i < launch.files; ++i) {
    FileToWrite file;
    if (!payload.next_file(file)) return false;
    char folder[4096];
    for (const char* slash = ::strchr(file.path, '/'); slash; slash = ::strchr(slash + 1, '/')) {
      std::size_t length = static_cast<std::size_t>(slash - file.path);
      if (length >= sizeof folder) return false;
      ::memcpy(folder, file.path, length);
      folder[length] = 0;
      if (::mkdir(folder, 0700) != 0 && errno != EEXIST) return false;
    }
    int out = ::open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, file.executable ? 0700 : 0600);
    if (out < 0 || !write_all(out, file.content, file.size)) return false;
    ::close(out);
  }
  return true;
}

bool set_limits(const wire::Launch& launch, std::uint64_t mapped) {
  // The server's watch over memory that is really used comes first; this is the wall behind it, for programs that reserve without end. How
  // far it stands back is the runtime's affair: node reserves 512 MiB for the code of each of its threads and uses next to nothing of it.
  const std::uint64_t addresses = mapped + 2 * launch.memory_bytes + launch.reserve_bytes;
  const rlim_t seconds = launch.cpu_ns / 1'000'000'000 + 2;
  if (!(launch.layers & wire::limits)) return true;
  bool own_processes = launch.layers & wire::process_space;
  return set_limit(RLIMIT_AS, addresses) && set_limit(RLIMIT_CPU, seconds) && set_limit(RLIMIT_FSIZE, launch.disk_bytes) &&
         set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_MEMLOCK, 0) && set_limit(RLIMIT_MSGQUEUE, 0) && set_limit(RLIMIT_STACK, 8u << 20) &&
         (!own_processes || set_limit(RLIMIT_NPROC, static_cast<rlim_t>(launch.processes + wire::most_threads + spare_tasks))) &&
         set_limit(RLIMIT_NOFILE, static_cast<rlim_t>(launch.open_files));
}

bool drop_capabilities() {
  ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[2] = {};
  return ::syscall(SYS_capset, &header, none) == 0;
}

// Standard input, output and error, and 3; everything else is closed. What was given has numbers above them.
bool place_descriptors(const Job& job) {
  for (int i = 0; i < 4; ++i)
    if (::dup2(job.given[i], i) < 0) return false;
  return true;
}

bool install(const wire::Filter& filter) {
  sock_fprog program{static_cast<unsigned short>(filter.count),
                     reinterpret_cast<sock_filter*>(const_cast<wire::Instruction*>(filter.code))};
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

}  // namespace

void give_up(Closing* closing, const char* step, wire::Trouble trouble) {
  closing->error = errno;
  closing->trouble = trouble;
  ::snprintf(closing->step, sizeof closing->step, "%s", step);
  ::_exit(1);
}

bool prepare(Prepared& prepared) {
  void* pages = ::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) return false;
  prepared.closing = static_cast<Closing*>(pages);
  prepared.notes = reinterpret_cast<Notes*>(static_cast<char*>(pages) + 4096);
  notes_of_this_run = prepared.notes;
  prepared.mapped_bytes = mapped_bytes();
  return true;
}

std::uint32_t layers_at_hand() {
  const int version = landlock_version();
  std::uint32_t trap = SECCOMP_RET_TRAP;
  rlimit now{};
  bool filters = ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &trap) == 0;
  bool may_limit = ::getrlimit(RLIMIT_AS, &now) == 0 && ::setrlimit(RLIMIT_AS, &now) == 0;
  return (version >= 1 ? wire::landlock : 0u) | (version >= 6 ? wire::scopes : 0u) | (filters ? wire::seccomp : 0u) |
         (may_limit ? wire::limits : 0u);
}

bool restrict_boot(std::uint32_t layers, const wire::Filter& filter) {
  if (!(layers & wire::private_root) && (layers & (wire::landlock | wire::scopes))) {
    int rules = make_rules(true, layers, false, false, true);
    bool done = rules >= 0 && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    if (!done) return false;
  }
  return filter.count == 0 || install(filter);
}

bool prepare_rules(Prepared& prepared, std::uint32_t layers) {
  if (!(layers & (wire::landlock | wire::scopes)) || prepared.rules[0] >= 0) return true;
  for (bool execute : {false, true})
    if ((prepared.rules[execute] = make_rules(execute, layers, false, false)) < 0) return false;
  return true;
}

void close_cage(const Job& job, const Prepared& prepared) {
  Closing* closing = prepared.closing;
  const wire::Launch& launch = job.launch;
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up(closing, "asking to die with the server");
  ::setsid();  // signals to "my own group" must not find the server
  Payload payload;
  if (!payload.open(launch, job.count > 4 ? job.given[4] : -1)) give_up(closing, "reading the launch");
  int collected = launch.patterns > 0 && job.count > 5 ? job.given[5] : -1;
  if (!place_descriptors(job)) give_up(closing, "placing the descriptors");
  if (!remember_words(payload, launch)) give_up(closing, "reading the launch");
  const bool work_folder = launch.disk_bytes > 0;
  if (work_folder && !make_work_folder(launch, payload)) give_up(closing, "making the work folder");
  if (launch.processes > 0 || launch.patterns > 0) stay_behind_as_keeper(launch, payload, collected, closing);
  bool executes = launch.words > 0 || (launch.flags & wire::may_execute);
  int rules = prepared.rules[executes];
  const bool landlocked = launch.layers & (wire::landlock | wire::scopes);
  if (landlocked && work_folder) rules = make_rules(executes, launch.layers, true, launch.flags & wire::unix_sockets);
  if (landlocked && (rules < 0 || ::syscall(SYS_landlock_restrict_self, rules, 0) != 0)) give_up(closing, "Landlock");
  if (::syscall(SYS_close_range, 4u, ~0u, 0u) != 0) give_up(closing, "closing the descriptors");
  if (!set_limits(launch, prepared.mapped_bytes)) give_up(closing, "setting the limits");
  if (!drop_capabilities()) give_up(closing, "dropping the capabilities");
  if (launch.layers & wire::seccomp) {
    struct sigaction trap {};
    trap.sa_sigaction = on_forbidden_call;
    trap.sa_flags = SA_SIGINFO;
    if (::sigaction(SIGSYS, &trap, nullptr) != 0) give_up(closing, "catching forbidden calls");
    if (!install(prepared.filters[launch.flags % wire::most_filters])) give_up(closing, "seccomp");
  }
  // A cold child keeps the page until exec takes it away, to be able to say that there is no such program.
  if (launch.words > 0) return;
  closing->closed = true;
  ::munmap(closing, 4096);
}

}  // namespace viva::cage
