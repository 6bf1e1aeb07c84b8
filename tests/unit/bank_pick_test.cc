#include <catch2/catch.hpp>
#include <functional>

#include "bank/pick.h"
#include "bank_folder.h"

using namespace viva;
using Texts = std::vector<std::string>;

namespace {

struct PickBank : ScratchBank {
  std::vector<Error> faults;
  Bank bank;
  PickBank() {
    question("http/a.json", R"("topics": ["cors", "caching"], "level": "junior", "difficulty": 1, "family": ["f"])");
    question("http/b.json", R"("topics": ["caching"], "level": "mid", "difficulty": 3, "family": ["f"], "formerly": ["http.was-b"])");
    question("linux/c.json", R"("topics": ["signals"], "level": "senior", "difficulty": 5,
      "follow_ups": [{"question": {"id": "more", "type": "cloze", "prompt": "?"}}])");
    write("linux/d.json", R"({"type": "numeric", "prompt": "?"})");
    bank = Bank::load({{root, ""}}, faults);
  }
  Texts ids(const PickRequest& request) {
    Texts out;
    auto found = matching(bank, request);
    for (const QuestionEntry* entry : *found) out.push_back(entry->id);
    return out;
  }
  std::string refusal(const PickRequest& request) { return matching(bank, request).error().text(); }
};

PickRequest request(std::function<void(PickRequest&)> fill) {
  PickRequest made;
  fill(made);
  return made;
}

}  // namespace

TEST_CASE("pick: each condition narrows, all hold together", "[bank]") {
  PickBank folder;
  CHECK(folder.ids({}) == Texts{"http.a", "http.b", "linux.c", "linux.d"});
  CHECK(folder.ids(request([](auto& r) { r.areas = {"http"}; })) == Texts{"http.a", "http.b"});
  CHECK(folder.ids(request([](auto& r) { r.topics = {"cors", "signals"}; })) == Texts{"http.a", "linux.c"});
  CHECK(folder.ids(request([](auto& r) { r.types = {"numeric"}; })) == Texts{"linux.d"});
  CHECK(folder.ids(request([](auto& r) { r.levels = {"mid", "senior"}; })) == Texts{"http.b", "linux.c"});
  CHECK(folder.ids(request([](auto& r) { r.difficulty_from = 2; })) == Texts{"http.b", "linux.c"});
  CHECK(folder.ids(request([](auto& r) {
    r.difficulty_to = 3;
    r.areas = {"http"};
    r.topics = {"caching"};
    r.not_ids = {"http.was-b"};
  })) == Texts{"http.a"});
  CHECK(folder.ids(request([](auto& r) { r.families = {"f"}; })) == Texts{"http.a", "http.b"});
  CHECK(folder.ids(request([](auto& r) { r.not_families = {"f"}; })) == Texts{"linux.c", "linux.d"});
  CHECK(folder.ids(request([](auto& r) { r.ids = {"linux.c.more", "http.was-b"}; })) == Texts{"http.b", "linux.c.more"});
}

TEST_CASE("pick: words are looked for in ids, prompts, programs and topics, in both languages", "[bank]") {
  ScratchBank folder;
  folder.write("index.json", R"({"topics": {"locks": {"en": "Locks", "zh": "锁"}}})");
  folder.write("python/a.json", R"({"type": "cloze", "topics": ["locks"], "prompt": {"en": "What is the ＧＩＬ?", "zh": "什么是 GIL？"}, "hints": ["a secret"]})");
  folder.write("python/b.json", R"({"type": "cloze", "prompt": ["A fragile", "program"], "code": {"language": "python", "text": "await it"}})");
  folder.write("python/gilded.json", R"({"type": "cloze", "prompt": "?"})");
  std::vector<Error> faults;
  Bank bank = Bank::load({{folder.root, ""}}, faults);
  auto ids = [&](const Texts& words) {
    PickRequest wishes;
    wishes.words = words;
    Texts out;
    auto found = matching(bank, wishes);
    for (const QuestionEntry* entry : *found) out.push_back(entry->id);
    return out;
  };
  CHECK(ids({"gil"}) == Texts{"python.a", "python.gilded"});  // where a word begins with it: not in "fragile"
  CHECK(ids({"Gil", "什么"}) == Texts{"python.a"});
  CHECK(ids({"锁"}) == Texts{"python.a"});
  CHECK(ids({"AWAIT"}) == Texts{"python.b"});
  CHECK(ids({"secret"}).empty());
  CHECK(ids({" "}).size() == 3);
}

TEST_CASE("pick: what the bank does not know is refused with what was meant", "[bank]") {
  PickBank folder;
  CHECK(folder.refusal(request([](auto& r) { r.areas = {"htpt"}; })) == "unknown area 'htpt'; did you mean 'http'?");
  CHECK(folder.refusal(request([](auto& r) { r.areas = {"kitchen"}; })) == "unknown area 'kitchen'; known: http, linux");
  CHECK(folder.refusal(request([](auto& r) { r.topics = {"signal"}; })) == "unknown topic 'signal'; did you mean 'signals'?");
  CHECK(folder.refusal(request([](auto& r) { r.types = {"choise"}; })) == "unknown question type 'choise'; did you mean 'choice'?");
  CHECK(folder.refusal(request([](auto& r) { r.levels = {"expert"}; })) == "unknown level 'expert'; known: junior, mid, senior");
  CHECK(folder.refusal(request([](auto& r) { r.ids = {"http.aa"}; })) == "there is no question 'http.aa'; did you mean 'http.a'?");
  CHECK(folder.refusal(request([](auto& r) {
    r.difficulty_from = 4;
    r.difficulty_to = 2;
  })) == "difficulty 4 to 2 is not a range within 1 to 5");
}

TEST_CASE("pick: a seed decides, on every machine alike", "[bank]") {
  PickBank folder;
  std::string drawn;
  for (std::uint64_t seed = 0; seed < 24; ++seed) drawn += (*pick(folder.bank, {}, seed))->back();
  CHECK(drawn == "dbcbccadcacbddcbddcaadcc");
  std::map<std::string, int> counts;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) ++counts[**pick(folder.bank, {}, seed * 0x9E3779B97F4A7C15u)];
  for (const auto& [id, count] : counts) CHECK((count > 900 && count < 1100));
  CHECK(!*pick(folder.bank, request([](auto& r) {
                 r.areas = {"http"};
                 r.topics = {"signals"};
               }),
               1));
}

TEST_CASE("pick: unseen questions come first, seen ones when nothing else is left", "[bank]") {
  PickBank folder;
  PickRequest fresh = request([](auto& r) {
    r.areas = {"http"};
    r.prefer_unseen = true;
    r.seen = {"http.was-b"};
  });
  for (std::uint64_t seed = 0; seed < 50; ++seed) CHECK(*pick(folder.bank, fresh, seed) == "http.a");
  fresh.seen = {"http.a", "http.b"};
  CHECK(*pick(folder.bank, fresh, 1));
}
