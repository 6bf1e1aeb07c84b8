#include "repl/line_history.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "base/files.h"
#include "repl/wide.h"

namespace viva {
namespace {

constexpr std::size_t most_lines = 2000;

}  // namespace

LineHistory::LineHistory(std::string file) : file_(std::move(file)), list_(history_winit()) {
  HistEventW event;
  history_w(list_, &event, H_SETSIZE, static_cast<int>(most_lines));
  if (file_.empty()) return;
  const Result<std::string> content = read_file(file_);
  if (!content) return;  // the first run
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < content->size(); at = std::min(content->find('\n', at), content->size() - 1) + 1) starts.push_back(at);
  const std::size_t skipped = starts.size() > most_lines ? starts.size() - most_lines : 0;
  for (std::size_t i = skipped; i < starts.size(); ++i) {
    const std::size_t end = std::min(content->find('\n', starts[i]), content->size());
    enter(content->substr(starts[i], end - starts[i]));
  }
  // Shortened now and then, so that the file stays small and is rarely rewritten.
  if (skipped > most_lines && write_file(file_, std::string_view(*content).substr(starts[skipped]))) ::chmod(file_.c_str(), 0600);
}

LineHistory::~LineHistory() { history_wend(list_); }

void LineHistory::enter(const std::string& line) {
  if (line.empty() || line == last_) return;
  HistEventW event;
  history_w(list_, &event, H_ENTER, to_wide(line).c_str());
  last_ = line;
}

void LineHistory::add(const std::string& line) {
  if (line.empty() || line == last_ || line.find('\n') != std::string::npos) return;
  enter(line);
  if (file_.empty()) return;
  const int file = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  const std::string record = line + "\n";
  // One write: two programs that append at the same time do not mix their lines. A full disk costs a line of history, not the session.
  [[maybe_unused]] const ssize_t put = ::write(file, record.data(), record.size());
  ::close(file);
}

}  // namespace viva
