// viva list: the questions there are.
#include <cstdio>

#include "bank/pick.h"
#include "program/program.h"
#include "repl/question_table.h"
#include "repl/wording.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "Each option may be given again, and a question must have one of the values of each. Each WORD must be in its id, its prompt, its\n"
    "program or the name of a topic of it, in English or Chinese.\n"
    "\n"
    "Examples:\n"
    "  viva list --area redis --area database\n"
    "  viva list --level senior --type short-answer --lang zh\n"
    "  viva list deadlock --type code\n"
    "  viva list 缓存 穿透 --lang zh\n"
    "  viva list --json | jq -r .id";

struct ListOptions {
  PickRequest request;
  bool as_json = false;
};

void print_json(const QuestionEntry& entry) {
  Json line = {{"id", entry.id},
               {"type", entry.type},
               {"area", entry.area},
               {"topics", entry.topics},
               {"title", {{"en", entry.title.en}, {"zh", entry.title.zh}}}};
  if (!entry.level.empty()) line["level"] = entry.level;
  if (entry.difficulty) line["difficulty"] = entry.difficulty;
  if (entry.seconds) line["seconds"] = entry.seconds;
  std::printf("%s\n", to_text(line).c_str());
}

int list(const CommonOptions& common, const ListOptions& options) {
  Result<std::unique_ptr<Context>> context = open_context(common);
  if (!context) return fail(context.error());
  Result<std::vector<const QuestionEntry*>> found = matching((*context)->bank, options.request);
  if (!found) return fail(found.error());
  if (options.as_json) {
    for (const QuestionEntry* entry : *found) print_json(*entry);
  } else if (found->empty()) {
    const auto unsaid = unsaid_word((*context)->bank, options.request.words, {}, common.language);
    std::printf("%s\n", unsaid.value_or(say(wording::none_listed, common.language)).c_str());
  } else {
    std::fputs(question_table(*found, common.language, terminal_style()).c_str(), stdout);
  }
  const std::size_t faults = (*context)->bank_faults.size();
  if (faults > 0) complain(std::to_string(faults) + " faults in question files, which are left out; viva check lists them");
  return faults > 0 ? 1 : 0;
}

}  // namespace

Command add_list(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand("list", "Show which questions there are");
  auto options = std::make_shared<ListOptions>();
  auto add = [&](const char* name, std::vector<std::string>& values, const char* about) {
    command->add_option(name, values, about)->type_name("NAME")->allow_extra_args(false)->take_all();
  };
  add("--area", options->request.areas, "Only of this area, such as redis");
  add("--topic", options->request.topics, "Only of this topic, such as generators");
  add("--type", options->request.types, "Only of this question type, such as choice");
  add("--level", options->request.levels, "Only of this level: junior, mid or senior");
  command->add_option("WORD", options->request.words, "Only with this word")->expected(0, -1);
  command->add_flag("--json", options->as_json, "A line of JSON for each question");
  command->footer(explanation);
  return {command, [options, &common] { return list(common, *options); }};
}

}  // namespace viva
