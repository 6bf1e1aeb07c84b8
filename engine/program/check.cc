// viva check: everything that is wrong with questions and scripts, in one run.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "bank/schema.h"
#include "bank/validate.h"
#include "base/files.h"
#include "base/locations.h"
#include "grading/samples.h"
#include "lint/coverage.h"
#include "lint/lint.h"
#include "lint/published.h"
#include "program/check_coverage.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "session/store.h"
#include "text/pattern.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "Files, fields, references and patterns are looked at; sample answers, model answers and keys are graded; programs and proofs are\n"
    "run. What needs something that is not installed is not run, and said. Each fault is a line\n"
    "  questions/web/http.json:41: /options/2/text: expected text or {\"en\", \"zh\"}, found number\n"
    "\n"
    "A warning is about a question that is in order and could be better:\n"
    "  questions/web/http.json:9: /hints/0: warning: the hint says the key ...\n"
    "With --pack it is the packs' questions that are warned about.\n"
    "\n"
    "Exit status: 0 there are no faults (with --strict no warnings either), 1 there are some, 2 nothing could be done.\n"
    "\n"
    "Examples:\n"
    "  viva check\n"
    "  viva check linux/pipes         only this question is graded, and all are looked at\n"
    "  viva check --pack ~/my-questions    programs of the shipped questions are not run again\n"
    "  viva check --coverage          what is asked about, and what is not; with --pack by the packs alone\n"
    "  viva check --quick --strict    only files, fields and warnings, which count\n"
    "  viva check --publish           with every release: remembers ids and texts, so that later checks can tell what was lost or is out "
    "of date\n"
    "  viva check --write-schema      after a question type's fields were changed";

constexpr Phrase what{"what", "内容"}, number{"number", "数量"}, questions_row{"questions", "题目"},
    inline_row{"questions inside others", "内嵌题目"}, types_row{"question types", "题型"}, rules_row{"scoring rules", "计分规则"},
    rounds_row{"rounds", "练习方式"}, checks_row{"sample answers", "示例答案"}, models_row{"model answers", "参考答案"},
    keys_row{"keys", "标准答案"}, proofs_row{"proofs", "证明程序"}, not_run_row{"programs not run", "未运行的程序"},
    faults_row{"faults", "错误"}, warnings_row{"warnings", "警告"},
    no_disputes{"No disputes were kept (.dispute at the prompt keeps them).", "还没有反馈（练习时用 .dispute 提交）。"};

constexpr Phrase not_run{"not run: {} programs, {}", "未运行：{} 个程序，{}"};

Glossary glossary_of(const Json& sayings, std::vector<Error>& faults) {
  Glossary glossary;
  for (const auto& [name, says] : sayings.items())
    if (Status added = glossary.add(name, says.get<std::vector<std::string>>()); !added)
      faults.push_back(error_in("questions/glossary.json", 0, added.error().text()));
  return glossary;
}

// The bank folders whose schema is this one: with packs theirs, since it has their question types.
std::vector<BankFolder> schema_folders(const Bank& bank) {
  std::vector<BankFolder> folders = bank.folders();
  if (folders.size() > 1) folders.erase(folders.begin());
  return folders;
}

std::string schema_file(const BankFolder& folder) { return folder.root + "/questions/schema.json"; }

void check_schema(const Bank& bank, const std::string& schema, std::vector<Error>& faults) {
  for (const BankFolder& folder : schema_folders(bank)) {
    Result<std::string> there = read_file(schema_file(folder));
    if (there ? *there != schema : folder.name.empty())
      faults.push_back(
          error_in(shown_file(folder, "schema.json"), 0, "is not what the question types declare; viva check --write-schema writes it"));
  }
}

int write_schema(const Bank& bank, const std::string& schema) {
  for (const BankFolder& folder : schema_folders(bank)) {
    if (Status written = write_file(schema_file(folder), schema); !written) return fail(written.error());
    std::printf("%s\n", shown_file(folder, "schema.json").c_str());
  }
  return 0;
}

// With packs, coverage and warnings are about what is theirs.
std::size_t own_folders_from(const Bank& bank) { return bank.folders().size() > 1 ? 1 : 0; }

// Of the packs where there are some, else of the shipped bank: a folder's own.
int write_published(const Bank& bank) {
  for (std::size_t folder = own_folders_from(bank); folder < bank.folders().size(); ++folder) {
    const std::vector<Material> questions = read_material(bank, folder, {});
    const Result<std::string> text = publish(questions, bank, folder);
    if (!text) return fail(text.error());
    if (Status written = write_file(bank.folders()[folder].root + "/questions/published.json", *text); !written)
      return fail(written.error());
    std::printf("%s\n", shown_file(bank.folders()[folder], "published.json").c_str());
  }
  return 0;
}

void show_summary(const Context& context, const SampleReport& report, std::size_t faults, std::size_t warnings) {
  auto word = [&](const Phrase& phrase) { return std::string(in(phrase, context.language)); };
  auto count = [](auto value) { return std::to_string(value); };
  const ScriptHost& host = *context.host;
  int left_out = 0;
  for (const auto& [why, programs] : report.not_run) left_out += programs;
  std::vector<std::vector<std::string>> rows = {{word(what), word(number)},
                                                {word(questions_row), count(context.bank.all().size())},
                                                {word(inline_row), count(context.bank.all_inline().size())},
                                                {word(types_row), count(host.all("question_type").size())},
                                                {word(rules_row), count(host.all("scoring_rule").size())},
                                                {word(rounds_row), count(host.all("round").size())},
                                                {word(checks_row), count(report.checks)},
                                                {word(models_row), count(report.models)},
                                                {word(keys_row), count(report.keys)},
                                                {word(proofs_row), count(report.proofs)},
                                                {word(not_run_row), count(left_out)},
                                                {word(faults_row), count(faults)},
                                                {word(warnings_row), count(warnings)}};
  std::fputs(table(rows, {Align::left, Align::right}, terminal_style()).c_str(), stdout);
}

int tell_coverage(const Context& context, bool as_json) {
  const Coverage coverage = coverage_of(context.bank, own_folders_from(context.bank));
  if (as_json)
    std::printf("%s\n", to_text(coverage.to_json()).c_str());
  else
    show_coverage(context.bank, coverage, context.language);
  const std::size_t faults = context.bank_faults.size();
  if (faults > 0) complain(std::to_string(faults) + " faults in question files, which are left out; viva check lists them");
  return faults > 0 ? 1 : 0;
}

struct CheckOptions {
  bool writes_schema = false, coverage = false, as_json = false, strict = false, quick = false, publishes = false;
  bool disputes = false;
  SampleOptions samples = {};
};

std::vector<Error> warnings_of(const Context& context, const Glossary& glossary, const std::vector<Error>& faults) {
  LintOptions options{glossary, own_folders_from(context.bank), {}};
  for (const Error& fault : faults) options.faulty.insert(fault.file);
  return lint(context.bank, options);
}

void print(const std::vector<Error>& errors) {
  for (const Error& one : errors) std::printf("%s\n", escape_controls(one.text()).c_str());
  if (!errors.empty()) std::printf("\n");
}

// What candidates said of points that were not found: candidates for further patterns.
int tell_disputes(const CommonOptions& common) {
  const std::string file = data_folder_of(common) + "/" + store_file;
  std::vector<Dispute> disputes;
  if (std::filesystem::exists(file)) {
    Result<std::unique_ptr<Store>> store = Store::open(file);
    if (!store) return fail(store.error());
    disputes = (*store)->disputes();
  }
  if (disputes.empty()) std::printf("%s\n", std::string(in(no_disputes, common.language)).c_str());
  std::string above;
  for (const Dispute& dispute : disputes) {
    const std::string title = dispute.question + " · " + dispute.point;
    if (title != above) std::printf("%s%s\n", above.empty() ? "" : "\n", escape_controls(title).c_str());
    above = title;
    std::string wording = dispute.wording;
    std::replace(wording.begin(), wording.end(), '\n', ' ');
    std::printf("  %s  %s\n", dispute.at.c_str(), escape_controls(wording).c_str());
  }
  return 0;
}

int check(const CommonOptions& common, const CheckOptions& options) {
  if (options.disputes) return tell_disputes(common);
  Result<std::unique_ptr<Context>> opened = open_context(common);
  if (!opened) return fail(opened.error());
  Context& context = **opened;
  if (options.coverage) return tell_coverage(context, options.as_json);
  // Faults of scripts come first: those of the questions may follow from them.
  std::vector<Error> faults = context.host->problems(), in_questions = context.bank_faults;
  const TypeFields types = type_fields(*context.host, faults);
  const std::string schema = question_schema(types, common.packs.empty() ? Owner::shipped : Owner::pack).dump(1) + "\n";
  if (options.writes_schema) return write_schema(context.bank, schema);
  const Glossary glossary = glossary_of(context.worker.glossary, faults);
  const std::vector<Error> more = validate(context.bank, {types, [&](const std::string& pattern) {
                                                            Result<Pattern> compiled = Pattern::compile(pattern, glossary);
                                                            return compiled ? std::string() : compiled.error().message;
                                                          }});
  in_questions.insert(in_questions.end(), more.begin(), more.end());
  check_schema(context.bank, schema, in_questions);
  Result<SampleReport> report = options.quick ? SampleReport() : check_samples(*context.host, *context.questions, options.samples);
  if (!report) return fail(report.error());
  in_questions.insert(in_questions.end(), report->faults.begin(), report->faults.end());
  sort_errors(faults);
  sort_errors(in_questions);
  faults.insert(faults.end(), in_questions.begin(), in_questions.end());
  print(faults);
  if (options.publishes && faults.empty()) return write_published(context.bank);
  const std::vector<Error> warnings = warnings_of(context, glossary, faults);
  print(warnings);
  for (const auto& [why, programs] : report->not_run)
    std::printf("%s\n", say(not_run, context.language, programs, escape_controls(why)).c_str());
  if (!report->not_run.empty()) std::printf("\n");
  show_summary(context, *report, faults.size(), warnings.size());
  return faults.empty() && (warnings.empty() || !options.strict) ? 0 : 1;
}

}  // namespace

Command add_check(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand("check", "Look for mistakes in questions and scripts");
  auto options = std::make_shared<CheckOptions>();
  command->add_flag("--write-schema", options->writes_schema,
                    "Write questions/schema.json, for editors, from what the question types declare");
  CLI::Option* coverage =
      command->add_flag("--coverage", options->coverage, "Count questions by area, kind, level and language, and list topics without one");
  command->add_flag("--json", options->as_json, "The coverage as one line of JSON")->needs(coverage);
  command->add_flag("--publish", options->publishes,
                    "Where there are no faults, write questions/published.json: the ids and texts that people practise from now on");
  command->add_flag("--disputes", options->disputes, "List what was kept with .dispute: wordings that a point did not find");
  command->add_flag("--strict", options->strict, "Count warnings as faults");
  command->add_flag("--quick", options->quick, "Grade and run nothing: only look at files, fields and warnings");
  SampleOptions& samples = options->samples;
  samples.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  command->add_option("TEXT", samples.only, "Grade and run only what is in question files with this in their names: web/http");
  command->add_option("--jobs", samples.jobs, "Threads that share the work")->type_name("N")->take_last()->capture_default_str();
  command->footer(explanation);
  return {command, [options, &common] {
            options->samples.jobs = std::clamp(options->samples.jobs, 1, 256);
            return check(common, *options);
          }};
}

}  // namespace viva
