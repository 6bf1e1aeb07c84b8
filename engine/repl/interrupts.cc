#include "repl/interrupts.h"

namespace viva {
namespace {

volatile sig_atomic_t process_to_stop = 0;
volatile sig_atomic_t was_interrupted = 0;

void on_interrupt(int) {
  was_interrupted = 1;
  if (process_to_stop > 0) ::kill(process_to_stop, SIGKILL);
}

}  // namespace

Interrupts::Interrupts() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  ::sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, &before_);
}

Interrupts::~Interrupts() {
  process_to_stop = 0;
  ::sigaction(SIGINT, &before_, nullptr);
}

void Interrupts::stop(pid_t process) {
  was_interrupted = 0;
  process_to_stop = process;
}

bool Interrupts::came() { return was_interrupted != 0; }

}  // namespace viva
