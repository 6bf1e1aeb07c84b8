#include "program/doctor_languages.h"

#include <cstdio>
#include <vector>

#include "repl/markdown.h"
#include "repl/wording.h"
#include "script/program_service.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr Phrase heading{"Languages of candidates' programs, each tried by programs of its own:", "考生程序的语言，逐一试运行："};
constexpr Phrase language_column{"language", "语言"}, state_column{"state", "状态"}, remark_column{"remark", "说明"};
constexpr Phrase works_text{"works", "可用"}, absent_text{"not installed", "未安装"}, broken_text{"BROKEN", "失效"},
    untried_text{"not tried", "未测试"};
constexpr Phrase no_self_test{"it has no self test", "没有自测程序"};
constexpr Phrase does_not_work{"{0} does not work: {1}", "{0} 无法使用：{1}"};
constexpr Phrase self_test_fails{"self test \"{0}\" {1}", "自测“{0}”{1}"};

// A language with one of its profiles, or with none.
struct Tried {
  std::string name;  // "python numpy"
  const Phrase* state = &works_text;
  std::string remark, problem;
};

// "apt install python3-torch" of "runtime 'torch' is not installed (apt install python3-torch)".
std::string remedy_in(const std::string& problem) {
  const std::size_t open = problem.find('('), close = problem.rfind(')');
  return open == std::string::npos || close < open ? "" : problem.substr(open + 1, close - open - 1);
}

// What the first self test that did not pass says; the others of this language and profile are not run then.
void try_out(ScriptHost& host, const Declaration& declaration, int number, const std::string& test, Tried& tried,
             const std::string& language) {
  Result<Json> report = host.invoke(declaration, "try_out", Json::array({number}));
  if (report && !report->contains("problem")) return;
  const std::string problem = report ? (*report)["problem"].get<std::string>() : report.error().message;
  const bool absent = !report && is_not_installed(problem);
  tried.state = absent ? &absent_text : &broken_text;
  if (absent)
    tried.remark = remedy_in(problem);
  else
    tried.problem = report ? say(self_test_fails, language, test, problem) : problem;
}

}  // namespace

int show_languages(ScriptHost& host, const std::string& language) {
  std::vector<Tried> all;
  for (const Declaration* declaration : host.all("language")) {
    const std::size_t first = all.size();
    int number = 0;
    for (const Json& test : declaration->language.at("self_tests")) {
      const std::string profile = test.at("profile").get<std::string>();
      const std::string name = declaration->name + (profile.empty() ? "" : " " + profile);
      std::size_t at = first;
      while (at < all.size() && all[at].name != name) ++at;
      if (at == all.size()) all.push_back({name, &works_text, {}, {}});
      ++number;
      if (all[at].state == &works_text) try_out(host, *declaration, number, test.at("name").get<std::string>(), all[at], language);
    }
    if (number == 0) all.push_back({declaration->name, &untried_text, say(no_self_test, language), {}});
  }
  int broken = 0;
  std::string problems;
  std::vector<std::vector<std::string>> rows = {
      {say(language_column, language), say(state_column, language), say(remark_column, language)}};
  for (const Tried& tried : all) {
    rows.push_back({tried.name, say(*tried.state, language), tried.remark});
    if (tried.state != &broken_text) continue;
    ++broken;
    problems += say(does_not_work, language, tried.name, escape_controls(tried.problem)) + "\n\n";
  }
  std::printf("%s\n\n%s\n%s", say(heading, language).c_str(), table(rows, {}, terminal_style()).c_str(), problems.c_str());
  return broken;
}

}  // namespace viva
