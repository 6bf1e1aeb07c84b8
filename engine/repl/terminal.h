// What the terminal in front of the person can do.
//
//   TerminalStyle style = terminal_style();
//   fputs(render_markdown(text, style).c_str(), stdout);
//
// Output that is not a terminal is plain: no colour, 80 columns. $COLUMNS overrides that width, and only that one: a terminal is asked
// itself, since it may have been resized since the shell exported the variable.
#pragma once

namespace viva {

struct TerminalStyle {
  int columns = 80;          // at least 20
  bool color = false;        // escape sequences for colour and weight may be written
  bool interactive = false;  // a person types and reads: input and output are terminals
  bool escapes = false;      // the output obeys escape sequences at all: not a pipe, not TERM=dumb
};

// Looks at the two descriptors, $NO_COLOR (any value but empty: no colour), $TERM ("dumb" or unset: no colour) and $COLUMNS. Cheap: ask
// again before every screenful, and a resized window is taken into account.
TerminalStyle terminal_style(int input = 0, int output = 1);

}  // namespace viva
