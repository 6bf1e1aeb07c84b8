// viva doctor: does everything that viva needs work on this machine?
#include <unistd.h>

#include <cstdio>

#include "base/locations.h"
#include "grading/grader.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "sandbox/doctor.h"
#include "session/store.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "Tries for real what scripts must not be able to do, with all layers of the cage together and with each alone.\n"
    "\n"
    "Exit status: 0 every guarantee holds and all that viva needs is there, 1 something is not, 2 it could not be tried.\n"
    "\n"
    "Example:\n"
    "  viva doctor --lang zh";

constexpr Phrase heading{"What scripts are kept from, and by which layers of the cage alone:", "脚本做不到的事，以及单独靠哪几层就能挡住："};
constexpr Phrase guarantee_column{"guarantee", "保证"};
constexpr Phrase state_column{"state", "状态"};
constexpr Phrase layers_column{"held by", "由这些层挡住"};
constexpr Phrase holds_text{"holds", "有效"};
constexpr Phrase broken_text{"BROKEN", "失效"};
constexpr Phrase not_testable{"(not possible here even without a cage)", "（在这台机器上，不加隔离也做不到）"};
constexpr Phrase remedy{"{0} does not hold: scripts are not safe to run here. It needs one of: {1}. In a container, allow these; else use Linux 5.13 or later. To go on at your own risk: --allow-degraded={0}",
                        "{0} 失效：在这里运行脚本不安全。它需要以下任意一层：{1}。在容器里请放行它们，否则请使用 Linux 5.13 或更新的内核。自担风险继续：--allow-degraded={0}"};
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

// Prints the guarantees; returns how many are broken.
int show_guarantees(const std::vector<Probe>& probes, const std::string& language) {
  std::vector<std::vector<std::string>> rows = {{say(guarantee_column, language), say(state_column, language), say(layers_column, language)}};
  std::string remedies;
  int broken = 0;
  for (const Probe& probe : probes) {
    std::string by = probe.open_without ? layer_names(probe.held_by) : say(not_testable, language);
    rows.push_back({name_of(probe.guarantee), say(probe.held ? holds_text : broken_text, language), by});
    if (probe.held) continue;
    ++broken;
    std::vector<Layer> needed;
    for (Layer layer : all_layers())
      if (gives(layer, probe.guarantee)) needed.push_back(layer);
    remedies += "\n" + say(remedy, language, std::string(name_of(probe.guarantee)), layer_names(needed)) + "\n";
  }
  std::printf("%s\n\n%s%s\n", say(heading, language).c_str(), table(rows, {}, terminal_style()).c_str(), remedies.c_str());
  return broken;
}

// Opens bank, scripts and store as every other command does; returns how many of them fail.
int show_parts(const CommonOptions& common, const std::string& program) {
  const std::string& language = common.language;
  int failures = 0;
  std::vector<std::vector<std::string>> rows = {{say(thing_column, language), say(found_column, language)}};
  rows.push_back({say(kernel, language), kernel_release()});
  rows.push_back({say(landlock, language), std::to_string(landlock_version())});
  rows.push_back({say(user, language), ::geteuid() == 0 ? "root" : say(ordinary_user, language)});
  rows.push_back({say(worker, language), program});
  rows.push_back({say(grading, language), engine_version()});
  Result<std::unique_ptr<Context>> context = open_context(common);
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
  int failures = show_guarantees(*probes, common.language) + show_parts(common, program);
  std::printf("\n%s\n", failures == 0 ? say(fine, common.language).c_str() : say(not_fine, common.language, failures).c_str());
  return failures == 0 ? 0 : 1;
}

}  // namespace

Command add_doctor(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand("doctor", "Try out whether this machine keeps scripts in their cage, and has all that viva needs");
  command->footer(explanation);
  return {command, [&common] { return examine(common); }};
}

}  // namespace viva
