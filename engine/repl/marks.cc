#include <algorithm>

#include "repl/markdown.h"
#include "repl/styled.h"
#include "text/width.h"

namespace viva {
namespace {

bool inside_character(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

// Sorted, within the text, at the edges of characters, apart from each other, none empty.
std::vector<TextSpan> tidy(std::vector<TextSpan> spans, std::string_view text) {
  for (TextSpan& span : spans) {
    span.to = std::min(span.to, text.size());
    span.from = std::min(span.from, span.to);
    while (inside_character(text, span.from)) --span.from;
    while (inside_character(text, span.to)) ++span.to;
  }
  std::erase_if(spans, [](const TextSpan& span) { return span.from >= span.to; });
  std::sort(spans.begin(), spans.end(), [](const TextSpan& a, const TextSpan& b) { return a.from < b.from; });
  std::vector<TextSpan> out;
  for (const TextSpan& span : spans) {
    if (!out.empty() && span.from <= out.back().to) {
      out.back().to = std::max(out.back().to, span.to);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace

std::string mark_spans(std::string_view text, std::vector<TextSpan> spans, const TerminalStyle& style) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  if (text.empty()) return {};
  auto shown = [](std::string_view part) {
    std::string out;
    for (std::size_t at = 0; at < part.size(); ++at) {
      if (part[at] == '\t') {
        out += "    ";
      } else if (part[at] != '\r' || at + 1 == part.size() || part[at + 1] != '\n') {
        out += part[at];
      }
    }
    return escape_controls(out);
  };
  Styled out;
  std::size_t done = 0;
  for (const TextSpan& span : tidy(std::move(spans), text)) {
    out.append(shown(text.substr(done, span.from - done)));
    if (!style.color) out.append("»", look::glue_next);
    out.append(shown(text.substr(span.from, span.to - span.from)), look::marked);
    if (!style.color) out.append("«", look::glue_previous);
    done = span.to;
  }
  out.append(shown(text.substr(done)));
  std::string lines;
  for (const Styled& line : wrap(out, std::min(style.columns, 100))) lines += paint(line, style) + "\n";
  return lines;
}

}  // namespace viva
