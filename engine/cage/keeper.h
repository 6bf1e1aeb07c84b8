// Process 1 of a run that may have several processes or brings files back. It reaps, ends the rest when the first process has ended, and
// then, when nobody else is left, collects the files.
#pragma once

#include "cage/closing.h"
#include "cage/payload.h"

namespace viva::cage {

// Forks. The parent becomes the keeper and never returns; the child, in which the program will run, does.
void stay_behind_as_keeper(const wire::Launch& launch, Payload& payload, int collected, Closing* closing);

}  // namespace viva::cage
