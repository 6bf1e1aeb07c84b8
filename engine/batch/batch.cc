#include "batch/batch.h"

#include <pthread.h>
#include <signal.h>

#include <chrono>
#include <thread>

#include "batch/answer_reader.h"
#include "batch/frame_queue.h"
#include "batch/mean.h"
#include "batch/record_sink.h"

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t frames_per_job = 4;
constexpr std::chrono::milliseconds look_around{100};

// While it lives, signals go to the caller's thread and not to those it makes: there they end a write that waits.
class SignalsElsewhere {
 public:
  SignalsElsewhere() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsElsewhere() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsElsewhere(const SignalsElsewhere&) = delete;
  SignalsElsewhere& operator=(const SignalsElsewhere&) = delete;

 private:
  sigset_t before_;
};

// The threads of a batch; they end with it.
class Crew {
 public:
  Crew(const BatchSetup& setup, const BatchOptions& options, const std::atomic<bool>& stop, FrameQueue& frames, std::vector<Error>& faults)
      : frames_(frames) {
    SignalsElsewhere quiet;
    threads_.emplace_back([&] {
      read_answers(
          options.files, options.frames, stop, [&](AnswerFrame frame) { return frames.put(std::move(frame)); }, faults);
      frames.end();
    });
    for (int job = 0; job < options.jobs; ++job) {
      threads_.emplace_back([&, job] {
        FrameGrader grader(setup, job == 0);
        while (std::optional<FrameQueue::Work> work = frames.take()) frames.give(work->index, grader.grade(work->frame));
      });
    }
  }
  ~Crew() {
    frames_.close();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

 private:
  FrameQueue& frames_;
  std::vector<std::thread> threads_;
};

}  // namespace

Result<BatchSummary> grade_files(const BatchSetup& setup, const BatchOptions& options, std::atomic<bool>& stop) {
  Result<std::unique_ptr<RecordSink>> sink = RecordSink::open(options.out, options.files, stop);
  if (!sink) return sink.error();
  Clock::time_point start = Clock::now(), told = start;
  auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  BatchSummary summary;
  summary.degraded = setup.host.degraded();
  BatchProgress progress{0, 0, size_of_inputs(options.files), 0};
  FrameQueue frames(frames_per_job * static_cast<std::size_t>(options.jobs));
  Status written = ok();
  bool ended = false;
  {
    Crew crew(setup, options, stop, frames, summary.faults);
    for (;;) {
      GradedFrame graded;
      FrameQueue::Next next = frames.next(graded, look_around);
      ended = next == FrameQueue::Next::end;
      if (stop || ended) break;
      if (next == FrameQueue::Next::frame) {
        if (written = (*sink)->write(graded.records); !written) break;
        if (!graded.printed.empty() && options.printed) options.printed(graded.printed);
        summary.tally.add(graded.tally);
        progress.answers += graded.tally.answers();
        progress.bytes = graded.bytes_so_far;
      }
      if (options.progress && Clock::now() - told >= look_around) {
        told = Clock::now();
        progress.seconds = seconds();
        options.progress(progress);
      }
    }
    summary.stopped = stop;
    if (!ended) stop = true;  // for what is still under way
  }
  summary.seconds = seconds();
  summary.reader_gone = (*sink)->reader_gone();
  summary.kept_old = (*sink)->keeps_old();
  if (!written && !summary.stopped && !summary.reader_gone) return written.error();
  if (!summary.stopped && !summary.reader_gone) {
    if (Status finished = (*sink)->finish(); !finished) return finished.error();
  }
  summary.mean_credit = exact_mean(summary.tally.credits, summary.tally.answers() - summary.tally.not_graded());
  return summary;
}

}  // namespace viva
