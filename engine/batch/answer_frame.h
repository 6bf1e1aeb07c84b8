// The lines of answer files in portions, as workers take them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace viva {

// A portion: lines of one file, or a record of the broker's own in place of what could not be read.
struct AnswerFrame {
  std::string source;  // the file, as the person wrote it
  long first_line = 1;
  std::string lines;             // each with its '\n'; blank ones are there for the counting
  int count = 0;                 // of lines that are not blank
  std::string problem;           // not empty: there are no lines, and this is why ("a.jsonl:7: …")
  bool at_fault_itself = true;   // of a problem: the file is wrong, not the machine
  std::size_t bytes_so_far = 0;  // of all files, when the frame was full: for the progress shown
};

struct FrameLimits {
  int lines = 2048;
  std::size_t bytes = 256u << 10;  // a longer line is a frame of its own
};

// Nothing in the line but white space.
bool is_blank_line(std::string_view line);

// Gathers lines into frames: small ones at first, so that a short file keeps all jobs busy, then larger, which cost less. `emit` returns
// false to stop; then all methods do.
class FrameBuilder {
 public:
  using Emit = std::function<bool(AnswerFrame)>;
  FrameBuilder(FrameLimits limits, Emit emit) : limits_(limits), emit_(std::move(emit)) {}

  void begin_file(const std::string& source) { source_ = source; }
  // `number` is the line's in the file. Blank lines are left out.
  bool add(long number, std::string_view line);
  // Ends the frame, and sends one that says what is wrong.
  bool add_problem(const std::string& problem, bool at_fault_itself);
  bool flush();

  std::size_t bytes_so_far = 0;

 private:
  FrameLimits limits_;
  Emit emit_;
  std::string source_;
  AnswerFrame frame_;
  long next_line_ = 1;
  int lines_so_far_ = 0;  // up to some number that no longer matters
};

}  // namespace viva
