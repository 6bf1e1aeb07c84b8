#include "repl/input_bytes.h"
#include "repl/line_reader.h"

namespace viva {

struct PlainLineReader::State {
  InputBytes input;
  bool ended = false;
};

PlainLineReader::PlainLineReader(int descriptor) : state_(new State{InputBytes(descriptor)}) {}
PlainLineReader::~PlainLineReader() = default;

ReadResult PlainLineReader::read(const std::string&, const ReadMode& mode) {
  using Kind = ReadResult::Kind;
  const auto deadline = deadline_after(mode.seconds);
  std::string& waiting = state_->input.waiting;
  bool too_long = false;
  for (std::size_t looked = 0;;) {
    const std::size_t end = waiting.find('\n', looked);
    looked = waiting.size();
    const std::size_t length = std::min(end, looked);
    const bool has_return = length > 0 && waiting[length - 1] == '\r';
    too_long = too_long || length > most_line_bytes + has_return;
    const bool last = state_->ended && end == std::string::npos;
    if (end != std::string::npos || (last && (length > 0 || too_long))) {
      std::string line = too_long ? std::string() : waiting.substr(0, length - has_return);
      waiting.erase(0, std::min(end, looked - 1) + 1);
      return {too_long ? Kind::too_long : Kind::line, std::move(line)};
    }
    if (last) return {Kind::end, {}};
    if (too_long) {
      waiting.clear();  // the rest is read to find its end, and not kept
      looked = 0;
    }
    switch (state_->input.fill(deadline)) {
      case InputBytes::Got::timed_out:
        return {Kind::timed_out, {}};
      case InputBytes::Got::end:
        state_->ended = true;
        break;
      default:
        break;
    }
  }
}

}  // namespace viva
