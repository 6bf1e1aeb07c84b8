#include "cage/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cage/collect.h"

namespace viva::cage {

void stay_behind_as_keeper(const wire::Launch& launch, Payload& payload, int collected, Closing* closing) {
  // Above everything that place_descriptors and the filter know; the program closes its copy.
  pid_t program = ::fork();
  if (program < 0) give_up(closing, "forking");
  if (program == 0) {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up(closing, "asking to die with the keeper");
    return;
  }
  closing->kept = true;
  // The pipes must have no writer left when the last process of the run ends.
  if (collected >= 0) ::dup3(collected, 4, O_CLOEXEC);
  ::syscall(SYS_close_range, 0u, 3u, 0u);
  ::syscall(SYS_close_range, collected >= 0 ? 5u : 4u, ~0u, 0u);
  for (bool gone = false;;) {
    int status = 0;
    pid_t ended = ::wait4(-1, &status, 0, nullptr);
    if (ended < 0 && errno == EINTR) continue;
    if (ended < 0) break;
    if (gone) ++closing->left;
    if (ended != program) continue;
    gone = true;
    closing->status = status;
    ::kill(-1, SIGKILL);  // everybody in this process namespace but its process 1
  }
  if (collected >= 0) collect_files(launch, payload, 4, closing);
  ::_exit(0);
}

}  // namespace viva::cage
