// Memory for the many small blocks of a Lua state: lists of free blocks by size, cut from slabs. Lua says how large a block was when it
// gives it back, so nothing has to be kept beside a block; malloc, which is not told, takes several times as long, a seventh of the time of
// a batch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace viva::lua {

class Blocks {
 public:
  Blocks() = default;
  ~Blocks() {
    for (void* slab : slabs_) std::free(slab);
  }
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;

  // As realloc, with the size the block had (0: none). nullptr: there is no memory, and the block is as it was. Making a block smaller
  // never fails.
  void* resize(void* block, std::size_t old_size, std::size_t new_size);
  void give(void* block, std::size_t size);

 private:
#if defined(__SANITIZE_ADDRESS__)
  static constexpr std::size_t largest = 0;  // every block by itself, for the sanitizer to see
#else
  static constexpr std::size_t largest = 512;
#endif
  static constexpr std::size_t step = 16, slab_bytes = 64u << 10;
  struct Free {
    Free* next;
  };

  static std::size_t class_of(std::size_t size) { return (size + step - 1) / step; }
  void* take(std::size_t size);
  bool cut_slab();

  std::array<Free*, largest / step + 1> free_{};
  std::vector<void*> slabs_;
  char* rest_ = nullptr;  // of the last slab
  std::size_t rest_bytes_ = 0;
};

}  // namespace viva::lua
