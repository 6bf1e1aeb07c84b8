#include "sandbox/program_server.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "sandbox/program_filter.h"
#include "sandbox/program_guarantees.h"

namespace viva {
namespace {

constexpr int start_milliseconds = 60000;  // pandas takes half a second on an idle machine
constexpr std::size_t most_said = 300;     // characters of what a runtime complains about
constexpr int not_installed_status = 69;   // what boot text exits with when an import fails (EX_UNAVAILABLE)

// 1: a whole message of this type came; 0: the other side is gone; -1: not in time; -2: what came is none.
template <class T>
int receive(int control, T& message, int milliseconds) {
  pollfd wanted{control, POLLIN, 0};
  int ready;
  while ((ready = ::poll(&wanted, 1, milliseconds)) < 0 && errno == EINTR) continue;
  if (ready <= 0) return -1;
  ssize_t got;
  while ((got = ::recv(control, &message, sizeof message, 0)) < 0 && errno == EINTR) continue;
  return got <= 0 ? 0 : got == static_cast<ssize_t>(sizeof message) && message.kind == T{}.kind ? 1 : -2;
}

template <class T>
bool send_message(int control, const T& message, std::size_t size, const int* descriptors = nullptr, int count = 0) {
  iovec part{const_cast<T*>(&message), size};
  alignas(cmsghdr) char extra[CMSG_SPACE(sizeof(int) * 8)] = {};
  msghdr head{};
  head.msg_iov = &part;
  head.msg_iovlen = 1;
  if (count > 0) {
    head.msg_control = extra;
    head.msg_controllen = CMSG_SPACE(sizeof(int) * static_cast<unsigned>(count));
    cmsghdr* item = CMSG_FIRSTHDR(&head);
    item->cmsg_level = SOL_SOCKET;
    item->cmsg_type = SCM_RIGHTS;
    item->cmsg_len = CMSG_LEN(sizeof(int) * static_cast<unsigned>(count));
    ::memcpy(CMSG_DATA(item), descriptors, sizeof(int) * static_cast<unsigned>(count));
  }
  ssize_t put;
  while ((put = ::sendmsg(control, &head, MSG_NOSIGNAL)) < 0 && errno == EINTR) continue;
  return put == static_cast<ssize_t>(size);
}

// Moves a descriptor away from the numbers that the child's are going to have: dup2 onto itself would leave close-on-exec set.
int above_standard(int descriptor) {
  if (descriptor > 3) return descriptor;
  int moved = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 4);
  ::close(descriptor);
  return moved;
}

}  // namespace

Result<ProgramServer::Started> ProgramServer::start(const Options& options, const Runtime* warm) {
  std::vector<std::string> words = {"viva-cage", "--uid=" + std::to_string(options.user), "--agent=" + options.agent};
  if (options.bare) words.push_back("--bare");
  if (warm) {
    // As arguments, since a variable such as LD_PRELOAD is meant for the interpreter in its cage and for nothing before it.
    for (const auto& [name, value] : warm->environment) words.push_back("--env=" + name + "=" + value);
    words.push_back("--");
    words.insert(words.end(), warm->argv.begin(), warm->argv.end());
  }
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int ends[2], errors[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return error(std::string("no connection to a program cage can be made: ") + ::strerror(errno));
  if (::pipe2(errors, O_CLOEXEC | O_NONBLOCK) != 0) {
    ::close(ends[0]);
    ::close(ends[1]);
    return error(std::string("no connection to a program cage can be made: ") + ::strerror(errno));
  }
  ends[1] = above_standard(ends[1]);
  errors[1] = above_standard(errors[1]);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, errors[1], 2);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, 4);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  // A process group of its own: Ctrl-C is for viva, which decides what is to be stopped.
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  char* environment[] = {nullptr};
  pid_t process = -1;
  int failed = ::posix_spawn(&process, options.program.c_str(), &actions, &attributes, arguments.data(), environment);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  ::close(ends[1]);
  ::close(errors[1]);
  if (failed != 0) {
    ::close(ends[0]);
    ::close(errors[0]);
    return error_in(options.program, 0, std::string("the program cage cannot be started: ") + ::strerror(failed));
  }
  std::unique_ptr<ProgramServer> server(new ProgramServer(process, ends[0], errors[0]));
  ProgramServer* self = server.get();
  return self->wait_until_ready(std::move(server), options, warm);
}

Result<ProgramServer::Started> ProgramServer::wait_until_ready(std::unique_ptr<ProgramServer> self, const Options& options,
                                                               const Runtime* warm) {
  const std::string name = warm ? warm->name : "";
  wire::Hello hello;
  if (receive(control_, hello, start_milliseconds) != 1) {
    end();
    return error("the program cage does not start" + (said().empty() ? std::string() : ": " + said()));
  }
  hello.step[sizeof hello.step - 1] = 0;
  if (hello.trouble == wire::Trouble::not_installed) return Started{nullptr, "runtime '" + name + "' is not installed", {}};
  if (hello.trouble != wire::Trouble::none) return Started{nullptr, {}, std::string(hello.step) + ": " + ::strerror(hello.error)};
  layers_ = hello.layers & options.layers;
  if (Status held = check_program_guarantees(layers_, options.accepted); !held) return held.error();
  if (warm) {
    static const wire::Filter none{};  // libseccomp makes no filters where the kernel takes none
    Result<const wire::Filter*> filter = layers_ & wire::seccomp ? boot_filter(layers_ & wire::process_space) : &none;
    if (!filter) return filter.error();
    if (!send_message(control_, **filter, sizeof(wire::Filter))) return error("the program cage does not start: it has ended");
  }
  wire::Ready ready;
  int came = receive(control_, ready, start_milliseconds);
  if (came == 1) return Started{std::move(self), {}, {}};
  int status = end();
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_installed_status)
    return Started{nullptr, "runtime '" + name + "' is not installed", {}};
  std::string why = came == -1   ? "it is not ready after " + std::to_string(start_milliseconds / 1000) + " s"
                    : came == -2 ? "its boot text does not keep to the protocol"
                                 : said();
  return error("runtime '" + name + "' does not start" + (why.empty() ? "" : ": " + why));
}

ProgramServer::~ProgramServer() {
  end();
  ::close(control_);
  ::close(errors_);
}

int ProgramServer::end() {
  if (process_ < 0) return 0;
  // A server that serves, or is in mid-run, goes when the connection does, and takes everything with it in order: who is killed leaves
  // processes to be waited for by somebody else. One that does not go, because it is still starting, is killed.
  ::shutdown(control_, SHUT_RDWR);
  int status = 0;
  bool reaped = false;
  for (int tries = 0; tries < 100 && !(reaped = ::waitpid(process_, &status, WNOHANG) > 0); ++tries) ::usleep(500);
  if (!reaped) {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  }
  process_ = -1;
  return status;
}

bool ProgramServer::is_there() const {
  pollfd gone{control_, 0, 0};
  return ::poll(&gone, 1, 0) == 0;
}

std::string ProgramServer::said() const {
  char text[4096];
  std::string all;
  for (ssize_t got; (got = ::read(errors_, text, sizeof text)) > 0;) all.append(text, static_cast<std::size_t>(got));
  while (!all.empty() && all.back() == '\n') all.pop_back();
  std::string line = all.substr(all.rfind('\n') + 1, most_said);
  for (char& letter : line)  // whatever it is, it is told to people
    if (letter < ' ' || letter > '~') letter = '?';
  return line;
}

Status ProgramServer::launch(wire::Launch launch, const int* descriptors, int count) {
  if (layers_ & wire::seccomp && !(filters_sent_ & 1u << launch.flags)) {
    Result<const wire::Filter*> filter = program_filter(launch.flags);
    if (!filter) return filter.error();
    if (!send_message(control_, **filter, sizeof(wire::Filter))) return error("the server of the program cage has ended");
    filters_sent_ |= 1u << launch.flags;
  }
  ++runs_;
  launch.layers = layers_;
  if (!send_message(control_, launch, sizeof launch, descriptors, count)) return error("the server of the program cage has ended");
  return ok();
}

void ProgramServer::stop_run() { send_message(control_, wire::Stop{}, sizeof(wire::Stop)); }

}  // namespace viva
