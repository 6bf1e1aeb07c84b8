// What people read on the terminal: Markdown, answers with the parts that counted marked, and tables.
//
//   render_markdown("# Title\n\nSome **bold** text.", style)
//
// - Prose is wrapped at the width of the terminal, at most 100 columns, where Unicode allows a line to end; Chinese is two columns a
//   character and no line begins with ，or 。. Two lines of the source are joined without a space between Chinese characters.
// - Programs are indented and never re-flowed; a line that is too long goes on in the next one behind the mark "↳ ".
// - Tables are aligned by columns. One that is too wide has its cells wrapped; one with too many columns for the width becomes a list
//   of "header: value" lines.
// - With colour, bold and code are colours. Without (TerminalStyle::color), the marks of the source stay: **bold**, `code`, # heading.
// - HTML is shown as the text it is. Control characters of the input are shown as escapes (\x1b), those written as entities too: what is
//   rendered cannot move the cursor or hide text, whoever wrote it.
//
// Every result is whole lines, each with its "\n"; an empty input gives an empty result. No function here fails or throws on any input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "repl/terminal.h"

namespace viva {

std::string render_markdown(std::string_view markdown, const TerminalStyle& style);

// Bytes [from, to) of a text.
struct TextSpan {
  std::size_t from = 0, to = 0;
};

// An answer as it was typed, wrapped, with the spans marked: in colour, or as »span«. Spans may come in any order and overlap; what reaches
// beyond the text or into the middle of a character is cut or widened.
std::string mark_spans(std::string_view text, std::vector<TextSpan> spans, const TerminalStyle& style);

enum class Align { left, right, center };

// Rows of plain text, the first one the header, aligned by columns. Missing alignments are left, missing cells empty.
// Where less than `table_width` columns are there, cells are wrapped.
int table_width(const std::vector<std::vector<std::string>>& rows);
std::string table(const std::vector<std::vector<std::string>>& rows, const std::vector<Align>& aligns, const TerminalStyle& style);

}  // namespace viva
