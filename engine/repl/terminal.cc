#include "repl/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace viva {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

TerminalStyle terminal_style(int input, int output) {
  constexpr int narrowest = 20;
  TerminalStyle style;
  if (!::isatty(output)) {
    const int told = std::atoi(std::string(variable("COLUMNS")).c_str());
    if (told > 0) style.columns = std::max(told, narrowest);
    return style;
  }
  winsize size{};
  if (::ioctl(output, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) style.columns = std::max<int>(size.ws_col, narrowest);
  const std::string_view kind = variable("TERM");
  style.escapes = !kind.empty() && kind != "dumb";
  style.color = style.escapes && variable("NO_COLOR").empty();
  style.interactive = ::isatty(input);
  return style;
}

}  // namespace viva
