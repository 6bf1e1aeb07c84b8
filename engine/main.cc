// viva: the command line. Each subcommand is a file of program/.
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>

#include "base/locations.h"
#include "program/command_line.h"
#include "program/program.h"

namespace {

constexpr char examples[] =
    "Examples:\n"
    "  viva                                   the prompt, to practise at\n"
    "  viva --lang zh --pack ~/my-questions   in Chinese, with questions and scripts of one's own\n"
    "  viva grade answers.jsonl --out grades.jsonl\n"
    "  viva grade --rule plain --lang zh alice.json bob.json\n"
    "  viva --pack ~/my-questions grade - < answers.jsonl";

}  // namespace

int main(int count, char** arguments) {
  CLI::App program("Practise technical interviews, and grade files of answers. Without a command: the prompt.", "viva");
  viva::CommonOptions common;
  program.set_version_flag("--version", "viva " + viva::version(), "Print the version");
  program.set_help_flag("--help,-h", "Print this help; viva COMMAND --help says more");
  program.add_option("--pack", common.packs, "A folder with questions/ and scripts/ of your own; may be given again")->type_name("DIR")->allow_extra_args(false);
  program.add_option("--lang", common.language, "Language of what is shown: en or zh")->type_name("LANG")->take_last();
  program.add_option("--allow-degraded", common.accepted, "Run scripts although this machine cannot give a guarantee (viva doctor lists them); may be given again")
      ->type_name("NAME")
      ->allow_extra_args(false);
  program.add_option("--judge", common.judge_url, "Have a language model read free text as well: an endpoint with the protocol of OpenAI's chat completions, such as http://localhost:11434/v1")
      ->type_name("URL")
      ->take_last();
  program.add_option("--judge-model", common.judge_model, "Which model it is; $VIVA_JUDGE_KEY is its key")->type_name("NAME")->take_last();
  program.add_option("--judge-seconds", common.judge_seconds, "The most that one request to it may take")->type_name("N")->take_last()->capture_default_str();
  program.add_option("--data", common.data, "Folder of sessions and history")->type_name("DIR")->take_last();
  program.footer(examples);
  program.fallthrough();  // for all subcommands: the common options may stand behind them
  program.require_subcommand(0, 1);
  std::vector<viva::Command> commands = {viva::add_grade(program, common), viva::add_agree(program, common), viva::add_list(program, common), viva::add_show(program, common), viva::add_check(program, common),
                                         viva::add_doctor(program, common)};
  try {
    program.parse(count, arguments);
  } catch (const CLI::Success& wish) {
    return program.exit(wish);  // --help, --version
  } catch (const CLI::ParseError& problem) {
    return viva::fail(viva::error(viva::explain(program, problem)));
  }
  if (common.language != "en" && common.language != "zh") return viva::fail(viva::error("--lang is en or zh, not '" + common.language + "'"));
  for (const viva::Command& command : commands)
    if (command.chosen->parsed()) return command.run();
  return viva::open_prompt(common);
}
