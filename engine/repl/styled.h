// Text with looks, and how it becomes lines on a terminal. The layer between what is shown (Markdown, tables, marked answers) and escape
// sequences: layout is done in columns on text without any sequence in it; they are written last, by paint().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repl/terminal.h"

namespace viva {

using Look = std::uint16_t;  // bits of the enumeration below

namespace look {
enum : Look {
  none = 0,
  bold = 1,
  emphasis = 2,
  code = 4,
  link = 8,
  strike = 16,
  marked = 32,  // the part of an answer that counted
  faint = 64,
  keyword = 128,
  literal = 256,  // strings and numbers of a program
  // Not a colour: a line never ends behind (before) this byte. Marks such as ** stay with the word they mark.
  glue_next = 1 << 14,
  glue_previous = 1 << 15,
};
}

// A text and the look of each of its bytes.
struct Styled {
  std::string text;
  std::vector<Look> looks;

  void append(std::string_view added, Look how = look::none);
  void append(const Styled& added);
  Styled slice(std::size_t from, std::size_t to) const;
};

// Breaks into lines of at most `width` columns where Unicode allows it (no line begins with 。 or ends with 《); a word that is longer than
// a line is cut. White space at the end of a line is dropped, at the beginning it is kept. A line end in the text ends the line. An empty
// text is one empty line.
std::vector<Styled> wrap(const Styled& text, int width);

// As wrap, for programs: white space is kept everywhere, tabs become spaces (every 4 columns), and the second and later lines of a long
// line begin with the mark "↳ ". A line is broken behind a space or a sign, within a word only where the word fills a line alone.
std::vector<Styled> wrap_code(const Styled& code, int width);

// Puts `first` before the first line and `others` before the rest.
void indent_lines(std::vector<Styled>& lines, const Styled& first, const Styled& others);

// One line as it is written, without the line end; white space at its end is dropped.
std::string paint(const Styled& line, const TerminalStyle& style);

}  // namespace viva
