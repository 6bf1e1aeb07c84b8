#include "sandbox/program_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <mutex>
#include <sstream>

namespace viva {
namespace {

constexpr char allowed[] =
    // memory and threads
    "brk mmap munmap mremap mprotect madvise mincore msync futex futex_waitv set_robust_list get_robust_list "
    "set_tid_address rseq membarrier sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_getscheduler "
    "sched_get_priority_max sched_get_priority_min getcpu arch_prctl "
    // files
    "read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 open openat openat2 creat close "
    "close_range lseek stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents "
    "getdents64 getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink "
    "symlinkat chmod fchmod fchmodat umask truncate ftruncate fallocate fsync fdatasync sync_file_range fadvise64 "
    "readahead utime utimes utimensat futimesat statfs fstatfs copy_file_range sendfile splice tee dup dup2 dup3 pipe "
    "pipe2 mknod mknodat chown fchown lchown fchownat "
    // waiting
    "poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd "
    "eventfd2 timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4 nanosleep clock_nanosleep pause alarm "
    "getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete restart_syscall "
    // time, identity, randomness
    "clock_getres gettimeofday time times getrusage getrlimit sysinfo uname getrandom getpid gettid "
    "getppid getpgrp getpgid getsid getuid geteuid getgid getegid getresuid getresgid getgroups capget getpriority "
    "setrlimit setsid setpgid "
    // signals, ends
    "rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack exit exit_group wait4 waitid "
    // sockets that are there already, or come in pairs
    "recvfrom recvmsg shutdown getsockopt setsockopt getsockname getpeername ";

constexpr char trapped[] =
    "ptrace process_vm_readv process_vm_writev process_madvise pidfd_open pidfd_getfd pidfd_send_signal kcmp unshare "
    "setns mount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr bpf "
    "perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register keyctl add_key request_key shmget shmat "
    "shmctl shmdt semget semop semctl semtimedop msgget msgsnd msgrcv msgctl mq_open mq_unlink init_module finit_module "
    "delete_module kexec_load kexec_file_load reboot swapon swapoff sethostname setdomainname settimeofday clock_settime "
    "adjtimex clock_adjtime iopl ioperm modify_ldt personality setuid setgid setreuid setregid setresuid setresgid "
    "setfsuid setfsgid setgroups capset syslog acct quotactl open_by_handle_at name_to_handle_at seccomp fanotify_init "
    "lookup_dcookie nfsservctl uselib vm86 move_pages migrate_pages ";

struct Builder {
  scmp_filter_ctx filter;
  bool built = true;

  void rule(std::uint32_t action, const char* name, std::initializer_list<scmp_arg_cmp> conditions = {}) {
    int call = ::seccomp_syscall_resolve_name(name);
    if (call < 0) return;  // this machine does not have it
    std::vector<scmp_arg_cmp> list(conditions);
    int done = ::seccomp_rule_add_array(filter, action, call, static_cast<unsigned>(list.size()), list.data());
    built = built && (done == 0 || done == -EACCES);  // EACCES: the same as the default action
  }

  void rules(std::uint32_t action, const char* names) {
    std::istringstream list(names);
    for (std::string name; list >> name;) rule(action, name.c_str());
  }
};

constexpr scmp_datum_t new_spaces =
    CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;

void add_process_rules(Builder& builder, std::uint32_t flags) {
  const std::uint32_t allow = SCMP_ACT_ALLOW, trap = SCMP_ACT_TRAP;
  if (flags & wire::may_fork) {
    builder.rule(allow, "clone", {SCMP_A0(SCMP_CMP_MASKED_EQ, new_spaces, 0)});
    for (scmp_datum_t space : {CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET})
      builder.rule(trap, "clone", {SCMP_A0(SCMP_CMP_MASKED_EQ, space, space)});
  } else {
    builder.rule(allow, "clone", {SCMP_A0(SCMP_CMP_MASKED_EQ, new_spaces | CLONE_THREAD, CLONE_THREAD)});
    builder.rule(trap, "clone", {SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)});
  }
  for (const char* name : {"fork", "vfork"}) builder.rule(flags & wire::may_fork ? allow : trap, name);
  for (const char* name : {"execve", "execveat"}) builder.rule(flags & wire::may_execute ? allow : trap, name);
  // Without a process namespace a signal could reach processes outside, the server among them, and their clocks could be read, which have
  // negative numbers.
  if (flags & wire::no_signals) {
    builder.rule(allow, "clock_gettime", {SCMP_A0_32(SCMP_CMP_LT, 16, 0)});
  } else {
    builder.rule(allow, "clock_gettime");
  }
  for (const char* name : {"kill", "tkill", "tgkill"}) builder.rule(flags & wire::no_signals ? SCMP_ACT_ERRNO(EPERM) : allow, name);
  // The handler of trapped calls is ours and stays. Asking what it is goes through; changing it does nothing, and says that it was done,
  // since some programs set every signal when they start.
  // Compared are all 64 bits of the word, of which the kernel takes half: so what is allowed is named, not what is not.
  static_assert(SIGSYS == 31);
  builder.rule(allow, "rt_sigaction", {SCMP_A0(SCMP_CMP_LT, SIGSYS, 0)});
  builder.rule(allow, "rt_sigaction", {SCMP_A0(SCMP_CMP_MASKED_EQ, ~31ull, 32)});
  builder.rule(allow, "rt_sigaction", {SCMP_A0(SCMP_CMP_EQ, 64, 0)});
  builder.rule(allow, "rt_sigaction", {SCMP_A0_32(SCMP_CMP_EQ, SIGSYS, 0), SCMP_A1(SCMP_CMP_EQ, 0, 0)});
  builder.rule(SCMP_ACT_ERRNO(0), "rt_sigaction", {SCMP_A0_32(SCMP_CMP_EQ, SIGSYS, 0), SCMP_A1(SCMP_CMP_NE, 0, 0)});
  for (const char* name : {"prlimit64", "sched_setaffinity"}) builder.rule(allow, name, {SCMP_A0_32(SCMP_CMP_EQ, 0, 0)});
  for (int option : {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_CAPBSET_READ, PR_GET_NO_NEW_PRIVS, 0x53564d41 /* naming memory */})
    builder.rule(allow, "prctl", {SCMP_A0_32(SCMP_CMP_EQ, static_cast<scmp_datum_t>(option), 0)});
}

void add_socket_rules(Builder& builder, std::uint32_t flags) {
  const std::uint32_t allow = SCMP_ACT_ALLOW, trap = SCMP_ACT_TRAP;
  builder.rule(trap, "socket", {SCMP_A0_32(SCMP_CMP_NE, AF_UNIX, 0)});
  if (flags & wire::unix_sockets) {
    builder.rule(allow, "socket", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0)});
    builder.rule(allow, "socketpair", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0)});
    for (const char* name : {"connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg", "recvmmsg", "sendto"})
      builder.rule(allow, name);
    return;
  }
  // Looking up a user name tries a socket first, and goes on to the file when that is refused.
  builder.rule(SCMP_ACT_ERRNO(EACCES), "socket", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0)});
  builder.rule(allow, "socketpair", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0), SCMP_A1_32(SCMP_CMP_MASKED_EQ, 0xf, SOCK_STREAM)});
  builder.rule(allow, "sendto", {SCMP_A4(SCMP_CMP_EQ, 0, 0)});
  builder.rule(trap, "sendto", {SCMP_A4(SCMP_CMP_NE, 0, 0)});
  for (const char* name : {"connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg", "recvmmsg"}) builder.rule(trap, name);
}

void add_file_rules(Builder& builder, std::uint32_t flags) {
  const std::uint32_t allow = SCMP_ACT_ALLOW;
  for (const char* name :
       {"getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr", "setxattr", "lsetxattr", "fsetxattr"})
    builder.rule(SCMP_ACT_ERRNO(EOPNOTSUPP), name);
  builder.rule(SCMP_ACT_TRAP, "ioctl",
               {SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCSTI)});  // the lower half alone counts for the kernel, so for us
  for (int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL})
    builder.rule(allow, "fcntl", {SCMP_A1_32(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0)});
  // Locks on the files that all runs share would let two of them talk; databases in a work folder need them.
  if (flags & wire::work_folder)
    for (int command : {5, 6, 7, 36, 37, 38 /* F_GETLK to F_SETLKW, and the same per open file */})
      builder.rule(allow, "fcntl", {SCMP_A1_32(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0)});
}

// What a warm interpreter does before and while it serves. All that any run may do is in it, since filters add up.
void add_server_rules(Builder& builder, bool namespaces) {
  const std::uint32_t allow = SCMP_ACT_ALLOW;
  builder.rules(allow,
                "clock_gettime fork vfork execve execveat kill tkill tgkill rt_sigaction fcntl connect bind listen accept accept4 "
                "sendmsg sendmmsg recvmmsg sendto pidfd_open openat2 capset landlock_create_ruleset landlock_add_rule "
                "landlock_restrict_self ");
  builder.rule(allow, "clone", {SCMP_A0(SCMP_CMP_MASKED_EQ, new_spaces, 0)});
  builder.rule(allow, "socket", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0)});
  builder.rule(allow, "socketpair", {SCMP_A0_32(SCMP_CMP_EQ, AF_UNIX, 0)});
  builder.rule(allow, "prlimit64", {SCMP_A0_32(SCMP_CMP_EQ, 0, 0)});
  builder.rule(allow, "seccomp", {SCMP_A0_32(SCMP_CMP_EQ, SECCOMP_SET_MODE_FILTER, 0)});
  for (int option : {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_GET_NO_NEW_PRIVS, PR_CAP_AMBIENT,
                     0x53564d41 /* naming memory */})
    builder.rule(allow, "prctl", {SCMP_A0_32(SCMP_CMP_EQ, static_cast<scmp_datum_t>(option), 0)});
  // To die with the parent can be asked for, not refused.
  builder.rule(allow, "prctl", {SCMP_A0_32(SCMP_CMP_EQ, PR_SET_PDEATHSIG, 0), SCMP_A1(SCMP_CMP_EQ, SIGKILL, 0)});
  if (!namespaces) return;
  // Namespaces of a run, and new file systems in them; no place is bound to another, and none is changed.
  for (int space : {CLONE_NEWPID, CLONE_NEWNS}) builder.rule(allow, "unshare", {SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(space), 0)});
  builder.rule(allow, "setns", {SCMP_A1_32(SCMP_CMP_EQ, CLONE_NEWPID, 0)});
  for (unsigned how : {MS_NOSUID | MS_NODEV, MS_NOSUID | MS_NODEV | MS_NOEXEC})
    builder.rule(allow, "mount", {SCMP_A3(SCMP_CMP_EQ, how, 0)});
}

void add_harmless_ioctls(Builder& builder) {
  for (scmp_datum_t request : {FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS /* is it a terminal? */, TIOCGWINSZ})
    builder.rule(SCMP_ACT_ALLOW, "ioctl", {SCMP_A1_32(SCMP_CMP_EQ, request, 0)});
}

using Rules = void (*)(Builder& builder, std::uint32_t flags);

Result<wire::Filter> compile(std::uint32_t flags, Rules rules) {
  std::unique_ptr<void, void (*)(void*)> owned(::seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), ::seccomp_release);
  if (!owned) return error("libseccomp cannot start a filter");
  Builder builder{owned.get()};
  ::seccomp_attr_set(owned.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  ::seccomp_attr_set(owned.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree: shorter ways, and a cheaper start
  builder.rules(SCMP_ACT_ALLOW, allowed);
  add_harmless_ioctls(builder);
  rules(builder, flags);
  int file = ::memfd_create("filter", MFD_CLOEXEC);
  wire::Filter filter;
  filter.flags = flags;
  ssize_t size =
      builder.built && file >= 0 && ::seccomp_export_bpf(owned.get(), file) == 0 ? ::pread(file, filter.code, sizeof filter.code, 0) : -1;
  if (file >= 0) ::close(file);
  if (size <= 0 || size == static_cast<ssize_t>(sizeof filter.code)) return error("libseccomp cannot compile the filter of program cages");
  filter.count = static_cast<std::uint32_t>(static_cast<std::size_t>(size) / sizeof filter.code[0]);
  return filter;
}

Result<const wire::Filter*> compiled_once(std::unique_ptr<wire::Filter>& filter, std::uint32_t flags, Rules rules) {
  static std::mutex mutex;
  std::lock_guard lock(mutex);
  if (!filter) {
    Result<wire::Filter> compiled = compile(flags, rules);
    if (!compiled) return compiled.error();
    filter = std::make_unique<wire::Filter>(*compiled);
  }
  return static_cast<const wire::Filter*>(filter.get());
}

}  // namespace

Result<const wire::Filter*> program_filter(std::uint32_t flags) {
  static std::array<std::unique_ptr<wire::Filter>, wire::most_filters> filters;
  return compiled_once(filters.at(flags), flags, [](Builder& builder, std::uint32_t its_flags) {
    builder.rules(SCMP_ACT_TRAP, trapped);
    builder.rule(SCMP_ACT_KILL_PROCESS, "vhangup");  // how the handler of trapped calls ends
    add_process_rules(builder, its_flags);
    add_socket_rules(builder, its_flags);
    add_file_rules(builder, its_flags);
  });
}

Result<const wire::Filter*> boot_filter(bool namespaces) {
  static std::array<std::unique_ptr<wire::Filter>, 2> filters;
  return compiled_once(filters.at(namespaces), namespaces,
                       [](Builder& builder, std::uint32_t with_namespaces) { add_server_rules(builder, with_namespaces); });
}

std::string name_of_call(int number) {
  std::unique_ptr<char, void (*)(void*)> name(::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number), ::free);
  return name ? name.get() : "call " + std::to_string(number);
}

}  // namespace viva
