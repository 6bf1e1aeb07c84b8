// How text lies on a terminal: columns, where a line may end, and control characters made visible.
//
//   columns("数据库 db")          9: Han characters take two columns
//   take_columns("数据库", 5)     "数据": the third would end in column 6
//   line_break_offsets("a bc")    {2, 4}
//   escape_controls("\x1b[2J")    "\\x1b[2J"
//
// All functions take UTF-8; a byte that is not part of valid UTF-8 counts as one U+FFFD, one column wide. Widths are those of terminals in
// a UTF-8 locale: East Asian wide and full-width characters and emoji 2, combining marks and other invisible characters 0, the rest 1
// (characters of "ambiguous" width, such as “ ” … →, too). Control characters count 0, tabs and line ends as well: lay them out first.
// Break iterators are made on first use, one per thread; nothing here depends on the locale of the process.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

int columns(std::string_view text);

// The longest beginning of `text` that fits into `most` columns and ends between graphemes: a letter is never torn from its accent, nor an
// emoji from its skin tone.
std::string_view take_columns(std::string_view text, int most);

// Byte offsets at which a new line may begin, ascending; the last one is the end of the text (none for an empty text). White space stays
// at the end of the line before the offset. An offset behind a line end is a place where a new line must begin. Chinese may be broken
// between most characters, but not before 。 or after 《 (Unicode line breaking, UAX 14).
std::vector<std::size_t> line_break_offsets(std::string_view text);

// Text from strangers made safe to show: C0, C1 and DEL, line separators and bidirectional controls (which reorder what a reader sees)
// become \x1b, \u009b, \u202e; bytes that are not UTF-8 become \xff. "\n" and "\t" stay. What is escaped twice changes no further.
std::string escape_controls(std::string_view text);

}  // namespace viva
