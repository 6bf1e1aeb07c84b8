#include <algorithm>
#include <numeric>

#include "repl/markdown.h"
#include "repl/table_layout.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr int gap = 2;
constexpr int narrowest = 6;

using Rows = std::vector<std::vector<Styled>>;

int widest_line(const Styled& cell) {
  int widest = 0;
  for (const Styled& line : wrap(cell, 1 << 20)) widest = std::max(widest, columns(line.text));
  return widest;
}

int widest_word(const Styled& cell) {
  int widest = 0;
  std::size_t from = 0;
  for (const std::size_t to : line_break_offsets(cell.text)) {
    std::string_view word = std::string_view(cell.text).substr(from, to - from);
    while (!word.empty() && (word.back() == ' ' || word.back() == '\n')) word.remove_suffix(1);
    widest = std::max(widest, columns(word));
    from = to;
  }
  return widest;
}

// Takes from the widest column that is wider than its floor, one by one, until the sum fits: narrow columns keep their width, wide ones
// share the loss. False: the floors are too high.
bool narrow(std::vector<int>& widths, const std::vector<int>& floors, int width) {
  int sum = std::accumulate(widths.begin(), widths.end(), 0) + gap * static_cast<int>(widths.size() - 1);
  for (; sum > width; --sum) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > floors[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) return false;
    --widths[widest];
  }
  return true;
}

Styled aligned(const Styled& text, int width, Align align) {
  const int spare = std::max(0, width - columns(text.text));
  const int left = align == Align::left ? 0 : align == Align::right ? spare : spare / 2;
  Styled out;
  out.append(std::string(static_cast<std::size_t>(left), ' '));
  out.append(text);
  out.append(std::string(static_cast<std::size_t>(spare - left), ' '));
  return out;
}

// The lines of one row; a wrapped cell makes more than one.
std::vector<Styled> layout_row(const std::vector<Styled>& row, const std::vector<int>& widths, const std::vector<Align>& aligns) {
  std::vector<Styled> lines;
  int left = 0;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (column < row.size()) {
      std::vector<Styled> cell = wrap(row[column], widths[column]);
      if (cell.size() > lines.size()) lines.resize(cell.size());
      for (std::size_t i = 0; i < cell.size(); ++i) {
        lines[i].append(std::string(static_cast<std::size_t>(std::max(0, left - columns(lines[i].text))), ' '));
        lines[i].append(aligned(cell[i], widths[column], column < aligns.size() ? aligns[column] : Align::left));
      }
    }
    left += widths[column] + gap;
  }
  return lines;
}

std::vector<Styled> as_records(const Rows& rows, std::size_t count, int width) {
  std::vector<Styled> lines;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (r > 1) lines.emplace_back();
    for (std::size_t column = 0; column < std::min(count, rows[r].size()); ++column) {
      Styled line;
      if (column < rows[0].size()) line.append(rows[0][column]);
      line.append(": ");
      line.append(rows[r][column]);
      std::vector<Styled> wrapped = wrap(line, width - 2);
      Styled hanging;
      hanging.append("  ");
      indent_lines(wrapped, {}, hanging);
      lines.insert(lines.end(), wrapped.begin(), wrapped.end());
    }
  }
  return lines;
}

}  // namespace

std::vector<Styled> layout_table(const Rows& rows, const std::vector<Align>& aligns, int width) {
  std::vector<int> widths, words;
  for (const auto& row : rows) {
    if (row.size() > widths.size()) {
      widths.resize(row.size(), 1);
      words.resize(row.size(), narrowest);
    }
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], widest_line(row[column]));
      words[column] = std::max(words[column], widest_word(row[column]));
    }
  }
  if (widths.empty()) return {};
  // Words are kept whole if there is any way to.
  if (!narrow(widths, words, width) && !narrow(widths, std::vector<int>(widths.size(), narrowest), width))
    return as_records(rows, widths.size(), width);

  std::vector<std::vector<Styled>> laid_out;
  bool some_wrapped = false;
  for (const auto& row : rows) {
    laid_out.push_back(layout_row(row, widths, aligns));
    some_wrapped = some_wrapped || (laid_out.size() > 1 && laid_out.back().size() > 1);
  }
  std::vector<Styled> lines = laid_out.front();
  Styled rule;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (column > 0) rule.append(std::string(gap, ' '));
    rule.append(std::string(static_cast<std::size_t>(widths[column]), '-'), look::faint);
  }
  lines.push_back(std::move(rule));
  for (std::size_t r = 1; r < laid_out.size(); ++r) {
    if (some_wrapped && r > 1) lines.emplace_back();  // else nobody sees where a row ends
    lines.insert(lines.end(), laid_out[r].begin(), laid_out[r].end());
  }
  return lines;
}

int table_width(const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths;
  for (const auto& row : rows) {
    if (row.size() > widths.size()) widths.resize(row.size(), 1);
    for (std::size_t column = 0; column < row.size(); ++column) widths[column] = std::max(widths[column], columns(row[column]));
  }
  return std::accumulate(widths.begin(), widths.end(), widths.empty() ? 0 : -gap, [](int sum, int width) { return sum + width + gap; });
}

std::string table(const std::vector<std::vector<std::string>>& rows, const std::vector<Align>& aligns, const TerminalStyle& style) {
  Rows cells;
  for (const auto& row : rows) {
    cells.emplace_back();
    for (const std::string& text : row) {
      cells.back().emplace_back();
      std::string shown = escape_controls(text);
      std::replace(shown.begin(), shown.end(), '\t', ' ');
      cells.back().back().append(shown, cells.size() == 1 ? look::bold : look::none);
    }
  }
  std::string out;
  for (const Styled& line : layout_table(cells, aligns, style.columns)) out += paint(line, style) + "\n";
  return out;
}

}  // namespace viva
