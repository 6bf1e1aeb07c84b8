// Runs and outcomes of programs as JSON.
#include "sandbox/program_json.h"

#include <catch2/catch.hpp>

using namespace viva;

namespace {

std::string fault(const char* text) {
  Result<ProgramRun> run = program_run_from_json(Json::parse(text));
  return run ? "" : run.error().text();
}

}  // namespace

TEST_CASE("a run survives the way through JSON") {
  Json value =
      Json::parse(R"({"runtime": {"name": "cpp"}, "argv": ["/work/a"], "input": {"base64": "AP8="}, "limits": {"cpu": 0.5, "processes": 3},
                               "files": [{"path": "a", "text": "b", "executable": true}], "build": {"runtime": {"name": "cpp"}, "argv": ["/usr/bin/g++"]}})");
  Result<ProgramRun> run = program_run_from_json(value);
  REQUIRE(run);
  CHECK(run->input == std::string("\0\xff", 2));
  CHECK(run->limits.cpu_seconds == 0.5);
  CHECK(run->limits.processes == 3);
  CHECK(run->limits.wall_seconds == 5);
  CHECK(run->build->argv == std::vector<std::string>{"/usr/bin/g++"});
  Result<ProgramRun> again = program_run_from_json(to_json(*run));
  REQUIRE(again);
  CHECK(to_json(*again) == to_json(*run));
}

TEST_CASE("faults of a run name their place") {
  CHECK(fault("[]") == "must be an object");
  CHECK(fault("{}") == "/runtime: is missing");
  CHECK(fault(R"({"runtime": {"name": "a", "warn": true}})") == "/runtime/warn: unknown key; did you mean 'warm'?");
  CHECK(fault(R"({"runtime": {"name": "a"}, "argv": ["/a", 1]})") == "/argv/1: must be a string, or {\"base64\": \"…\"}");
  CHECK(fault(R"({"runtime": {"name": "a"}, "limits": {"cpu": -1}})") == "/limits/cpu: must be from 0.001 to 3600.0");
  CHECK(fault(R"({"runtime": {"name": "a"}, "limits": {"processes": 1.5}})") == "/limits/processes: must be a whole number");
  CHECK(fault(R"({"runtime": {"name": "a"}, "build": {}})") == "/build/runtime: is missing");
}

TEST_CASE("an outcome keeps bytes that are no UTF-8") {
  ProgramOutcome outcome;
  outcome.end = RunEnd::ended;
  outcome.output = "\xff";
  outcome.errors = "中";
  Json value = to_json(outcome);
  CHECK(value["end"] == "ended");
  CHECK(value["output"] == Json::parse(R"({"base64": "/w=="})"));
  CHECK(value["errors"] == "中");
}
