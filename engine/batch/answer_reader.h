// Reads answer files into frames: lines of JSON (JSONL), or JSON documents (see answer_document.h). Of a file of lines it holds a portion
// at a time, whatever its size and that of its lines.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/answer_frame.h"

namespace viva {

// What of these files cannot be read, as far as that can be told beforehand. "-" is standard input.
std::vector<Error> check_inputs(const std::vector<std::string>& files);

// Bytes of all files together; 0 when one of them does not tell (a pipe).
std::size_t size_of_inputs(const std::vector<std::string>& files);

// Reads file after file until all are read or `stop` is set. What cannot be read is a frame with a problem; where a machine was at fault it
// is in `faults` as well. Bytes that are a document are read whole, so those of a pipe that begins like one are waited for.
void read_answers(const std::vector<std::string>& files, FrameLimits limits, const std::atomic<bool>& stop, const FrameBuilder::Emit& emit,
                  std::vector<Error>& faults);

}  // namespace viva
