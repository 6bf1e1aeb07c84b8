#include "repl/styled.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/width.h"

namespace viva {
namespace {

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// Bytes of the beginning of `text` that fit; all of it, if it fits. At least one code point, so that the layout goes on where one grapheme
// is wider than the line. Looks at a bounded window only, so that a word of a megabyte takes linear time.
std::size_t fitting(std::string_view text, int width) {
  std::size_t window = static_cast<std::size_t>(width) * 16 + 64;
  if (window < text.size()) {
    while (window > 0 && (static_cast<unsigned char>(text[window]) & 0xc0) == 0x80) --window;
    text = text.substr(0, window);
  }
  std::size_t cut = take_columns(text, width).size();
  if (cut > 0 || text.empty()) return cut;
  for (cut = 1; cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80;) ++cut;
  return cut;
}

Styled expand_tabs(const Styled& line) {
  Styled out;
  std::size_t stop = 0;  // where the last tab ended: a column that is a multiple of 4
  for (std::size_t at = 0; at < line.text.size(); ++at) {
    if (line.text[at] == '\t') {
      out.append(std::string(static_cast<std::size_t>(4 - columns(std::string_view(out.text).substr(stop)) % 4), ' '), line.looks[at]);
      stop = out.text.size();
    } else {
      out.append(std::string_view(line.text).substr(at, 1), line.looks[at]);
    }
  }
  return out;
}

bool is_word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80); }

// Where to break a line of a program of which `fits` bytes fit: behind the last space or sign, if that leaves more than a third of the
// line.
std::size_t code_break(std::string_view text, std::size_t fits) {
  for (std::size_t at = fits; at > fits / 3; --at)
    if (text[at - 1] == ' ') return at;
  for (std::size_t at = fits; at > fits / 3; --at)
    if (!is_word_byte(text[at - 1])) return at;
  return fits;
}

}  // namespace

void Styled::append(std::string_view added, Look how) {
  text += added;
  looks.resize(text.size(), how);
}

void Styled::append(const Styled& added) {
  text += added.text;
  looks.insert(looks.end(), added.looks.begin(), added.looks.end());
}

Styled Styled::slice(std::size_t from, std::size_t to) const {
  return {text.substr(from, to - from),
          {looks.begin() + static_cast<std::ptrdiff_t>(from), looks.begin() + static_cast<std::ptrdiff_t>(to)}};
}

std::vector<Styled> wrap(const Styled& styled, int width) {
  width = std::max(width, 1);
  const std::string_view text = styled.text;
  std::vector<Styled> lines;
  std::size_t start = 0, end = 0;  // of the line being filled
  int used = 0;
  auto finish_line = [&](std::size_t next) {
    lines.push_back(styled.slice(start, start + without_trailing_space(text.substr(start, end - start)).size()));
    start = end = next;
    used = 0;
  };
  std::vector<std::size_t> breaks = line_break_offsets(text);
  bool ended_by_break = true;
  for (std::size_t offset : breaks) {
    const bool forced = offset > 0 && text[offset - 1] == '\n';
    const bool glued =
        offset < text.size() && ((styled.looks[offset - 1] & look::glue_next) || (styled.looks[offset] & look::glue_previous));
    if (glued && !forced) continue;
    std::string_view piece = text.substr(end, offset - end);
    if (used > 0 && used + columns(without_trailing_space(piece)) > width) finish_line(end);
    for (std::size_t cut; (cut = fitting(without_trailing_space(piece), width)) < without_trailing_space(piece).size();) {
      end += cut;
      piece.remove_prefix(cut);
      finish_line(end);
    }
    used += columns(piece);
    end = offset;
    if (forced) finish_line(offset);
    ended_by_break = forced;
  }
  if (start < end || ended_by_break) finish_line(end);
  return lines;
}

std::vector<Styled> wrap_code(const Styled& code, int width) {
  static const std::string continued = "↳ ";
  width = std::max(width, 4);
  std::vector<Styled> lines;
  for (std::size_t from = 0; from < code.text.size();) {
    std::size_t to = code.text.find('\n', from);
    if (to == std::string::npos) to = code.text.size();
    const Styled line = expand_tabs(code.slice(from, to));
    from = to + 1;
    for (std::size_t at = 0; at < line.text.size() || at == 0;) {
      const std::string_view rest = std::string_view(line.text).substr(at);
      const std::size_t fits = fitting(rest, at == 0 ? width : width - columns(continued));
      const std::size_t cut = fits == rest.size() ? fits : code_break(rest, fits);
      Styled part;
      if (at > 0) part.append(continued, look::faint);
      part.append(line.slice(at, at + cut));
      lines.push_back(std::move(part));
      at += cut;
      if (cut == 0) break;  // an empty line
    }
  }
  return lines;
}

void indent_lines(std::vector<Styled>& lines, const Styled& first, const Styled& others) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Styled line = i == 0 ? first : others;
    line.append(lines[i]);
    lines[i] = std::move(line);
  }
}

std::string paint(const Styled& line, const TerminalStyle& style) {
  const std::string_view text = without_trailing_space(line.text);
  if (!style.color) return std::string(text);
  static constexpr struct {
    Look bit;
    const char* sequence;
  } sequences[] = {{look::bold, ";1"},        {look::faint, ";2"}, {look::emphasis, ";3"}, {look::link, ";4"},    {look::strike, ";9"},
                   {look::marked, ";1;4;32"}, {look::code, ";36"}, {look::keyword, ";35"}, {look::literal, ";32"}};
  const Look visible = static_cast<Look>(~(look::glue_next | look::glue_previous));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Look how = line.looks[at] & visible;
    std::size_t to = at;
    while (to < text.size() && (line.looks[to] & visible) == how) ++to;
    if (how) {
      out += "\x1b[0";
      for (const auto& sequence : sequences)
        if (how & sequence.bit) out += sequence.sequence;
      out += "m";
    }
    out += text.substr(at, to - at);
    if (how) out += "\x1b[0m";
    at = to;
  }
  return out;
}

}  // namespace viva
