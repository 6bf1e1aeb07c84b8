#include "script_fixture.h"

using namespace viva;

TEST_CASE("an answer is graded, scored and recorded", "[script]") {
  Scripts scripts(type("return { credit = response == q.key and 1 or 1/3, parts = {{ id = 'p', credit = 0.5, note = { en = 'why', zh = '因为' }, spans = {{0, 2}} }} }"));
  CHECK(scripts.problem() == "");
  CHECK(scripts.grade({"yes", "no"}) ==
        R"({"candidate":"c","question":"a.b","response":"yes","credit":1,"points":1,"max":1,"verdict":"correct","parts":[{"id":"p","credit":0.5,"weight":1,"note":"why","spans":[[0,2]]}],"review":false,"seconds":null,"hints":0,"rule":"plain","variant":null,"versions":{"question":"q","type":"t","rule":"","engine":"test"}}
{"candidate":"c","question":"a.b","response":"no","credit":0.333333,"points":0.333333,"max":1,"verdict":"partial","parts":[{"id":"p","credit":0.5,"weight":1,"note":"why","spans":[[0,2]]}],"review":false,"seconds":null,"hints":0,"rule":"plain","variant":null,"versions":{"question":"q","type":"t","rule":"","engine":"test"}}
)");
}

TEST_CASE("an endless loop costs one answer, at the author's line", "[script]") {
  Scripts scripts(type("if response == 'loop' then while true do pcall(function() while true do end end) end end\n return { credit = 1 }"));
  std::string records = scripts.grade({"a", "loop", "b"});
  CHECK(records.find("scripts/a.lua:3: gave up after 50 million instructions") != std::string::npos);
  CHECK(std::count(records.begin(), records.end(), '\n') == 3);
  CHECK(records.find(R"("verdict":"ungraded")") != std::string::npos);
}

TEST_CASE("what is kept from one answer to the next makes the answer ungraded", "[script]") {
  Scripts scripts("local n = 0\n" + type("n = n + 1\n return { credit = n > 1 and 1 or 0 }"));
  std::string records = scripts.grade({"a", "b", "c"});
  CHECK(records.find("keeps something from one answer to the next") != std::string::npos);
  CHECK(records.find("\"correct\"") == std::string::npos);
  Scripts other(type("q.key = response\n return { credit = 1 }"));
  CHECK(other.grade({"a", "b"}).find("changes the question; it is read-only") != std::string::npos);
}

TEST_CASE("mistakes in a registration are told at the author's line", "[script]") {
  CHECK(Scripts("question_type { name = 't', description = 'd', feilds = {}, grade = function() end }").problem() ==
        "scripts/a.lua:1: question_type has no key 'feilds'; did you mean 'fields'?");
  CHECK(Scripts("\nlocal x = y + 1").problem() == "scripts/a.lua:2: the variable 'y' is not declared");
  CHECK(Scripts("question_type {").problem() == "scripts/a.lua:1: unexpected symbol near '<eof>'");
  CHECK(Scripts("question_type { name = 't', description = 'd', fields = { a = 'txet' }, grade = function() end }").problem() ==
        "scripts/a.lua:1: 'txet' is no type of field; did you mean 'text'?");
  CHECK(Scripts("require 'nothing'").problem() == "scripts/a.lua:1: there is no library 'nothing' (a file scripts/lib/nothing.lua)");
}
