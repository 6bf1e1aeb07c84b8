#include "judge/post.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/json.h"

extern char** environ;

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_reply = (1u << 20) + 4096;
constexpr std::chrono::milliseconds grace{2000};  // beyond its own limit, for the program to say that time was up

// The program at work, and the socket it reads from and writes to.
class Poster {
 public:
  Poster(pid_t process, int socket) : process_(process), socket_(socket) {}
  ~Poster() {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
    ::close(socket_);
  }
  Poster(const Poster&) = delete;
  Poster& operator=(const Poster&) = delete;

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::shutdown(socket_, SHUT_WR) == 0;
  }

  // Until the other end closes; false when it takes or says too much.
  bool receive(std::string& out, Clock::time_point deadline) {
    char buffer[1 << 14];
    for (;;) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
      if (left <= 0 || out.size() > longest_reply) return false;
      pollfd wanted{socket_, POLLIN, 0};
      const int ready = ::poll(&wanted, 1, static_cast<int>(left) + 1);
      if (ready < 0 && errno != EINTR) return false;
      if (ready <= 0) continue;
      const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got == 0) return true;
      if (got < 0 && errno != EINTR) return false;
      if (got > 0) out.append(buffer, static_cast<std::size_t>(got));
    }
  }

 private:
  pid_t process_;
  int socket_;
};

}  // namespace

Result<PostReply> post(const std::string& program, const std::string& url, const std::string& body, std::chrono::milliseconds allowed) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return error(std::string("viva-post cannot be started: ") + std::strerror(errno));
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  char* words[] = {const_cast<char*>("viva-post"), nullptr};
  pid_t process = -1;
  const int failed = ::posix_spawn(&process, program.c_str(), &actions, nullptr, words, environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed != 0) {
    ::close(ends[0]);
    return error(std::string("viva-post cannot be started: ") + std::strerror(failed));
  }
  Poster poster(process, ends[0]);
  std::string reply;
  const std::string request = url + "\n" + std::to_string(allowed.count()) + "\n" + body;
  if (!poster.send(request) || !poster.receive(reply, Clock::now() + allowed + grace))
    return error("the endpoint did not reply in time, or said too much");
  const std::size_t line = reply.find('\n');
  if (line == reply.npos) return error("viva-post ended without a reply");
  const std::string head = reply.substr(0, line);
  if (head.empty() || head.find_first_not_of("0123456789") != head.npos || head.size() > 3)
    return error("the endpoint cannot be asked: " + head);
  return PostReply{std::stoi(head), reply.substr(line + 1)};
}

}  // namespace viva
