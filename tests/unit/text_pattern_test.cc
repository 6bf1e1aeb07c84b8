#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>

#include "base/locations.h"
#include "text/fold.h"
#include "text/pattern.h"
#include "text/width.h"

using namespace viva;

namespace {

Glossary small_glossary() {
  Glossary glossary;
  REQUIRE(glossary.add("expire", {"过期", "失效", "expir*", "timed_out"}));
  REQUIRE(glossary.add("hot-key", {"热点", "热_key", "hot"}));
  return glossary;
}

// What the pattern finds, as the answer's own bytes; "-" for nothing; "(negated)" behind it when the answer denies it.
std::string found(const std::string& pattern, const std::string& answer) {
  const auto compiled = Pattern::compile(pattern, small_glossary());
  if (!compiled) return compiled.error().text();
  const IndexedText text(answer);
  const auto match = compiled->find(text);
  if (!match) return "-";
  return answer.substr(match->from, match->to - match->from) + (compiled->negated(text, *match) ? " (negated)" : "");
}

std::string refused(const std::string& pattern) {
  const auto compiled = Pattern::compile(pattern, small_glossary());
  return compiled ? "compiles" : compiled.error().text();
}

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("patterns: words match by stem, prefix, exactly, or with one slip", "[text]") {
  CHECK(found("lock", "It locks the row") == "locks");
  CHECK(found("wait", "then wait4 returns") == "-");
  CHECK(found("rollback", "a rolback happens") == "rolback");
  CHECK(found("rollback", "a rollbakc happens") == "rollbakc");
  CHECK(found("lock", "a clock") == "-");
  CHECK(found("expir*", "EXPIRED keys") == "EXPIRED");
  CHECK(found("happi*", "answered happily") == "happily");
  CHECK(found("=no", "nor none now") == "-");
  CHECK(found("=closing", "it closes") == "-");
  CHECK(found("sha256", "sha265") == "-");
  CHECK(found("c++", "in Ｃ＋＋ only") == "Ｃ＋＋");
  CHECK(found("数据", "数据库") == "数据");
}

TEST_CASE("patterns: pieces stand side by side", "[text]") {
  CHECK(found("roll_back", "it rolls back") == "rolls back");
  CHECK(found("roll_back", "it rolls it back") == "-");
  CHECK(found("SIG_IGN", "set SIG_IGN first") == "SIG_IGN");
  CHECK(found("热_key", "热 key 过期") == "热 key");
  CHECK(found("timed_out", "it timed. Out") == "-");
  CHECK(found("$expire", "The key timed out") == "timed out");
}

TEST_CASE("patterns: terms of a group stand near each other in any order", "[text]") {
  CHECK(found("cache null", "null is cached") == "null is cached");
  CHECK(found("cache null", "cache it. Null is fine") == "-");
  CHECK(found("cache null", "cache one two three four five six null") == "cache one two three four five six null");
  CHECK(found("cache null", "cache one two three four five six seven null") == "-");
  CHECK(found("缓存 空值", "缓存一二三四五六七八九十甲乙空值") == "缓存一二三四五六七八九十甲乙空值");
  CHECK(found("缓存 空值", "缓存一二三四五六七八九十甲乙丙空值") == "-");
  CHECK(found("lock lock", "one lock") == "-");
  CHECK(found("lock lock", "lock and unlock, lock") == "lock and unlock, lock");
}

TEST_CASE("patterns: > orders groups, & only asks for the same sentence", "[text]") {
  CHECK(found("check > act", "check then act") == "check then act");
  CHECK(found("check > act", "act then check") == "-");
  CHECK(found("penetration & $expire", "penetration is one thing and quite another, as everybody knows, is a key that has expired") ==
        "penetration is one thing and quite another, as everybody knows, is a key that has expired");
  CHECK(found("penetration & $expire", "penetration. It expired.") == "-");
}

TEST_CASE("patterns: ! excludes between the terms and just before them", "[text]") {
  CHECK(found("close !not", "they close") == "close");
  CHECK(found("close !not", "they do not really close") == "-");
  CHECK(found("close !not", "not one of them would close") == "close");
  CHECK(found("close !not", "close, not open") == "close");
  CHECK(found("close !not", "It does not close. They close.") == "close");
  CHECK(found("INCR $hot-key !lua|ttl", "incr the hot key with lua") == "incr the hot");
  CHECK(found("INCR & $hot-key !lua|ttl", "incr the hot key with lua") == "-");
}

TEST_CASE("patterns: an answer that denies what was found is seen", "[text]") {
  CHECK(found("close", "it doesn't close") == "close (negated)");
  CHECK(found("close", "they never do not close") == "close");
  CHECK(found("关闭", "不关闭连接") == "关闭 (negated)");
  CHECK(found("关闭", "不仅关闭连接") == "关闭");
  CHECK(found("阻塞", "非常阻塞") == "阻塞");
  CHECK(found("重试", "无论如何重试") == "重试");
  CHECK(found("close", "not only close") == "close");
  CHECK(found("close", "it cannot, so it must close") == "close");
  CHECK(found("kill_9", "not kill -9") == "kill -9 (negated)");
  CHECK(found("not > close", "does not close") == "not close");
}

TEST_CASE("patterns: a mistake is told with its place and its remedy", "[text]") {
  CHECK(refused("") == "in the pattern '' at character 1: the pattern is empty; write at least one word to look for");
  CHECK(refused("热点 > $expir") == "in the pattern '热点 > $expir' at character 6: unknown concept '$expir'; did you mean '$expire'?");
  CHECK(refused("$zzzzzzzz") ==
        "in the pattern '$zzzzzzzz' at character 1: unknown concept '$zzzzzzzz'; add it to the glossary, or write its words out");
  CHECK(refused("> a") == "in the pattern '> a' at character 1: '>' needs something to find on both sides: 'first > second'");
  CHECK(refused("a >") == "in the pattern 'a >' at character 3: '>' needs something to find on both sides: 'first > second'");
  CHECK(refused("a & > b") == "in the pattern 'a & > b' at character 3: '&' needs something to find on both sides: 'first & second'");
  CHECK(
      refused("a > !b") ==
      "in the pattern 'a > !b' at character 3: '>' needs something to find on both sides: 'first > second' (words with '!' do not count)");
  CHECK(refused("!a") == "in the pattern '!a' at character 1: '!' only excludes what other words have found; add a word to find");
  CHECK(refused("a ! b") == "in the pattern 'a ! b' at character 3: '!' must be joined to what it excludes: '!word'");
  CHECK(refused("a !!b") == "in the pattern 'a !!b' at character 4: one '!' is enough");
  CHECK(refused("a !b|!c") == "in the pattern 'a !b|!c' at character 6: '!' goes in front of the whole term: '!a|b' excludes both");
  CHECK(refused("a|") == "in the pattern 'a|' at character 3: a word is missing beside '|'; write one there or remove the '|'");
  CHECK(refused("a || b") == "in the pattern 'a || b' at character 3: a word is missing beside '|'; write one there or remove the '|'");
  CHECK(refused("a —— b") ==
        "in the pattern 'a —— b' at character 3: nothing to look for in '——'; write a word, a number or Han characters");
  CHECK(refused("a>b") == "in the pattern 'a>b' at character 2: '>' must stand between spaces: 'a > b'");
  CHECK(refused("a&b") == "in the pattern 'a&b' at character 2: '&' must stand between spaces: 'a & b'");
  CHECK(refused("锁*") == "in the pattern '锁*' at character 2: '*' only goes behind a Latin word: 'lock*'");
  CHECK(refused("=no*") == "in the pattern '=no*' at character 1: '=' and '*' contradict each other; write '=no' or 'no*'");
  CHECK(refused("a=") == "in the pattern 'a=' at character 2: '=' only goes before a word or number: '=no'");
  CHECK(
      refused("a_$expire") ==
      "in the pattern 'a_$expire' at character 3: '$' only goes before the name of a concept, with nothing else in front: 'word|$concept'");
  CHECK(refused("！不") == "in the pattern '！不' at character 1: '！' is a full-width character; write '!'");
  CHECK(refused("Θ_n") ==
        "in the pattern 'Θ_n' at character 1: 'Θ' is never found in an answer; only Latin letters, digits and Han characters are");
  CHECK(refused("a\xff") == "in the pattern 'a\xff' at character 2: this is not UTF-8; save the file as UTF-8");
  CHECK(refused("a b c d e f g h i") ==
        "in the pattern 'a b c d e f g h i' at character 17: more than 8 words to find near each other; leave some out, or put ' & ' "
        "between those "
        "that may be far apart");
  const std::string start(40, 'a');
  CHECK(refused(std::string(1001, 'a')) ==
        "the pattern that begins '" + start + "' has 1001 bytes, and the most is 1000; make several patterns of it");
  Glossary large;
  REQUIRE(large.add("x", std::vector<std::string>(200, "某")));
  CHECK(Pattern::compile("$x|$x|$x|$x|$x|某", large).error().text() ==
        "in the pattern '$x|$x|$x|$x|$x|某' at character 1: with its concepts the pattern stands for more than 1000 words; make several "
        "patterns of it");
}

TEST_CASE("patterns: the glossary refuses what could not be used", "[text]") {
  Glossary glossary = small_glossary();
  CHECK(glossary.add("expire", {"x"}).error().text() == "the concept 'expire' is given twice; put all its sayings into one list");
  CHECK(glossary.add("Hot Key", {"x"}).error().text() == "'Hot Key' cannot name a concept; use up to 64 small letters, digits and '-'");
  CHECK(glossary.add("x", {}).error().text() == "the concept 'x' has no sayings; list the words people use for it");
  CHECK(glossary.add("x", {"ok", "——"}).error().text() ==
        "the concept 'x', saying '——': nothing to look for in '——'; write a word, a number or Han characters");
  CHECK(glossary.add("x", {"a|b"}).error().text() == "the concept 'x', saying 'a|b': '|' has no meaning here; list each saying by itself");
  CHECK(glossary.names() == std::vector<std::string>{"expire", "hot-key"});
}

TEST_CASE("patterns: the examples that question writers read are true", "[text]") {
  std::ifstream file(home_folder() + "/questions/README.md");
  REQUIRE(file);
  // Rows of a table: | `pattern` | `answer` | `what is found` or nothing |
  int examples = 0;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.find("<!-- patterns -->") == 0) inside = !inside;
    if (!inside || line.find("| `") != 0) continue;
    std::vector<std::string> cells;
    for (std::size_t from = line.find('`'); from != line.npos; from = line.find('`', from)) {
      const std::size_t to = line.find('`', from + 1);
      REQUIRE(to != line.npos);
      cells.push_back(line.substr(from + 1, to - from - 1));
      from = to + 1;
    }
    INFO(line);
    REQUIRE(cells.size() >= 2);
    // A table cell cannot hold a plain bar.
    for (std::string& cell : cells) {
      for (std::size_t at; (at = cell.find("\\|")) != cell.npos;) cell.erase(at, 1);
    }
    const std::string expected = cells.size() == 2 ? "-" : cells[2] + (line.find("negated") != line.npos ? " (negated)" : "");
    CHECK(found(cells[0], cells[1]) == expected);
    ++examples;
  }
  CHECK(examples > 20);
}

TEST_CASE("patterns: no answer and no pattern takes long", "[text]") {
  const Glossary glossary;
  auto longest = [&](const std::string& pattern, const std::string& answer) {
    const auto compiled = Pattern::compile(pattern, glossary);
    REQUIRE(compiled);
    const IndexedText text(answer);
    return milliseconds([&] { compiled->find(text); });
  };
  auto repeated = [](const std::string& word, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += word;
    return out;
  };
  // Far above what these take (2 to 20 ms), far below what trial would take (longer than the universe has been here).
  const double limit = 1000;
  CHECK(longest("a a a a a a a a", repeated("a ", 10000)) < limit);
  CHECK(longest("a a a a a a a b", repeated("a ", 10000) + repeated("c ", 10) + "b") < limit);
  CHECK(longest("a > a > a > a > a > a > a > b", repeated("a ", 10000) + repeated("c ", 10) + "b") < limit);
  CHECK(longest("a|b a|b a|b a|b > a|b a|b a|b c !d", repeated("a b ", 5000) + repeated("x ", 10) + "c") < limit);
  CHECK(longest("a b !c", repeated("c a b. ", 5000)) < limit);
  CHECK(longest("数 数 数 数 数 数 数 据", repeated("数", 80000) + repeated("x ", 10) + "据") < limit);
}

TEST_CASE("text: no bytes crash anything", "[text]") {
  std::mt19937 random(11);
  const Glossary glossary = small_glossary();
  const char* const scraps[] = {"a", " ",    "数",       "据", "n't",    "’",    "|",      "!",      " > ", " & ", "$expire",
                                "=", "*",    "_",        "。", "\xe6",   "\xff", "\u0301", "\u200d", "👍",   "\n",  "++",
                                "#", "lock", "\xf0\x9f", "Ａ", "\ufdfa", "ﬃ",    "\x1b",   "\u202e", "é",   "(",   "热_key"};
  std::vector<Pattern> patterns;
  for (const char* source : {"a lock !not", "$expire > 数据", "a & 数", "=a lock* 热_key", "not"})
    patterns.push_back(*Pattern::compile(source, glossary));
  int compiled = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (unsigned i = random() % 40; i > 0; --i) {
      if (random() % 4 == 0) {
        bytes += static_cast<char>(random() % 256);
      } else {
        bytes += scraps[random() % std::size(scraps)];
      }
    }
    const Folded folded = fold_with_origin(bytes);
    REQUIRE(folded.text == fold(bytes));
    REQUIRE(folded.origin_end.size() == folded.text.size());
    for (std::uint32_t end : folded.origin_end) REQUIRE(end <= bytes.size());
    std::uint32_t last = 0;
    for (const Unit& unit : units(bytes)) {
      REQUIRE(unit.from >= last);
      REQUIRE(unit.to > unit.from);
      REQUIRE(unit.to <= bytes.size());
      last = unit.from;
    }
    const IndexedText text(bytes);
    if (auto pattern = Pattern::compile(bytes, glossary)) {
      ++compiled;
      if (auto match = pattern->find(text)) pattern->negated(text, *match);
    }
    for (const Pattern& pattern : patterns) {
      if (auto match = pattern.find(text)) {
        REQUIRE(match->to <= bytes.size());
        pattern.negated(text, *match);
      }
    }
    REQUIRE(take_columns(bytes, 10).size() <= bytes.size());
    REQUIRE(columns(take_columns(bytes, 10)) <= 10);
    REQUIRE(columns(bytes) >= 0);
    REQUIRE((bytes.empty() || line_break_offsets(bytes).back() == bytes.size()));
    REQUIRE(escape_controls(escape_controls(bytes)) == escape_controls(bytes));
  }
  CHECK(compiled > 10);
}
