#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "repl/markdown.h"
#include "text/width.h"

using namespace viva;

namespace {

std::string at(int columns, std::string_view markdown) { return render_markdown(markdown, {columns, false, false}); }
std::string colored(std::string_view markdown) { return render_markdown(markdown, {80, true, true}); }

const char* const mixed =
    "# 数据库事务 `ACID`\n\n"
    "**重点：**隔离级别决定一个事务能看到什么。在“可重复读”下，快照在第一次读取时建立，\n"
    "之后的读取都用同一个快照；而`SELECT … FOR UPDATE`读取的是**当前版本**。\n"
    "See [the manual](https://example.org/doc) for *details* of snapshot_reads.\n";

const char* const list =
    "1. first item that is long enough to be wrapped on a narrow terminal\n"
    "2. 第二项：中文列表也要悬挂缩进，第二行和第一行的文字对齐，标点不在行首。\n"
    "   - nested\n"
    "   - [x] done\n"
    "3. code:\n"
    "   ```python\n"
    "   def f(x):\n"
    "       return {\"key\": x, \"another\": [1, 2, 3]}  # 注释\n"
    "   ```\n";

const char* const commands =
    "| 命令 | Complexity | 说明 |\n|---|--:|:-:|\n"
    "| `GET` | O(1) | 读取一个键的值，如果不存在返回 nil |\n"
    "| ZRANGEBYSCORE | O(log n + m) | sorted set |\n";

}  // namespace

TEST_CASE("Markdown: prose in two languages at 80 and 40 columns", "[terminal]") {
  CHECK(at(80, mixed) ==
        "# 数据库事务 `ACID`\n"
        "\n"
        "**重点：**隔离级别决定一个事务能看到什么。在“可重复读”下，快照在第一次读取时建\n"
        "立，之后的读取都用同一个快照；而`SELECT … FOR UPDATE`读取的是**当前版本**。See\n"
        "the manual (https://example.org/doc) for *details* of snapshot_reads.\n");
  CHECK(at(40, mixed) ==
        "# 数据库事务 `ACID`\n"
        "\n"
        "**重点：**隔离级别决定一个事务能看到什\n"
        "么。在“可重复读”下，快照在第一次读取时建\n"
        "立，之后的读取都用同一个快照；而`SELECT\n"
        "… FOR UPDATE`读取的是**当前版本**。See\n"
        "the manual (https://example.org/doc) for\n"
        "*details* of snapshot_reads.\n");
}

TEST_CASE("Markdown: lists have hanging indents, programs keep their form", "[terminal]") {
  CHECK(at(80, list) ==
        "1. first item that is long enough to be wrapped on a narrow terminal\n"
        "2. 第二项：中文列表也要悬挂缩进，第二行和第一行的文字对齐，标点不在行首。\n"
        "   - nested\n"
        "   - [x] done\n"
        "3. code:\n"
        "       def f(x):\n"
        "           return {\"key\": x, \"another\": [1, 2, 3]}  # 注释\n");
  CHECK(at(40, list) ==
        "1. first item that is long enough to be\n"
        "   wrapped on a narrow terminal\n"
        "2. 第二项：中文列表也要悬挂缩进，第二行\n"
        "   和第一行的文字对齐，标点不在行首。\n"
        "   - nested\n"
        "   - [x] done\n"
        "3. code:\n"
        "     def f(x):\n"
        "         return {\"key\": x, \"another\":\n"
        "     ↳ [1, 2, 3]}  # 注释\n");
}

TEST_CASE("Markdown: loose lists, quotes, rules, long numbers", "[terminal]") {
  CHECK(at(40, "- a\n\n- b\n\n> one\n> two\n\n---\n\n9. nine\n10. ten\n") ==
        "- a\n\n- b\n\n> one two\n\n----------------------------------------\n\n 9. nine\n10. ten\n");
  CHECK(at(40, "> 引用的文字也要折行，前面带标记，一直到这里为止。\n>\n> - x\n") ==
        "> 引用的文字也要折行，前面带标记，一直到\n> 这里为止。\n>\n> - x\n");
}

TEST_CASE("Markdown: items that bring their own letters have no dash", "[terminal]") {
  CHECK(at(40, "- a) one `GET` that is long enough to be wrapped\n- b) 第二项\n") ==
        "a) one `GET` that is long enough to be\n   wrapped\nb) 第二项\n");
  CHECK(at(40, "- a) one\n- two\n") == "- a) one\n- two\n");
}

TEST_CASE("Markdown: tables are aligned by columns, and shrink", "[terminal]") {
  CHECK(at(80, commands) ==
        "命令             Complexity                 说明\n"
        "-------------  ------------  ----------------------------------\n"
        "`GET`                  O(1)  读取一个键的值，如果不存在返回 nil\n"
        "ZRANGEBYSCORE  O(log n + m)              sorted set\n");
  CHECK(at(40, commands) ==
        "命令            Complexity      说明\n"
        "-------------  -----------  ------------\n"
        "`GET`                 O(1)  读取一个键的\n"
        "                            值，如果不存\n"
        "                             在返回 nil\n"
        "\n"
        "ZRANGEBYSCORE    O(log n +   sorted set\n"
        "                        m)\n");
  CHECK(at(40, "|a|b|c|d|e|f|\n|---|---|---|---|---|---|\n|wide word 1|wide word 2|wide word 3|wide word 4|`x\\|y`|wide word 6|\n") ==
        "a: wide word 1\nb: wide word 2\nc: wide word 3\nd: wide word 4\ne: `x|y`\nf: wide word 6\n");
}

TEST_CASE("Markdown: a word longer than the line is cut, a line of a program is marked", "[terminal]") {
  CHECK(at(20, "https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") == "https://example.org/\naaaaaaaaaaaaaaaaaaaa\naaaaaaaaaaaaa\n");
  CHECK(at(20, "```\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\nb\n```") == "  aaaaaaaaaaaaaaaaaa\n  ↳ aaaaaaaaaaaaaa\n\n  b\n");
  CHECK(at(80, "```\nfunc f() {\n\treturn 1\n}\n```") == "    func f() {\n        return 1\n    }\n");
}

TEST_CASE("Markdown: nothing in the input can reach the terminal's controls", "[terminal]") {
  CHECK(at(80, "a\x1b[31mb") == "a\\x1b[31mb\n");
  CHECK(at(80, "a&#27;b &#x9b; &#x202e; &lt;&nosuch;") == "a\\x1bb \\u009b \\u202e <&nosuch;\n");
  CHECK(at(80, "<b>x</b>\n\n<script>\n</script>") == "<b>x</b>\n\n<script> </script>\n");
  CHECK(at(80, std::string("\x01\x02*\0x", 5)) == "\\x01\\x02*\\x00x\n");
  CHECK(at(80, "[x](http://a\x07/&#27;)") == "x (http://a\\x07/\\x1b)\n");
  CHECK(at(80, "a\r\nb\xff") == "a b\\xff\n");
}

TEST_CASE("Markdown: empty and odd documents", "[terminal]") {
  CHECK(at(80, "").empty());
  CHECK(at(80, "\n\n").empty());
  CHECK(at(80, "-\n-") == "-\n-\n");
  CHECK(at(80, "line\\\nbreak  \nhere") == "line\nbreak\nhere\n");
  CHECK(at(80, "这是**粗体**文字，也叫**（加粗）**的") == "这是**粗体**文字，也叫**（加粗）**的\n");
  CHECK(at(80, "![图](a.png) <https://x.org> ~~no~~ `a``b` `` ` ``") == "[图] (a.png) https://x.org ~~no~~ `` a``b `` `` ` ``\n");
}

TEST_CASE("Markdown: with colour, looks instead of marks", "[terminal]") {
  CHECK(colored("# T\n\n**b** `c` *e* 中**文：**字") ==
        "\x1b[0;1mT\x1b[0m\n\n\x1b[0;1mb\x1b[0m \x1b[0;36mc\x1b[0m \x1b[0;3me\x1b[0m 中\x1b[0;1m文：\x1b[0m字\n");
  CHECK(colored("```sql\nselect 'x' -- 注\n```") == "    \x1b[0;35mselect\x1b[0m \x1b[0;32m'x'\x1b[0m \x1b[0;2m-- 注\x1b[0m\n");
}

TEST_CASE("marked answers: in colour or between »«, cut to whole characters", "[terminal]") {
  const TerminalStyle plain{40, false, false};
  CHECK(mark_spans("the index is used", {{4, 9}}, plain) == "the »index« is used\n");
  CHECK(mark_spans("最左前缀没有用到", {{6, 12}, {1, 4}}, plain) == "»最左前缀«没有用到\n");
  CHECK(mark_spans("最左前缀没有用到", {{12, 900}, {900, 901}, {3, 3}}, plain) == "最左前缀»没有用到«\n");
  CHECK(mark_spans("if x:\n\treturn\x1b\r\n\n", {{0, 2}}, plain) == "»if« x:\n    return\\x1b\n");
  CHECK(mark_spans("", {{0, 2}}, plain).empty());
  CHECK(mark_spans("索引", {{0, 3}}, {40, true, true}) == "\x1b[0;1;4;32m索\x1b[0m引\n");
}

TEST_CASE("terminal: what is not one is plain, 80 columns unless told", "[terminal]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::unsetenv("COLUMNS");
  const TerminalStyle style = terminal_style(ends[0], ends[1]);
  CHECK(style.columns == 80);
  CHECK((!style.color && !style.interactive && !style.escapes));
  for (const auto& [told, columns] : {std::pair{"40", 40}, {"3", 20}, {"-1", 80}, {"wide", 80}}) {
    ::setenv("COLUMNS", told, 1);
    CHECK(terminal_style(ends[0], ends[1]).columns == columns);
  }
  ::unsetenv("COLUMNS");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("tables of the REPL", "[terminal]") {
  CHECK(table({{"area", "领域", "asked"}, {"web", "网络\x1b", "7"}, {"database", "数据库", "12"}}, {Align::left, Align::left, Align::right},
              {80, false, false}) ==
        "area      领域      asked\n"
        "--------  --------  -----\n"
        "web       网络\\x1b      7\n"
        "database  数据库       12\n");
  CHECK(table({}, {}, {}).empty());
  CHECK(table({{"only", "header"}}, {}, {}) == "only  header\n----  ------\n");
}

TEST_CASE("Markdown: random bytes and deep nesting never crash and never pass a control character", "[terminal]") {
  std::mt19937 random(7);
  const std::string pieces[] = {"*",       "**",
                                "_",       "`",
                                "```\n",   "\n",
                                "\n\n",    "> ",
                                "- ",      "1. ",
                                "|",       "|---|---|\n",
                                "# ",      "[",
                                "](",      ")",
                                "![",      "<",
                                ">",       "&#",
                                ";",       "\t",
                                "    ",    "中",
                                "，",      "：",
                                "a",       "\\",
                                "\x1b[2J", "\xe4\xb8",
                                "\xff",    "~~",
                                "---\n",   std::string(1, '\0'),
                                "\r",      "😀",
                                "\u0301"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 60);
    for (int i = 0; i < length; ++i) {
      if (random() % 8 == 0) {
        text += static_cast<char>(random());
      } else {
        text += pieces[random() % std::size(pieces)];
      }
    }
    const int width = 1 + static_cast<int>(random() % 90);
    const std::string out = at(width, text);
    for (char c : out) {
      INFO("text: " << escape_controls(text));
      REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    }
    (void)mark_spans(text, {{random() % 50, random() % 50}, {random() % 50, random() % 50}}, {width, round % 2 == 0, false});
    (void)render_markdown(text, {width, true, true});
  }
  const int deep = 3000;
  std::string quotes, items, stars(deep, '*'), brackets(deep, '[');
  for (int i = 0; i < deep; ++i) quotes += "> ", items += std::string(static_cast<std::size_t>(i % 400), ' ') + "- x\n";
  for (const std::string& text : {quotes + "x", items, stars + "x" + stars, brackets + "x" + std::string(deep, ']'),
                                  std::string(300000, 'a'), std::string(100000, '|')})
    CHECK(at(40, text).size() > 0);
}
