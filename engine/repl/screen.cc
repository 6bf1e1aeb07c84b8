#include "repl/screen.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "repl/markdown.h"
#include "repl/styled.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr int widest = 100;

std::string wrapped(std::string_view text, Look how, const TerminalStyle& style) {
  Styled styled;
  styled.append(escape_controls(text), how);
  std::string out;
  for (const Styled& line : wrap(styled, std::min(style.columns, widest))) out += paint(line, style) + "\n";
  return out;
}

}  // namespace

void Screen::plain(std::string_view text) { rendered(wrapped(text, look::none, style())); }

void Screen::faint(std::string_view text) { rendered(wrapped(text, look::faint, style())); }

void Screen::verbatim(std::string_view text) {
  if (text.empty()) return;
  std::string out = escape_controls(text);
  if (out.back() != '\n') out += '\n';
  rendered(out);
}

void Screen::markdown(std::string_view text) { rendered(render_markdown(text, style())); }

void Screen::rendered(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void Screen::error(const Error& problem) {
  had_error_ = true;
  if (!problem.traceback.empty()) traceback_ = problem.traceback;
  const TerminalStyle style = terminal_style(0, 2);
  std::string text = escape_controls(problem.text());
  if (style.escapes) {
    text = wrapped(text, look::none, style);
    text.pop_back();  // the line end is written behind the colour
  }
  std::fprintf(stderr, "%s%s%s\n", style.color ? "\x1b[31m" : "", text.c_str(), style.color ? "\x1b[0m" : "");
}

std::string minutes_text(double seconds) {
  const long whole = std::lround(std::floor(std::max(0.0, seconds)));
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string number_text(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string percent_text(double credit) {
  // Only full marks are shown as 100%, and only none as 0%.
  const double percent = credit * 100;
  double shown = std::round(percent);
  if (shown >= 100 && credit < 1) shown = 99;
  if (shown <= 0 && credit > 0) shown = 1;
  return fmt::format("{}%", static_cast<int>(shown));
}

}  // namespace viva
