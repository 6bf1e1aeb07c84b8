#include "batch/frame_queue.h"

namespace viva {

bool FrameQueue::put(AnswerFrame frame) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] { return closed_ || read_ - written_ < most_; });
  if (closed_) return false;
  waiting_.push_back({read_++, std::move(frame)});
  work_.notify_one();
  return true;
}

void FrameQueue::end() {
  std::lock_guard lock(mutex_);
  ended_ = true;
  work_.notify_all();
  done_.notify_all();
}

void FrameQueue::close() {
  std::lock_guard lock(mutex_);
  closed_ = true;
  room_.notify_all();
  work_.notify_all();
  done_.notify_all();
}

std::optional<FrameQueue::Work> FrameQueue::take() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [this] { return closed_ || ended_ || !waiting_.empty(); });
  if (closed_ || waiting_.empty()) return std::nullopt;
  Work work = std::move(waiting_.front());
  waiting_.pop_front();
  return work;
}

void FrameQueue::give(std::size_t index, GradedFrame graded) {
  std::lock_guard lock(mutex_);
  graded_.emplace(index, std::move(graded));
  if (index == written_) done_.notify_all();
}

FrameQueue::Next FrameQueue::next(GradedFrame& graded, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  auto ready = [this] { return closed_ || graded_.count(written_) || (ended_ && written_ == read_); };
  if (!done_.wait_for(lock, patience, ready)) return Next::nothing_yet;
  auto found = graded_.find(written_);
  if (found == graded_.end()) return Next::end;
  graded = std::move(found->second);
  graded_.erase(found);
  ++written_;
  room_.notify_one();
  return Next::frame;
}

}  // namespace viva
