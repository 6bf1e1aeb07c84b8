#include "repl/commands.h"

#include <algorithm>
#include <sstream>

#include "base/files.h"
#include "repl/asking.h"
#include "repl/dispute.h"
#include "repl/listing.h"
#include "repl/lua_prompt.h"
#include "repl/markdown.h"
#include "repl/practice.h"
#include "repl/trying.h"

namespace viva {
namespace {

void help(Desk& desk, const std::string& argument);

void set_language(Desk& desk, const std::string& argument) {
  std::string wanted = argument.empty() ? (desk.language() == "en" ? "zh" : "en") : argument;
  if (wanted != "en" && wanted != "zh") return desk.screen.error(say(wording::languages_are, desk.language(), wanted));
  desk.screen.set_language(wanted);
  if (desk.session) desk.session->set_language(wanted);
  desk.screen.note(wording::language_now);
  if (desk.open) show_question(desk);
}

void reload(Desk& desk, const std::string&) {
  if (desk.open) return end_question(desk, AskOutcome::Kind::reload);
  reload_material(desk);
}

void trace(Desk& desk, const std::string&) {
  if (desk.screen.traceback().empty()) return desk.screen.note(wording::no_trace);
  desk.screen.verbatim(desk.screen.traceback());
}

void undo(Desk& desk, const std::string&) {
  if (!desk.open->in_round) return desk.screen.error(say(wording::undo_outside_round, desk.language()));
  if (desk.open->request->number <= 1) return desk.screen.note(wording::nothing_to_undo);
  desk.screen.note(wording::undone);
  end_question(desk, AskOutcome::Kind::undo);
}

void quit(Desk& desk, const std::string&) {
  if (desk.open) return end_question(desk, AskOutcome::Kind::leave);
  desk.over = true;
}

void load_file(Desk& desk, const std::string& argument) {
  if (argument.empty()) return desk.screen.error("'.load' takes a file: .load mine.lua");
  Result<std::string> text = read_file(argument, 1u << 20);
  if (!text) return desk.screen.error(text.error());
  desk.defined = true;
  (void)run_lua(desk, *text, "@" + argument);
}

const std::vector<PromptCommand> all = {
    {"help", "[COMMAND]", PromptCommand::always, {"What can be typed", "可以输入什么"}, {}, help},
    {"list",
     "[areas|topics|types|rounds|rules|WORD …]",
     PromptCommand::always,
     {"The areas; or the questions of an area, topic, type or level, or with a word",
      "列出领域，或某个领域、主题、题型、级别的题目，或查找题目"},
     {"`.list redis mid` shows the questions of the area redis and the level mid: each word is an area, a topic, a question type or a "
      "level. Any other word is looked for: `.list code deadlock` shows the programs to write whose prompt, program or topics say it.",
      "`.list redis mid` 列出 redis 领域中级别为 mid 的题目：每个词可以是领域、主题、题型或级别。其他词则用来查找：`.list code 死锁` "
      "列出题面、程序或主题中提到它的编程题。"},
     list},
    {"ask",
     "[ID]",
     PromptCommand::idle,
     {"One question; without ID the follow-up that was offered", "做一道题；不写题号则回答刚才的追问"},
     {},
     ask_single},
    {"round",
     "[NAME [OPTION=VALUE …]]",
     PromptCommand::idle,
     {"Start a round; without NAME they are listed", "开始一轮练习；不写名称则列出全部"},
     {"`.round drill area=redis questions=5` starts a round. `seed=7` makes chance the same as in every other round with this seed.",
      "`.round drill area=redis questions=5` 开始一轮练习。加上 `seed=7`，相同种子的练习抽题也相同。"},
     start_round},
    {"sessions", "", PromptCommand::always, {"The rounds so far", "做过的练习"}, {}, list_sessions},
    {"resume", "[NUMBER]", PromptCommand::idle, {"Go on with an unfinished round", "继续没做完的练习"}, {}, resume_round},
    {"review",
     "[NUMBER]",
     PromptCommand::always,
     {"The last answers again, with feedback", "回顾刚才的答案和点评"},
     {"Those of the round that is open, else of what was answered last. `.review 3` shows those of session 3; `.sessions` lists them.",
      "练习途中回顾本轮的答案，否则回顾最近一次的。`.review 3` 回顾第 3 次练习，`.sessions` 列出做过的练习。"},
     review},
    {"dispute",
     "[NUMBER [WORDS]]",
     PromptCommand::always,
     {"“I did say that”: tell the author of a point that was not found", "“我说过了”：把没被认出的要点反馈给出题人"},
     {"`.dispute` numbers the points that were not found in the last answer. `.dispute 2` keeps the answer for the author of the question; "
      "`.dispute 2 WORDS` the words of it that say the point. The grade stays. `viva check --disputes` lists what was kept.",
      "`.dispute` 给上一个答案中没找到的要点编号。`.dispute 2` 把答案留给出题人；`.dispute 2 原话` 只留下说到该要点的那几个字。分数不变。"
      "`viva check --disputes` 列出全部反馈。"},
     dispute},
    {"stats", "", PromptCommand::always, {"How the answers were, by area", "各领域的作答情况"}, {}, show_stats},
    {"hint", "", PromptCommand::asking, {"The next hint", "看下一条提示"}, {}, [](Desk& desk, const std::string&) { show_hint(desk); }},
    {"skip",
     "",
     PromptCommand::asking,
     {"Pass the question over", "跳过这道题"},
     {},
     [](Desk& desk, const std::string&) { end_question(desk, AskOutcome::Kind::skipped); }},
    {"undo", "", PromptCommand::asking, {"Back to the question before; its answer is dropped", "回到上一题，撤销上一题的作答"}, {}, undo},
    {"edit",
     "",
     PromptCommand::asking,
     {"Write the answer in your editor", "用编辑器写答案"},
     {"Opens $VISUAL, $EDITOR, nano or vi with what was typed so far. What you save becomes the answer so far, and is shown; a line that "
      "is only `.` "
      "then hands it in. The clock goes on.",
      "用 $VISUAL、$EDITOR、nano 或 vi 打开目前的答案。保存后的内容会显示出来，成为目前的答案；单独输入一行 `.` 提交。计时不停。"},
     [](Desk& desk, const std::string&) { edit_answer(desk); }},
    {"run",
     "",
     PromptCommand::asking,
     {"Try the program on the examples", "用示例运行程序"},
     {"It is no attempt: nothing is graded, and hidden cases stay hidden.", "不算作答：不评分，也不运行隐藏用例。"},
     [](Desk& desk, const std::string&) { run_examples(desk); }},
    {"watch",
     "[FILE]",
     PromptCommand::asking,
     {"Try the program at every save, until a key is pressed", "每次保存后运行程序，按任意键结束"},
     {"Edit the file in another window. Without FILE viva makes one and tells where; a FILE that is not there yet begins with what was "
      "typed "
      "so far. What was saved last is the answer so far.",
      "请在另一个窗口编辑该文件。不写文件名时由 viva 新建并告知位置；文件不存在时，以目前的答案开头。最后一次保存的内容就是目前的答案。"},
     watch_file},
    {"submit", "", PromptCommand::asking, {"Hand the answer in", "提交答案"}, {}, [](Desk& desk, const std::string&) { hand_in(desk); }},
    {"clear",
     "",
     PromptCommand::asking,
     {"Drop what was typed of the answer", "清空目前的答案"},
     {},
     [](Desk& desk, const std::string&) { clear_answer(desk); }},
    {"lang", "[en|zh]", PromptCommand::always, {"The other language, or this one", "切换语言"}, {}, set_language},
    {"reload",
     "",
     PromptCommand::always,
     {"Read questions and scripts again", "重新读取题目和脚本"},
     {"In a round, the script as it is now is run again with what you answered. Where it would go another way, you are asked.",
      "练习途中也可以用：新脚本会按已有的作答重走一遍；如果走向不同，会先问你。"},
     reload},
    {"load", "FILE", PromptCommand::idle, {"Run a file of Lua as if it were typed", "运行一个 Lua 文件"}, {}, load_file},
    {"trace", "", PromptCommand::always, {"Where the last script failed", "上次脚本出错的位置"}, {}, trace},
    {"quit",
     "",
     PromptCommand::always,
     {"Leave the question or round (it is kept), or viva", "离开当前题目或练习（会保留），或退出 viva"},
     {},
     quit},
};

const PromptCommand* find_command(Desk& desk, const std::string& name) {
  std::vector<std::string> names;
  std::vector<const PromptCommand*> found;
  for (const PromptCommand& command : all) {
    if (name == command.name) return &command;
    names.push_back(fmt::format(".{}", command.name));
    if (std::string_view(command.name).substr(0, name.size()) == name) found.push_back(&command);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    desk.screen.error(say(wording::unknown_command, desk.language(), name, desk.meant("." + name, names)));
    return nullptr;
  }
  std::string list;
  for (const PromptCommand* command : found) list += fmt::format("{}.{}", list.empty() ? "" : ", ", command->name);
  desk.screen.error(say(wording::ambiguous_command, desk.language(), "." + name, list));
  return nullptr;
}

std::string usage(const PromptCommand& command) {
  return fmt::format(".{}{}{}", command.name, *command.argument ? " " : "", command.argument);
}

void help(Desk& desk, const std::string& argument) {
  if (!argument.empty()) {
    const PromptCommand* command = find_command(desk, argument[0] == '.' ? argument.substr(1) : argument);
    if (!command) return;
    desk.screen.plain(usage(*command));
    desk.screen.plain(in(command->about, desk.language()));
    if (!command->more.en.empty()) desk.screen.markdown(in(command->more, desk.language()));
    return;
  }
  std::vector<std::vector<std::string>> rows = {
      {desk.language() == "zh" ? "命令" : "command", std::string(in(wording::about, desk.language()))}};
  const int now = desk.open ? PromptCommand::asking : PromptCommand::idle;
  for (const PromptCommand& command : all)
    if (command.when & now) rows.push_back({std::string(".") + command.name, std::string(in(command.about, desk.language()))});
  desk.screen.rendered(table(rows, {}, desk.screen.style()));
  desk.screen.gap();
  desk.screen.markdown(in(wording::help_grammar, desk.language()));
  desk.screen.markdown(in(wording::help_more, desk.language()));
}

}  // namespace

const std::vector<PromptCommand>& commands() { return all; }

bool is_command(std::string_view line) {
  return line.size() > 1 && line[0] == '.' && ((line[1] >= 'a' && line[1] <= 'z') || (line[1] >= 'A' && line[1] <= 'Z'));
}

bool is_whole_command(std::string_view line) {
  return std::any_of(all.begin(), all.end(), [&](const PromptCommand& command) {
    return (command.when & PromptCommand::asking) && !line.empty() && line[0] == '.' && line.substr(1) == command.name;
  });
}

void run_command(Desk& desk, const std::string& line) {
  const std::size_t end = std::min(line.find_first_of(" \t", 1), line.size());
  const PromptCommand* command = find_command(desk, line.substr(1, end - 1));
  if (!command) return;
  std::string argument = line.substr(end);
  argument.erase(0, std::min(argument.find_first_not_of(" \t"), argument.size()));
  argument.erase(argument.find_last_not_of(" \t") + 1);
  const int now = desk.open ? PromptCommand::asking : PromptCommand::idle;
  if (!(command->when & now))
    return desk.screen.error(say(desk.open ? wording::not_while_asking : wording::not_while_idle, desk.language(), command->name));
  if (!argument.empty() && !*command->argument)
    return desk.screen.error(say(wording::no_argument, desk.language(), command->name, argument));
  command->run(desk, argument);
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace viva
