// Grades files of answers: lines in, records out, in the same order and with the same bytes whatever the number of jobs and the size of
// frames.
//
//   BatchOptions options{.files = {"answers.jsonl"}, .out = "grades.jsonl", .jobs = 2};
//   Result<BatchSummary> summary = grade_files(setup, options, stop);
//
// One thread reads, each job grades with workers of its own, the caller's thread writes. Only so many frames are on their way at a time, so
// memory does not grow with the files.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "batch/frame_grader.h"

namespace viva {

struct BatchProgress {
  long answers = 0;
  std::size_t bytes = 0, bytes_in_all = 0;  // in_all: 0 when that is not known
  double seconds = 0;                       // since the start
};

struct BatchOptions {
  std::vector<std::string> files;  // "-": standard input
  std::string out;                 // empty or "-": standard output
  int jobs = 1;
  FrameLimits frames = {};
  std::function<void(const BatchProgress&)> progress = {};    // called a few times a second
  std::function<void(const std::string& text)> printed = {};  // what scripts print, in order
};

struct BatchSummary {
  Tally tally;                        // of what was written
  std::string mean_credit;            // of the answers that were graded
  std::vector<std::string> degraded;  // guarantees that were gone without
  std::vector<Error> faults;          // files that could not be read to their end
  bool stopped = false;               // by `stop`, before the end
  bool reader_gone = false;           // nobody reads the records any more
  bool kept_old = false;              // stopped: the file that was to be replaced is as it was
  double seconds = 0;
};

// An error when nothing could be graded, or the records not written. Inputs have passed check_inputs. When `stop` becomes true (a signal
// handler may set it; it is what setup.worker.stop points to) reading, grading and writing end soon, between two records. It is true
// afterwards when not all was done.
Result<BatchSummary> grade_files(const BatchSetup& setup, const BatchOptions& options, std::atomic<bool>& stop);

}  // namespace viva
