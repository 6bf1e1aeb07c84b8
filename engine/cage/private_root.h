// The file system of a cage: an empty one in memory, with the system's programs and libraries in it read-only, and nothing of the host
// beside.
#pragma once

#include <string>

namespace viva::cage {

// What could not be done, for the person who mends it.
struct Failed {
  int error = 0;
  const char* step = nullptr;
};

// Builds it and moves in; the old root is gone afterwards. The process must be in a mount namespace of its own and have the right to mount
// there. `agent` is the content of the library for warm interpreters, put at agent_path.
Failed enter_private_root(const std::string& agent);

constexpr char agent_path[] = "/viva/agent.so";

}  // namespace viva::cage
