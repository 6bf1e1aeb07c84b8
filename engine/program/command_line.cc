#include "program/command_line.h"

#include <vector>

#include "base/spelling.h"

namespace viva {
namespace {

std::vector<std::string> subcommands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

// "--out" and so on, of the program and of the subcommand that was chosen.
std::vector<std::string> options_of(const CLI::App& program) {
  std::vector<std::string> names;
  auto add = [&](const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  };
  add(program);
  for (const CLI::App* chosen : program.get_subcommands()) add(*chosen);
  return names;
}

}  // namespace

std::string explain(const CLI::App& program, const CLI::ParseError& problem) {
  const std::vector<CLI::App*> chosen = program.get_subcommands();
  const std::string help = chosen.empty() ? "viva --help" : "viva " + chosen.front()->get_name() + " --help";
  if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    for (const std::string& word : program.remaining(true)) {
      if (word.size() > 1 && word[0] == '-') {
        std::string name = word.substr(0, word.find('='));
        return "there is no option '" + name + "'" + did_you_mean(name, options_of(program)) + " (" + help + " lists them)";
      }
      if (chosen.empty())
        return "there is no command '" + word + "'" + did_you_mean(word, subcommands_of(program)) + " (viva --help lists them)";
      return "'" + word + "' is one word too many (" + help + " says what is expected)";
    }
  }
  std::string text = problem.what();  // "Could not convert: --jobs = x"
  if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::ConversionError))
    text = "this value does not fit: " + text.substr(text.find(": ") + 2);
  return text + " (" + help + " says what is expected)";
}

}  // namespace viva
