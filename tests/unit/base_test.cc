#include <catch2/catch.hpp>
#include <numeric>

#include "base/hash.h"
#include "base/json.h"
#include "base/number.h"
#include "base/spelling.h"

using namespace viva;

TEST_CASE("JSON: a key given twice is refused at its line", "[base]") {
  auto parsed = parse_json("{\n  \"a\": 1,\n  \"a\": 2\n}", "x.json");
  REQUIRE(!parsed);
  CHECK(parsed.error().text() == "x.json:3: the key \"a\" is given twice in one object");
}

TEST_CASE("JSON: nesting beyond 64 levels is refused, 64 are fine", "[base]") {
  auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parse_json(nested(64)));
  auto parsed = parse_json(nested(65), "x");
  REQUIRE(!parsed);
  CHECK(parsed.error().text() == "x:1: nested deeper than 64 levels");
  CHECK(!parse_json(std::string(1 << 20, '[')));
}

TEST_CASE("JSON: bad UTF-8, trailing text and syntax errors name the line", "[base]") {
  CHECK(parse_json("{\"a\":\n\"\xff\"}", "x").error().text().find("x:2: not valid JSON: ") == 0);
  CHECK(parse_json("1 2", "x").error().text().find("x:1: not valid JSON: ") == 0);
  CHECK(parse_json("{\n\n\"a\" 1}", "x").error().line == 3);
  CHECK(parse_json("", "x").error().text().find("x:1: not valid JSON: ") == 0);
  CHECK(parse_json("\xef\xbb\xbf{}", "x"));
  const std::string words = "; last read: '\"a: \xef\xbf\xbd'";  // U+FFFD in place of what is no character
  CHECK(parse_json("\"a: \xff", "x").error().text() ==
        "x:1: not valid JSON: syntax error while parsing value - invalid string: ill-formed UTF-8 byte" + words);
  CHECK(parse_json(std::string_view("{}\n\0 x", 6), "x").error().text() == "x:2: not valid JSON: a zero byte");
}

TEST_CASE("spelling: slips are corrected, other words are not", "[base]") {
  std::vector<std::string> names = {"choice", "cloze", "numeric"};
  CHECK(nearest("choise", names) == "choice");
  CHECK(nearest("colze", names) == "cloze");
  CHECK(nearest("ordering", names).empty());
  CHECK(did_you_mean("numerc", names) == "; did you mean 'numeric'?");
}

TEST_CASE("hash: known BLAKE2b values", "[base]") {
  // RFC 7693 defines the function; the digest of 32 bytes of "" is a published test value.
  CHECK(content_hash("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(short_hash("") == "0e5751c026e543b2");
}

TEST_CASE("numbers: the fraction is the one with the smallest denominator, as trying them all would find it") {
  for (std::int64_t denominator = 1; denominator <= 1000; ++denominator) {
    for (std::int64_t numerator :
         {std::int64_t{1}, denominator / 3, denominator / 2 + 1, denominator - 1, 7 * denominator + 2, -denominator / 2}) {
      const std::int64_t common = std::gcd(numerator, denominator);
      const Fraction found = as_fraction(static_cast<double>(numerator) / static_cast<double>(denominator));
      INFO(numerator << "/" << denominator);
      CHECK(found.numerator == numerator / common);
      CHECK(found.denominator == denominator / common);
    }
  }
  CHECK(as_fraction(0.6647431).denominator == 1000000);
  CHECK(as_fraction(0.3333333333333333 + 1e-10).denominator == 1000000);
}
