// Content hashes: names for texts, stable over machines and releases.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// 16 hexadecimal digits: the first 64 bits of BLAKE2b. Enough to tell versions of a question or script apart.
std::string short_hash(std::string_view content);

// 64 hexadecimal digits: 256 bits of BLAKE2b, for texts that are stored and fetched by their hash.
std::string content_hash(std::string_view content);

}  // namespace viva
