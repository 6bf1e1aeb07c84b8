#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/locations.h"
#include "grading/grader.h"
#include "judge/model_judge.h"
#include "program/program.h"
#include "sandbox/guarantees.h"
#include "text/width.h"

namespace viva {
namespace {

namespace fs = std::filesystem;

// A pack is called like its folder, wherever that is: its name is part of messages and versions.
Result<std::vector<PackFolder>> find_packs(const std::vector<std::string>& folders) {
  std::vector<PackFolder> packs;
  std::set<std::string> names = {"shipped", "prompt"};  // what the engine calls its own
  for (const std::string& folder : folders) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) return error("--pack " + folder + ": there is no such folder");
    if (!fs::is_directory(fs::path(folder) / "questions", failure) && !fs::is_directory(fs::path(folder) / "scripts", failure))
      return error("--pack " + folder + ": a pack is a folder with questions/ or scripts/ in it, and this one has neither");
    std::string name = fs::canonical(folder, failure).filename().string();
    if (!names.insert(name).second) return error("--pack " + folder + ": the name '" + name + "' is taken; give the folder another one");
    packs.push_back({name, folder});
  }
  return packs;
}

// Nothing where none was named.
Result<std::unique_ptr<Judge>> open_judge(const CommonOptions& common) {
  if (common.judge_url.empty() && common.judge_model.empty()) return std::unique_ptr<Judge>();
  if (common.judge_url.empty() || common.judge_model.empty())
    return error("--judge URL and --judge-model NAME go together: where the model is asked, and which");
  if (common.judge_url.rfind("http://", 0) != 0 && common.judge_url.rfind("https://", 0) != 0)
    return error("--judge is an address such as http://localhost:11434/v1, not '" + common.judge_url + "'");
  ModelJudgeOptions options;
  options.url = common.judge_url;
  options.model = common.judge_model;
  while (options.url.back() == '/') options.url.pop_back();
  options.allowed = std::chrono::seconds(std::clamp(common.judge_seconds, 1, 3600));
  options.program = post_program();
  if (options.program.empty()) return error("the program viva-post, which asks the judge, is not beside viva; build or install both");
  if (const std::string cache = cache_folder(); !cache.empty()) options.kept_in = cache + "/judged";
  return std::unique_ptr<Judge>(std::make_unique<ModelJudge>(std::move(options)));
}

Json sayings_of(const Bank& bank) {
  Json glossary = Json::object();
  const Json concepts = bank.glossary().value("concepts", Json::object());
  for (const auto& [name, entry] : concepts.items()) glossary[name] = entry.value("says", Json::array());
  return glossary;
}

}  // namespace

Result<std::unique_ptr<Context>> open_context(const CommonOptions& common, const std::atomic<bool>* stop) {
  Result<std::vector<PackFolder>> packs = find_packs(common.packs);
  if (!packs) return packs.error();
  std::string home = home_folder();
  if (home.empty()) return error("the folder with scripts/ and questions/ is not where it was when viva was built; set VIVA_HOME to it");
  auto context = std::make_unique<Context>();
  context->language = common.language;
  context->worker.program = worker_program();
  context->worker.engine_version = engine_version();
  context->worker.stop = stop;
  if (Status known = check_accepted(common.accepted); !known) return known.error();
  context->worker.accepted = common.accepted;
  if (context->worker.program.empty())
    return error("the program viva-worker, which runs the scripts, is not beside viva; build or install both");
  Result<std::unique_ptr<ScriptHost>> host = ScriptHost::start(home, *packs, context->worker);
  if (!host) return host.error();
  context->host = std::move(*host);
  std::vector<BankFolder> folders = {{home, ""}};
  for (const PackFolder& pack : *packs) folders.push_back({pack.folder, pack.name});
  context->bank = Bank::load(std::move(folders), context->bank_faults);
  context->worker.glossary = sayings_of(context->bank);
  context->questions = std::make_unique<QuestionStore>(context->bank, *context->host, &context->bank_faults);
  QuestionStore& questions = *context->questions;
  if (Status loaded =
          context->host->load(context->worker.glossary, [&questions](const std::string& id) { return questions.definition(id); });
      !loaded)
    return loaded.error();
  Result<std::unique_ptr<Judge>> judge = open_judge(common);
  if (!judge) return judge.error();
  context->judge = std::move(*judge);
  return context;
}

std::string data_folder_of(const CommonOptions& common) { return common.data.empty() ? data_folder() : common.data; }

void complain(const std::string& text) { std::fprintf(stderr, "viva: %s\n", escape_controls(text).c_str()); }

int fail(const Error& problem) {
  complain(problem.text());
  return 2;
}

}  // namespace viva
