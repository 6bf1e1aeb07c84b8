#include "repl/trying.h"

#include <poll.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <tuple>

#include "base/files.h"
#include "repl/asking.h"

namespace viva {
namespace {

namespace fs = std::filesystem;

// Keys come one by one and unseen while this exists; Ctrl-C is one of them.
class KeysOnly {
 public:
  KeysOnly() : changed_(::isatty(0) && ::tcgetattr(0, &before_) == 0) {
    if (!changed_) return;
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    ::tcsetattr(0, TCSANOW, &now);
  }
  ~KeysOnly() {
    if (changed_) ::tcsetattr(0, TCSAFLUSH, &before_);
  }
  KeysOnly(const KeysOnly&) = delete;
  KeysOnly& operator=(const KeysOnly&) = delete;

  bool is_terminal() const { return changed_; }
  // Whether one was pressed within this time, or the terminal is gone.
  bool pressed(int milliseconds) const {
    pollfd input{0, POLLIN, 0};
    return ::poll(&input, 1, milliseconds) > 0;
  }

 private:
  termios before_{};
  bool changed_;
};

// Differs after every save: (inode, size, time).
using Saved = std::tuple<ino_t, off_t, time_t, long>;

Saved saved(const std::string& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) return {};
  return {facts.st_ino, facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec};
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

bool has_program(Desk& desk, const char* command) {
  if (desk.open->request->sheet->runs_programs()) return true;
  desk.screen.error(say(wording::no_program_here, desk.language(), command));
  return false;
}

void try_draft(Desk& desk) {
  const Result<Tried> tried = desk.open->request->sheet->try_examples(desk.open->draft.text, desk.language());
  for (Domain* domain : desk.host().domains()) desk.screen.verbatim(domain->take_printed());
  if (!tried) return desk.screen.error(tried.error());
  desk.screen.markdown(tried->markdown);
}

// The file of `.watch` without a name; an error: there is no data folder.
Result<std::string> own_file(const Desk& desk) {
  if (desk.data_folder.empty()) return error(std::string(in(wording::watch_needs_file, desk.language())));
  const QuestionSheet& sheet = *desk.open->request->sheet;
  const std::string folder = desk.data_folder + "/answers";
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) return error("cannot make the folder " + folder + ": " + failure.message());
  return folder + "/" + sheet.id() + sheet.file_suffix();
}

// What is to be watched is in the file: what was typed, else what it holds already, else what there is to begin with.
Status prepare(Desk& desk, const std::string& file, bool is_own) {
  std::error_code failure;
  const bool there = fs::exists(file, failure);
  const std::string& typed = desk.open->draft.text;
  if (there && (!is_own || typed.empty())) return ok();
  std::string text = typed.empty() ? desk.open->request->sheet->starter(desk.language()) : typed;
  if (!text.empty() && text.back() != '\n') text += '\n';
  return write_file(file, text);
}

bool take_file(Desk& desk, const std::string& file) {
  const Result<std::string> text = read_file(file, most_paste_bytes);
  if (!text) {
    desk.screen.error(text.error());
    return false;
  }
  set_answer(desk, *text);
  return true;
}

}  // namespace

void run_examples(Desk& desk) {
  if (!has_program(desk, "run")) return;
  if (is_blank(desk.open->draft.text)) return desk.screen.note(wording::no_program_yet);
  try_draft(desk);
}

void watch_file(Desk& desk, const std::string& named) {
  if (!has_program(desk, "watch")) return;
  Result<std::string> file = named.empty() ? own_file(desk) : Result<std::string>(named);
  if (!file) return desk.screen.error(file.error());
  if (Status ready = prepare(desk, *file, named.empty()); !ready) return desk.screen.error(ready.error());
  const double limit = desk.open->request->limit;
  const KeysOnly keys;
  desk.screen.note(wording::watching, *file);
  Saved last;
  do {
    const Saved now = saved(*file);
    if (now == last || now == Saved{}) continue;  // an editor that replaces it takes it away for a moment
    last = now;
    if (take_file(desk, *file) && !is_blank(desk.open->draft.text)) try_draft(desk);
  } while (keys.is_terminal() && !keys.pressed(100) && !(limit > 0 && desk.open->seconds() >= limit));
  desk.screen.note(wording::watched);
}

}  // namespace viva
