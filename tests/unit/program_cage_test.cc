// Candidates' programs in their cage: what comes of ordinary ones, and of each limit.
#include <catch2/catch.hpp>

#include "program_fixture.h"
#include "sandbox/program.h"

using namespace viva;

namespace {

ProgramCage& cage() {
  static ProgramCage the_cage{ProgramCageOptions{}};
  return the_cage;
}

std::string end_of(const ProgramRun& run) {
  ProgramOutcome outcome = cage().run(run);
  return std::string(name_of(outcome.end)) + (outcome.detail.empty() ? "" : ": " + outcome.detail);
}

}  // namespace

TEST_CASE("a warm program runs and its result comes back") {
  ProgramOutcome outcome = cage().run(python_run("print(1 + 1); import sys; print('oh', file=sys.stderr)"));
  CHECK(name_of(outcome.end) == std::string("ended"));
  CHECK(outcome.output == "2\n");
  CHECK(outcome.errors == "oh\n");
  CHECK(outcome.result == "done");
  CHECK(outcome.result_complete);
}

TEST_CASE("a program reads its standard input, however long") {
  ProgramRun run = python_run("import sys; print(len(sys.stdin.read()))");
  run.input = std::string(3'000'000, 'x');
  CHECK(cage().run(run).output == "3000000\n");
}

TEST_CASE("nothing of one run is there in the next") {
  cage().run(python_run("import builtins; builtins.kept = 1"));
  CHECK(cage().run(python_run("import builtins; print(hasattr(builtins, 'kept'))")).output == "False\n");
}

TEST_CASE("each limit has its own end") {
  ProgramRun spin = python_run("while True: pass");
  spin.limits.cpu_seconds = 0.2;
  ProgramOutcome outcome = cage().run(spin);
  CHECK(name_of(outcome.end) == std::string("time_limit"));
  CHECK(outcome.cpu_seconds < 0.21);
  ProgramRun sleep = python_run("import time; time.sleep(9)");
  sleep.limits.wall_seconds = 0.2;
  CHECK(end_of(sleep) == "idle_limit");
  CHECK(end_of(python_run("kept = []\nwhile True: kept.append('x' * 100000)")) == "memory_limit");
  CHECK(end_of(python_run("while True: print('x' * 1000)")) == "output_limit");
  CHECK(end_of(python_run("import os; os.fork()")) == "process_limit: forbidden call: clone");
  CHECK(end_of(python_run("import socket; socket.socket()")) == "policy: forbidden call: socket");
  CHECK(end_of(python_run("import os; os._exit(0)")) == "crashed: exit status 0");
  CHECK(end_of(python_run("import ctypes; ctypes.string_at(0)")) == "crashed: signal: Segmentation fault");
}

TEST_CASE("a cold program runs with files, and what it leaves comes back") {
  ProgramRun run = shell_run("cat in/a.txt; mkdir out; echo b > out/b.txt; ln -s /etc/passwd link; mkfifo pipe; exit 3");
  run.files = {{"in/a.txt", "first\n"}};
  run.collect = {"**"};
  ProgramOutcome outcome = cage().run(run);
  CHECK(name_of(outcome.end) == std::string("crashed"));
  CHECK(outcome.exit_status == 3);
  CHECK(outcome.output == "first\n");
  CHECK(outcome.errors == "");
  REQUIRE(outcome.collected.size() == 2);
  CHECK(outcome.collected[0].path == "in/a.txt");
  CHECK(outcome.collected[1].path == "out/b.txt");
  CHECK(outcome.collected[1].text == "b\n");
}

TEST_CASE("a build runs first, and its files are there") {
  ProgramRun run = shell_run("./made");
  auto build = std::make_shared<ProgramRun>(shell_run("printf '#!/bin/sh\\necho built from %s\\n' $(cat source) > made; chmod +x made"));
  build->files = {{"source", "x"}};
  build->collect = {"made"};
  run.build = build;
  CHECK(cage().run(run).output == "built from x\n");
  auto broken = std::make_shared<ProgramRun>(*build);
  broken->argv[2] = "echo 'line 1: wrong' >&2; exit 1";
  run.build = broken;
  ProgramOutcome outcome = cage().run(run);
  CHECK(name_of(outcome.end) == std::string("compile_error"));
  CHECK(outcome.errors == "line 1: wrong\n");
}

TEST_CASE("what is not installed is missing, and no verdict") {
  ProgramRun run = python_run("pass");
  run.runtime.name = "torch";
  run.runtime.argv = {"/usr/bin/python3", "-I", "-c", "import sys; sys.exit(69)"};
  ProgramOutcome outcome = cage().run(run);
  CHECK(name_of(outcome.end) == std::string("engine_error"));
  CHECK(outcome.missing == "runtime 'torch' is not installed");
  run = shell_run("");
  run.runtime.name = "nothing";
  run.argv = {"/usr/bin/no-such-program"};
  CHECK(cage().run(run).missing == "runtime 'nothing' is not installed");
}

TEST_CASE("a warm runtime that does not start says why") {
  ProgramRun run = python_run("pass");
  run.runtime.name = "broken";
  run.runtime.argv = {"/usr/bin/python3", "-I", "-c", "import nothing_like_it"};
  ProgramOutcome outcome = cage().run(run);
  CHECK(name_of(outcome.end) == std::string("engine_error"));
  CHECK(outcome.detail == "runtime 'broken' does not start: ModuleNotFoundError: No module named 'nothing_like_it'");
}
