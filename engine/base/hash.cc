#include "base/hash.h"

#include <blake2.h>

namespace viva {
namespace {

std::string hex_digest(std::string_view content, std::size_t bytes) {
  unsigned char digest[32];
  blake2b(digest, content.data(), nullptr, 32, content.size(), 0);
  std::string out;
  for (std::size_t i = 0; i < bytes; ++i) {
    out += "0123456789abcdef"[digest[i] >> 4];
    out += "0123456789abcdef"[digest[i] & 15];
  }
  return out;
}

}  // namespace

std::string short_hash(std::string_view content) { return hex_digest(content, 8); }
std::string content_hash(std::string_view content) { return hex_digest(content, 32); }

}  // namespace viva
