// What the REPL says, in both languages: each sentence once, as a format of fmt. What is wrong with files and scripts is told in English,
// like what they say themselves.
//
//   say(wording::answer_kept, "zh", 3)      "已输入的 3 行都还在。…"
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/spelling.h"

namespace viva {

struct Phrase {
  std::string_view en, zh;
};

inline std::string_view in(const Phrase& phrase, const std::string& language) { return language == "zh" ? phrase.zh : phrase.en; }

template <class... Arguments>
std::string say(const Phrase& phrase, const std::string& language, const Arguments&... arguments) {
  return fmt::vformat(in(phrase, language), fmt::make_format_args(arguments...));
}

namespace wording {

// The banner and the end
inline constexpr Phrase banner{"viva {0}: {1} questions in {2} areas. .help: commands, .round: rounds",
                               "viva {0}：{2} 个领域，{1} 道题。输入 .help 查看命令，.round 查看练习方式。"};
inline constexpr Phrase other_language{"切换到中文：.lang zh", "For English: .lang en"};
inline constexpr Phrase faulty_files{"Faults in question files and scripts: {0}, and `viva check` lists them. The first: {1}",
                                     "题目文件或脚本有 {0} 处错误，用 viva check 可以全部列出。第一处：{1}"};
inline constexpr Phrase unfinished{"Session {0} ({1}, {2} answered) is not finished: .resume goes on with it.",
                                   "第 {0} 次练习（{1}，已答 {2} 题）还没做完，输入 .resume 继续。"};
inline constexpr Phrase degraded{"Scripts run without these guarantees, as --allow-degraded accepts: {0}. Every record says so.",
                                 "按 --allow-degraded 的要求，脚本在缺少以下保证的情况下运行：{0}。每条记录都会注明。"};
inline constexpr Phrase history_unreadable{"Sessions and history cannot be kept: {0}", "无法保存练习记录：{0}"};

// Commands
inline constexpr Phrase unknown_command{"there is no command '.{0}'{1} (.help lists them; a leading \\ makes the line text)",
                                        "没有 .{0} 这个命令{1}（.help 列出全部命令；行首加 \\ 则当作普通文本）"};
inline constexpr Phrase ambiguous_command{"'{0}' may be {1}", "'{0}' 可能是 {1}"};
inline constexpr Phrase not_while_asking{"'.{0}' is not for now: a question is open. Answer it, .skip it, or .quit the round (it is kept).",
                                         "现在不能用 .{0}：还有题目没答。可以作答，.skip 跳过，或 .quit 离开（进度会保留）。"};
inline constexpr Phrase not_while_idle{"'.{0}' is for an open question, and none is open: .ask ID opens one, .round NAME starts a round.",
                                       ".{0} 只能在答题时使用，现在没有题目：.ask 题号 可以做一道题，.round 名称 开始一轮练习。"};
inline constexpr Phrase no_argument{"'.{0}' takes nothing behind it, found '{1}'", ".{0} 后面不需要内容，多了 '{1}'"};
inline constexpr Phrase languages_are{"the languages are en and zh, not '{0}'", "语言只有 en 和 zh，没有 '{0}'"};
inline constexpr Phrase language_now{"English from here on.", "以下使用中文。"};
inline constexpr Phrase no_trace{"No script has failed yet.", "还没有脚本出错。"};
inline constexpr Phrase reloaded{"Read again: {0} questions, {1} question types, {2} rules, {3} rounds.",
                                 "已重新加载：{0} 道题，{1} 种题型，{2} 条计分规则，{3} 种练习方式。"};

inline constexpr Phrase not_reloaded{
    "Nothing was read again: the questions and scripts from before stay in use until these faults are mended.",
    "没有重新加载：改好以上错误之前，继续使用原来的题目和脚本。"};
inline constexpr Phrase did_you_mean{"; did you mean '{0}'?", "，是不是 '{0}'？"};
inline constexpr Phrase unknown_question{"there is no question '{0}'{1}", "没有 '{0}' 这道题{1}"};
inline constexpr Phrase unknown_round{"there is no round '{0}'{1}", "没有 '{0}' 这种练习方式{1}"};
inline constexpr Phrase unknown_option{"the round '{0}' has no option '{1}'{2}", "练习 {0} 没有选项 '{1}'{2}"};
inline constexpr Phrase nothing_asked{"No question is open, so this was read as Lua: .ask ID opens one, .round NAME starts a round.",
                                      "现在没有题目，刚才的输入被当作 Lua 执行：.ask 题号 可以做一道题，.round 名称 开始一轮练习。"};
inline constexpr Phrase unknown_filter{"there is no area, topic, question type, level or question '{0}', and no question says it{1}",
                                       "没有叫 '{0}' 的领域、主题、题型、级别或题目，题目里也没有这个词{1}"};

// Help
inline constexpr Phrase help_grammar{
    "A line that begins with `.` and a letter is a command; the beginning of its name is enough. A leading `\\` makes any line text. "
    "Without a "
    "question open, lines are Lua, and `= 1 + 2` shows a value. With one, they are the answer: those of several lines end with a line that "
    "is only "
    "`.` (write `\\.` for such a line), and Ctrl-C in the middle of one lets you use commands. What you paste is never a command.",
    "以 `.` 加字母开头的行是命令，写出命令名的开头部分即可；行首加 `\\` 则整行当作普通文本。没有题目时，输入的是 Lua，`= 1 + 2` "
    "会显示结果；答题时，输入的"
    "就是答案：多行答案以单独一行 `.` 结束（要输入这样一行请写 `\\.`），中途按 Ctrl-C 可以使用命令。粘贴的内容不会被当作命令。"};
inline constexpr Phrase help_more{"`.help COMMAND` says more of one.", "`.help 命令` 查看某个命令的说明。"};

// Asking
inline constexpr Phrase question_number{"Question {0}", "第 {0} 题"};
inline constexpr Phrase question_number_of{"Question {0} of {1}", "第 {0} 题，共 {1} 题"};
inline constexpr Phrase follow_up{"follow-up", "追问"};
inline constexpr Phrase difficulty{"difficulty {0} of 5", "难度 {0}/5"};
inline constexpr Phrase time_allowed{"{0} allowed", "限时 {0}"};
inline constexpr Phrase time_expected{"about {0}", "约 {0}"};
inline constexpr Phrase key_title{"Key", "标准答案"};
inline constexpr Phrase command_is_text{
    "'{0}' was taken for a line of the answer. For commands press Ctrl-C first; .edit then takes the line out.",
    "'{0}' 已作为答案的一行。要用命令请先按 Ctrl-C，之后可用 .edit 删掉这一行。"};
inline constexpr Phrase how_to_end{"End the answer with a line that is only a dot.", "答完后单独输入一行 . 提交。"};
inline constexpr Phrase edit_refused{".edit opens the {0} lines that you typed; or begin anew.", "刚才输入的 {0} 行可用 .edit 打开修改，也可以重新作答。"};
inline constexpr Phrase answer_so_far{"Your answer so far:", "目前的答案："};
inline constexpr Phrase answer_kept{"Lines kept so far: {0}. Type on, or: . hands in, .edit opens it in your editor, .clear drops it.",
                                    "已输入的 {0} 行都还在。可以接着写；. 提交，.edit 用编辑器修改，.clear 清空。"};
inline constexpr Phrase program_kept{
    "Lines of the program: {0}. .run tries the examples, .submit hands in, .edit goes on, .watch tries at every save.",
    "程序共 {0} 行。.run 运行示例，.submit 提交，.edit 继续修改，.watch 每次保存后自动运行。"};
inline constexpr Phrase no_program_here{"'.{0}' is for questions that are answered with a program", ".{0} 只用于以程序作答的题目"};
inline constexpr Phrase no_program_yet{"There is no program yet: .edit opens one in your editor.", "还没有程序：输入 .edit 打开编辑器。"};
inline constexpr Phrase watch_needs_file{"viva keeps no files here; name one: .watch answer.py",
                                         "viva 在这里不保存文件，请写上文件名：.watch answer.py"};
inline constexpr Phrase watching{"Watching {0}: every save tries the examples. Any key ends it.",
                                 "正在监视 {0}：每次保存后运行示例，按任意键结束。"};
inline constexpr Phrase watched{"No longer watching. The answer is as it was saved last; .submit hands it in.",
                                "已停止监视。答案以最后一次保存的为准，.submit 提交。"};
inline constexpr Phrase nothing_typed{"There is no answer yet. .skip passes the question over.", "还没有作答。.skip 可以跳过这道题。"};
inline constexpr Phrase cleared{"Dropped. Begin again.", "已清空，请重新作答。"};
inline constexpr Phrase try_again{"This cannot be read as an answer: {0}", "看不懂这个答案：{0}"};
inline constexpr Phrase time_is_up{"The time is up.", "时间到。"};
inline constexpr Phrase line_too_long{"the line is too long and was dropped", "这一行太长，已忽略"};
inline constexpr Phrase interviewer{"Interviewer: {0}", "面试官：{0}"};
inline constexpr Phrase hint{"Hint {0} of {1}", "提示 {0}/{1}"};
inline constexpr Phrase hint_cost{" (costs {0}% where the rule counts hints)", "（计分规则计提示时扣 {0}%）"};
inline constexpr Phrase no_hints{"This question has no hints.", "这道题没有提示。"};
inline constexpr Phrase no_more_hints{"That was the last hint.", "没有更多提示了。"};
inline constexpr Phrase nothing_to_undo{"This is the first question; there is nothing to go back to.", "这是第一题，没有可以撤销的。"};
inline constexpr Phrase undo_outside_round{"'.undo' goes back within a round; outside of one, .ask the question again.",
                                           ".undo 用于一轮练习之中；单独做题时，重新 .ask 即可。"};
inline constexpr Phrase undone{"Back to the question before.", "回到上一题。"};
inline constexpr Phrase left_question{"Left without an answer.", "未作答，已离开。"};

// Feedback
inline constexpr Phrase correct{"Correct", "正确"};
inline constexpr Phrase partial{"Partly correct", "部分正确"};
inline constexpr Phrase incorrect{"Not correct", "不正确"};
inline constexpr Phrase nothing_found{"None of the points was found", "没有找到得分点"};
inline constexpr Phrase skipped{"Skipped", "已跳过"};
inline constexpr Phrase timed_out{"Out of time", "超时"};
inline constexpr Phrase unreadable{"Not readable as an answer", "答案无法识别"};
inline constexpr Phrase ungraded{"Not graded", "未评分"};
inline constexpr Phrase points_of{"{0} of {1} points", "得 {0} 分，满分 {1} 分"};
inline constexpr Phrase point_of{"{0} of 1 point", "得 {0} 分，满分 1 分"};
inline constexpr Phrase ungraded_engine{"This is no fault of yours, and counts nothing: {0}", "这不是你的问题，不计入成绩：{0}"};
inline constexpr Phrase trace_shows{".trace shows where.", "输入 .trace 查看出错位置。"};
inline constexpr Phrase found{"found", "答到"};
inline constexpr Phrase partly{"partly", "部分答到"};
inline constexpr Phrase not_found{"not found", "没找到"};
inline constexpr Phrase misconception{"misconception", "误区"};
inline constexpr Phrase remark{"note", "注意"};
inline constexpr Phrase similarity{"wording", "整体措辞"};
inline constexpr Phrase penalty{" (−{0})", "（−{0}）"};
inline constexpr Phrase stance_right{"right", "判断正确"};
inline constexpr Phrase stance_wrong{"the other way round", "判断相反"};
inline constexpr Phrase stance_none{"no clear position", "没看出立场"};
inline constexpr Phrase own_words{"What counted in your words:", "你的答案中计分的部分："};
inline constexpr Phrase review{"This grade is not certain; a person should look at the answer, too.",
                               "这次评分把握不大，最好再由人看一遍。"};
inline constexpr Phrase references{"Read more:", "延伸阅读："};
inline constexpr Phrase follow_up_next{"A follow-up is there: .ask asks it.", "有一道追问：输入 .ask 作答。"};
inline constexpr Phrase no_follow_up{"no follow-up is waiting; name a question: .ask redis.one-thread (.list AREA shows them)",
                                     "没有待答的追问；请写上题号，例如 .ask redis.one-thread（.list 领域 可以列出题目）"};

// Rounds
inline constexpr Phrase session_begins{
    "Round {0}, session {1}, seed {2}. .hint .skip .undo .edit help on the way; .quit leaves, and keeps it.",
    "练习 {0}（第 {1} 次，种子 {2}）。途中可用 .hint .skip .undo .edit；.quit 离开，进度会保留。"};
inline constexpr Phrase session_resumes{"Going on with session {0} ({1}, {2} answered).", "继续第 {0} 次练习（{1}，已答 {2} 题）。"};
inline constexpr Phrase session_left{"Session {0} is kept: .resume {0} goes on with it. .quit once more leaves viva.",
                                     "第 {0} 次练习已保留：.resume {0} 继续，再输入 .quit 退出 viva。"};
inline constexpr Phrase session_never_began{"The round ended before its first question; nothing is kept of it.",
                                           "还没出第一题就中断了，这一轮没有保留。"};
inline constexpr Phrase session_failed{"The script failed, and session {0} is kept: mend the script, .reload, then .resume {0}.",
                                       "脚本出错，第 {0} 次练习已保留：改好脚本后 .reload，再 .resume {0}。"};
inline constexpr Phrase round_over{"The round is over. Answers: {0}; points: {1} of {2}", "本轮结束：共 {0} 题，得 {1} 分，满分 {2} 分"};
inline constexpr Phrase round_over_empty{"The round is over. Nothing was asked.", "本轮结束，没有出题。"};
inline constexpr Phrase passed{"passed", "通过"};
inline constexpr Phrase judged{"A model ({0}) read the answer, too, and would give {1}. Without it: {2}.", "模型（{0}）也读了答案，认为可得 {1}；不计模型为 {2}。"};
inline constexpr Phrase judged_found{"The model found “{0}” in: “{1}”", "模型认为“{0}”已说到：“{1}”"};
inline constexpr Phrase judge_silent{"The model ({0}) gave no judgement: {1}", "模型（{0}）没有给出评判：{1}"};
inline constexpr Phrase not_passed{"not passed", "未通过"};
inline constexpr Phrase ungraded_count{"Answers that could not be graded, and count nothing: {0}.", "有 {0} 题未能评分，不计入成绩。"};
inline constexpr Phrase review_shows{".review shows the answers again.", "输入 .review 可以回顾。"};
inline constexpr Phrase nothing_to_review{"There is no answer to look at yet.", "还没有可以回顾的答案。"};
inline constexpr Phrase nothing_to_dispute{"The last answer has no point that was looked for and not found.", "上一个答案没有漏认的要点。"};
inline constexpr Phrase how_to_dispute{".dispute NUMBER WORDS keeps your words for the author of the question.",
                                       "输入 .dispute 编号 原话，可以把你的原话留给出题人。"};
inline constexpr Phrase dispute_number{"'.dispute' takes the number of a point, 1 to {0}; .dispute lists them",
                                       "“.dispute” 后面是要点编号，1 到 {0}；.dispute 可以列出"};
inline constexpr Phrase not_your_words{"these words are not in your answer: {0}", "你的答案里没有这些字：{0}"};
inline constexpr Phrase disputed{"Kept for the author of the question: “{0}” says “{1}”.", "已留给出题人：“{0}”说的就是“{1}”。"};
inline constexpr Phrase dispute_not_kept{"disputes cannot be kept: {0}", "无法保存反馈：{0}"};
inline constexpr Phrase no_unfinished{"No session is unfinished. .round NAME starts one.", "没有未完成的练习。.round 名称 可以开始一轮。"};
inline constexpr Phrase no_sessions{"There are no sessions yet. .round NAME starts one.", "还没有练习记录。.round 名称 可以开始一轮。"};
inline constexpr Phrase session_number{"'{0}' is no number of a session; .sessions lists them", "'{0}' 不是练习编号，.sessions 可以列出"};
inline constexpr Phrase diverged{
    "The script asks for something else than it did at step {0}.\n  then: {1}\n  now:  {2}\nGo on from here and drop what came after? "
    "(y/n)",
    "脚本在第 {0} 步的要求和记录不一样。\n  当时：{1}\n  现在：{2}\n从这里继续并丢弃后面的记录吗？(y/n)"};
inline constexpr Phrase no_history{"sessions cannot be kept, so rounds cannot be run: {0}", "无法保存练习记录，因此不能开始练习：{0}"};

// Lists
inline constexpr Phrase area{"area", "领域"};
inline constexpr Phrase topic{"topic", "主题"};
inline constexpr Phrase name{"name", "名称"};
inline constexpr Phrase questions{"questions", "题数"};
inline constexpr Phrase question{"question", "题目"};
inline constexpr Phrase id{"id", "题号"};
inline constexpr Phrase type{"type", "题型"};
inline constexpr Phrase level{"level", "级别"};
inline constexpr Phrase hardness{"difficulty", "难度"};
inline constexpr Phrase about{"about", "说明"};
inline constexpr Phrase from{"from", "来源"};
inline constexpr Phrase shipped{"viva", "viva"};
inline constexpr Phrase number{"no.", "编号"};
inline constexpr Phrase round{"round", "练习"};
inline constexpr Phrase began{"began", "开始于"};
inline constexpr Phrase answered{"answered", "已答"};
inline constexpr Phrase result{"result", "结果"};
inline constexpr Phrase open{"open", "未完成"};
inline constexpr Phrase attempts{"answers", "作答次数"};
inline constexpr Phrase seen{"seen", "做过"};
inline constexpr Phrase mean_credit{"mean credit", "平均得分率"};
inline constexpr Phrase verdict{"verdict", "评判"};
inline constexpr Phrase credit{"credit", "得分率"};
inline constexpr Phrase all_areas{"all", "合计"};
inline constexpr Phrase list_hint{
    ".list AREA shows the questions of one, .list WORD those that say it; also .list topics, types, rounds, rules.",
    ".list 领域 列出其中的题目，.list 词语 查找含有它的题目；另有 .list topics、types、rounds、rules。"};
inline constexpr Phrase none_listed{"No question fits.", "没有符合的题目。"};
inline constexpr Phrase no_stats{"Nothing has been answered yet.", "还没有答过题。"};
inline constexpr Phrase stats_note{"Mean credit is that of the last answer to each question.", "平均得分率按每道题最近一次作答计算。"};
inline constexpr Phrase round_options{"Options of {0}: .round {0} NAME=VALUE …", "{0} 的选项：.round {0} 名称=值 …"};
inline constexpr Phrase option_default{"default {0}", "默认 {0}"};
inline constexpr Phrase one_of{"one of {0}", "可选 {0}"};
inline constexpr Phrase rounds_hint{".round NAME starts one; seed=… makes it the same again.",
                                    ".round 名称 开始练习；加 seed=… 可以重现同一轮。"};

// Lua at the prompt
inline constexpr Phrase lua_stopped{"Stopped. What had been defined at this prompt is gone.", "已中止。在提示符下定义过的内容都已清除。"};
inline constexpr Phrase lua_lost{"What had been defined at this prompt is gone.", "在提示符下定义过的内容都已清除。"};
inline constexpr Phrase missing_dot{"Commands begin with a dot: .{}", "命令以 . 开头：.{}"};
inline constexpr Phrase lua_incomplete{"the input ended in the middle of a statement", "输入在语句中间结束了"};

}  // namespace wording

// "; did you mean 'x'?" of the name that may be meant, or nothing.
inline std::string meant(const std::string& word, const std::vector<std::string>& known, const std::string& language) {
  const std::string near = nearest(word, known);
  return near.empty() ? near : say(wording::did_you_mean, language, near);
}

}  // namespace viva
