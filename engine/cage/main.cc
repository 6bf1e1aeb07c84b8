// viva-cage: the server of a program cage. Started by the broker with the socket to it as descriptor 3; of no use by itself.
//
//   viva-cage --uid=N --agent=FILE [--bare] [--env=NAME=VALUE …] [--] [interpreter arguments …]      with an interpreter: warm; without:
//   cold
//
// --bare: without namespaces, for machines that refuse them. What the cage is then made of is Landlock, seccomp and limits.
//
// Three processes come of it: this one waits; its child, process 1 of a process namespace, is the server (or becomes the interpreter that
// serves); and that one's children are the runs. Each dies with its parent.
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cage/attempt.h"
#include "cage/closing.h"
#include "cage/private_root.h"
#include "cage/serve.h"
#include "sandbox/program_wire.h"

namespace viva::cage {
namespace {

constexpr unsigned inner_user = 1000;
constexpr rlim_t most_boot_processes = 4096;

void say(const wire::Hello& hello) {
  if (::send(control, &hello, sizeof hello, MSG_NOSIGNAL) < 0) ::_exit(1);
}

[[noreturn]] void give_up(const char* step, int error, wire::Trouble trouble = wire::Trouble::step_failed) {
  wire::Hello hello;
  hello.trouble = trouble;
  hello.error = error;
  ::snprintf(hello.step, sizeof hello.step, "%s", step);
  say(hello);
  ::_exit(1);
}

bool put(const char* path, const std::string& text) {
  int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  bool done = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return done;
}

// Root gives up its identity for that of the slot, group before user.
void drop_user(unsigned user) {
  if (::geteuid() != 0) return;
  if (::syscall(SYS_setgroups, 0, nullptr) != 0 || ::setresgid(user, user, user) != 0 || ::setresuid(user, user, user) != 0)
    give_up("giving up root", errno);
  ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // a change of user takes it, and with it the right to write our own uid_map
}

// Namespaces of our own; the user in them is an ordinary one with the capabilities that making more of them takes.
Failed enter_namespaces() {
  const std::string user = std::to_string(::geteuid()), group = std::to_string(::getegid());
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP | CLONE_NEWPID) != 0)
    return {errno, "unshare"};
  if (!put("/proc/self/setgroups", "deny") || !put("/proc/self/uid_map", std::to_string(inner_user) + " " + user + " 1") ||
      !put("/proc/self/gid_map", std::to_string(inner_user) + " " + group + " 1"))
    return {errno, "mapping the user"};
  ::sethostname("viva", 4);
  return {};
}

// The folder /proc of the process namespace we are process 1 of, as a descriptor only: it is mounted nowhere.
void open_processes(bool own) {
  int folder = -1;
  if (own) {
    int context = static_cast<int>(::syscall(SYS_fsopen, "proc", FSOPEN_CLOEXEC));
    if (context >= 0 && ::syscall(SYS_fsconfig, context, FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) == 0)
      folder = static_cast<int>(::syscall(SYS_fsmount, context, FSMOUNT_CLOEXEC, 0));
    if (context >= 0) ::close(context);
  } else {
    folder = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  }
  if (folder < 0) return;
  if (own) {  // what fsmount gives can only be looked up from
    int readable = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::close(folder);
    folder = readable;
  }
  if (folder == processes) {
    ::fcntl(folder, F_SETFD, 0);
  } else if (folder >= 0) {
    ::dup2(folder, processes);
    ::close(folder);
  }
}

// The capability to make namespaces and mounts, and no other; kept by the interpreter that is executed.
bool keep_one_capability() {
  for (int capability = 0; capability <= 63; ++capability)
    if (capability != CAP_SYS_ADMIN) ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct one[2] = {};
  one[0].effective = one[0].permitted = one[0].inheritable = 1u << CAP_SYS_ADMIN;
  return ::syscall(SYS_capset, &header, one) == 0 && ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0) == 0;
}

std::string content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

struct Order {
  unsigned user = 65534;
  char* agent_file = nullptr;
  bool bare = false;
  std::vector<char*> environment;
  char** interpreter = nullptr;
};

// The agent as a file without a name: where there is no private root, it may lie where only root may look. Stays open for the interpreter.
std::string agent_in_memory(const std::string& agent) {
  int file = ::memfd_create("agent", 0);
  if (file < 0 || ::write(file, agent.data(), agent.size()) != static_cast<ssize_t>(agent.size()))
    give_up("putting the agent in memory", errno);
  return "/proc/self/fd/" + std::to_string(file);
}

// The interpreter runs text that came with a question bank before it serves. It gets what that may do from the broker.
void restrict_interpreter(std::uint32_t layers) {
  static wire::Filter filter;
  if (::recv(control, &filter, sizeof filter, 0) != static_cast<ssize_t>(sizeof filter)) ::_exit(1);
  rlimit processes{most_boot_processes, most_boot_processes};
  if ((layers & wire::limits) && (layers & wire::process_space) && ::setrlimit(RLIMIT_NPROC, &processes) != 0) ::_exit(1);
  if (!restrict_boot(layers, filter)) ::_exit(1);
}

[[noreturn]] void become_server(Order& order, wire::Hello hello, const std::string& agent_place) {
  char** interpreter = order.interpreter;
  if (interpreter[0] && ::access(interpreter[0], X_OK) != 0) give_up(interpreter[0], errno, wire::Trouble::not_installed);
  say(hello);
  if (!interpreter[0]) {
    serve();
    attempt();  // a run without a command: viva doctor asks
  }
  restrict_interpreter(hello.layers);
  std::string where = "VIVA_AGENT=" + agent_place;
  order.environment.push_back(where.data());
  order.environment.push_back(nullptr);
  ::execve(interpreter[0], interpreter, order.environment.data());
  give_up(interpreter[0], errno, wire::Trouble::not_installed);
}

// What the server leaves where there is no process namespace to end with it.
void end_children() {
  std::ifstream list("/proc/thread-self/children");
  for (pid_t child; list >> child;) ::kill(child, SIGKILL);
}

int begin(Order& order) {
  const std::string agent = content_of(order.agent_file);  // before root is given up: it may lie where only root may look
  if (agent.empty()) give_up(order.agent_file, ENOENT);
  std::memset(order.agent_file, ' ', std::strlen(order.agent_file));  // a run that has a /proc could read how its keeper was started
  drop_user(order.user);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // afterwards, since a change of user takes that away
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) give_up("no_new_privs", errno);
  wire::Hello hello;
  hello.layers = layers_at_hand();
  if (!order.bare) {
    Failed spaces = enter_namespaces();
    if (spaces.step) give_up(spaces.step, spaces.error);
    hello.layers |= wire::namespaces;
  }
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);  // without a process namespace, a run outlives the server by a moment
  pid_t server = ::fork();
  if (server < 0) give_up("forking", errno);
  if (server > 0) {
    ::close(control);
    int status = 0, its_status = 0;
    bool gone = false;
    for (pid_t ended; (ended = ::waitpid(-1, &status, 0)) > 0 || errno == EINTR;) {
      if (ended == server) its_status = status, gone = true;
      if (gone) end_children();
    }
    return WIFEXITED(its_status) ? WEXITSTATUS(its_status) : 1;
  }
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  open_processes(!order.bare);
  if (order.bare) {
    if (::chdir("/") != 0) give_up("/", errno);
    become_server(order, hello, agent_in_memory(agent));
  }
  if (Failed root = enter_private_root(agent); root.step) give_up(root.step, root.error);
  if (!keep_one_capability()) give_up("keeping one capability", errno);
  become_server(order, hello, agent_path);
}

}  // namespace
}  // namespace viva::cage

int main(int count, char** words) {
  viva::cage::Order order;
  int at = 1;
  for (; at < count && std::strncmp(words[at], "--", 2) == 0; ++at) {
    if (std::strncmp(words[at], "--uid=", 6) == 0) order.user = static_cast<unsigned>(std::strtoul(words[at] + 6, nullptr, 10));
    if (std::strncmp(words[at], "--agent=", 8) == 0) order.agent_file = words[at] + 8;
    if (std::strncmp(words[at], "--env=", 6) == 0) order.environment.push_back(words[at] + 6);
    if (std::strcmp(words[at], "--bare") == 0) order.bare = true;
    if (std::strcmp(words[at], "--") == 0) {
      ++at;
      break;
    }
  }
  order.interpreter = words + at;
  if (!order.agent_file) return 2;
  return viva::cage::begin(order);
}
