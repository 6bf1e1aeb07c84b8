#include <catch2/catch.hpp>

#include "batch/answer_document.h"
#include "batch/answer_frame.h"
#include "batch/mean.h"

using namespace viva;

namespace {

// "line: answer" of each answer, or the error.
std::vector<std::string> taken_apart(const std::string& text) {
  std::vector<std::string> lines;
  Status read = read_answer_document(text, "x.json", [&](long line, std::string_view answer) {
    lines.push_back(std::to_string(line) + ": " + std::string(answer));
    return true;
  });
  if (!read) return {read.error().text()};
  return lines;
}

// The frames that lines with these numbers become: "first/count:bytes".
std::vector<std::string> frames_of(const std::vector<long>& numbers, FrameLimits limits) {
  std::vector<std::string> shown;
  FrameBuilder frames(limits, [&](AnswerFrame frame) {
    shown.push_back(std::to_string(frame.first_line) + "/" + std::to_string(frame.count) + ":" + frame.lines);
    return true;
  });
  for (long number : numbers) frames.add(number, "x");
  frames.flush();
  return shown;
}

}  // namespace

TEST_CASE("a mean of credits is exact", "[batch]") {
  CHECK(exact_mean({}, 0) == "0");
  CHECK(exact_mean({{49, 49}}, 1) == "1");
  CHECK(exact_mean({{3, 2}, {1, 1}}, 2) == "0.833333");
  CHECK(exact_mean({{3, 2}}, 1) == "0.666667");
  CHECK(exact_mean({{1000, 1}}, 1) == "0.001");
  CHECK(exact_mean({{7, 3'000'000'000}, {11, 1}}, 1'000'000'000) == "0.428571");
}

TEST_CASE("a document is taken apart into lines, each with its place", "[batch]") {
  using Lines = std::vector<std::string>;
  CHECK(taken_apart("{\"candidate\": \"c\",\n \"answers\": [{\"a\":\n1}, {},\r\n {\"candidate\": 2}]}") ==
        Lines{"2: {\"candidate\":\"c\",\"a\": 1}", "3: {\"candidate\":\"c\"}", "4: {\"candidate\": 2}"});
  CHECK(taken_apart("[1, {\"candidate\": 1, \"answers\": [{\"b\": \"[{\\n\"}]}]") ==
        Lines{"1: 1", "1: {\"candidate\":1,\"b\": \"[{\\n\"}"});
  CHECK(taken_apart("{\"question\":\n5}") == Lines{"1: {\"question\": 5}"});
  CHECK(taken_apart("[]").empty());
  CHECK(taken_apart("\n{}") == Lines{"x.json:2: expected {\"candidate\": …, \"answers\": […]} or a list of answers"});
}

TEST_CASE("what may begin a document", "[batch]") {
  for (const char* line : {"{", "[", "[{\"a\": 1}]", "{\"candidate\": \"c\", \"answers\": [", "{\"answers\": []}"})
    CHECK(may_begin_document(line));
  for (const char* line : {"", "{\"candidate\": 1}", "5", "nonsense", "{\"a\": {\"answers\": 1}}"})
    CHECK_FALSE(may_begin_document(line));
}

TEST_CASE("frames keep the numbers of lines", "[batch]") {
  using Frames = std::vector<std::string>;
  CHECK(frames_of({1, 2, 5}, {10, 100}) == Frames{"1/3:x\nx\n\n\nx\n"});
  CHECK(frames_of({3, 4, 5}, {2, 100}) == Frames{"3/2:x\nx\n", "5/1:x\n"});
  CHECK(frames_of({1, 500}, {10, 100}) == Frames{"1/1:x\n", "500/1:x\n"});
  CHECK(frames_of({7, 7}, {10, 100}) == Frames{"7/1:x\n", "7/1:x\n"});
  CHECK(frames_of({1, 2, 3}, {10, 4}) == Frames{"1/2:x\nx\n", "3/1:x\n"});
}
