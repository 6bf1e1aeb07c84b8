#include <catch2/catch.hpp>

#include "text/width.h"

using namespace viva;
using Offsets = std::vector<std::size_t>;

TEST_CASE("width: Han characters and emoji take two columns, accents none", "[text]") {
  CHECK(columns("") == 0);
  CHECK(columns("plain") == 5);
  CHECK(columns("数据库 db") == 9);
  CHECK(columns("，（Ａ）") == 8);
  CHECK(columns("caf\u0065\u0301") == 4);  // e and a combining acute
  CHECK(columns("“quoted”…→") == 10);
  CHECK(columns("👍🏽") == 2);         // thumb and skin tone
  CHECK(columns("👨\u200d👩\u200d👧") == 2);  // a family is one picture
  CHECK(columns("🇨🇳🇩🇪") == 4);
  CHECK(columns("❤\ufe0f") == 2);
  CHECK(columns("한글") == 4);
  CHECK(columns("a\u200bb\x1b") == 2);
  CHECK(columns("\xff\xfe") == 2);
}

TEST_CASE("width: a text is cut between graphemes", "[text]") {
  CHECK(take_columns("数据库", 5) == "数据");
  CHECK(take_columns("数据库", 6) == "数据库");
  CHECK(take_columns("数据库", 0) == "");
  CHECK(take_columns("数据库", -1) == "");
  CHECK(take_columns("plain", 3) == "pla");
  CHECK(take_columns("e\u0301x", 1) == "e\u0301");
  CHECK(take_columns("👨\u200d👩\u200d👧!", 1) == "");
  CHECK(take_columns("👨\u200d👩\u200d👧!", 2) == "👨\u200d👩\u200d👧");
}

TEST_CASE("width: lines break between words and Han characters, not before a full stop", "[text]") {
  CHECK(line_break_offsets("").empty());
  CHECK(line_break_offsets("a bc") == Offsets{2, 4});
  CHECK(line_break_offsets("数据库。") == Offsets{3, 6, 12});
  CHECK(line_break_offsets("《书》x") == Offsets{9, 10});
  CHECK(line_break_offsets("a\nb") == Offsets{2, 3});
  CHECK(line_break_offsets("\xff\xff").back() == 2);
}

TEST_CASE("width: control characters are shown, not obeyed", "[text]") {
  CHECK(escape_controls("plain 文字\n\tx") == "plain 文字\n\tx");
  CHECK(escape_controls("\x1b[2J\x07\r\x7f") == "\\x1b[2J\\x07\\x0d\\x7f");
  CHECK(escape_controls("\u009b1m\u0085") == "\\u009b1m\\u0085");
  CHECK(escape_controls("a\u202eb\u2066c\u200f\u2028") == "a\\u202eb\\u2066c\\u200f\\u2028");
  CHECK(escape_controls("ok\xff\xe6\x95") == "ok\\xff\\xe6\\x95");
  CHECK(escape_controls(std::string_view("\0", 1)) == "\\x00");
  CHECK(escape_controls(escape_controls("\x1b")) == "\\x1b");
}
