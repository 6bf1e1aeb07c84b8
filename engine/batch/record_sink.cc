#include "batch/record_sink.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace viva {
namespace {

Error cannot(const std::string& out, const std::string& what) {
  return error_in(out.empty() ? "(standard output)" : out, 0, what + ": " + std::strerror(errno));
}

// The file that a link leads to, so that the link stays.
std::string place_of(const std::string& out) {
  char* real = ::realpath(out.c_str(), nullptr);
  std::string place = real ? real : out;
  ::free(real);
  return place;
}

}  // namespace

Result<std::unique_ptr<RecordSink>> RecordSink::open(const std::string& out, const std::vector<std::string>& inputs,
                                                     const std::atomic<bool>& stop) {
  std::unique_ptr<RecordSink> sink(new RecordSink(out == "-" ? "" : out, stop));
  if (sink->out_.empty()) {
    sink->fd_ = STDOUT_FILENO;
    return sink;
  }
  struct stat facts;
  bool there = ::stat(out.c_str(), &facts) == 0;
  if (there && S_ISDIR(facts.st_mode)) return error_in(out, 0, "is a folder; name a file for the grades");
  for (const std::string& input : inputs) {
    struct stat other;
    if (there && ::stat(input.c_str(), &other) == 0 && S_ISREG(facts.st_mode) && other.st_dev == facts.st_dev &&
        other.st_ino == facts.st_ino)
      return error_in(out, 0, "holds answers to be graded; write the grades to another file");
  }
  if (there && !S_ISREG(facts.st_mode)) {
    sink->fd_ = ::open(out.c_str(), O_WRONLY | O_CLOEXEC);
    if (sink->fd_ < 0) return cannot(out, "cannot be written");
    return sink;
  }
  if (there && ::access(out.c_str(), W_OK) != 0) return cannot(out, "cannot be written");
  std::string beside = place_of(out) + ".part-" + std::to_string(::getpid());
  sink->fd_ = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (sink->fd_ < 0) return cannot(out, "cannot be written");
  sink->beside_ = beside;
  if (there && ::fchmod(sink->fd_, facts.st_mode & 07777) != 0) return cannot(out, "cannot be written");
  return sink;
}

RecordSink::~RecordSink() {
  if (fd_ > STDOUT_FILENO) ::close(fd_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

Status RecordSink::write(std::string_view records) {
  while (!records.empty()) {
    ssize_t put = ::write(fd_, records.data(), records.size());
    if (put >= 0) {
      records.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno == EAGAIN) {
      pollfd wanted{fd_, POLLOUT, 0};
      ::poll(&wanted, 1, 100);
    } else if (errno != EINTR) {
      reader_gone_ = errno == EPIPE;
      return cannot(out_, "cannot be written");
    }
    if (!records.empty() && stop_) return error("stopped");
  }
  return ok();
}

Status RecordSink::finish() {
  if (beside_.empty()) return ok();
  if (::fsync(fd_) != 0 || ::rename(beside_.c_str(), place_of(out_).c_str()) != 0) return cannot(out_, "cannot be written");
  beside_.clear();
  return ok();
}

}  // namespace viva
