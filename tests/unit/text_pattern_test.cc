#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>

#include "base/locations.h"
#include "text/complexity.h"
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

TEST_CASE("patterns: an amount is found however it is written", "[text]") {
  for (const char* two_hours :
       {"2 hours", "2h", "120 min", "7,200 s", "7200 seconds", "two hours", "2-hour", "2 小时", "两个小时", "两小时", "120分钟"})
    CHECK(found("#2h", std::string("it takes ") + two_hours + ", then ends") == two_hours);
  for (const char* other : {"2", "2 minutes", "12 hours", "2.5 h", "20 hours", "v2h", "1.2 h", "两分钟", "十二小时"})
    CHECK(found("#2h", other) == "-");
  CHECK(found("#64KB", "of 65,536 bytes") == "65,536 bytes");
  CHECK(found("#64KB", "of 64000 bytes") == "64000 bytes");
  CHECK(found("#64KiB", "of 64000 bytes") == "-");
  CHECK(found("#64KiB", "６４ＫＢ 的缓冲区") == "６４ＫＢ");
  CHECK(found("#12.5MB~5%", "about 12 MB") == "12 MB");
  CHECK(found("#12.5MB~5%", "about 100 Mbit") == "100 Mbit");
  CHECK(found("#12.5MB~5%", "about 11 MB") == "-");
  CHECK(found("#10..20ms", "some 15 ms") == "15 ms");
  CHECK(found("#10..20ms", "some 20ms") == "20ms");
  CHECK(found("#10..20ms", "some 0.02 s") == "0.02 s");
  CHECK(found("#10..20ms", "some 15 s") == "-");
  CHECK(found("#30%", "30 percent of it") == "30 percent");
  CHECK(found("#30%", "三成的请求") == "三成");
  CHECK(found("#100MB/s", "at 100 MB per second") == "100 MB per second");
  CHECK(found("#100MB/s", "每秒 100 MB") == "-");
  CHECK(found("#200qps", "200 requests per second") == "200 requests per second");
  CHECK(found("#20000qps", "2 万次/秒") == "2 万次/秒");
  for (const char* million : {"1000000", "1,000,000", "1e6", "10^6", "10⁶", "1 million", "100 万", "1M"})
    CHECK(found("#1000000", std::string("of ") + million + " keys") == million);
  CHECK(found("#32", "float32 and x86-32a, 3.32.1, 320") == "-");
  CHECK(found("#4294967296", "there are 2^32 of them") == "2^32");
  CHECK(found("at_most|up_to > #5s !not", "waits up to 5 seconds") == "up to 5 seconds");
  CHECK(found("#2h", "it takes not 2 hours") == "2 hours (negated)");
}

TEST_CASE("patterns: a complexity class is found however it is written", "[text]") {
  for (const char* same : {"O(n log n)", "O(N·log₂ N)", "o(nlogn)", "O(3n lg(n) + 5n)", "Θ(n*log(n))", "Ｏ（n log n）"})
    CHECK(found("O(nlogn)", std::string("sorting is ") + same + " here") == same);
  for (const char* other : {"O(n)", "O(n log k)", "O(n^2)", "O(log n)", "n log n"}) CHECK(found("O(nlogn)", other) == "-");
  CHECK(found("O(n^2)", "it is O(n²), no less") == "O(n²)");
  CHECK(found("O(n^2)", "O(n(n-1)/2) pairs") == "O(n(n-1)/2)");
  CHECK(found("O(n^2)", "takes quadratic time") == "quadratic time");
  CHECK(found("O(n^2)", "是平方级的") == "平方级");
  CHECK(found("O(k)", "takes linear time") == "linear time");
  CHECK(found("O(m+n)", "O(n + m)") == "O(n + m)");
  CHECK(found("O(m+n)", "linear time") == "-");
  CHECK(found("O(1)", "in constant time") == "constant time");
  CHECK(found("O(1)", "常数时间") == "常数时间");
  CHECK(found("O(1)", "O(10)") == "O(10)");
  CHECK(found("O(2^n)", "O(2^(2n))") == "-");
  CHECK(found("O(2^n)", "O(2^n + n^3)") == "O(2^n + n^3)");
  CHECK(found("O(VE)", "O(|V||E|) O(V*E)") == "O(V*E)");
  CHECK(found("O(n)", "no(n) O(n") == "-");
  CHECK(found("O(n)", "O(log_ O(log_n) O(log_) O(n)") == "O(n)");
  CHECK(found("O(n)", "it is not O(n)") == "O(n) (negated)");
}

TEST_CASE("complexity: one form for all ways to write a class", "[text]") {
  auto form = [](std::u32string_view inside) {
    const std::optional<Complexity> found = complexity_class(inside);
    return found ? found->text : "-";
  };
  CHECK(form(U"n*k + k + 7") == "k*n");
  CHECK(form(U"log(mn)") == "log(m)+log(n)");
  CHECK(form(U"log n^2") == "log(n)");
  CHECK(form(U"log^2 n") == "log(n)^2");
  CHECK(form(U"(log n)^2") == "log(n)^2");
  CHECK(form(U"log(2^n)") == "n");
  CHECK(form(U"log log n") == "log(log(n))");
  CHECK(form(U"log10(n)") == "log(n)");
  CHECK(form(U"2^(n+1)") == "2^(n)");
  CHECK(form(U"2^(2n)") == "4^(n)");
  CHECK(form(U"2^n + 3^n") == "3^(n)");
  CHECK(form(U"4^n + (2^n)^2") == "4^(n)");
  CHECK(form(U"(2^n)^2 + 4^n") == "4^(n)");
  CHECK(form(U"n! + (n!)^2") == form(U"(n!)^2"));
  CHECK(form(U"0n + n") == "n");
  CHECK(form(U"2^n^2") == "2^(n^2)");
  CHECK(form(U"n^(k+1)") == "n^(1+k)");
  CHECK(form(U"n! + 2^n") == "n!");
  CHECK(form(U"(n+1)!") == "(1+n)!");
  CHECK(form(U"(n+1)^2") == "n^2");
  CHECK(form(U"(m+n)^2") == "m*n+m^2+n^2");
  CHECK(form(U"n(n-1)/2") == "n^2");
  CHECK(form(U"n^2/k") == "k^-1*n^2");
  CHECK(form(U"n/(m+k)") == "(k+m)^(-1)*n");
  CHECK(form(U"max(m, n)") == "m+n");
  CHECK(form(U"min(n, 2m)") == "min(m,n)");
  CHECK(form(U"nkm") == form(U"m*n*k"));
  CHECK(form(U"rows*columns") == "columns*rows");
  CHECK(form(U"√n") == "n^0.5");
  CHECK(form(U"n2") == "n^2");
  for (std::u32string_view unreadable : {U"", U"n*", U"n/0", U"(n", U"n)", U"log", U"max(n", U"n+", U"*"}) CHECK(form(unreadable) == "-");
  CHECK(form(U"((((((((((((((((n))))))))))))))))") == "-");
  CHECK(form(U"(a+b+c+d)^6") == "-");
}

TEST_CASE("patterns: how far a denial reaches can be said", "[text]") {
  CHECK(found("close", "never, in my view, would they close it") == "close");
  CHECK(found("close", "they never would want or need to close") == "close");
  CHECK(found("@clause close", "they never would want or need to close") == "close (negated)");
  CHECK(found("@clause close", "never, they close it") == "close");
  CHECK(found("@sentence close", "never, in my view, would they close it") == "close (negated)");
  CHECK(found("@sentence close", "they close it never") == "close (negated)");
  CHECK(found("@sentence close", "They close it. Never mind.") == "close");
  CHECK(found("@any close", "they do not close") == "close");
  CHECK(found("@clause not > close", "they do not close") == "not close");
  CHECK(found("@property", "a property") == "property");
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
  CHECK(refused("#5xy") ==
        "in the pattern '#5xy' at character 1: '5xy' is no number with a unit that is known (KB, MiB, ms, s, min, h, %, qps, MB/s, 万)");
  CHECK(refused("wait #5m") ==
        "in the pattern 'wait #5m' at character 6: the unit of '5m' has several meanings; write min, MB, GB or all the digits");
  CHECK(refused("#20..10ms") ==
        "in the pattern '#20..10ms' at character 1: '20..10ms' is no range: the smaller amount goes first, and both measure the same");
  CHECK(refused("#20ms~2ms") == "in the pattern '#20ms~2ms' at character 1: the tolerance of '20ms~2ms' is a share, such as '~5%'");
  CHECK(
      refused("O(n*)") ==
      "in the pattern 'O(n*)' at character 1: 'O(n*)' is no complexity class that can be read; write it as in O(n*log(n)), O(2^n), O(m+n)");
  CHECK(refused("@clause") == "in the pattern '@clause' at character 1: the pattern is empty; write at least one word to look for");
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
  const char* const scraps[] = {"a",        " ",   "数", "据",   "n't",    "’",      "|",      "!",      " > ", " & ", "$expire", "=",
                                "*",        "_",   "。", "\xe6", "\xff",   "\u0301", "\u200d", "👍",      "\n",  "++",  "#",       "lock",
                                "\xf0\x9f", "2",   "两", "小时", "O(",     "n",      ")",      "^",      "%",   "MB",  "/s",      "万",
                                "秒",       "².5", "e9", "Ａ",   "\ufdfa", "ﬃ",      "\x1b",   "\u202e", "é",   "(",   "热_key"};
  std::vector<Pattern> patterns;
  for (const char* source : {"a lock !not", "$expire > 数据", "a & 数", "=a lock* 热_key", "not", "#2h|O(n) > a", "@sentence #5%|#100MB/s"})
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
