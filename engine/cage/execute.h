// The command of a cold run.
#pragma once

#include "cage/closing.h"
#include "cage/payload.h"

namespace viva::cage {

// Takes argv and environment out of the payload; they stay in place there. False: the payload is broken.
bool remember_words(Payload& payload, const wire::Launch& launch);

// Becomes the program. The cage is shut already.
[[noreturn]] void execute(Closing* closing);

}  // namespace viva::cage
