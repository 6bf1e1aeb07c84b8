// The server of a program cage: receives launches, forks a process for each, watches its limits, and reports what became of it.
//
// Runs inside `viva-cage` for cold runtimes and inside a warm interpreter for the others, so it allocates nothing, throws nothing, and
// needs only the C library. It stands in the private root, in namespaces of its own, and holds no secrets; the candidate's code runs only
// in its children.
#pragma once

namespace viva::cage {

constexpr int control = 3;    // the socket to the broker
constexpr int processes = 4;  // the folder /proc, seen from here only; may be missing

// Serves until the broker closes its end, then exits. Returns only in the children, caged, with descriptors 0 to 3 in place.
void serve();

}  // namespace viva::cage
