#include "sandbox/guarantees.h"

#include <random>

#include "grading/answer_line.h"
#include "script/frame.h"
#include "script/message_shape.h"
#include "script_fixture.h"

using namespace viva;

namespace {

Status load_with(const std::string& layers, std::vector<std::string> accepted) {
  DomainOptions options;
  options.program = worker_program();
  options.arguments = {"--layers=" + layers};
  options.accepted = std::move(accepted);
  return Domain("test", {}, options).load();
}

}  // namespace

TEST_CASE("a guarantee without a layer is an error that names it and its remedy, unless it is accepted", "[script]") {
  CHECK(load_with("seccomp,limits", {}));
  Status refused = load_with("landlock,limits,user", {});
  REQUIRE(!refused);
  CHECK(refused.error().text() ==
        "scripts cannot be kept from running machine code of their own (no-new-code): this kernel or container allows none of seccomp. Allow one of them, or go on at "
        "your own risk with --allow-degraded=no-new-code");
  CHECK(load_with("landlock,limits", {"no-new-code", "no-signals"}));
}

TEST_CASE("only names of guarantees can be accepted", "[script]") {
  CHECK(check_accepted({"no-files", "bounded-memory"}));
  CHECK(check_accepted({"no-file"}).error().text() == "--allow-degraded: there is no guarantee 'no-file'; did you mean 'no-files'? (viva doctor lists them)");
}

TEST_CASE("bytes at random are no message and no answer, and do no harm", "[script]") {
  std::mt19937 random(7);
  const std::string pieces[] = {"{", "}", "[", "]", "\"", ":", ",", "1", "-", "e9", "null", "done", "\"answer\"", "\"question\"", "\"candidate\"", "\\", "\\ud800", "\xff", "\n", std::string(1, '\0')};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (unsigned n = random() % 24; n > 0; --n) text += pieces[random() % std::size(pieces)];
    AnswerLine line = parse_answer_line(text);
    if (line.problem.empty()) CHECK(parse_json(text));
    FrameReader reader;
    std::uint32_t lengths[2] = {static_cast<std::uint32_t>(text.size()), 0};
    reader.add(reinterpret_cast<const char*>(lengths), sizeof lengths);
    reader.add(text.data(), text.size());
    Frame frame;
    if (Result<bool> whole = reader.next(frame); whole) CHECK(!message_fault(frame.header).empty());
  }
}
