// What viva promises about time, measured. README.md beside says how to read the table.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <map>

#include "base/locations.h"
#include "bench_files.h"
#include "grading/grader.h"

using namespace viva;

namespace {

constexpr int bank_size = 500, large_bank = 20000, exam_size = 40, answer_count = 100000;

const BenchFolder& folder() {
  static const BenchFolder made;
  return made;
}

void parse_each_line(benchmark::State& state) {
  std::ifstream file(folder().answers(exam_size, answer_count));
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  for (auto _ : state)
    for (const std::string& line : lines) benchmark::DoNotOptimize(Json::parse(line));
}

void grade_choice(benchmark::State& state) {
  const std::string home = folder().home(bank_size), answers = folder().answers(static_cast<int>(state.range(1)), answer_count);
  for (auto _ : state)
    if (!run_viva(home, {"grade", answers, "--jobs", std::to_string(state.range(0))})) state.SkipWithError("viva grade failed");
}

// Free text: so many words of answers in all, whatever the length of one.
constexpr int words_in_all = 1200000, short_text = 60, long_text = 960;

// The time of processors that programs which have ended took, and all that they started.
double seconds_of_children() {
  rusage used;
  ::getrusage(RUSAGE_CHILDREN, &used);
  auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void grade_text(benchmark::State& state) {
  const int words = static_cast<int>(state.range(0));
  const std::string home = folder().home(bank_size), pack = folder().text_pack(),
                    answers = folder().text_answers(words, words_in_all / words);
  for (auto _ : state) {
    const double before = seconds_of_children();
    if (!run_viva(home, {"grade", answers, "--pack", pack, "--jobs", "1"})) state.SkipWithError("viva grade failed");
    state.SetIterationTime(seconds_of_children() - before);
  }
}

// The program from its start to its end, with nothing typed.
void prompt_ready(benchmark::State& state) {
  const std::string home = folder().home(bank_size);
  for (auto _ : state)
    if (!run_viva(home, {})) state.SkipWithError("viva failed");
}

DomainOptions worker_options() {
  DomainOptions options;
  options.program = worker_program();
  options.engine_version = engine_version();
  return options;
}

void worker_ready(benchmark::State& state) {
  for (auto _ : state) {
    Result<std::unique_ptr<ScriptHost>> host = ScriptHost::start(home_folder(), {}, worker_options());
    if (!host || !(*host)->load(Json::object(), nullptr)) state.SkipWithError("the worker did not start");
  }
}

void grade_one(benchmark::State& state) {
  std::vector<Error> faults;
  Bank bank = Bank::load({{folder().home(bank_size), ""}}, faults);
  Result<std::unique_ptr<ScriptHost>> host = ScriptHost::start(home_folder(), {}, worker_options());
  if (!host) return state.SkipWithError("the worker did not start");
  QuestionStore questions(bank, **host);
  if (!(*host)->load(Json::object(), [&](const std::string& id) { return questions.definition(id); }))
    return state.SkipWithError("the worker did not load");
  Grader grader(**host, questions);
  Answer answer;
  answer.candidate = "ann";
  answer.question = "area-1.question-1";
  answer.answer = "c";
  for (auto _ : state) {
    Result<Graded> graded = grader.grade(answer, {});
    if (!graded || !graded->has_credit) state.SkipWithError("the answer was not graded");
  }
}

double resident_mib() {
  std::ifstream file("/proc/self/statm");
  long total = 0, resident = 0;
  file >> total >> resident;
  return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

void load_bank(benchmark::State& state) {
  const std::string home = folder().home(large_bank);
  double most = 0;
  for (auto _ : state) {
    double before = resident_mib();
    std::vector<Error> faults;
    Bank bank = Bank::load({{home, ""}}, faults);
    if (bank.all().size() != static_cast<std::size_t>(large_bank)) state.SkipWithError("questions are missing");
    most = std::max(most, resident_mib() - before);
  }
  state.counters["MiB"] = most;
}

BENCHMARK(parse_each_line)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(grade_choice)->Args({1, exam_size})->Args({2, exam_size})->Args({2, bank_size})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(grade_text)->Arg(short_text)->Arg(long_text)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(prompt_ready)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(worker_ready)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(grade_one)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(load_bank)->Unit(benchmark::kMillisecond)->UseRealTime();

// Keeps the quickest of all repetitions: what disturbs a measurement only makes it slower.
class Quickest : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) {
        fmt::print(stderr, "{}: {}\n", run.benchmark_name(), run.error_message);
        failed = true;
      } else if (run.run_type == Run::RT_Iteration) {
        double time = run.real_accumulated_time / static_cast<double>(run.iterations) * 1000;
        auto [place, is_new] = milliseconds.emplace(run.run_name.function_name + run.run_name.args, time);
        if (!is_new) place->second = std::min(place->second, time);
        if (auto memory = run.counters.find("MiB"); memory != run.counters.end()) mib = std::max(mib, memory->second.value);
      }
    }
  }
  double of(const std::string& name) const {
    auto found = milliseconds.find(name);
    return found == milliseconds.end() ? 0 : found->second;
  }

  std::map<std::string, double> milliseconds;
  double mib = 0;
  bool failed = false;
};

void print_table(const Quickest& quickest) {
  auto row = [](const std::string& what, const std::string& value, const std::string& goal) {
    fmt::print("{:<52}{:>12}   {}\n", what, value, goal);
  };
  // A row that was filtered out, wholly or in part, has a time of 0.
  auto shown = [](const char* format, double value) { return std::isnormal(value) ? fmt::format(fmt::runtime(format), value) : "-"; };
  auto each = [&](const std::string& name) { return shown("{:.2f} us", quickest.of(name) * 1000 / answer_count); };
  auto ratio = [&](const std::string& name) { return shown("{:.2f}", quickest.of(name) / quickest.of("parse_each_line")); };
  auto time = [&](const std::string& name) { return shown("{:.3g} ms", quickest.of(name)); };
  row("", "measured", "promised");
  row("json::parse of an answer line", each("parse_each_line"), "");
  row("viva grade, one job, for each answer", each("grade_choice1/40"), "");
  row("viva grade, two jobs, for each answer", each("grade_choice2/40"), "");
  row("ratio to json::parse, one job", ratio("grade_choice1/40"), "");
  row("ratio to json::parse, two jobs", ratio("grade_choice2/40"), "at most 4, better 2");
  row("  the same for answers to 500 questions", ratio("grade_choice2/500"), "");
  auto text_time = [&](int words) { return quickest.of(fmt::format("grade_text{}", words)); };
  row(fmt::format("free text: answers of {} words, for each core", short_text),
      shown("{:.0f} /s", 1000.0 * words_in_all / short_text / text_time(short_text)), "at least 20000 /s");
  row(fmt::format("  of {} words: time for a word, over that of {}", long_text, short_text),
      shown("{:.2f}", text_time(long_text) / text_time(short_text)), "at most 1");
  row(fmt::format("prompt, {} questions: from start to end", bank_size), time("prompt_ready"), "at most 50 ms");
  row("worker ready, all scripts loaded", time("worker_ready"), "");
  row("one answer to a worker and back", time("grade_one"), "");
  row(fmt::format("{} questions loaded and indexed", large_bank), time("load_bank"), "");
  row("  memory for them", shown("{:.1f} MiB", quickest.mib), "");
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  Quickest quickest;
  benchmark::RunSpecifiedBenchmarks(&quickest);
  print_table(quickest);
  return quickest.failed ? 1 : 0;
}
