// Ctrl-C while something runs. viva itself goes on; what it waits for is stopped.
#pragma once

#include <sys/types.h>

#include <csignal>

namespace viva {

// While one exists, SIGINT no longer ends the program. One at a time.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  // SIGINT kills this process; 0: none.
  static void stop(pid_t process);
  // Whether one came since the last call of stop().
  static bool came();

 private:
  struct sigaction before_;
};

}  // namespace viva
