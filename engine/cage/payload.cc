#include "cage/payload.h"

#include <string.h>
#include <sys/mman.h>

namespace viva::cage {

bool Payload::open(const wire::Launch& launch, int descriptor) {
  if (launch.payload_bytes == 0) return true;
  void* data = ::mmap(nullptr, launch.payload_bytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (data == MAP_FAILED) return false;
  at_ = static_cast<const char*>(data);
  end_ = at_ + launch.payload_bytes;
  return true;
}

const char* Payload::next_string() {
  const void* zero = at_ < end_ ? ::memchr(at_, 0, static_cast<std::size_t>(end_ - at_)) : nullptr;
  if (!zero) return nullptr;
  const char* text = at_;
  at_ = static_cast<const char*>(zero) + 1;
  return text;
}

bool Payload::next_file(FileToWrite& file) {
  file.path = next_string();
  if (!file.path || end_ - at_ < 9) return false;
  file.executable = *at_ == 'x';
  ::memcpy(&file.size, at_ + 1, sizeof file.size);
  at_ += 9;
  if (file.size > static_cast<std::uint64_t>(end_ - at_)) return false;
  file.content = at_;
  at_ += file.size;
  return true;
}

}  // namespace viva::cage
