// Lays out the cells of a table in columns; shared by Markdown tables and the tables of the REPL itself.
#pragma once

#include <vector>

#include "repl/markdown.h"
#include "repl/styled.h"

namespace viva {

// The first row is the header. Columns are two spaces apart. A table wider than `width` has its widest columns narrowed and their cells
// wrapped; where even 6 columns for each are too many, every row becomes lines of "header: value".
std::vector<Styled> layout_table(const std::vector<std::vector<Styled>>& rows, const std::vector<Align>& aligns, int width);

}  // namespace viva
