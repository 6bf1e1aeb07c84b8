// What broker and worker send each other: a JSON header and a body of raw bytes, each with its length in front.
//
// Neither side trusts the other: sizes are bounded, the header is parsed strictly (depth, repeated keys, UTF-8), and a frame that breaks a
// rule is an error, after which the connection is not used again.
#pragma once

#include <cstdint>
#include <string>

#include "base/json.h"
#include "base/result.h"

namespace viva {

constexpr int protocol_version = 1;
constexpr std::uint32_t max_header_bytes = 16u << 20;
constexpr std::uint32_t max_body_bytes = 64u << 20;

// Exit statuses of a worker that cannot go on.
constexpr int worker_out_of_memory = 12, worker_at_fault = 13;

struct Frame {
  Json header = Json::object();
  std::string body;
};

// Bytes on the wire: u32 header length, u32 body length (little endian), header, body.
std::string encode_frame(const Frame& frame);

// Writes all bytes to a blocking descriptor.
Status write_all(int descriptor, const std::string& bytes);

// Takes frames out of bytes that arrive in pieces.
class FrameReader {
 public:
  void add(const char* bytes, std::size_t count) { buffer_.append(bytes, count); }
  // True and `frame` filled when a whole frame is there; false when more bytes are needed.
  Result<bool> next(Frame& frame);
  bool empty() const { return buffer_.empty(); }

 private:
  std::string buffer_;
};

}  // namespace viva
