// Files that a program left in its work folder.
#pragma once

#include "cage/closing.h"
#include "cage/payload.h"

namespace viva::cage {

// Writes the regular files that the patterns of the payload name to `out`, as (path, zero, 'x' or '-', eight bytes of size, content), and
// counts them in `closing`. Called when no process of the run is alive. Follows no link, opens nothing but regular files, and leaves /work
// by no path.
void collect_files(const wire::Launch& launch, Payload& payload, int out, Closing* closing);

}  // namespace viva::cage
