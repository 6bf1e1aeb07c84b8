// viva grade: files of answers in, grades out.
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "batch/answer_reader.h"
#include "program/grade_summary.h"
#include "program/program.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "An answer is a line {\"candidate\": …, \"question\": ID, \"answer\": …}, with \"seconds\", \"hints\" and \"variant\" where they "
    "matter.\n"
    "A JSON document {\"candidate\": …, \"answers\": [{\"question\": …, \"answer\": …}, …]}, or a list of answers, is read as well.\n"
    "For each answer there is one record, a line of JSON.\n"
    "\n"
    "Exit status: 0 all were graded, 1 some were not (their records say why), 2 nothing could be done, 130 interrupted.\n"
    "\n"
    "Examples:\n"
    "  viva grade answers.jsonl --out grades.jsonl\n"
    "  viva grade alice.json bob.json --rule plain --lang zh\n"
    "  zcat answers.jsonl.gz | viva grade - > grades.jsonl";

struct GradeOptions {
  BatchOptions batch;
  std::string rule = "plain";
  std::vector<std::string> rule_options;
};

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

// Until the end of the program: an interrupt ends the batch between two records, and one that nobody reads from is told by write().
void catch_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) { stop = true; };
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);  // a file that grows beyond what is allowed is told like a full disk, and leaves nothing behind
}

// Where the summary goes: beside the records, and only to a person.
std::FILE* summary_stream(const BatchOptions& options) {
  bool records_elsewhere = !options.out.empty() && options.out != "-";
  if (records_elsewhere && ::isatty(STDOUT_FILENO)) return stdout;
  return ::isatty(STDERR_FILENO) ? stderr : nullptr;
}

// Lines that replace each other would mix with records on the same screen.
bool shows_progress(const BatchOptions& options) {
  const char* kind = ::getenv("TERM");
  bool records_on_screen = (options.out.empty() || options.out == "-") && ::isatty(STDOUT_FILENO);
  return ::isatty(STDERR_FILENO) && !records_on_screen && kind && std::string(kind) != "dumb";
}

int report(const BatchSummary& summary, const BatchOptions& options, const std::string& language) {
  for (const Error& fault : summary.faults) complain(fault.text());
  if (summary.stopped) {
    std::string end = language == "zh" ? "已中断，批改了 " + std::to_string(summary.tally.answers()) + " 份"
                                       : "stopped after " + std::to_string(summary.tally.answers()) + " answers";
    if (summary.kept_old) end += language == "zh" ? "；" + options.out + " 保持原样" : "; " + options.out + " is left as it was";
    complain(end);
    return 130;
  }
  if (summary.reader_gone) return 1;
  if (std::FILE* stream = summary_stream(options)) {
    std::fputs(summary_text(summary, language).c_str(), stream);
  } else {
    if (!summary.degraded.empty()) complain(degraded_text(summary.degraded, language));
    if (summary.tally.not_judged > 0) complain(not_judged_text(summary.tally, language));
  }
  return summary.tally.not_graded() > 0 || !summary.faults.empty() ? 1 : 0;
}

int grade(GradeOptions& options, const CommonOptions& common) {
  BatchOptions& batch = options.batch;
  if (batch.files.empty()) return fail(error("name the files with answers, or - for standard input (viva grade --help says more)"));
  if (batch.jobs < 1 || batch.jobs > 256) return fail(error("--jobs is a number from 1 to 256, not " + std::to_string(batch.jobs)));
  if (std::vector<Error> faults = check_inputs(batch.files); !faults.empty()) {
    for (const Error& fault : faults) complain(fault.text());
    return 2;
  }
  catch_signals();
  Result<std::unique_ptr<Context>> opened = open_context(common, &stop);
  if (!opened) return fail(opened.error());
  Context& context = **opened;
  for (const Error& problem : context.host->problems()) complain(problem.text());
  Result<const Declaration*> rule = context.host->get("scoring_rule", options.rule);
  if (!rule) return fail(rule.error());
  Result<Json> rule_options = check_options(**rule, options.rule_options);
  if (!rule_options) return fail(error("--rule-option: " + rule_options.error().text()));
  bool shown = false;
  if (shows_progress(batch)) {
    batch.progress = [&](const BatchProgress& progress) {
      shown = true;
      std::fprintf(stderr, "\r%s\033[K", progress_text(progress, common.language).c_str());
    };
  }
  batch.printed = [](const std::string& text) { std::fputs(escape_controls(text).c_str(), stderr); };
  BatchSetup setup{context.bank,       context.bank_faults, *context.host,
                   *context.questions, context.worker,      {options.rule, *rule_options, common.language, context.judge.get()}};
  Result<BatchSummary> summary = grade_files(setup, batch, stop);
  if (shown) std::fputs("\r\033[K", stderr);
  if (!summary) return fail(summary.error());
  return report(*summary, batch, common.language);
}

}  // namespace

Command add_grade(CLI::App& program, const CommonOptions& common) {
  auto options = std::make_shared<GradeOptions>();
  options->batch.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::App* command = program.add_subcommand("grade", "Grade files of answers");
  command->footer(explanation);
  command->add_option("FILE", options->batch.files, "Files with answers; - is standard input");
  command->add_option("--out", options->batch.out, "Write the records to this file, once all are there (else to standard output)")
      ->type_name("FILE")
      ->take_last();
  command->add_option("--rule", options->rule, "Scoring rule")->type_name("NAME")->take_last()->capture_default_str();
  command->add_option("--rule-option", options->rule_options, "An option of the rule; may be given again")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command->add_option("--jobs", options->batch.jobs, "Graders that work side by side")->type_name("N")->take_last()->capture_default_str();
  // For tests: how files are cut must not matter.
  command->add_option("--frame-lines", options->batch.frames.lines)->group("");
  command->add_option("--frame-bytes", options->batch.frames.bytes)->group("");
  return {command, [options, &common] { return grade(*options, common); }};
}

}  // namespace viva
