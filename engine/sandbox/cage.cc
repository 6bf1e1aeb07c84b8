#include "sandbox/cage.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace viva {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;  // the sanitizers reserve terabytes of addresses and ask the kernel more questions
#else
constexpr bool sanitized = false;
#endif

constexpr uid_t nobody = 65534;

bool set_limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit{value, value};
  return ::setrlimit(resource, &limit) == 0;
}

// Address space in use now, from the kernel's own account; 0 when it cannot be read.
std::uint64_t mapped_bytes() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<std::uint64_t>(pages) * 4096;
}

bool limits(std::uint64_t mapped, std::uint64_t memory_bytes) {
  bool done = set_limit(RLIMIT_NOFILE, 0) && set_limit(RLIMIT_FSIZE, 0) && set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_MEMLOCK, 0) &&
              set_limit(RLIMIT_MSGQUEUE, 0);
  return done && (sanitized || (mapped > 0 && set_limit(RLIMIT_AS, mapped + memory_bytes)));
}

// The kernel counts no processes of root, whatever its limit is.
bool process_limit() { return ::geteuid() != 0 && set_limit(RLIMIT_NPROC, 0); }

bool namespaces() {
  int wanted = CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  return ::unshare(::geteuid() == 0 ? wanted : wanted | CLONE_NEWUSER) == 0;
}

// Root gives up its identity; an ordinary user has none to give up, and no_new_privs keeps it from gaining one.
bool drop_user() {
  if (::geteuid() != 0) return false;
  return ::syscall(SYS_setgroups, 0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0 && ::setresuid(nobody, nobody, nobody) == 0;
}

// The layout and the bits are those of linux/landlock.h of Linux 6.12, newer than the header we compile against.
struct LandlockRules {
  std::uint64_t files = 0, network = 0, scopes = 0;
};

long landlock_abi() { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION); }

bool restrict_with(const LandlockRules& rules, std::size_t size) {
  int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0));
  if (ruleset < 0) return false;
  bool done = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(ruleset);
  return done;
}

bool landlock() {
  long version = landlock_abi();
  if (version < 1) return false;
  LandlockRules rules;  // every right that this version of Landlock knows is handled, and none is granted
  rules.files = (1ull << 13) - 1;
  if (version >= 2) rules.files |= 1ull << 13;
  if (version >= 3) rules.files |= 1ull << 14;
  if (version >= 5) rules.files |= 1ull << 15;
  if (version >= 4) rules.network = 3;
  return restrict_with(rules, version >= 4 ? 16 : 8);
}

// Signals and abstract sockets reach only what is in the same cage.
bool scopes() {
  LandlockRules rules;
  rules.scopes = 3;
  return landlock_abi() >= 6 && restrict_with(rules, sizeof rules);
}

bool seccomp(int channel) {
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (!filter) return false;
  bool built = true;
  auto allow = [&](int call) { built = built && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0; };
  auto allow_if = [&](int call, scmp_arg_cmp condition) {
    built = built && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, condition) == 0;
  };
  const auto end = static_cast<scmp_datum_t>(channel);
  allow_if(SCMP_SYS(read), SCMP_A0(SCMP_CMP_EQ, end));
  allow_if(SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, end));
  allow_if(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  allow_if(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  for (int call :
       {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(exit_group),
        SCMP_SYS(rt_sigreturn), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom)})  // LuaJIT seeds its allocator; scripts have no way to see it
    allow(call);
  if (sanitized) {
    for (int call : {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(tgkill), SCMP_SYS(sigaltstack),
                     SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sched_yield), SCMP_SYS(getrlimit), SCMP_SYS(prlimit64),
                     SCMP_SYS(readlink), SCMP_SYS(openat), SCMP_SYS(close), SCMP_SYS(newfstatat), SCMP_SYS(prctl), SCMP_SYS(getrusage)})
      ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
  }
  bool done = built && ::seccomp_load(filter) == 0;
  ::seccomp_release(filter);
  return done;
}

// Standard input, output and error become /dev/null; everything else but the channel is closed.
bool close_descriptors(int channel) {
  int null = ::open("/dev/null", O_RDWR);
  if (null < 0) return false;
  for (int standard = 0; standard <= (sanitized ? 1 : 2); ++standard) ::dup2(null, standard);
  if (channel > 3 && ::syscall(SYS_close_range, 3u, static_cast<unsigned>(channel - 1), 0u) != 0) return false;
  return ::syscall(SYS_close_range, static_cast<unsigned>(channel + 1), ~0u, 0u) == 0;
}

}  // namespace

const std::vector<Layer>& all_layers() {
  static const std::vector<Layer> layers = {Layer::limits,   Layer::process_limit, Layer::namespaces, Layer::user,
                                            Layer::landlock, Layer::scopes,        Layer::seccomp};
  return layers;
}

const std::vector<Guarantee>& all_guarantees() {
  static const std::vector<Guarantee> guarantees = {Guarantee::no_files,   Guarantee::no_network, Guarantee::no_exec,
                                                    Guarantee::no_process, Guarantee::no_signals, Guarantee::bounded_memory,
                                                    Guarantee::no_new_code};
  return guarantees;
}

const char* name_of(Layer layer) {
  switch (layer) {
    case Layer::seccomp:
      return "seccomp";
    case Layer::landlock:
      return "landlock";
    case Layer::scopes:
      return "scopes";
    case Layer::namespaces:
      return "namespaces";
    case Layer::limits:
      return "limits";
    case Layer::process_limit:
      return "process-limit";
    case Layer::user:
      return "user";
  }
  return "";
}

const char* name_of(Guarantee guarantee) {
  switch (guarantee) {
    case Guarantee::no_files:
      return "no-files";
    case Guarantee::no_network:
      return "no-network";
    case Guarantee::no_exec:
      return "no-exec";
    case Guarantee::no_process:
      return "no-process";
    case Guarantee::no_signals:
      return "no-signals";
    case Guarantee::bounded_memory:
      return "bounded-memory";
    case Guarantee::no_new_code:
      return "no-new-code";
  }
  return "";
}

bool gives(Layer layer, Guarantee guarantee) {
  switch (guarantee) {
    case Guarantee::no_files:
      return layer == Layer::seccomp || layer == Layer::landlock || layer == Layer::limits;
    case Guarantee::no_network:
      return layer == Layer::seccomp || layer == Layer::namespaces || layer == Layer::limits;
    case Guarantee::no_exec:
      return layer == Layer::seccomp || layer == Layer::landlock;
    case Guarantee::no_process:
      return layer == Layer::seccomp || layer == Layer::process_limit;
    case Guarantee::no_signals:
      return layer == Layer::seccomp || layer == Layer::user || layer == Layer::scopes;
    case Guarantee::bounded_memory:
      return layer == Layer::limits;
    case Guarantee::no_new_code:
      return layer == Layer::seccomp;
  }
  return false;
}

Result<std::vector<Layer>> enter_cage(const CageOptions& options) {
  std::vector<Layer> taken;
  auto take = [&](Layer layer, bool (*enter)()) {
    bool wanted = std::find(options.layers.begin(), options.layers.end(), layer) != options.layers.end();
    if (wanted && enter()) taken.push_back(layer);
  };
  auto wanted = [&](Layer layer) { return std::find(options.layers.begin(), options.layers.end(), layer) != options.layers.end(); };
  if (!close_descriptors(options.channel)) return error(std::string("the descriptors cannot be closed: ") + std::strerror(errno));
  const std::uint64_t mapped = mapped_bytes();  // while files can still be read
  take(Layer::namespaces, namespaces);
  take(Layer::user, drop_user);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a change of user takes it away, so it is asked for afterwards
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return error(std::string("privileges cannot be given up: ") + std::strerror(errno));
  take(Layer::landlock, landlock);
  take(Layer::scopes, scopes);
  take(Layer::process_limit, process_limit);
  if (wanted(Layer::limits) && limits(mapped, options.memory_bytes)) taken.push_back(Layer::limits);
  if (wanted(Layer::seccomp) && seccomp(options.channel)) taken.push_back(Layer::seccomp);
  return taken;
}

bool try_to_break(Guarantee guarantee) {
  switch (guarantee) {
    case Guarantee::no_files:
      return ::open("/etc/passwd", O_RDONLY) >= 0;
    case Guarantee::no_network: {
      int connection = ::socket(AF_INET, SOCK_DGRAM, 0);
      sockaddr address{};
      address.sa_family = AF_INET;
      const unsigned char loopback_port_9[] = {0, 9, 127, 0, 0, 1};
      std::memcpy(address.sa_data, loopback_port_9, sizeof loopback_port_9);
      return connection >= 0 && ::sendto(connection, "x", 1, 0, &address, sizeof address) == 1;
    }
    case Guarantee::no_exec: {
      char program[] = "/bin/true";
      char* arguments[] = {program, nullptr};
      char* environment[] = {nullptr};
      ::execve(program, arguments, environment);  // comes back only when refused; /bin/true ends with 0, which the caller takes as broken
      return false;
    }
    case Guarantee::no_process: {
      pid_t child = ::fork();
      if (child == 0) ::_exit(0);
      if (child > 0) ::waitpid(child, nullptr, 0);
      return child > 0;
    }
    case Guarantee::no_signals:
      return ::kill(::getppid(), 0) == 0;
    case Guarantee::bounded_memory:
      return ::mmap(nullptr, 8ull << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
    case Guarantee::no_new_code:
      return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
  }
  return true;
}

}  // namespace viva
