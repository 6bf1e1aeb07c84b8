// Markdown as a tree of blocks, whose leaves hold styled text. Parsing is md4c's (CommonMark with tables, task lists and ~~strike~~).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repl/markdown.h"
#include "repl/styled.h"

namespace viva {

struct Block {
  enum class Kind { document, paragraph, heading, quote, bullets, numbers, item, code, rule, table, row, cell };
  Kind kind = Kind::document;
  Styled text;                  // paragraph, heading, code, cell
  std::vector<Block> children;  // all others
  int level = 0;                // of a heading, 1..6
  unsigned start = 1;           // of a numbered list
  bool tight = true;            // list: no empty lines between its items
  std::string mark;             // item of a task list: "[x] " or "[ ] "
  std::string language;         // code
  Align align = Align::left;    // cell
};

// `marks`: leave **, ` and # in the text, for terminals without colour. Containers more than 24 levels deep are dissolved into their
// parent.
Block parse_markdown(std::string_view markdown, bool marks);

}  // namespace viva
