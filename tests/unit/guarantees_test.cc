#include "sandbox/guarantees.h"

#include <fstream>
#include <random>
#include <regex>
#include <sstream>

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
  Status refused = load_with("landlock,limits,process-limit,user,scopes", {});
  REQUIRE(!refused);
  CHECK(refused.error().text() ==
        "scripts cannot be kept from running machine code of their own (no-new-code): this kernel or container allows none of seccomp. "
        "Allow one of them, or go on at "
        "your own risk with --allow-degraded=no-new-code");
  CHECK(load_with("landlock,limits", {"no-new-code", "no-signals", "no-process"}));
}

TEST_CASE("the table at the head of cage.h is the one that is used", "[script]") {
  std::ifstream header(home_folder() + "/engine/sandbox/cage.h");
  int rows = 0;
  for (std::string line; std::getline(header, line) && line != "#pragma once";) {
    std::istringstream words(line.substr(0, line.find(';')));
    std::string comment, name;
    words >> comment >> name;
    for (Guarantee guarantee : all_guarantees()) {
      if (line.rfind("//   ", 0) != 0 || name != name_of(guarantee)) continue;
      ++rows;
      std::string layers;
      std::getline(words, layers);
      layers = std::regex_replace(layers, std::regex("\\([^)]*\\)|\\s"), "") + ",";
      for (Layer layer : all_layers()) {
        INFO(name << ": " << layers << " and " << name_of(layer));
        CHECK(gives(layer, guarantee) == (("," + layers).find(std::string(",") + name_of(layer) + ",") != std::string::npos));
      }
    }
  }
  CHECK(rows == static_cast<int>(all_guarantees().size()));
}

TEST_CASE("only names of guarantees can be accepted", "[script]") {
  CHECK(check_accepted({"no-files", "bounded-memory"}));
  CHECK(check_accepted({"no-file"}).error().text() ==
        "--allow-degraded: there is no guarantee 'no-file'; did you mean 'no-files'? (viva doctor lists them)");
}

TEST_CASE("bytes at random are no message and no answer, and do no harm", "[script]") {
  std::mt19937 random(7);
  const std::string pieces[] = {"{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                ":",
                                ",",
                                "1",
                                "-",
                                "e9",
                                "null",
                                "done",
                                "\"answer\"",
                                "\"question\"",
                                "\"candidate\"",
                                "\\",
                                "\\ud800",
                                "\xff",
                                "\n",
                                std::string(1, '\0')};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (unsigned n = random() % 24; n > 0; --n) text += pieces[random() % std::size(pieces)];
    AnswerLine line = parse_answer_line(text);
    if (line.problem.empty()) CHECK(parse_json(text));
    FrameReader reader;
    const std::uint32_t lengths[2] = {static_cast<std::uint32_t>(text.size()), 0};
    const std::string bytes = std::string(reinterpret_cast<const char*>(lengths), sizeof lengths) + text;
    Frame frame;
    bool read = false;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::span<char> room = reader.room();
      const std::size_t count = std::min(room.size(), bytes.size() - at);
      std::copy_n(bytes.data() + at, count, room.data());
      at += count;
      const Result<bool> whole = reader.put(count, frame);
      read = whole && *whole;
      if (!whole) break;
    }
    if (read) CHECK(!message_fault(frame.header).empty());
  }
}
