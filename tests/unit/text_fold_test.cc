#include <catch2/catch.hpp>
#include <chrono>

#include "text/fold.h"
#include "text/units.h"

using namespace viva;

namespace {

// "do/0-2 not/2-5 | use/6-9, x/11-12": a bar between sentences, a comma between clauses.
std::string shown(std::string_view text) {
  std::string out;
  const Unit* before = nullptr;
  const std::vector<Unit> all = units(text);
  for (const Unit& unit : all) {
    if (before) out += unit.sentence != before->sentence ? " | " : unit.clause != before->clause ? ", " : " ";
    out += unit.text + "/" + std::to_string(unit.from) + "-" + std::to_string(unit.to);
    before = &unit;
  }
  return out;
}

std::string words(std::string_view text) {
  std::string out;
  for (const Unit& unit : units(text)) out += (out.empty() ? "" : " ") + unit.text;
  return out;
}

}  // namespace

TEST_CASE("fold: width, case and compatibility forms do not count", "[text]") {
  CHECK(fold("ＡＰＩ １２３") == "api 123");
  CHECK(fold("㎏ ﬁn ²") == "kg fin 2");
  CHECK(fold("cafe\u0301") == "café");
  CHECK(fold("Straße ΣΑΣ") == "strasse σασ");
  CHECK(fold("ｶﾞ") == "ガ");
}

TEST_CASE("fold: Chinese punctuation and brackets become ASCII", "[text]") {
  CHECK(fold("，。；：？！（）【】「」『』“”‘’、～—…·×") == ",.;:?!()[]\"\"\"\"\"\"'',~-...**");
  CHECK(fold("《a》〈b〉〔c〕") == "<a><b>[c]");
  CHECK(fold("［1，2］｛a：b｝") == "[1,2]{a:b}");
  CHECK(fold("O(n·log n)") == "o(n*log n)");
  CHECK(fold("5−3 ÷ 2") == "5-3 / 2");
}

TEST_CASE("fold: white space of all kinds is one space, line ends stay", "[text]") {
  CHECK(fold("\t a \u00a0\u3000 b\u2003") == "a b");
  CHECK(fold("a \r\n b\rc\u2028d\n") == "a\nb\nc\nd");
  CHECK(fold("a\n\n\nb") == "a\n\n\nb");
  CHECK(fold(" \n ") == "");
  CHECK(fold("") == "");
}

TEST_CASE("fold: what cannot be seen is removed", "[text]") {
  CHECK(fold("re\u200bdis\ufeff") == "redis");
  CHECK(fold("a\u202eb\u00adc\u2060d\u200de") == "abcde");
  CHECK(fold("a\x1b[0m\x07z\x7f\u009b") == "a[0mz");
  CHECK(fold(std::string_view("a\0b", 3)) == "ab");
}

TEST_CASE("fold: bytes that are not UTF-8 become U+FFFD", "[text]") {
  CHECK(fold("a\xff\xfez") == "a\ufffd\ufffdz");
  CHECK(fold("\xe6\x95") == "\ufffd");         // a Han character cut short
  CHECK(fold("\xc0\xaf") == "\ufffd\ufffd");   // an overlong slash
  CHECK(fold("\xed\xa0\x80x").back() == 'x');  // half a surrogate pair
}

TEST_CASE("fold: every byte knows the bytes it came from", "[text]") {
  const std::string original = "  Ａ\u200b…㎏\r\n数";
  const Folded folded = fold_with_origin(original);
  REQUIRE(folded.text == "a...kg\n数");
  auto source = [&](std::size_t from, std::size_t to) {
    auto [begin, end] = folded.origin(from, to);
    return original.substr(begin, end - begin);
  };
  CHECK(source(0, 1) == "Ａ\u200b");  // what is invisible belongs to the character before it
  CHECK(source(1, 2) == "…");
  CHECK(source(1, 4) == "…");
  CHECK(source(4, 5) == "㎏");
  CHECK(source(6, 7) == "\r\n");
  CHECK(source(7, 10) == "数");
  CHECK(source(0, 10) == "Ａ\u200b…㎏\r\n数");
  CHECK(!folded.cut);
}

TEST_CASE("fold: a long text is cut between characters, and says so", "[text]") {
  std::string text;
  while (text.size() <= max_text_bytes) text += "数";
  const Folded folded = fold_with_origin(text);
  CHECK(folded.cut);
  CHECK(folded.text.size() == max_text_bytes / 3 * 3);
  CHECK(folded.text == text.substr(0, folded.text.size()));
  CHECK(units(text).size() == max_text_bytes / 3);
  CHECK(!fold_with_origin(std::string(max_text_bytes, 'a')).cut);
}

TEST_CASE("fold: piled-up accents take no time worth noticing", "[text]") {
  std::string text = "e";
  while (text.size() < max_text_bytes) text += "\u0301\u0323\u0334";  // marks of three classes, so that they have to be sorted
  const auto start = std::chrono::steady_clock::now();
  fold(text);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("units: words, numbers and Han characters, with their bytes", "[text]") {
  CHECK(shown("Use 数据库") == "use/0-3 数/4-7 据/7-10 库/10-13");
  CHECK(shown("Ｃ＋＋ and C#") == "c++/0-9 and/10-13 c#/14-16");
  CHECK(words("SIG_IGN camelCase i/o 3.14 O(n) a-b c++11") == "sig ign camelcase i o 3 14 o n a b c++ 11");
  CHECK(words("naïve Zürich Ǖ") == "naive zurich u");
  CHECK(words("re\u200bdis") == "redis");
  CHECK(words("") == "");
  CHECK(words("。！ —— 👍") == "");
  CHECK(units("数x")[0].han);
  CHECK(!units("数x")[1].han);
}

TEST_CASE("units: n't is a unit of its own inside its word", "[text]") {
  CHECK(shown("Don't") == "do/0-2 not/2-5");
  CHECK(shown("isn’t it") == "is/0-2 not/2-7 it/8-10");
  CHECK(words("wouldn't've") == "would not ve");
  CHECK(words("不用don't用") == "不 用 do not 用");
  CHECK(words("n'tx isn'treal") == "n tx isn treal");
}

TEST_CASE("units: sentences and clauses", "[text]") {
  CHECK(words("v2.0 runs. It works") == "v2 0 runs it works");
  CHECK(shown("a.b c. d") == "a/0-1 b/2-3 c/4-5 | d/7-8");
  CHECK(shown("a，b（c）d；e") == "a/0-1, b/4-5, c/8-9, d/12-13 | e/16-17");
  CHECK(shown("甲。乙\n丙！丁") == "甲/0-3 | 乙/6-9 | 丙/10-13 | 丁/16-19");
  CHECK(shown("a、b: c") == "a/0-1, b/4-5, c/7-8");
}

TEST_CASE("units: stems", "[text]") {
  CHECK(stem("blocking") == "block");
  CHECK(stem("queries") == "queri");
  CHECK(stem("") == "");
}
