// One line (or one paste) from the person at the prompt, or from a pipe.
//
//   std::unique_ptr<LineReader> reader = open_line_reader(terminal_style(), {.history_file = folder + "/lines", .complete = complete});
//   ReadResult input = reader->read("lua> ", {});
//   if (input.kind == ReadResult::Kind::line) …
//
// On a terminal this is libedit: editing, history, completion, bracketed paste. Anything else is read as plain lines, without prompt or
// echo. One thread. One reader on a terminal at a time: libedit's settings are the terminal's. Nothing here installs a signal handler for
// longer than a read, and Ctrl-C and Ctrl-Z are keys while a line is edited, so the processes that viva started never see them. Between two
// reads the terminal is as it was found, and Ctrl-C is SIGINT.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "repl/terminal.h"

namespace viva {

struct ReadResult {
  enum class Kind {
    line,         // text: the line, without its end
    pasted,       // text: several lines pasted at once, "\n" between them; what was typed before and behind the paste is part of it
    end,          // Ctrl-D on an empty line, end of the file, terminal gone
    interrupted,  // Ctrl-C; the line is dropped
    timed_out,    // text: what had been typed
    too_long,     // a line from a pipe of more than most_line_bytes, or a paste of more than most_paste_bytes; it is dropped
  };
  Kind kind = Kind::end;
  std::string text;  // UTF-8 when typed or pasted; bytes as they are from a pipe
};

constexpr std::size_t most_line_bytes = 1 << 20;
constexpr std::size_t most_paste_bytes = 16 << 20;

struct ReadMode {
  bool completion = true;  // Tab completes; else it inserts spaces up to the next multiple of 4
  bool remember = true;    // the line is kept in the history
  double seconds = 0;      // until the read times out; 0: never
};

class LineReader {
 public:
  virtual ~LineReader() = default;
  virtual ReadResult read(const std::string& prompt, const ReadMode& mode) = 0;
};

// What may stand instead of the bytes [from, cursor) of the line. A word that ends the matter brings its own space.
struct Completion {
  std::size_t from = 0;
  std::vector<std::string> words;
};
using Complete = std::function<Completion(std::string_view line, std::size_t cursor)>;  // must not throw: libedit is C

struct LineReaderSettings {
  std::string
      history_file;   // read at start, appended to line by line, readable by its owner only; empty: none. Unwritable: no history is kept.
  Complete complete;  // may be empty
};

// The first that works here: an EditLineReader for an interactive style, else a PlainLineReader. Input is descriptor 0, output is stdout.
std::unique_ptr<LineReader> open_line_reader(const TerminalStyle& style, LineReaderSettings settings);

// Lines of a descriptor: ends are "\n" or "\r\n", and the last line may have none. Time limits hold here, too.
class PlainLineReader : public LineReader {
 public:
  explicit PlainLineReader(int descriptor = 0);
  ~PlainLineReader() override;
  ReadResult read(const std::string& prompt, const ReadMode& mode) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// libedit crashes in a locale that is not UTF-8: in such a one the constructor sets LC_CTYPE to C.UTF-8, for the whole process.
// Keys are those of Emacs; ~/.editrc may change them (bind -v for those of vi).
class EditLineReader : public LineReader {
 public:
  EditLineReader(const TerminalStyle& style, LineReaderSettings settings);
  ~EditLineReader() override;
  bool works() const;  // false: libedit cannot use this terminal
  ReadResult read(const std::string& prompt, const ReadMode& mode) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace viva
