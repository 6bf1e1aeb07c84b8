#include "script/frame.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace viva {

std::string encode_frame(const Frame& frame) {
  std::string header = to_text(frame.header);
  const std::uint32_t lengths[2] = {static_cast<std::uint32_t>(header.size()), static_cast<std::uint32_t>(frame.body.size())};
  std::string bytes(reinterpret_cast<const char*>(lengths), sizeof lengths);
  bytes.reserve(8 + header.size() + frame.body.size());
  return bytes.append(header).append(frame.body);
}

Status write_all(int descriptor, const std::string& bytes) {
  std::size_t put = 0;
  while (put < bytes.size()) {
    ssize_t count = ::write(descriptor, bytes.data() + put, bytes.size() - put);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return error(std::string("a message cannot be sent: ") + std::strerror(errno));
    put += static_cast<std::size_t>(count);
  }
  return ok();
}

Result<bool> FrameReader::next(Frame& frame) {
  if (buffer_.size() < 8) return false;
  std::uint32_t lengths[2];
  std::memcpy(lengths, buffer_.data(), sizeof lengths);
  if (lengths[0] > max_header_bytes || lengths[1] > max_body_bytes) return error("a message is larger than messages may be");
  std::size_t whole = std::size_t{8} + lengths[0] + lengths[1];
  if (buffer_.size() < whole) return false;
  Result<Json> header = parse_json(std::string_view(buffer_).substr(8, lengths[0]), "message");
  if (!header) {
    std::string why = header.error().message;
    why.resize(std::min(why.size(), why.find("; last read: ")));  // bytes of the other side, perhaps not UTF-8
    return error("a message is not as it should be: " + why);
  }
  if (!header->is_object()) return error("a message is not an object");
  frame.header = std::move(*header);
  frame.body = buffer_.substr(8 + std::size_t{lengths[0]}, lengths[1]);
  buffer_.erase(0, whole);
  return true;
}

}  // namespace viva
