#include "batch/answer_frame.h"

#include <algorithm>
#include <utility>

namespace viva {

bool is_blank_line(std::string_view line) {
  for (char c : line)
    if (c != ' ' && c != '\t' && c != '\r') return false;
  return true;
}

bool FrameBuilder::add(long number, std::string_view line) {
  if (is_blank_line(line)) return true;
  if (frame_.count > 0) {
    // Blank lines keep the count of lines, so that a worker can name each.
    long gap = number - next_line_;
    bool full =
        frame_.count >= std::min(limits_.lines, std::max(64, lines_so_far_ / 16)) || frame_.lines.size() + line.size() >= limits_.bytes;
    if ((full || gap < 0 || gap > 64) && !flush()) return false;
    if (frame_.count > 0) frame_.lines.append(static_cast<std::size_t>(gap), '\n');
  }
  if (frame_.count == 0) frame_.first_line = number;
  frame_.lines.append(line).push_back('\n');
  ++frame_.count;
  if (lines_so_far_ / 16 < limits_.lines) ++lines_so_far_;
  next_line_ = number + 1;
  return true;
}

bool FrameBuilder::add_problem(const std::string& problem, bool at_fault_itself) {
  if (!flush()) return false;
  frame_.problem = problem;
  frame_.at_fault_itself = at_fault_itself;
  frame_.count = 1;
  return flush();
}

bool FrameBuilder::flush() {
  if (frame_.count == 0) return true;
  frame_.source = source_;
  frame_.bytes_so_far = bytes_so_far;
  return emit_(std::exchange(frame_, {}));
}

}  // namespace viva
