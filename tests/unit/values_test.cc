#include "base/values.h"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

namespace viva {
namespace {

bool same(const char* expected, const char* got, const char* how = "{}") {
  return compare_values(*parse_json(expected), *parse_json(got), *ValueCompare::from_json(*parse_json(how))).same;
}

std::string place(const char* expected, const char* got, const char* how = "{}") {
  return compare_values(*parse_json(expected), *parse_json(got), *ValueCompare::from_json(*parse_json(how))).at;
}

std::string shown(const char* value, const std::string& language = "python", std::size_t most = 400) {
  return show_value(*parse_json(value), language, most);
}

}  // namespace

TEST_CASE("values: kinds are told apart") {
  CHECK(same("[1, 2]", "[1, 2]"));
  CHECK_FALSE(same("[1, 2]", R"({"$tuple": [1, 2]})"));
  CHECK_FALSE(same("1", "true"));
  CHECK_FALSE(same("0", "false"));
  CHECK_FALSE(same("1", R"("1")"));
  CHECK_FALSE(same("null", "0"));
  CHECK_FALSE(same(R"({"$set": [1]})", R"({"$frozenset": [1]})"));
  CHECK_FALSE(same(R"({"$bytes": "a"})", R"("a")"));
  CHECK(same(R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1})"));
  CHECK(same(R"({"$dict": [[1, "a"], [2, "b"]]})", R"({"$dict": [[2, "b"], [1, "a"]]})"));
  CHECK(same(R"x({"$object": "Point"})x", R"x({"$object": "Point", "text": "Point(1)"})x"));
  CHECK_FALSE(same(R"x({"$object": "Point", "text": "Point(2)"})x", R"x({"$object": "Point", "text": "Point(1)"})x"));
}

TEST_CASE("values: a dict of strings is the object") {
  CHECK(same(R"({"$dict": []})", "{}"));
  CHECK(same(R"({"a": 1})", R"({"$dict": [["a", 1]]})"));
  CHECK_FALSE(same(R"({"$dict": [[1, 1]]})", R"({"1": 1})"));
  CHECK_FALSE(same(R"({"$dict": [["a", 1]]})", "{}"));
}

TEST_CASE("values: what programs forge is compared and shown, whatever it is") {
  CHECK_FALSE(same(R"({"$dict": [["a", 1]]})", R"({"$dict": [5]})"));
  CHECK_FALSE(same(R"({"$array": {"data": [1]}})", R"({"$array": 5})"));
  CHECK_FALSE(same("[1]", R"({"$array": {"data": 5, "shape": [4000000000, 4000000000]}})", R"({"sequences": "any", "order": "any"})"));
  CHECK_FALSE(same("[1]", R"({"$array": {"data": [], "shape": [4000000000, 0]}})", R"({"sequences": "any"})"));
  std::mt19937 chance(20261121);
  auto below = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(chance); };
  const char* const keys[] = {"$tuple",  "$set", "$dict", "$array", "$series", "$frame", "$int", "$float", "$bytes", "$complex",
                              "$object", "data", "shape", "dtype",  "columns", "text",   "name", "index",  "a"};
  std::function<Json(int)> any = [&](int depth) -> Json {
    const std::size_t kind = below(depth > 3 ? 5 : 8);
    if (kind == 0) return nullptr;
    if (kind == 1) return below(2) == 0;
    if (kind == 2) return static_cast<int>(below(5));
    if (kind == 3) return 0.5;
    if (kind == 4) return below(2) ? "nan" : "x";
    if (kind == 5) {
      Json list = Json::array();
      for (std::size_t i = below(4); i > 0; --i) list.push_back(any(depth + 1));
      return list;
    }
    Json object = Json::object();
    for (std::size_t i = 1 + below(3); i > 0; --i) object[keys[below(std::size(keys))]] = any(depth + 1);
    return object;
  };
  for (int i = 0; i < 20000; ++i) {
    const Json one = any(0), other = any(0);
    for (const char* how : {"{}", R"({"order": "any", "sequences": "any"})", R"({"order": "none", "spaces": "free"})"}) {
      const ValueCompare compare = *ValueCompare::from_json(*parse_json(how));
      compare_values(one, other, compare);
      REQUIRE(compare_values(one, one, compare).same);
    }
    for (const char* language : {"python", "javascript", "lua"}) show_value(one, language, 60);
  }
}

TEST_CASE("values: numbers") {
  CHECK(same("1", "1.0"));
  CHECK(same("0.3", "0.30000000000000004"));
  CHECK(same("0", "1e-17"));
  CHECK_FALSE(same("0.3", "0.3001"));
  CHECK(same("0.3", "0.3001", R"({"absolute": 0.001})"));
  CHECK(same("1000", "1001", R"({"relative": 0.01})"));
  CHECK_FALSE(same("1000000000000", "1000000000001"));  // whole numbers are exact
  CHECK(same(R"({"$int": "9007199254740993"})", R"({"$int": "9007199254740993"})"));
  CHECK_FALSE(same(R"({"$int": "9007199254740993"})", R"({"$int": "9007199254740994"})"));
  CHECK(same(R"({"$float": "nan"})", R"({"$float": "nan"})"));
  CHECK_FALSE(same(R"({"$float": "nan"})", "0"));
  CHECK_FALSE(same("0", R"({"$float": "x"})"));
  CHECK_FALSE(same("0", R"({"$int": ""})"));
  CHECK(same(R"({"$float": "inf"})", R"({"$float": "inf"})"));
  CHECK_FALSE(same(R"({"$float": "inf"})", R"({"$float": "-inf"})"));
  CHECK_FALSE(same("1", R"({"$float": "inf"})", R"({"relative": 1})"));
}

TEST_CASE("values: any order, and as sets") {
  CHECK_FALSE(same("[1, 2]", "[2, 1]"));
  CHECK(same("[1, 2]", "[2, 1]", R"({"order": "any"})"));
  CHECK(same("[0.3, 1]", "[1, 0.30000000000000004]", R"({"order": "any"})"));
  CHECK_FALSE(same("[1, 1, 2]", "[1, 2, 2]", R"({"order": "any"})"));
  CHECK(same("[1, 1, 2]", "[1, 2, 2]", R"({"order": "none"})"));
  CHECK_FALSE(same("[1, 2]", "[1, 2, 3]", R"({"order": "none"})"));
  CHECK_FALSE(same("[[1, 2]]", "[[2, 1]]", R"({"order": "any"})"));  // the outermost one only
  CHECK(same(R"({"$set": [1, 2]})", R"({"$set": [2, 1]})"));
  CHECK_FALSE(same("[1]", R"({"$tuple": [1]})", R"({"order": "any"})"));
  CHECK(same("[1, [2]]", R"({"$tuple": [1, {"$tuple": [2]}]})", R"({"sequences": "any"})"));
}

TEST_CASE("values: arrays and frames; what is left out is not compared") {
  const char* array = R"({"$array": {"dtype": "int64", "shape": [2, 2], "data": [1, 2, 3, 4]}})";
  CHECK(same(R"({"$array": {"data": [[1, 2], [3, 4]]}})", array));
  CHECK(same(R"({"$array": {"data": [1, 2, 3, 4], "shape": [2, 2]}})", array));
  CHECK_FALSE(same(R"({"$array": {"data": [1, 2, 3, 4], "shape": [4]}})", array));
  CHECK_FALSE(same(R"({"$array": {"data": [1, 2, 3, 4], "dtype": "float64"}})", array));
  CHECK(same("[[1, 2], [3, 4]]", array, R"({"sequences": "any"})"));
  CHECK_FALSE(same("[[1, 2], [3, 4]]", array));
  const char* frame =
      R"({"$frame": {"columns": ["a", "b"], "dtypes": ["int64", "object"], "index": [0, 1], "data": [[1, "x"], [2, "y"]]}})";
  CHECK(same(R"({"$frame": {"columns": ["a", "b"], "data": [[1, "x"], [2, "y"]]}})", frame));
  CHECK_FALSE(same(R"({"$frame": {"columns": ["a", "b"], "data": [[2, "y"], [1, "x"]]}})", frame));
  CHECK(same(R"({"$frame": {"columns": ["a", "b"], "data": [[2, "y"], [1, "x"]]}})", frame, R"({"order": "any"})"));
  CHECK_FALSE(same(R"({"$frame": {"columns": ["a", "c"], "data": [[1, "x"], [2, "y"]]}})", frame));
}

TEST_CASE("values: text") {
  CHECK_FALSE(same(R"("a\n")", R"("a")"));
  CHECK(same(R"("a \nb\n\n")", R"("a\nb")", R"({"spaces": "line-ends"})"));
  CHECK_FALSE(same(R"("a  b")", R"("a b")", R"({"spaces": "line-ends"})"));
  CHECK(same(R"("a  b\nc")", R"("a b c\n")", R"({"spaces": "free"})"));
  Difference found = compare_values("a  b", "a b");
  CHECK_FALSE(found.same);
  CHECK(found.only_spaces);
  CHECK_FALSE(compare_values("a", "b").only_spaces);
}

TEST_CASE("values: the first place where they differ") {
  CHECK(place("[1, {\"name\": [1, 2]}]", "[1, {\"name\": [1, 3]}]") == "[1].name[1]");
  CHECK(place("[1, 2]", "[1]") == "[1]");
  CHECK(place("{\"a\": 1}", "{\"b\": 1}") == ".a");
  CHECK(place("1", "2").empty());
}

TEST_CASE("values: how to compare, and what is wrong with it") {
  auto fault = [](const char* how) { return ValueCompare::from_json(*parse_json(how)).error().message; };
  CHECK(fault(R"({"oder": "any"})") == "compare: unknown key 'oder'; did you mean 'order'?");
  CHECK(fault(R"({"order": "some"})") == "compare: \"order\" is one of 'same', 'any', 'none'");
  CHECK(fault(R"({"relative": -1})") == "compare: \"relative\" is a number from 0 on");
  CHECK(fault("[1]") == "compare: expected an object such as {\"order\": \"any\"}");
}

TEST_CASE("values: as people write them") {
  CHECK(shown(R"({"$tuple": [1]})") == "(1,)");
  CHECK(shown(R"([null, true, "it's", 1.5])") == R"([None, True, "it's", 1.5])");
  CHECK(shown(R"([null, true, "a\nb"])", "javascript") == R"([null, true, 'a\nb'])");
  CHECK(shown(R"({"$set": []})") == "set()");
  CHECK(shown(R"({"$dict": [[1, 2]]})") == "{1: 2}");
  CHECK(shown(R"({"$bytes": "a\\x00"})") == R"(b'a\x00')");
  CHECK(shown(R"({"$int": "9007199254740993"})") == "9007199254740993");
  CHECK(shown(R"({"$array": {"dtype": "int64", "shape": [2, 1], "data": [1, 2]}})") == "array([[1], [2]], dtype=int64)");
  CHECK(shown(R"x({"$object": "Point", "text": "Point(1)"})x") == "Point(1)");
  CHECK(shown(R"({"a": 1})") == "{'a': 1}");
  CHECK(shown(R"([1, 2, 3, 4, 5, 6, 7, 8])", "python", 10) == "[1, 2, 3, …");
  CHECK(shown(R"("一二三四五")", "python", 10) == "'一二三…");
}

}  // namespace viva
