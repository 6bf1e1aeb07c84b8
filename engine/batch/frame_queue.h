// Frames on their way: from the reader to the graders in any order, and from them to the writer in the order they were read.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "batch/frame_grader.h"

namespace viva {

class FrameQueue {
 public:
  explicit FrameQueue(std::size_t most) : most_(most) {}

  // Waits until fewer than `most` frames are between reader and writer. False: closed.
  bool put(AnswerFrame frame);
  // No more frames will be put.
  void end();
  // Nothing is waited for any more.
  void close();

  struct Work {
    std::size_t index;
    AnswerFrame frame;
  };
  // Empty: no more work.
  std::optional<Work> take();
  void give(std::size_t index, GradedFrame graded);

  enum class Next { frame, nothing_yet, end };
  // The next frame in order; waits for it, but not longer than that.
  Next next(GradedFrame& graded, std::chrono::milliseconds patience);

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::deque<Work> waiting_;
  std::map<std::size_t, GradedFrame> graded_;
  std::size_t read_ = 0, written_ = 0;
  bool ended_ = false, closed_ = false;
};

}  // namespace viva
