// Every lint with a question that it warns about and one that it does not.
#include "lint/lint.h"

#include <catch2/catch.hpp>

#include "bank_folder.h"
#include "lint/published.h"

using namespace viva;
using Texts = std::vector<std::string>;

namespace {

struct LintedBank : ScratchBank {
  Glossary glossary;

  void put(const std::string& place, const std::string& json) const { write(place + ".json", to_text(Json::parse(json))); }

  // Without the part that is the same for all: every question is one line.
  Texts warnings(std::set<std::string> faulty = {}) const {
    std::vector<Error> faults;
    const Bank bank = Bank::load({{root, ""}}, faults);
    REQUIRE(texts(faults) == Texts{});
    Texts found;
    for (const Error& warning : lint(bank, {glossary, 0, std::move(faulty)})) {
      std::string text = warning.text();
      for (const std::string_view part : {"questions/", ".json:1", "warning: "})
        if (const std::size_t at = text.find(part); at != std::string::npos) text.erase(at, part.size());
      found.push_back(text);
    }
    return found;
  }

  // The warnings about one question that is alone in its bank.
  Texts about(const std::string& json) const {
    put("web/http", json);
    return warnings();
  }
};

// A choice question whose key is `key`; all texts differ, so that no two ask the same.
std::string choice(int number, int key, bool long_key = false) {
  Json question = {{"type", "choice"}, {"prompt", "Question " + std::to_string(number * 7919)}, {"difficulty", 1 + number % 5}};
  for (int i = 0; i < 4; ++i) {
    Json option = {{"text", std::string("xyzw").substr(static_cast<std::size_t>(i), 1) + std::to_string(number + 100) +
                                (long_key && i == key ? " and more" : "")}};
    if (i == key) option["correct"] = true;
    question["options"].push_back(option);
  }
  return to_text(question);
}

}  // namespace

TEST_CASE("lint: no letter is the key too often", "[lint]") {
  LintedBank bank;
  for (int i = 0; i < 40; ++i) bank.put("web/q" + std::to_string(100 + i), choice(i, i % 4));
  CHECK(bank.warnings() == Texts{});
  for (int i = 0; i < 8; ++i) bank.put("web/q" + std::to_string(100 + i), choice(i, 1));
  CHECK(bank.warnings() == Texts{": 16 of 40 choice questions with four options have the key at b (40 %, at most 35 %): who always picks "
                                 "it must not gain by it; move "
                                 "the key in some, such as web.q100, web.q101, web.q102, web.q103"});
}

TEST_CASE("lint: the key is not known by its length", "[lint]") {
  LintedBank bank;
  for (int i = 0; i < 40; ++i) bank.put("web/q" + std::to_string(100 + i), choice(i, i % 4, i < 10));
  CHECK(bank.warnings() == Texts{});
  for (int i = 0; i < 20; ++i) bank.put("web/q" + std::to_string(100 + i), choice(i, i % 4, true));
  const std::string rest =
      ", by chance it would be 10: who picks by length must not gain by it; make options alike in length, first of web.q100, "
      "web.q101, web.q102, web.q103";
  CHECK(bank.warnings() == Texts{": in 20 of 40 choice questions the key is the longest option (en)" + rest,
                                 ": in 20 of 40 choice questions the key is the longest option (zh)" + rest});
}

TEST_CASE("lint: options that speak of the others", "[lint]") {
  LintedBank bank;
  const std::string tail = "' is decided by knowing two of the other options; ask for \"many\" instead, or write an option of its own";
  CHECK(bank.about(R"({"type": "choice", "prompt": "?", "options": [{"text": "x"}, {"text": "All of the above."}]})") ==
        Texts{"web/http: /options/1/text: 'all of the above" + tail});
  CHECK(bank.about(R"({"type": "choice", "prompt": "?", "options": [{"text": {"en": "each one", "zh": "以上都对"}}, {"text": "x"}]})") ==
        Texts{"web/http: /options/0/text: '以上都" + tail});
  CHECK(bank.about(R"({"type": "choice", "prompt": "?", "options": [{"text": "It sends all of these"}, {"text": "x"}]})") == Texts{});
}

TEST_CASE("lint: prompts that contain the key", "[lint]") {
  LintedBank bank;
  CHECK(
      bank.about(R"({"type": "choice", "prompt": "Why a load balancer?",
    "options": [{"text": "Load Balancer", "correct": true}, {"text": "proxy"}]})") ==
      Texts{"web/http: /prompt: the key 'Load Balancer' stands in the prompt (en) and no other option does; word the prompt or the option "
            "otherwise"});
  // Both stand there; only a piece of a word does; too short to tell.
  CHECK(bank.about(
            R"({"type": "choice", "prompt": "A proxy or a cache?", "options": [{"text": "proxy", "correct": true}, {"text": "cache"}]})") ==
        Texts{});
  CHECK(bank.about(R"({"type": "choice", "prompt": "Proxying", "options": [{"text": "proxy", "correct": true}, {"text": "cache"}]})") ==
        Texts{});
  CHECK(bank.about(R"({"type": "choice", "prompt": "x or?", "options": [{"text": "x", "correct": true}, {"text": "y"}]})") == Texts{});
  CHECK(
      bank.about(
          R"({"type": "cloze", "prompt": {"en": "A crash is a [[die]].", "zh": "[[die]]。"}, "blanks": {"die": {"accept": ["crash", "崩溃"]}}})") ==
      Texts{"web/http: /prompt: 'crash', which goes into the blank 'die', stands in the prompt itself (en); word it otherwise"});
  CHECK(bank.about(R"({"type": "cloze", "prompt": "It is [[lock]] (held / released).", "blanks": {"lock": {"accept": ["released"]}}})") ==
        Texts{});
}

TEST_CASE("lint: hints that tell more than their price", "[lint]") {
  LintedBank bank;
  const std::string options = R"("options": [{"text": "nothing", "correct": true}, {"text": "something"}]})";
  CHECK(bank.about(R"({"type": "choice", "prompt": "What comes?", "hints": ["It is nothing.", "Look again."], )" + options) ==
        Texts{"web/http: /hints/0: the hint says the key 'nothing' (en), and is not the last one; let it only nudge, or give it a \"cost\" "
              "of 0.5 "
              "or more"});
  CHECK(bank.about(R"({"type": "choice", "prompt": "What comes?", "hints": ["Look.", "It is nothing."], )" + options) == Texts{});
  CHECK(bank.about(R"({"type": "choice", "prompt": "What comes?", "hints": [{"text": "It is nothing.", "cost": 0.5}, "Look."], )" +
                   options) == Texts{});
  CHECK(bank.about(R"({"type": "choice", "prompt": "What comes?", "hints": ["Is it something or nothing?", "Look."], )" + options) ==
        Texts{});
  CHECK(bank.about(R"({"type": "predict-output", "prompt": "What?", "hints": ["It prints 1 2 3.", "Look."], "output": ["1 2 3"]})") ==
        Texts{"web/http: /hints/0: the hint says the output (en), and is not the last one; let it only nudge, or give it a \"cost\" of 0.5 "
              "or more"});
  const std::string points = R"("points": [{"id": "lock", "weight": 2, "any": ["lock"]}, {"id": "wait", "weight": 1, "any": ["wait"]}],
    "checks": [{"answer": "lock, wait", "lang": "en"}, {"answer": "lock", "lang": "zh"}]})";
  CHECK(bank.about(R"({"type": "short-answer", "prompt": "How?", "hints": ["Take a lock", "x"], )" + points) ==
        Texts{"web/http: /hints/0: the hint tells lock (en), 67 % of the credit, for 0 %; say less, or raise its \"cost\""});
  CHECK(bank.about(R"({"type": "short-answer", "prompt": "How?", "hints": ["x", "Take a lock"], )" + points) == Texts{});
  CHECK(bank.about(R"({"type": "short-answer", "prompt": "How?", "hints": ["x", "Take a lock and wait"], )" + points) ==
        Texts{"web/http: /hints/1: the hint tells lock, wait (en), 100 % of the credit, for 0 %; say less, or raise its \"cost\""});
}

TEST_CASE("lint: two languages that do not say the same", "[lint]") {
  LintedBank bank;
  auto of = [&](const std::string& en, const std::string& zh) {
    return bank.about(to_text(Json{{"type", "true-false"}, {"prompt", {{"en", en}, {"zh", zh}}}}));
  };
  const std::string older = "; one of them may be older than the other";
  CHECK(of("Call `fork()` here.", "调用 `fork()`。") == Texts{});
  CHECK(of("Call `fork()` here.", "调用 `vfork()`。") == Texts{"web/http: /prompt: `vfork()` is in the Chinese text only" + older});
  CHECK(of("Call `fork()` here.", "在这里调用它。") == Texts{"web/http: /prompt: `fork()` is in the English text only" + older});
  CHECK(of("Say `hello`.", "说 `你好`。") == Texts{});
  CHECK(of("About 7,200 keys", "大约 7200 个键") == Texts{});
  CHECK(of("About 20 thousand or 25,000", "大约 2 万或 2.5 万") == Texts{});
  CHECK(of("About 7,200 keys", "大约 7300 个键") ==
        Texts{"web/http: /prompt: a number with the digits 72 is in the English text only" + older});
  CHECK(of("该用哪个？", "该用哪个？") ==
        Texts{"web/http: /prompt: there are Chinese characters outside code in the English text; translate them" + older});
  CHECK(bank.about(R"({"type": "true-false", "prompt": "对吗？"})") ==
        Texts{"web/http: /prompt: one plain text for both languages holds Chinese; give {\"en\", \"zh\"}"});
  CHECK(bank.about(R"({"type": "true-false", "prompt": "Is this one really true or false?"})") ==
        Texts{"web/http: /prompt: one plain text for both languages holds English sentences; give {\"en\", \"zh\"}"});
  CHECK(bank.about(R"({"type": "true-false", "prompt": "`if x: return the first one of them`"})") == Texts{});
}

TEST_CASE("lint: questions that ask nearly the same", "[lint]") {
  LintedBank bank;
  const std::string asked =
      R"({"type": "true-false", "prompt": {"en": "Does the lock of an interpreter protect a counter that threads increase?",
    "zh": "解释器锁能不能保护多个线程同时加一的计数器？"})";
  bank.put("web/one", asked + "}");
  std::string other = asked;
  other.replace(other.find("Does the"), 8, "Does a");
  bank.put("web/two", other + "}");
  CHECK(bank.warnings() ==
        Texts{"web/two: /prompt: asks nearly the same as web.one (100 % alike); drop one of them, ask something else, or give both "
              "a \"family\" so that nobody is asked both"});
  bank.put("web/one", asked + R"(, "family": ["counter"]})");
  bank.put("web/two", other + R"(, "family": ["counter"]})");
  CHECK(bank.warnings() == Texts{});
  bank.put("web/two", R"({"type": "true-false", "prompt": {"en": "Does a Bloom filter ever miss an element that was put in?",
    "zh": "布隆过滤器会不会漏掉放进去过的元素？"}})");
  CHECK(bank.warnings() == Texts{});
}

TEST_CASE("lint: follow-ups that never come", "[lint]") {
  LintedBank bank;
  bank.put("web/other", R"({"type": "numeric", "prompt": "x"})");
  auto of = [&](const std::string& when, const std::string& more = {}) {
    return bank.about(R"({"type": "true-false", "prompt": "y", "follow_ups": [{"ask": "web.other", "when": )" + when + "}]" + more + "}");
  };
  const std::string never = "web/http: /follow_ups/0/when: this never holds: ";
  CHECK(of(R"({"at_least": 1})") == Texts{});
  CHECK(of(R"({"below": 1})") == Texts{});
  CHECK(of(R"({"below": 0.8, "at_least": 0.3})") == Texts{never + "the credit of this question is 0 or 1; change the condition"});
  CHECK(of(R"({"below": 0})") == Texts{never + "no credit is below 0; change the condition"});
  CHECK(of(R"({"missed": "a", "found": "a"})") == Texts{never + "the part 'a' is not both missed and found; change the condition"});
  const std::string reason = R"(, "reason": {"points": [{"id": "a", "weight": 1, "any": ["a"]}]}, "checks": [{"answer": "a", "lang": "en"},
    {"answer": "a", "lang": "zh"}])";
  CHECK(of(R"({"below": 0.8, "at_least": 0.3})", reason) == Texts{});
  CHECK(of(R"({"missed": "a", "at_least": 1})", reason) == Texts{never + "who missed 'a' has not the whole credit; change the condition"});
  CHECK(of(R"({"misconception": "m", "at_least": 1})") ==
        Texts{never + "who has a misconception has not the whole credit; change the condition"});
  CHECK(bank.about(R"({"type": "true-false", "prompt": "y", "follow_ups": [{"ask": "web.other"}, {"ask": "web.other"}]})") ==
        Texts{"web/http: /follow_ups/1: asks web.other on the same conditions as an earlier follow-up; remove one"});
}

TEST_CASE("lint: follow-ups that lead in a circle", "[lint]") {
  LintedBank bank;
  bank.put("web/a", R"({"type": "true-false", "prompt": "a", "follow_ups": [{"ask": "web.b"}]})");
  bank.put("web/b", R"({"type": "true-false", "prompt": "b", "follow_ups": [{"ask": "web.c"}]})");
  bank.put("web/c", R"({"type": "true-false", "prompt": "c"})");
  CHECK(bank.warnings() == Texts{});
  bank.put("web/c", R"({"type": "true-false", "prompt": "c", "follow_ups": [{"question": {"id": "in", "type": "numeric", "prompt": "d",
    "follow_ups": [{"ask": "web.a"}]}}]})");
  CHECK(bank.warnings() ==
        Texts{"web/a: /follow_ups: follow-ups lead in a circle: web.a → web.b → web.c → web.c.in → web.a; let one of them end it"});
}

TEST_CASE("lint: an area is neither all easy nor all hard", "[lint]") {
  LintedBank bank;
  auto fill = [&](int easy, int harder, int hard) {
    for (int i = 0; i < easy + harder + hard; ++i)
      bank.put("web/q" + std::to_string(100 + i), to_text(Json{{"type", "numeric"},
                                                               {"prompt", std::to_string(i)},
                                                               {"difficulty", i < easy            ? 1
                                                                              : i < easy + harder ? 2
                                                                                                  : 3}}));
  };
  fill(10, 4, 2);
  CHECK(bank.warnings() == Texts{});
  fill(13, 2, 1);
  CHECK(bank.warnings() ==
        Texts{"web: 13 of 16 questions have difficulty 1: rounds that get harder find nothing to go on with; write some that are "
              "easier and some that are harder"});
  fill(9, 7, 0);
  CHECK(bank.warnings() == Texts{"web: the 16 questions have only 2 different difficulties; write some that are easier or harder"});
}

TEST_CASE("lint: time to answer", "[lint]") {
  LintedBank bank;
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  auto of = [&](int seconds) {
    return bank.about(to_text(Json{{"type", "choice"}, {"seconds", seconds}, {"prompt", {{"en", words}, {"zh", "字"}}}}));
  };
  CHECK(of(30) == Texts{});
  CHECK(of(20) == Texts{"web/http: /seconds: 20 seconds are not enough even to read the question (en), which takes 25; give more, or ask "
                        "in fewer words"});
  CHECK(of(400) == Texts{"web/http: /seconds: 400 seconds are more than anybody needs to pick an answer; give at most 300"});
}

TEST_CASE("lint: points that the question itself has, or no answer", "[lint]") {
  LintedBank bank;
  const std::string checks =
      R"("checks": [{"answer": "take a lock", "lang": "en", "credit": 1}, {"answer": "lock 一下", "lang": "zh", "credit": 1}])";
  auto of = [&](const std::string& fields) {
    return bank.about(R"({"type": "short-answer", "prompt": {"en": "How to wait?", "zh": "怎么等？"}, )" + fields + "}");
  };
  CHECK(of(R"("points": [{"id": "lock", "weight": 1, "any": ["lock"]}], )" + checks) == Texts{});
  CHECK(of(R"("points": [{"id": "lock", "weight": 1, "any": ["lock|wait"]}], )" + checks) ==
        Texts{"web/http: /points/0: who repeats the prompt (en) has 100 % of the credit: 'lock' in 'wait' are found in it; make their "
              "patterns ask "
              "for more"});
  CHECK(of(R"("points": [{"id": "lock", "weight": 1, "any": ["lock|wait"]}, {"id": "take", "weight": 3, "any": ["take"]}], )" + checks) ==
        Texts{});
  CHECK(
      of(R"("points": [{"id": "some", "weight": 1, "k": 1, "of": [{"id": "lock", "any": ["lock"]}, {"id": "spin", "any": ["spin"]}]}], )" +
         checks) == Texts{"web/http: /points/0/of/1: no sample answer and no model answer has the point 'spin'; write one that has it, or "
                          "mend its patterns"});
  CHECK(of(R"("points": [{"id": "lock", "weight": 1, "any": ["lock"]}])") ==
        Texts{"web/http: nothing shows that its patterns work: there is no sample answer and no model answer; write \"checks\", right and "
              "wrong ones"});
  CHECK(of(R"("points": [{"id": "lock", "weight": 1, "any": ["lock"]}], "checks": [{"answer": "lock", "lang": "en"}])") ==
        Texts{"web/http: /checks: no sample answer has \"lang\": \"zh\"; how answers in this language fare is not known, write some"});
  const std::string point = R"("points": [{"id": "lock", "weight": 1, "any": ["lock"]}], )";
  CHECK(of(point + R"("misconceptions": [{"id": "spin", "any": ["spin"]}], )" + checks) ==
        Texts{"web/http: /misconceptions/0: no sample answer shows the misconception 'spin'; write one that does"});
  CHECK(of(point + R"("misconceptions": [{"id": "take", "any": ["take"]}], )" + checks) == Texts{});
  CHECK(
      of(point + R"("misconceptions": [{"id": "take", "any": ["take"]}], "models": [{"lang": "en", "text": "Take a lock."}], )" + checks) ==
      Texts{"web/http: /misconceptions/0: the misconception 'take' is found in a model answer (en: 'Take'); exclude what the model says"});
}

TEST_CASE("lint: points that nearly any text has", "[lint]") {
  LintedBank bank;
  const std::string samples =
      R"("checks": [{"answer": "lock the value now", "lang": "en"}, {"answer": "lock the value now", "lang": "zh"}])";
  for (int i = 0; i < 10; ++i)
    bank.put("net/q" + std::to_string(i),
             to_text(Json{{"type", "short-answer"},
                          {"prompt", std::to_string(i)},
                          {"topics", {"t" + std::to_string(i)}},
                          {"models", {{{"lang", "en"}, {"text", i < 4 ? "The value is kept." : "Lock it"}}}}}));
  auto of = [&](const std::string& pattern, const std::string& more, const std::string& topics = "mine") {
    return bank.about(R"({"type": "short-answer", "prompt": "?", "topics": [")" + topics +
                      R"("], "points": [{"id": "loose", "weight": 1, "any": [")" + pattern + "\"]}" + more + "], " + samples + "}");
  };
  CHECK(
      of("value", "") ==
      Texts{"web/http: /points/0: 'loose' is found in 4 of 10 model answers to questions about other things: nearly any text has it; make "
            "its patterns ask for more"});
  CHECK(of("value > now", "") == Texts{});
  bank.put("net/q0", R"({"type": "short-answer", "prompt": "0", "models": [{"lang": "en", "text": "Nothing."}]})");
  bank.put("net/q1", R"({"type": "short-answer", "prompt": "1", "topics": ["mine"], "models": [{"lang": "en", "text": "A value."}]})");
  CHECK(of("value", "") ==
        Texts{"web/http: /points: 2 of 9 model answers to questions about other things earn 67 % and more here, that of net.q3 100 %; "
              "make the patterns ask for what only an answer to this question says"});
  CHECK(of("value", R"(, {"id": "now", "weight": 1, "any": ["now"]})") == Texts{});
}

TEST_CASE("lint: files at fault are not looked at, and fields of other shapes do no harm", "[lint]") {
  LintedBank bank;
  bank.put("web/http", R"({"type": "choice", "prompt": "?", "options": [{"text": "All of the above"}]})");
  CHECK(bank.warnings({"questions/web/http.json"}) == Texts{});
  CHECK(
      bank.about(
          R"({"type": "own", "prompt": 5, "options": ["a", {"text": 7, "correct": "yes"}], "hints": 3, "blanks": [1], "points": [2, {"any": [4], "of": 5}],
    "misconceptions": "x", "models": [1], "checks": [1, {"answer": {"a": 1}}], "follow_ups": [1, {"when": 2, "ask": 3}], "code": [], "items": {}, "pairs": [1],
    "output": 9})") == Texts{});
}

TEST_CASE("lint: published questions keep their ids, and both languages stay together", "[lint]") {
  LintedBank bank;
  bank.put("web/one", R"({"type": "true-false", "prompt": {"en": "One?", "zh": "一？"}})");
  bank.put("web/two", R"({"type": "true-false", "prompt": {"en": "Two?", "zh": "二？"},
    "follow_ups": [{"question": {"id": "in", "type": "true-false", "prompt": {"en": "In?", "zh": "里？"}}}]})");
  auto write_published = [&] {
    std::vector<Error> faults;
    const Bank loaded = Bank::load({{bank.root, ""}}, faults);
    Result<std::string> text = publish(read_material(loaded, 0, {}), loaded, 0);
    REQUIRE(text);
    bank.write("published.json", *text);
  };
  write_published();
  CHECK(bank.warnings() == Texts{});

  bank.put("web/two", R"({"type": "true-false", "prompt": {"en": "Two?", "zh": "二？"},
    "follow_ups": [{"question": {"id": "in", "type": "true-false", "prompt": {"en": "In it?", "zh": "里？"}}}]})");
  CHECK(bank.warnings() ==
        Texts{"web/two: its English texts were changed since it was published, its Chinese ones were not: see whether they still "
              "say the same, then write viva check --publish"});
  write_published();
  CHECK(bank.warnings() == Texts{});
  bank.put("web/two", R"({"type": "true-false", "prompt": {"en": "2?", "zh": "2 呢？"}})");
  CHECK(bank.warnings() == Texts{});

  std::filesystem::remove(bank.root + "/questions/web/one.json");
  const Texts gone = {
      "published.json: 'web.one' was published and is gone, and with it what people have practised: give the question that it became "
      "\"formerly\": [\"web.one\"], or move the id to \"retired\""};
  CHECK(bank.warnings() == gone);
  write_published();
  CHECK(bank.warnings() == gone);
  bank.put("web/uno", R"({"type": "true-false", "prompt": {"en": "One?", "zh": "一？"}, "formerly": ["web.one"]})");
  CHECK(bank.warnings() == Texts{});
  write_published();
  std::filesystem::remove(bank.root + "/questions/web/uno.json");
  bank.write("published.json", R"({"published": {}, "retired": ["web.two"]})");
  CHECK(bank.warnings() == Texts{"published.json: 'web.two' is retired, and there is a question of this id; give that one another id"});
  bank.write("published.json", R"({"published": 5})");
  CHECK(bank.warnings() ==
        Texts{"published.json: /published: expected an object, found number; what was published is not known, mend the file or take it "
              "from where it was in order"});
}
