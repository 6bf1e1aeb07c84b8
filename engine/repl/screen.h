// What the REPL writes: results on standard output, errors on standard error, in the order in which they happened.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "repl/terminal.h"
#include "repl/wording.h"

namespace viva {

class Screen {
 public:
  explicit Screen(std::string language) : language_(std::move(language)) {}

  const std::string& language() const { return language_; }
  void set_language(const std::string& language) { language_ = language; }
  TerminalStyle style() const { return terminal_style(); }

  // A sentence of the REPL, wrapped; control characters in the arguments are shown as escapes.
  template <class... Arguments>
  void note(const Phrase& phrase, const Arguments&... arguments) {
    plain(say(phrase, language_, arguments...));
  }
  void plain(std::string_view text);     // wrapped
  void faint(std::string_view text);     // of less weight, where there is colour
  void verbatim(std::string_view text);  // as it is, line by line; control characters as escapes
  void markdown(std::string_view text);
  void rendered(std::string_view text);  // whole lines made by markdown.h
  void gap() { rendered("\n"); }

  // `file:line: message`. Remembered for the exit status, and its traceback for `.trace`.
  void error(const Error& problem);
  void error(const std::string& message) { error(viva::error(message)); }

  bool had_error() const { return had_error_; }
  const std::string& traceback() const { return traceback_; }
  void set_traceback(const std::string& text) { traceback_ = text; }

 private:
  std::string language_;
  bool had_error_ = false;
  std::string traceback_;
};

// "2:05"
std::string minutes_text(double seconds);
// At most two decimals: "0.67", "5".
std::string number_text(double value);
// "67%"
std::string percent_text(double credit);

}  // namespace viva
