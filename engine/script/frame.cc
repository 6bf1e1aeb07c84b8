#include "script/frame.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace viva {

namespace {

constexpr std::size_t step = 1u << 20;  // who announces much and sends nothing costs no more than this

Status write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return error(std::string("a message cannot be sent: ") + std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ok();
}

// What is still to be filled of a text that will be `whole` bytes long, of which `got` are there.
std::span<char> rest_of(std::string& text, std::size_t got, std::size_t whole) {
  if (got == text.size()) text.resize(std::min(whole, got + step));
  return {text.data() + got, text.size() - got};
}

Result<Json> parse_header(std::string_view text) {
  Result<Json> header = parse_json(text, "message");
  if (!header) {
    std::string why = header.error().message;
    why.resize(std::min(why.size(), why.find("; last read: ")));  // bytes of the other side, perhaps not UTF-8
    return error("a message is not as it should be: " + why);
  }
  if (!header->is_object()) return error("a message is not an object");
  return header;
}

}  // namespace

std::string encode_head(const Frame& frame) {
  const std::string header = to_text(frame.header);
  const std::uint32_t lengths[2] = {static_cast<std::uint32_t>(header.size()), static_cast<std::uint32_t>(frame.body.size())};
  return std::string(reinterpret_cast<const char*>(lengths), sizeof lengths) + header;
}

Status write_frame(int descriptor, const Frame& frame) {
  Status put = write_all(descriptor, encode_head(frame));
  return put ? write_all(descriptor, frame.body) : put;
}

std::span<char> FrameReader::room() {
  if (got_ < sizeof lengths_) return {reinterpret_cast<char*>(lengths_) + got_, sizeof lengths_ - got_};
  if (got_ < head_size()) return rest_of(header_, got_ - sizeof lengths_, lengths_[0]);
  return rest_of(body_, got_ - head_size(), lengths_[1]);
}

Result<bool> FrameReader::put(std::size_t count, Frame& frame) {
  got_ += count;
  if (got_ < sizeof lengths_) return false;
  if (lengths_[0] > max_header_bytes || lengths_[1] > max_body_bytes) return error("a message is larger than messages may be");
  if (got_ < head_size() + lengths_[1]) return false;
  Result<Json> header = parse_header(header_);
  if (!header) return header.error();
  frame.header = std::move(*header);
  frame.body = std::exchange(body_, {});
  header_.clear();
  got_ = 0;
  return true;
}

}  // namespace viva
