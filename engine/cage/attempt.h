// Attempts to break a guarantee, made from inside a cage that is shut, as a run of its own: how viva doctor knows.
#pragma once

namespace viva::cage {

// Reads the name of a guarantee (sandbox/program_guarantees.h) from descriptor 3, writes "open" or "kept" to it, and ends.
[[noreturn]] void attempt();

}  // namespace viva::cage
