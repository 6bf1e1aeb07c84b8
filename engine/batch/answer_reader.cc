#include "batch/answer_reader.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "batch/answer_document.h"
#include "grading/answer_line.h"

namespace viva {
namespace {

constexpr std::size_t chunk = 256u << 10;
constexpr int look_at_stop = 100;  // milliseconds

std::string shown(const std::string& file) { return file == "-" ? "(standard input)" : file; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// An open file. Reading waits for bytes in short turns, to notice that it shall stop.
class Input {
 public:
  Input(const std::string& file, const std::atomic<bool>& stop) : stop_(stop) {
    // O_NONBLOCK: opening a named pipe must not wait for the other side.
    fd_ = file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd_ < 0) failure_ = errno;
  }
  ~Input() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Appends some bytes; false at the end, after a failure, and when it shall stop. `idle` is called while there are none yet.
  template <class Idle>
  bool read_more(std::string& to, const Idle& idle) {
    while (failure_ == 0 && !stop_) {
      pollfd wanted{fd_, POLLIN, 0};
      int ready = ::poll(&wanted, 1, look_at_stop);
      if (ready == 0) idle();
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
      std::size_t before = to.size();
      to.resize(before + chunk);
      ssize_t got = ::read(fd_, to.data() + before, chunk);
      to.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
      if (got > 0) return true;
      if (got == 0) return false;
      if (errno != EINTR && errno != EAGAIN) failure_ = errno;
    }
    return false;
  }
  int failure() const { return failure_; }

 private:
  int fd_;
  int failure_ = 0;
  const std::atomic<bool>& stop_;
};

class FileReader {
 public:
  FileReader(const std::string& file, FrameBuilder& frames, const std::atomic<bool>& stop, std::vector<Error>& faults)
      : name_(shown(file)), input_(file, stop), frames_(frames), stop_(stop), faults_(faults), called_json_(ends_with(file, ".json")) {}

  // False: stopped.
  bool read() {
    std::string first = read_first_line();
    bool going = true;
    if (is_utf16_) {
      going = frames_.add_problem(name_ + ": is UTF-16, and answers are UTF-8; convert it: iconv -f UTF-16 -t UTF-8", true);
    } else if (called_json_ || may_begin_document(first)) {
      going = read_document(first.empty() ? ' ' : first.front());
    } else {
      going = read_lines();
    }
    if (input_.failure() != 0 && going) going = tell_failure();
    return going && frames_.flush() && !stop_;
  }

 private:
  // Buffers until a line with something in it is whole. → that line, without white space in front.
  std::string read_first_line() {
    std::size_t from = 0;
    for (;;) {
      if (buffer_.size() >= 2 && (buffer_.compare(0, 2, "\xff\xfe") == 0 || buffer_.compare(0, 2, "\xfe\xff") == 0))
        return is_utf16_ = true, "";
      if (buffer_.compare(0, 3, "\xef\xbb\xbf") == 0) from = std::max<std::size_t>(from, 3);
      from = buffer_.find_first_not_of(" \t\r\n", from);
      if (from == std::string::npos) from = buffer_.size();
      std::size_t end = buffer_.find('\n', from);
      bool whole = from < buffer_.size() && end != std::string::npos;
      if (whole || buffer_.size() - from > max_answer_line || !take_more()) return buffer_.substr(from, end - from);
    }
  }

  bool take_more() {
    std::size_t before = buffer_.size();
    // Who feeds us slowly wants to see records meanwhile.
    bool more = input_.read_more(buffer_, [this] { (void)frames_.flush(); });
    frames_.bytes_so_far += buffer_.size() - before;
    return more;
  }

  bool read_document(char first) {
    while (buffer_.size() <= largest_document && take_more()) continue;
    if (input_.failure() != 0 || stop_) return !stop_;
    bool going = true;
    // What begins like a document but is none, or is too large, may be lines all the same.
    bool only_document = called_json_ || first == '[';
    if (buffer_.size() > largest_document) {
      if (!only_document) return read_lines();
      return frames_.add_problem(name_ + ": is larger than the 64 MiB a JSON document may have; write one answer a line (JSONL)", true);
    }
    Status read =
        read_answer_document(buffer_, name_, [&](long line, std::string_view answer) { return going = frames_.add(line, answer); });
    if (read) return going;
    // One answer a line in a file called .json is common, too.
    bool lines = called_json_ && first == '{' && buffer_.find("}\n{") != std::string::npos;
    if (!only_document || lines) return read_lines();
    return frames_.add_problem(read.error().text(), true);
  }

  bool read_lines() {
    std::size_t at = buffer_.compare(0, 3, "\xef\xbb\xbf") == 0 ? 3 : 0;
    bool more = true;
    do {
      std::size_t end;
      while ((end = buffer_.find('\n', std::max(at, searched_))) != std::string::npos) {
        if (!take_line(std::string_view(buffer_).substr(at, end - at))) return false;
        at = end + 1;
      }
      buffer_.erase(0, at);
      at = 0;
      searched_ = buffer_.size();
      if (buffer_.size() > max_answer_line) too_long_ = true;
      if (too_long_) {  // what is left of it is passed over
        buffer_.clear();
        searched_ = 0;
      }
      more = take_more();
    } while (more);
    if (stop_) return false;
    if (input_.failure() != 0) return true;  // half a line is none
    return (buffer_.empty() && !too_long_) || take_line(buffer_);
  }

  bool take_line(std::string_view line) {
    ++line_;
    searched_ = 0;
    if (!too_long_ && line.size() <= max_answer_line) return frames_.add(line_, line);
    too_long_ = false;
    return frames_.add_problem(name_ + ":" + std::to_string(line_) + ": the line is longer than 4 MiB", true);
  }

  bool tell_failure() {
    std::string reason = std::strerror(input_.failure());
    Error fault = error_in(
        name_, 0, line_ == 0 ? "cannot be read: " + reason : "cannot be read beyond line " + std::to_string(line_) + ": " + reason);
    faults_.push_back(fault);
    return frames_.add_problem(fault.text(), false);
  }

  std::string name_;
  Input input_;
  FrameBuilder& frames_;
  const std::atomic<bool>& stop_;
  std::vector<Error>& faults_;
  bool called_json_;
  bool is_utf16_ = false, too_long_ = false;
  std::string buffer_;
  std::size_t searched_ = 0;  // no line end before it
  long line_ = 0;
};

}  // namespace

std::vector<Error> check_inputs(const std::vector<std::string>& files) {
  std::vector<Error> faults;
  bool standard_input = false;
  for (const std::string& file : files) {
    if (file == "-") {
      if (standard_input) faults.push_back(error("'-', standard input, can be read only once"));
      standard_input = true;
      continue;
    }
    struct stat facts;
    if (::stat(file.c_str(), &facts) != 0)
      faults.push_back(error_in(file, 0, std::string("cannot be read: ") + std::strerror(errno)));
    else if (S_ISDIR(facts.st_mode))
      faults.push_back(error_in(file, 0, "is a folder; name the answer files in it"));
    else if (::access(file.c_str(), R_OK) != 0)
      faults.push_back(error_in(file, 0, std::string("cannot be read: ") + std::strerror(errno)));
  }
  return faults;
}

std::size_t size_of_inputs(const std::vector<std::string>& files) {
  std::size_t size = 0;
  for (const std::string& file : files) {
    struct stat facts;
    int failed = file == "-" ? ::fstat(STDIN_FILENO, &facts) : ::stat(file.c_str(), &facts);
    if (failed != 0 || !S_ISREG(facts.st_mode)) return 0;
    size += static_cast<std::size_t>(facts.st_size);
  }
  return size;
}

void read_answers(const std::vector<std::string>& files, FrameLimits limits, const std::atomic<bool>& stop, const FrameBuilder::Emit& emit,
                  std::vector<Error>& faults) {
  FrameBuilder frames(limits, emit);
  for (const std::string& file : files) {
    frames.begin_file(shown(file));
    if (!FileReader(file, frames, stop, faults).read()) return;
  }
}

}  // namespace viva
