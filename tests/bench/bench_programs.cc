// Candidates' programs: a run in the cage against the interpreter started afresh, bare and in bwrap. README.md beside says how to read it.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "program_fixture.h"

using namespace viva;

namespace {

using Clock = std::chrono::steady_clock;

constexpr char python[] = "/usr/bin/python3";

struct Profile {
  const char* name;
  std::string imports;  // of the warm parent
  std::string source;
  int starts;       // of each slow kind; the cage runs ten times as often
  double promised;  // ratio to bwrap
};

bool spawn(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char threads[] = "OPENBLAS_NUM_THREADS=1";
  char* environment[] = {threads, nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  for (int standard : {1, 2}) ::posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  int failed = ::posix_spawn(&process, words[0].c_str(), &actions, nullptr, arguments.data(), environment);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  return failed == 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

bool run_bare(const std::string& source) { return spawn({python, "-I", "-c", source}); }

bool run_in_bwrap(const std::string& source) {
  return spawn({"/usr/bin/bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--ro-bind",
                "/usr",
                "/usr",
                "--ro-bind",
                "/etc/alternatives",
                "/etc/alternatives",
                "--symlink",
                "usr/bin",
                "/bin",
                "--symlink",
                "usr/lib",
                "/lib",
                "--symlink",
                "usr/lib64",
                "/lib64",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                python,
                "-I",
                "-c",
                source});
}

double milliseconds(const std::function<bool()>& work, bool& fine) {
  Clock::time_point start = Clock::now();
  fine = work() && fine;
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times.empty() ? 0 : times[times.size() / 2];
}

// Runs a second, with so many threads that each have a cage.
double jobs_a_second(const ProgramRun& run, unsigned jobs) {
  constexpr int each = 400;
  std::vector<std::thread> threads;
  std::vector<double> rates(jobs);
  for (unsigned job = 0; job < jobs; ++job)
    threads.emplace_back([&, job] {
      ProgramCage cage{ProgramCageOptions{}};
      cage.run(run);
      Clock::time_point start = Clock::now();
      for (int i = 0; i < each; ++i) cage.run(run);
      rates[job] = each / std::chrono::duration<double>(Clock::now() - start).count();
    });
  for (std::thread& thread : threads) thread.join();
  double all = 0;
  for (double rate : rates) all += rate;
  return all;
}

void measure(const Profile& profile) {
  ProgramCage cage{ProgramCageOptions{}};
  const ProgramRun run = python_run(profile.source, profile.imports);
  ProgramOutcome first = cage.run(run);
  if (first.end != RunEnd::ended) return fmt::print("{:<10}left out: {}\n", profile.name, first.detail + first.missing);
  std::vector<double> bare, wrapped, caged;
  bool bare_fine = true, wrapped_fine = true, caged_fine = true;
  for (int i = 0; i < profile.starts; ++i) {
    bare.push_back(milliseconds([&] { return run_bare(profile.source); }, bare_fine));
    wrapped.push_back(milliseconds([&] { return run_in_bwrap(profile.source); }, wrapped_fine));
    for (int j = 0; j < 10; ++j) caged.push_back(milliseconds([&] { return cage.run(run).end == RunEnd::ended; }, caged_fine));
  }
  auto time = [](const std::vector<double>& times, bool fine) {
    return fine ? fmt::format("{:.2f} ms", median(times)) : std::string("failed");
  };
  auto ratio = [&](const std::vector<double>& times, bool fine) {
    return fine ? fmt::format("{:.0f} x", median(times) / median(caged)) : std::string("-");
  };
  fmt::print("{:<10}{:>12}{:>12}{:>12}{:>14}{:>13}{:>13}{:>12.0f}{:>12.0f}\n", profile.name, time(bare, bare_fine),
             time(wrapped, wrapped_fine), time(caged, caged_fine), ratio(bare, bare_fine), ratio(wrapped, wrapped_fine),
             fmt::format("{:.0f} x", profile.promised), jobs_a_second(run, 1), jobs_a_second(run, 2));
}

}  // namespace

int main() {
  fmt::print("programs, as {}\n", ::geteuid() == 0 ? "root" : "an ordinary user");
  fmt::print("{:<10}{:>12}{:>12}{:>12}{:>14}{:>13}{:>13}{:>12}{:>12}\n", "", "python3 -I", "bwrap", "viva", "to python3", "to bwrap",
             "promised", "1 job: /s", "2 jobs: /s");
  for (const Profile& profile : {Profile{"plain", "", "pass", 40, 10}, Profile{"numpy", "import numpy\n", "import numpy", 20, 40},
                                 Profile{"pandas", "import pandas\n", "import pandas", 10, 60}})
    measure(profile);
}
