// Attempts to break a guarantee, made from inside a cage that is shut, as a run of its own: how viva doctor knows.
#pragma once

namespace viva::cage {

// Reads from descriptor 3 the name of a guarantee (sandbox/program_guarantees.h), a space, and a file that everybody outside can read.
// Writes "open" or "kept", and ends.
[[noreturn]] void attempt();

}  // namespace viva::cage
