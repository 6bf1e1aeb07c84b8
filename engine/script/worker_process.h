// A caged worker process and the connection to it.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "script/frame.h"

namespace viva {

// Owned by one thread. The process ends with this object, or with the thread that started it.
class WorkerProcess {
 public:
  // Starts the program with a socket pair as descriptor 3 and an empty environment. Does not wait until it is ready.
  // `stop`: once it is true, waiting for the worker ends as if the time were up.
  static Result<std::unique_ptr<WorkerProcess>> start(const std::string& program, const std::vector<std::string>& arguments = {},
                                                      const std::atomic<bool>* stop = nullptr);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Sends a message and waits for the one that answers it. An error means that the process is gone: it ended, broke the protocol, or took
  // longer than allowed and was killed; the message says which.
  Result<Frame> exchange(const Frame& message, std::chrono::milliseconds allowed);
  Status send(const Frame& message, std::chrono::milliseconds allowed);
  Result<Frame> receive(std::chrono::milliseconds allowed);

  bool alive() const { return process_ > 0; }
  pid_t process() const { return process_; }

 private:
  WorkerProcess(pid_t process, int connection, const std::atomic<bool>* stop) : process_(process), connection_(connection), stop_(stop) {}
  // Kills the process and says how it ended.
  Error end(const std::string& why);
  std::string reap(bool kill_first);

  pid_t process_;
  int connection_;
  const std::atomic<bool>* stop_;
  FrameReader reader_;
};

}  // namespace viva
