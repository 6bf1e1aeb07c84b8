// Bytes from a terminal or pipe, read ahead into a buffer, with a deadline.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace viva {

class InputBytes {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Got { data, end, timed_out, window_resized };

  explicit InputBytes(int descriptor) : descriptor_(descriptor) {}

  // Waits for bytes and appends them to `waiting`. window_resized is only told while a WindowWatch exists.
  Got fill(std::optional<Clock::time_point> deadline);

  std::string waiting;  // read, not used yet: what was typed ahead stays here for the next read

 private:
  int descriptor_;
};

// While one exists, a change of the window's size ends InputBytes::fill. The signal is blocked outside of the wait itself, so none is lost
// between a look at the size and the wait, and no other system call is disturbed.
class WindowWatch {
 public:
  WindowWatch();
  ~WindowWatch();
  WindowWatch(const WindowWatch&) = delete;
  WindowWatch& operator=(const WindowWatch&) = delete;

 private:
  struct Saved;
  Saved* saved_;
};

std::optional<InputBytes::Clock::time_point> deadline_after(double seconds);  // nothing for 0 and less

}  // namespace viva
