#include "judge/judge.h"

#include <catch2/catch.hpp>

#include "judge/model_judge.h"

using namespace viva;

namespace {

JudgeTask lock_task() {
  JudgeTask task;
  task.answer = "Only one thread enters, and the others wait.";
  task.points = {{"one", 2, "one thread at a time"}, {"wait", 1, "the others wait"}};
  return task;
}

std::string refused(const std::string& reply) {
  const auto read = read_reply(reply, lock_task());
  return read ? "read" : read.error().text();
}

}  // namespace

TEST_CASE("judge: the credit moves by a quarter at most") {
  const JudgeTask task = lock_task();
  const std::vector<JudgedPoint> all = {{"one", true, "one thread"}, {"wait", true, "wait"}},
                                 one = {{"one", true, "one thread"}, {"wait", false, ""}};
  CHECK(weigh(all, task, 1).credit == 1);
  CHECK_FALSE(weigh(all, task, 1).review);
  CHECK(weigh(all, task, 0.8).credit == 1);
  CHECK(weigh(all, task, 0.5).credit == 0.75);
  CHECK(weigh(all, task, 0.5).own == 1);
  CHECK(weigh(all, task, 0.5).review);
  CHECK(weigh({{"one", false, ""}, {"wait", false, ""}}, task, 0.6).credit == Approx(0.35));
  CHECK(weigh(one, task, 0.6).credit == Approx(2 / 3.0));
  CHECK_FALSE(weigh(one, task, 0.6).review);
  JudgeTask mistaken = task;
  mistaken.penalty = 0.2;
  CHECK(weigh(all, mistaken, 0.8).credit == Approx(0.8));
}

TEST_CASE("judge: a quote must stand in the answer, letter for letter") {
  const auto read = read_reply(
      R"({"points": [{"id": "wait", "found": true, "quote": "the Others wait"}, {"id": "one", "found": true, "quote": "one thread"}]})",
      lock_task());
  REQUIRE(read);
  CHECK((*read)[0].id == "one");
  CHECK((*read)[0].found);
  CHECK_FALSE((*read)[1].found);
  CHECK((*read)[1].quote.empty());
}

TEST_CASE("judge: a reply of another form is none") {
  CHECK(refused("fine") == "the model did not reply with the JSON that it was asked for");
  CHECK(refused("[]") == "the model did not reply with the JSON that it was asked for");
  CHECK(refused(R"({"points": {}})") == "the model did not reply with the JSON that it was asked for");
  CHECK(refused(R"({"points": [{"id": "one", "found": true, "quote": "one"}, {"id": "one", "found": false, "quote": ""}]})") ==
        "the model gave 2 entries for the point 'one'; one was asked for");
  CHECK(refused(R"({"points": [{"id": "one", "found": 1, "quote": "one"}]})") ==
        "the model's entry for the point 'one' is not of the form asked for");
  CHECK(refused("```json\n{\"points\": [{\"id\": \"one\", \"found\": true, \"quote\": \"one\"}, {\"id\": \"wait\", \"found\": "
                "false}]}\n```\nDone.") == "read");
}

TEST_CASE("judge: only answers in words to questions with points are judged") {
  const Json question = {{"prompt", {{"en", "Why?"}, {"zh", "为什么？"}}},
                         {"points",
                          {{{"id", "two"},
                            {"weight", 2},
                            {"text", {{"en", "two reasons"}}},
                            {"k", 2},
                            {"of", {{{"text", "a"}}, {{"text", "b"}}, {{"text", "c"}}}}}}},
                         {"models", {{{"lang", "en"}, {"text", "a and b"}}}}};
  const Json record = {{"verdict", "partial"},
                       {"credit", 0.5},
                       {"response", "a, I think"},
                       {"parts", {{{"id", "m"}, {"kind", "misconception"}, {"credit", -0.2}}}}};
  const auto task = judge_task(question, record, "zh");
  REQUIRE(task);
  CHECK(task->prompt == "为什么？");
  CHECK(task->points[0].text == "two reasons (2 of: a; b; c)");
  CHECK(task->models == std::vector<std::string>{"a and b"});
  CHECK(task->penalty == Approx(0.2));
  auto changed = [&](const char* key, const Json& value) {
    Json other = record;
    other[key] = value;
    return judge_task(question, other, "en").has_value();
  };
  CHECK_FALSE(changed("verdict", "skipped"));
  CHECK_FALSE(changed("credit", nullptr));
  CHECK_FALSE(changed("response", " \n"));
  CHECK_FALSE(changed("response", {"a"}));
  CHECK(changed("response", {{"answer", "a"}, {"questions", Json::array()}}));
  CHECK_FALSE(judge_task({{"prompt", "?"}, {"options", Json::array()}}, record, "en"));
}
