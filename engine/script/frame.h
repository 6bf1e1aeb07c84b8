// What broker and worker send each other: a JSON header and a body of raw bytes, each with its length in front.
//
// Neither side trusts the other: sizes are bounded, the header is parsed strictly (depth, repeated keys, UTF-8), and a frame that breaks a
// rule is an error, after which the connection is not used again.
#pragma once

#include <cstdint>
#include <span>
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
// What goes before the body of a frame.
std::string encode_head(const Frame& frame);

// Writes a whole frame to a blocking descriptor.
Status write_frame(int descriptor, const Frame& frame);

// Takes a frame out of bytes that arrive in pieces. They are read to where they belong, and nothing beyond the frame is.
//
//   for (;;) {
//     std::span<char> room = reader.room();
//     … read up to room.size() bytes to room.data() …
//     Result<bool> whole = reader.put(count, frame);
//   }
class FrameReader {
 public:
  // Where the next bytes belong; never empty. Good until the next call of put.
  std::span<char> room();
  // So many bytes were put there. True and `frame` filled when it is whole; false when more bytes are needed. After an error no more can be
  // read.
  Result<bool> put(std::size_t count, Frame& frame);
  bool empty() const { return got_ == 0; }

 private:
  std::size_t head_size() const { return sizeof lengths_ + lengths_[0]; }

  std::uint32_t lengths_[2] = {0, 0};
  std::string header_, body_;
  std::size_t got_ = 0;  // of the whole frame
};

}  // namespace viva
