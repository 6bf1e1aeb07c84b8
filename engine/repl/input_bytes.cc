#include "repl/input_bytes.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace viva {

struct WindowWatch::Saved {
  struct sigaction action;
  sigset_t mask;
};

WindowWatch::WindowWatch() : saved_(new Saved) {
  struct sigaction wake {};
  wake.sa_handler = [](int) {};  // to be there is enough: the wait ends with EINTR
  sigset_t window;
  sigemptyset(&window);
  sigaddset(&window, SIGWINCH);
  pthread_sigmask(SIG_BLOCK, &window, &saved_->mask);
  sigaction(SIGWINCH, &wake, &saved_->action);
}

WindowWatch::~WindowWatch() {
  sigaction(SIGWINCH, &saved_->action, nullptr);
  pthread_sigmask(SIG_SETMASK, &saved_->mask, nullptr);
  delete saved_;
}

InputBytes::Got InputBytes::fill(std::optional<Clock::time_point> deadline) {
  sigset_t mask;
  pthread_sigmask(SIG_BLOCK, nullptr, &mask);
  const bool watching = sigismember(&mask, SIGWINCH) == 1;
  sigdelset(&mask, SIGWINCH);
  for (;;) {
    timespec left{};
    if (deadline) {
      const auto span = std::max(Clock::duration::zero(), *deadline - Clock::now());
      left.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(span).count();
      left.tv_nsec = std::chrono::duration_cast<std::chrono::nanoseconds>(span).count() % 1'000'000'000;
    }
    pollfd source{descriptor_, POLLIN, 0};
    const int ready = ::ppoll(&source, 1, deadline ? &left : nullptr, &mask);
    if (ready == 0) return Got::timed_out;
    if (ready < 0) {
      if (errno != EINTR) return Got::end;
      if (watching) return Got::window_resized;
      continue;
    }
    char bytes[65536];
    const ssize_t got = ::read(descriptor_, bytes, sizeof bytes);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return Got::end;  // also EIO: the terminal has gone
    waiting.append(bytes, static_cast<std::size_t>(got));
    return Got::data;
  }
}

std::optional<InputBytes::Clock::time_point> deadline_after(double seconds) {
  if (!(seconds > 0)) return std::nullopt;
  constexpr double longest = 1e9;  // 31 years; beyond, a clock in nanoseconds overflows
  return InputBytes::Clock::now() +
         std::chrono::duration_cast<InputBytes::Clock::duration>(std::chrono::duration<double>(std::min(seconds, longest)));
}

}  // namespace viva
