#include "lua/blocks.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace viva::lua {

bool Blocks::cut_slab() {
  void* slab = std::malloc(slab_bytes);
  if (!slab) return false;
  slabs_.push_back(slab);
  rest_ = static_cast<char*>(slab);
  rest_bytes_ = slab_bytes;
  return true;
}

void* Blocks::take(std::size_t size) {
  if (size > largest) return std::malloc(size);
  Free*& list = free_[class_of(size)];
  if (list) return std::exchange(list, list->next);
  std::size_t bytes = class_of(size) * step;
  if (rest_bytes_ < bytes && !cut_slab()) return nullptr;  // the few bytes left of the slab before are lost
  rest_bytes_ -= bytes;
  return std::exchange(rest_, rest_ + bytes);
}

void Blocks::give(void* block, std::size_t size) {
  if (!block) return;
  if (size > largest) return std::free(block);
  Free* entry = static_cast<Free*>(block);
  entry->next = free_[class_of(size)];
  free_[class_of(size)] = entry;
}

void* Blocks::resize(void* block, std::size_t old_size, std::size_t new_size) {
  if (!block) return take(new_size);
  if (old_size > largest && new_size > largest) return std::realloc(block, new_size);
  if (old_size <= largest && new_size <= largest && class_of(old_size) == class_of(new_size)) return block;
  void* moved = take(new_size);
  if (!moved) return new_size <= old_size ? block : nullptr;
  std::memcpy(moved, block, std::min(old_size, new_size));
  give(block, old_size);
  return moved;
}

}  // namespace viva::lua
