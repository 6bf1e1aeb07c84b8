// Grades one answer with the installed bank, scripts and worker, and prints verdict and credit.
#include <cstdio>

#include "bank/bank.h"
#include "base/locations.h"
#include "grading/grader.h"
#include "script/host.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::vector<viva::Error> faults;
  viva::Bank bank = viva::Bank::load({{viva::home_folder(), ""}}, faults);
  viva::DomainOptions options;
  options.program = viva::worker_program();
  options.engine_version = viva::engine_version();
  viva::Result<std::unique_ptr<viva::ScriptHost>> host = viva::ScriptHost::start(viva::home_folder(), {}, options);
  if (!host) return (std::fprintf(stderr, "%s\n", host.error().text().c_str()), 1);
  viva::QuestionStore questions(bank, **host);
  viva::Json glossary = viva::Json::object();
  const viva::Json concepts = bank.glossary().value("concepts", viva::Json::object());
  for (const auto& [name, meaning] : concepts.items()) glossary[name] = meaning["says"];
  viva::Status loaded = (*host)->load(glossary, [&](const std::string& id) { return questions.definition(id); });
  if (!loaded) return (std::fprintf(stderr, "%s\n", loaded.error().text().c_str()), 1);
  viva::Answer answer;
  answer.candidate = "somebody";
  answer.question = arguments[1];
  answer.answer = arguments[2];
  viva::Result<viva::Graded> graded = viva::Grader(**host, questions).grade(answer, {});
  if (!graded) return (std::fprintf(stderr, "%s\n", graded.error().text().c_str()), 1);
  std::printf("%s %s\n", graded->record["verdict"].get<std::string>().c_str(), graded->record["credit"].dump().c_str());
}
