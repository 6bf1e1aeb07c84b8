#include <catch2/catch.hpp>

#include "bank/validate.h"
#include "bank_folder.h"

using namespace viva;
using Texts = std::vector<std::string>;

namespace {

// A bank with one area, two topics and a catalogue, and a question that has everything; a test breaks one thing in it.
struct CheckedBank : ScratchBank {
  Json good = Json::parse(R"json({
    "$schema": "../schema.json", "id": "web.http", "type": "short-answer", "covers": ["s000-001", "s000-002"], "topics": ["caching", "cors"],
    "level": "mid", "difficulty": 3, "seconds": 60, "prompt": {"en": "What?", "zh": ["什么", "？"]},
    "points": [{"id": "lock", "weight": 1, "text": "a lock", "any": ["lock|锁"]},
               {"id": "ways", "weight": 2, "text": "ways", "k": 1, "of": [{"id": "wait", "text": "wait", "any": ["wait"]}, {"id": "spin", "text": "spin", "any": ["spin"]}]}],
    "misconceptions": [{"id": "faster", "trap": "s000-001", "any": ["fast"], "penalty": 0.2, "text": "no"}],
    "models": [{"lang": "en", "text": "A lock."}, {"lang": "zh", "text": "锁。"}],
    "hints": ["Think.", {"text": {"en": "Lock", "zh": "锁"}, "cost": 0.2}], "explanation": "So.", "references": ["https://example.org/"],
    "follow_ups": [{"when": {"missed": "ways.wait", "below": 0.5},
      "question": {"id": "sub", "type": "true-false", "seconds": 20, "prompt": "True?", "answer": true}}, {"ask": "web.other"}],
    "checks": [{"answer": "a lock", "lang": "en", "credit": [0.3, 0.5], "expect": {"found": ["lock"], "missed": ["ways"]}}]
  })json");

  CheckedBank() {
    write("index.json",
          R"({"areas": {"web": {"en": "Web", "zh": "网络"}}, "topics": {"caching": {"en": "c", "zh": "c"}, "cors": {"en": "c", "zh": "c"}},
      "catalogue": {"s000-001": {"area": "web", "en": "a", "zh": "a", "erratum": "wrong"}, "s000-002": {"area": "web", "en": "b", "zh": "b"},
                    "s000-003": {"area": "web", "en": "c", "zh": "c"}}})");
    Json other = good;
    other["id"] = "web.other";
    other["follow_ups"] = Json::array({{{"ask", "web.http"}}});
    write("web/other.json", to_text(other));
  }

  Texts faults(const Json& question, const std::string& place = "web/http.json") {
    write(place, to_text(question));
    std::vector<Error> at_load;
    Bank bank = Bank::load({{root, ""}}, at_load);
    REQUIRE(texts(at_load) == Texts{});
    auto pattern = [](const std::string& text) { return text == "|" ? std::string("the pattern is empty") : std::string(); };
    return texts(validate(bank, {types(), pattern}));
  }

  // One fault, without the part that is the same for all: the whole question is in the first line.
  std::string fault(const std::string& pointer, const Json& value) {
    Json broken = good;
    broken[Json::json_pointer(pointer)] = value;
    return only(faults(broken));
  }
  std::string fault_without(const std::string& pointer) {
    Json broken = good;
    Json::json_pointer place(pointer);
    broken[place.parent_pointer()].erase(place.back());
    return only(faults(broken));
  }
  static std::string only(const Texts& faults) {
    const std::string begin = "questions/web/http.json:1: ";
    if (faults.size() != 1 || faults[0].compare(0, begin.size(), begin) != 0) return Catch::Detail::stringify(faults);
    return faults[0].substr(begin.size());
  }
};

}  // namespace

TEST_CASE("validation: a question in order has no faults", "[bank]") {
  CheckedBank bank;
  CHECK(bank.faults(bank.good) == Texts{});
}

TEST_CASE("validation: values that are not what the field asks for", "[bank]") {
  CheckedBank bank;
  CHECK(bank.fault("/prompt", 5) == "/prompt: expected text or {\"en\", \"zh\"}, found number");
  CHECK(bank.fault("/points/0/text", nullptr) == "/points/0/text: expected text or {\"en\", \"zh\"}, found null");
  CHECK(bank.fault("/prompt", "") == "/prompt: the text is empty");
  CHECK(bank.fault("/prompt/en", Json::array({"a", 1})) == "/prompt/en/1: expected a line of text, found number");
  CHECK(bank.fault("/prompt", {{"en", "What?"}}) == "/prompt: \"zh\" is missing; give both languages, or one plain text for both");
  CHECK(bank.fault("/prompt/fr", "Quoi ?") == "/prompt/fr: unknown language 'fr'; a text has \"en\" and \"zh\"");
  CHECK(bank.fault("/seconds", "60") == "/seconds: expected a whole number from 10 to 5400, found '60'");
  CHECK(bank.fault("/seconds", 5) == "/seconds: expected a whole number from 10 to 5400, found 5");
  CHECK(bank.fault("/difficulty", 2.5) == "/difficulty: expected a whole number from 1 to 5, found 2.5");
  CHECK(bank.fault("/points/0/weight", -1) == "/points/0/weight: expected a number of at least 0, found -1");
  CHECK(bank.fault("/points/0/required", "yes") == "/points/0/required: expected true or false, found 'yes'");
  CHECK(bank.fault("/misconceptions/0/id", "A Lock") ==
        "/misconceptions/0/id: expected a name of small letters, digits and '-', found 'A Lock'");
  CHECK(bank.fault("/level", "expert") == "/level: expected one of 'junior', 'mid', 'senior', found 'expert'");
  CHECK(bank.fault("/level", "senoir") == "/level: expected one of 'junior', 'mid', 'senior', found 'senoir'; did you mean 'senior'?");
  CHECK(bank.fault("/topics", Json::array()) == "/topics: expected at least 1 item, found 0");
  CHECK(bank.fault("/hints", Json::array({"a", "a", "a", "a", "a", "a"})) == "/hints: expected 1 to 5 items, found 6");
  CHECK(bank.fault("/hints/0", true) == "/hints/0: expected text or {\"en\", \"zh\"}, or an object, found true");
  CHECK(bank.fault("/hints/1/cost", 2) == "/hints/1/cost: expected a number from 0 to 1, found 2");
  CHECK(bank.fault("/points", {{"id", "x"}}) == "/points: expected a list, found an object");
  CHECK(bank.fault("/points/0/any/0", "|") == "/points/0/any/0: the pattern is empty");
  CHECK(bank.fault("/checks/0/credit", "full") == "/checks/0/credit: expected a number from 0 to 1, or a list, found 'full'");
  CHECK(bank.fault("/checks/0/credit", Json::array({0.5})) == "/checks/0/credit: expected 2 items, found 1");
}

TEST_CASE("validation: fields that are unknown or missing", "[bank]") {
  CheckedBank bank;
  CHECK(bank.fault("/promt", "x") == "/promt: unknown field 'promt'; did you mean 'prompt'?");
  const std::string long_name = std::string(56, 'x') + "中文" + std::string(30, 'x');  // cut between two characters
  CHECK(bank.fault("/" + long_name, "x").find("unknown field '" + std::string(56, 'x') + "...'; the fields here are") != std::string::npos);
  CHECK(bank.fault("/misconceptions/0/reason", "x") ==
        "/misconceptions/0/reason: unknown field 'reason'; the fields here are 'any', 'id', 'penalty', 'text', 'trap'");
  CHECK(bank.fault_without("/explanation") == "the field 'explanation' is missing: text or {\"en\", \"zh\"}");
  CHECK(bank.fault_without("/hints/1/text") == "/hints/1: the field 'text' is missing: text or {\"en\", \"zh\"}");
  CHECK(bank.fault_without("/follow_ups/0/question/seconds") ==
        "/follow_ups/0/question: the field 'seconds' is missing: a whole number from 10 to 5400");
  CHECK(bank.fault("/follow_ups/0/question/formerly", Json::array({"a.b"}))
            .find("/follow_ups/0/question/formerly: unknown field 'formerly'") == 0);
}

TEST_CASE("validation: names that do not exist", "[bank]") {
  CheckedBank bank;
  CHECK(bank.fault("/type", "short-anser") == "/type: unknown question type 'short-anser'; did you mean 'short-answer'?");
  CHECK(bank.fault("/type", "essay") ==
        "/type: unknown question type 'essay'; known: choice, cloze, code, find-the-bug, matching, numeric, ordering, predict-output, "
        "redis, scenario, "
        "shell, short-answer, sql, true-false");
  CHECK(bank.fault("/topics/0", "cashing") == "/topics/0: unknown topic 'cashing'; did you mean 'caching'?");
  CHECK(bank.fault("/topics/0", "zookeeper") == "/topics/0: unknown topic 'zookeeper'; name it in \"topics\" in questions/index.json");
  CHECK(bank.fault("/topics/0", "cors") == "/topics/1: 'cors' is listed twice");
  CHECK(bank.fault("/covers/1", "t9") == "/covers/1: unknown catalogue entry 't9'");
  CHECK(bank.fault("/follow_ups/1/ask", "web.othre") == "/follow_ups/1/ask: there is no question 'web.othre'; did you mean 'web.other'?");
  CHECK(bank.fault("/follow_ups/1/ask", "web.http") == "/follow_ups/1/ask: the question follows up with itself");
  CHECK(bank.fault("/follow_ups/1/ask", "web.http.sub") == "{  }");
  CHECK(bank.fault("/follow_ups/0/when/missed", "locks") ==
        "/follow_ups/0/when/missed: this question has no part 'locks'; did you mean 'lock'?");
  CHECK(bank.fault("/follow_ups/0/when/found", "gil") ==
        "/follow_ups/0/when/found: this question has no part 'gil'; there are 'lock', 'ways', 'ways.wait', 'ways.spin'");
  CHECK(bank.fault("/follow_ups/0/when/misconception", "fast") ==
        "/follow_ups/0/when/misconception: this question has no misconception 'fast'; did you mean 'faster'?");
  CHECK(bank.fault("/checks/0/expect/found/0", "luck") ==
        "/checks/0/expect/found/0: this question has no part 'luck'; did you mean 'lock'?");
  CHECK(bank.fault("/misconceptions/0/trap", "s000-003") ==
        "/misconceptions/0/trap: the trap 's000-003' is not in the question's \"covers\"; add it there");
  CHECK(bank.fault("/misconceptions/0/trap", "?") == "/misconceptions/0/trap: unknown catalogue entry '?'");
}

TEST_CASE("validation: things that do not go together", "[bank]") {
  CheckedBank bank;
  CHECK(bank.fault("/id", "web.https") == "/id: the id is 'web.https', but the file's place makes it 'web.http'");
  CHECK(bank.fault("/difficulty", 5) == "/difficulty: difficulty 5 does not go with level 'mid', which has 2 to 4");
  CHECK(bank.fault("/follow_ups/0/question/level", "junior") == "{  }");
  CHECK(bank.fault("/follow_ups/0/question/difficulty", 1) ==
        "/follow_ups/0/question/difficulty: difficulty 1 does not go with level 'mid', which has 2 to 4");
  CHECK(bank.fault_without("/follow_ups/1/ask") ==
        "/follow_ups/1: give \"ask\", the id of a question, or \"question\", an inline one: one of them");
  CHECK(bank.fault("/follow_ups/0/when", Json::object()) ==
        "/follow_ups/0/when: no condition is given; leave \"when\" out for a question that always follows");
  CHECK(bank.fault("/follow_ups/0/when/at_least", 0.5) == "/follow_ups/0/when: \"at_least\" is not less than \"below\": this never holds");
  CHECK(bank.fault_without("/checks/0/answer") == "/checks/0: give the sample answer as \"answer\" or as \"file\", one of them");
  CHECK(bank.fault_without("/checks/0/credit") == "/checks/0: say what the answer must get: \"credit\", 1 or [0.5, 0.8], or \"verdict\"");
  CHECK(bank.fault("/checks/0/credit", Json::array({0.9, 0.1})) ==
        "/checks/0/credit: the range runs from the lower credit to the higher one");
  CHECK(bank.fault("/references/0", "http://x") == "/references/0: expected an address that begins with https://, found 'http://x'");
  CHECK(bank.fault("/models/1/lang", "en") == "/models: no model answer has \"lang\": \"zh\"; give one in each language");
}

TEST_CASE("validation: code and side files", "[bank]") {
  CheckedBank bank;
  CHECK(bank.fault("/code", "print(1)") == "/code: expected code: {\"language\", and \"lines\" or \"file\"}, found 'print(1)'");
  CHECK(bank.fault("/code", {{"language", "python"}}) == "/code: give the code as \"lines\" or as \"file\", one of them");
  CHECK(bank.fault("/code", {{"language", "python"}, {"file", "p.py"}}) == "/code/file: there is no side file questions/web/http/p.py");
  CHECK(bank.fault("/proof", {{"run", "../../x"}, {"prints", "items"}}) ==
        "/proof/run: the side file's name '../../x' must be of letters, digits, '.', '_' and '-', and lie in questions/web/http/");
  bank.write("web/http/p.py", "print(1)\n");
  CHECK(bank.fault("/code", {{"language", "python"}, {"file", "p.py"}}) == "{  }");
}

TEST_CASE("validation: all faults of all files in one run, by file and line", "[bank]") {
  CheckedBank bank;
  bank.write("web/broken.json", R"({
  "type": "choice",
  "promt": "x",
  "level": "senior", "difficulty": 1,
  "options": [
    { "text": 1 }
  ]
})");
  bank.write("wbe/lost.json", to_text([&] {
               Json lost = bank.good;
               lost["id"] = "wbe.lost";
               return lost;
             }()));
  std::vector<std::string> found = bank.faults(bank.good);
  CHECK(found == Texts{
                     "questions/wbe/lost.json:1: the area 'wbe' has no name; did you mean 'web'?",
                     "questions/web/broken.json:1: the field 'covers' is missing: a list",
                     "questions/web/broken.json:1: the field 'explanation' is missing: text or {\"en\", \"zh\"}",
                     "questions/web/broken.json:1: the field 'hints' is missing: a list",
                     "questions/web/broken.json:1: the field 'id' is missing: a string",
                     "questions/web/broken.json:1: the field 'prompt' is missing: text or {\"en\", \"zh\"}",
                     "questions/web/broken.json:1: the field 'references' is missing: a list",
                     "questions/web/broken.json:1: the field 'seconds' is missing: a whole number from 10 to 5400",
                     "questions/web/broken.json:1: the field 'topics' is missing: a list",
                     "questions/web/broken.json:3: /promt: unknown field 'promt'; did you mean 'prompt'?",
                     "questions/web/broken.json:4: /difficulty: difficulty 1 does not go with level 'senior', which has 3 to 5",
                     "questions/web/broken.json:5: /options: expected 2 to 8 items, found 1",
                     "questions/web/broken.json:6: /options/0/text: expected text or {\"en\", \"zh\"}, found number",
                 });
}

TEST_CASE("validation: a pack may leave out what teaches and what is covered, the shipped bank may not", "[bank]") {
  CheckedBank shipped, pack;
  std::filesystem::remove(pack.root + "/questions/index.json");
  std::filesystem::remove(pack.root + "/questions/web/other.json");
  Json question = shipped.good;
  question["id"] = "web.mine";
  question.erase("covers");
  question["misconceptions"][0].erase("trap");
  question["follow_ups"].erase(1);
  for (const char* field : {"hints", "explanation", "references"}) question.erase(field);
  pack.write("web/mine.json", to_text(question));
  shipped.write("web/http.json", to_text(shipped.good));
  std::vector<Error> faults;
  Bank bank = Bank::load({{shipped.root, ""}, {pack.root, "mypack"}}, faults);
  CHECK(texts(faults) == Texts{});
  CHECK(texts(validate(bank, {types(), {}})) == Texts{});

  shipped.write("web/mine.json", to_text(question));
  Bank strict = Bank::load({{shipped.root, ""}}, faults);
  std::string all;
  for (const std::string& fault : texts(validate(strict, {types(), {}}))) all += fault + "\n";
  for (const char* field : {"covers", "hints", "explanation", "references"})
    CHECK(all.find(std::string("questions/web/mine.json:1: the field '") + field + "' is missing") != std::string::npos);
}

TEST_CASE("validation: what a type finds itself gets its file and line", "[bank]") {
  CheckedBank folder;
  folder.write("web/http.json", folder.good.dump(1));
  std::vector<Error> faults;
  Bank bank = Bank::load({{folder.root, ""}}, faults);
  CHECK(fault_in(bank, *bank.find("web.http"), "/points/1/k", "too many").text() == "questions/web/http.json:89: /points/1/k: too many");
  CHECK(fault_in(bank, *bank.find("web.http.sub"), "/answer", "no").text() ==
        "questions/web/http.json:30: /follow_ups/0/question/answer: no");
}

TEST_CASE("secrets: only declared, open fields are shown", "[bank]") {
  Json question = Json::parse(
      R"({"id": "a.b", "area": "a", "type": "choice", "prompt": "?", "explanation": "x", "hints": ["x"], "proof": {}, "checks": [],
    "models": [], "follow_ups": [], "references": [], "undeclared": 1, "many": true, "trap": "s",
    "options": [{"text": "one", "correct": true, "trap": "s"}, {"text": "two", "why": "x"}]})");
  CHECK(to_text(without_secrets(question, types().at("choice"))) ==
        R"({"area":"a","id":"a.b","many":true,"options":[{"text":"one"},{"text":"two"}],"prompt":"?","type":"choice"})");
  Json cloze = Json::parse(R"({"id": "a.b", "type": "cloze", "blanks": {"x": {"accept": ["1"], "wrong": []}}})");
  CHECK(to_text(without_secrets(cloze, types().at("cloze"))) == R"({"blanks":{"x":{}},"id":"a.b","type":"cloze"})");
}

TEST_CASE("fields: a declaration that makes no sense is refused at its place", "[bank]") {
  auto why = [](const char* text) { return FieldSpec::parse(Json::parse(text)).error().text(); };
  CHECK(why("1") == "a field is declared by an object with a \"type\"");
  CHECK(why(R"({"type": "record", "fields": {"a": {"type": "nmber"}}})") ==
        "/fields/a: unknown field type 'nmber'; did you mean 'number'?");
  CHECK(why(R"({"type": "list"})") == "a list needs \"of\", what its items are");
  CHECK(why(R"({"type": "record"})") == "a record needs \"fields\"");
  CHECK(why(R"({"type": "one_of", "values": []})") == "one_of needs \"values\", a list of strings");
  CHECK(why(R"({"type": "number", "mn": 1})") == "unknown key 'mn' for a field of this type; did you mean 'min'?");
  CHECK(why(R"({"type": "number", "min": 2, "max": 1})") == "\"min\" is larger than \"max\"");
  CHECK(why(R"({"type": "text", "secret": 1})") == "/secret: expected true or false");
}
