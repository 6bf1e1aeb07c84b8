// Runs programs for the tests: one launch (sandbox/program_json.h) a line on standard input, one outcome a line on standard output.
//
// A line {"state": true} is answered with what this process holds: {"pid", "descriptors", "memory_kb"}.
#include <dirent.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "sandbox/program.h"
#include "sandbox/program_json.h"

namespace {

using viva::Json;

int open_descriptors() {
  int count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder)) ++count;
  ::closedir(folder);
  return count - 3;  // ".", ".." and the folder itself
}

long resident_kilobytes() {
  std::ifstream file("/proc/self/statm");
  long all = 0, resident = 0;
  file >> all >> resident;
  return resident * 4;
}

}  // namespace

int main(int count, char** words) {
  viva::ProgramCageOptions options;
  for (int i = 1; i < count; ++i) options.accepted.push_back(words[i]);
  viva::ProgramCage cage(options);
  for (std::string line; std::getline(std::cin, line);) {
    viva::Result<Json> value = viva::parse_json(line);
    Json answer;
    if (!value) {
      answer = {{"error", value.error().text()}};
    } else if (value->contains("state")) {
      answer = {{"pid", ::getpid()}, {"descriptors", open_descriptors()}, {"memory_kb", resident_kilobytes()}};
    } else if (viva::Result<viva::ProgramRun> run = viva::program_run_from_json(*value); run) {
      answer = viva::to_json(cage.run(*run));
    } else {
      answer = {{"error", run.error().text()}};
    }
    std::cout << viva::to_text(answer) << std::endl;
  }
}
