#include "repl/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "repl/code_color.h"
#include "repl/markdown_tree.h"
#include "repl/styled.h"
#include "repl/table_layout.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr int widest_prose = 100;       // longer lines are hard to read, however wide the window
constexpr std::size_t letter_size = 3;  // "a) "
constexpr int narrowest_block = 16;     // deeply nested blocks get no narrower: then lines are too long, but readable

Styled plain(std::string_view text, Look how = look::none) {
  Styled out;
  out.append(text, how);
  return out;
}

Styled spaces(int count) { return plain(std::string(static_cast<std::size_t>(count), ' ')); }

class Layout {
 public:
  explicit Layout(const TerminalStyle& style) : style_(style) {}

  std::vector<Styled> blocks(const std::vector<Block>& children, int width, bool tight) const {
    std::vector<Styled> lines;
    for (const Block& child : children) {
      std::vector<Styled> added = block(child, width);
      if (added.empty()) continue;
      if (!lines.empty() && !tight) lines.emplace_back();
      lines.insert(lines.end(), added.begin(), added.end());
    }
    return lines;
  }

 private:
  std::vector<Styled> block(const Block& block, int width) const {
    width = std::max(width, narrowest_block);
    using enum Block::Kind;
    switch (block.kind) {
      case paragraph:
        return wrap(block.text, std::min(width, widest_prose));
      case heading:
        return heading_lines(block, width);
      case quote: {
        std::vector<Styled> lines = blocks(block.children, width - 2, false);
        indent_lines(lines, plain("> ", look::faint), plain("> ", look::faint));
        return lines;
      }
      case bullets:
      case numbers:
        return list_lines(block, width);
      case code:
        return code_lines(block, width);
      case rule:
        return {plain(std::string(static_cast<std::size_t>(std::min(width, widest_prose)), '-'), look::faint)};
      case table:
        return table_lines(block, width);
      case document:
      case item:
      case row:
      case cell:
        break;
    }
    return blocks(block.children, width, false);
  }

  std::vector<Styled> heading_lines(const Block& block, int width) const {
    Styled text;
    if (!style_.color) text.append(std::string(static_cast<std::size_t>(block.level), '#') + " ");
    text.append(block.text);
    for (Look& how : text.looks) how |= look::bold;
    return wrap(text, std::min(width, widest_prose));
  }

  // Items that bring their own letters, as the options of a question do ("a) …"), need no dash before them.
  static bool is_lettered(const Block& list) {
    return list.kind == Block::Kind::bullets && std::all_of(list.children.begin(), list.children.end(), [](const Block& item) {
             if (!item.mark.empty() || item.children.empty() || item.children.front().kind != Block::Kind::paragraph) return false;
             const std::string& text = item.children.front().text.text;
             return text.size() > letter_size && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')' && text[2] == ' ';
           });
  }

  std::vector<Styled> list_lines(const Block& list, int width) const {
    const bool numbered = list.kind == Block::Kind::numbers, lettered = is_lettered(list);
    const std::size_t last = static_cast<std::size_t>(list.start) + list.children.size();
    const int digits = static_cast<int>(std::to_string(last - 1).size());
    std::vector<Styled> lines;
    unsigned number = list.start;
    for (const Block& item : list.children) {
      // All marks of a list are equally wide, so that its texts stand in one line.
      Styled mark = plain((numbered ? fmt::format("{:>{}}. ", number++, digits) : "- ") + item.mark, look::faint);
      std::vector<Block> children = item.children;
      if (lettered) {
        Styled& text = children.front().text;
        mark = text.slice(0, letter_size);
        text = text.slice(letter_size, text.text.size());
      }
      const int hanging = columns(mark.text) - columns(item.mark);
      std::vector<Styled> added = blocks(children, width - hanging, list.tight);
      if (added.empty()) added.emplace_back();
      indent_lines(added, mark, spaces(hanging));
      if (!lines.empty() && !list.tight) lines.emplace_back();
      lines.insert(lines.end(), added.begin(), added.end());
    }
    return lines;
  }

  std::vector<Styled> code_lines(const Block& block, int width) const {
    const int indent = style_.columns < 60 ? 2 : 4;
    Styled code = block.text;
    color_code(code, block.language);
    std::vector<Styled> lines = wrap_code(code, width - indent);
    indent_lines(lines, spaces(indent), spaces(indent));
    return lines;
  }

  std::vector<Styled> table_lines(const Block& block, int width) const {
    std::vector<std::vector<Styled>> rows;
    std::vector<Align> aligns;
    for (const Block& row : block.children) {
      rows.emplace_back();
      for (const Block& cell : row.children) {
        if (rows.size() == 1) aligns.push_back(cell.align);
        rows.back().push_back(cell.text);
        if (rows.size() == 1)
          for (Look& how : rows.back().back().looks) how |= look::bold;
      }
    }
    return layout_table(rows, aligns, width);
  }

  const TerminalStyle& style_;
};

}  // namespace

std::string render_markdown(std::string_view markdown, const TerminalStyle& style) {
  const Block document = parse_markdown(markdown, !style.color);
  std::string out;
  for (const Styled& line : Layout(style).blocks(document.children, style.columns, false)) out += paint(line, style) + "\n";
  return out;
}

}  // namespace viva
