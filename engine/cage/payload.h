// The variable part of a launch, read in place from the descriptor that came with it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sandbox/program_wire.h"

namespace viva::cage {

struct FileToWrite {
  const char* path;
  bool executable;
  const char* content;
  std::uint64_t size;
};

class Payload {
 public:
  // Maps the payload; false: it cannot be. One with nothing in it needs no descriptor.
  bool open(const wire::Launch& launch, int descriptor);

  const char* next_string();  // nullptr at a broken payload
  bool next_file(FileToWrite& file);

 private:
  const char* at_ = nullptr;
  const char* end_ = nullptr;
};

}  // namespace viva::cage
