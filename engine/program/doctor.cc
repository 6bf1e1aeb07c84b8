// viva doctor: does everything that viva needs work on this machine?
#include "sandbox/doctor.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/locations.h"
#include "grading/grader.h"
#include "program/doctor_languages.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "sandbox/program_doctor.h"
#include "session/store.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "Tries for real what scripts and candidates' programs must not be able to do, with all layers of their cages together and with each "
    "alone;\n"
    "then whether the languages of programs work, those of packs (--pack) as well.\n"
    "\n"
    "Exit status: 0 every guarantee holds and all that viva needs is there, 1 something is not, 2 it could not be tried. A language that "
    "is\n"
    "not installed is said, and is no fault: only its questions need it.\n"
    "\n"
    "Example:\n"
    "  viva doctor --lang zh";

constexpr Phrase heading{"What scripts are kept from, and by which layers of the cage alone:",
                         "脚本做不到的事，以及单独靠哪几层就能挡住："};
constexpr Phrase program_heading{"What candidates' programs are kept from, and by which layers of their cage alone:",
                                 "考生程序做不到的事，以及单独靠哪几层就能挡住："};
constexpr Phrase program_remedy{
    "{0} does not hold: candidates' programs are not safe to run here, and are not run. It needs one of: {1}. In a container, allow these; "
    "else use Linux 5.13 or later. To go on at your own risk: --allow-degraded={0}",
    "{0} 失效：在这里运行考生程序不安全，所以不会运行。它需要以下任意一层：{1}。在容器里请放行它们，否则请使用 Linux 5.13 "
    "或更新的内核。自担风险继续：--allow-degraded={0}"};
constexpr Phrase no_namespaces{
    "Namespaces are refused here ({0}): programs that need a work folder or several processes (a shell, a compiler, a database) do not "
    "run, and answers to such questions stay ungraded; the others see the names and sizes of this machine's files, though not what is in "
    "them. Allow user namespaces: sysctl user.max_user_namespaces must not be 0; in a container, allow unshare and mount.",
    "这里不允许使用命名空间（{0}"
    "）：需要工作目录或多个进程的程序（shell、编译器、数据库）无法运行，这类题目的答案不评分；其他程序能看到本机文件的名字和大小，但看不到"
    "内容。请允许用户命名空间：sysctl user.max_user_namespaces 不能为 0；在容器里请放行 unshare 和 mount。"};
constexpr Phrase guarantee_column{"guarantee", "保证"};
constexpr Phrase state_column{"state", "状态"};
constexpr Phrase layers_column{"held by", "由这些层挡住"};
constexpr Phrase holds_text{"holds", "有效"};
constexpr Phrase broken_text{"BROKEN", "失效"};
constexpr Phrase not_testable{"(not possible here even without a cage)", "（在这台机器上，不加隔离也做不到）"};
constexpr Phrase remedy{
    "{0} does not hold: scripts are not safe to run here. It needs one of: {1}. In a container, allow these; else use Linux 5.13 or later. "
    "To go on at your own risk: --allow-degraded={0}",
    "{0} 失效：在这里运行脚本不安全。它需要以下任意一层：{1}。在容器里请放行它们，否则请使用 Linux 5.13 "
    "或更新的内核。自担风险继续：--allow-degraded={0}"};
constexpr Phrase found_column{"found", "结果"};
constexpr Phrase thing_column{"what", "项目"};
constexpr Phrase kernel{"kernel", "内核"};
constexpr Phrase landlock{"Landlock version", "Landlock 版本"};
constexpr Phrase user{"user", "用户"};
constexpr Phrase ordinary_user{"an ordinary user", "普通用户"};
constexpr Phrase worker{"script worker", "脚本进程"};
constexpr Phrase scripts{"scripts and questions", "脚本和题库"};
constexpr Phrase grading{"grading", "评分"};
constexpr Phrase store{"sessions and history", "练习记录"};
constexpr Phrase fine{"all is well", "一切正常"};
constexpr Phrase not_fine{"{0} to mend, see above", "有 {0} 处需要处理，见上"};

std::string layer_names(const std::vector<Layer>& layers) {
  std::string names;
  for (Layer layer : layers) names.append(names.empty() ? "" : ", ").append(name_of(layer));
  return names;
}

struct Row {
  std::string guarantee, held_by, needed;
  bool held, open_without;
};

std::vector<Row> rows_of(const std::vector<Probe>& probes) {
  std::vector<Row> rows;
  for (const Probe& probe : probes) {
    std::vector<Layer> needed;
    for (Layer layer : all_layers())
      if (gives(layer, probe.guarantee)) needed.push_back(layer);
    rows.push_back({name_of(probe.guarantee), layer_names(probe.held_by), layer_names(needed), probe.held, probe.open_without});
  }
  return rows;
}

std::vector<Row> rows_of(const ProgramFindings& findings) {
  std::vector<Row> rows;
  for (const ProgramProbe& probe : findings.probes)
    rows.push_back({name_of(probe.guarantee), fmt::format("{}", fmt::join(probe.held_by, ", ")), layers_that_give(probe.guarantee),
                    probe.held, probe.open_without});
  return rows;
}

// Prints the guarantees; returns how many are broken.
int show_guarantees(const Phrase& title, const std::vector<Row>& guarantees, const Phrase& mend, const std::string& language) {
  std::vector<std::vector<std::string>> rows = {
      {say(guarantee_column, language), say(state_column, language), say(layers_column, language)}};
  std::string remedies;
  int broken = 0;
  for (const Row& row : guarantees) {
    rows.push_back(
        {row.guarantee, say(row.held ? holds_text : broken_text, language), row.open_without ? row.held_by : say(not_testable, language)});
    if (row.held) continue;
    ++broken;
    remedies += say(mend, language, row.guarantee, row.needed) + "\n\n";
  }
  std::printf("%s\n\n%s\n%s", say(title, language).c_str(), table(rows, {}, terminal_style()).c_str(), remedies.c_str());
  return broken;
}

int show_programs(const ProgramFindings& findings, const std::string& language) {
  int broken = show_guarantees(program_heading, rows_of(findings), program_remedy, language);
  if (findings.refused.empty()) return broken;
  std::printf("%s\n\n", say(no_namespaces, language, findings.refused).c_str());
  return broken + 1;
}

// Would candidates' programs be run here?
bool programs_are_run(const ProgramFindings& findings, const std::vector<std::string>& accepted) {
  return std::all_of(findings.probes.begin(), findings.probes.end(), [&](const ProgramProbe& probe) {
    return probe.held || std::find(accepted.begin(), accepted.end(), name_of(probe.guarantee)) != accepted.end();
  });
}

// Scripts, bank and store, opened as every other command does; returns how many of them fail.
int show_parts(const CommonOptions& common, const std::string& program, const Result<std::unique_ptr<Context>>& context) {
  const std::string& language = common.language;
  int failures = 0;
  std::vector<std::vector<std::string>> rows = {{say(thing_column, language), say(found_column, language)}};
  rows.push_back({say(kernel, language), kernel_release()});
  rows.push_back({say(landlock, language), std::to_string(landlock_version())});
  rows.push_back({say(user, language), ::geteuid() == 0 ? "root" : say(ordinary_user, language)});
  rows.push_back({say(worker, language), program});
  rows.push_back({say(grading, language), engine_version()});
  if (context) {
    std::size_t faults = (*context)->bank_faults.size() + (*context)->host->problems().size();
    failures += faults > 0;
    rows.push_back({say(scripts, language), home_folder() + (faults > 0 ? " (" + std::to_string(faults) + " faults: viva check)" : "")});
  } else {
    ++failures;
    rows.push_back({say(scripts, language), context.error().text()});
  }
  std::string file = data_folder_of(common) + "/" + store_file;
  Result<std::unique_ptr<Store>> opened = Store::open(file);
  failures += !opened;
  rows.push_back({say(store, language), opened ? file : opened.error().text()});
  std::fputs(table(rows, {}, terminal_style()).c_str(), stdout);
  return failures;
}

int examine(const CommonOptions& common) {
  std::string program = worker_program();
  if (program.empty()) return fail(error("the script worker (viva-worker) is not there; build or install viva again"));
  Result<std::vector<Probe>> probes = probe_guarantees(program);
  if (!probes) return fail(probes.error());
  Result<ProgramFindings> programs = probe_program_cage();
  if (!programs) return fail(programs.error());
  int failures = show_guarantees(heading, rows_of(*probes), remedy, common.language) + show_programs(*programs, common.language);
  Result<std::unique_ptr<Context>> context = open_context(common);
  if (context && programs_are_run(*programs, common.accepted)) failures += show_languages(*(*context)->host, common.language);
  failures += show_parts(common, program, context);
  std::printf("\n%s\n", failures == 0 ? say(fine, common.language).c_str() : say(not_fine, common.language, failures).c_str());
  return failures == 0 ? 0 : 1;
}

}  // namespace

Command add_doctor(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand(
      "doctor", "Try out whether this machine keeps scripts and programs in their cages, and has all that viva needs");
  command->footer(explanation);
  return {command, [&common] { return examine(common); }};
}

}  // namespace viva
