#include "repl/asking.h"

#include <algorithm>

#include "bank/localized.h"
#include "repl/commands.h"
#include "repl/editor.h"
#include "repl/markdown.h"
#include "text/width.h"

namespace viva {
namespace {

using Kind = ReadResult::Kind;

constexpr char continuation[] = "  ...> ";

std::string head_prompt(const Desk& desk) {
  const OpenQuestion& open = *desk.open;
  const double limit = open.request->limit;
  const std::string time = minutes_text(limit > 0 ? limit - open.seconds() : open.seconds());
  if (!open.in_round) return fmt::format("[{}]> ", time);
  std::string number = std::to_string(open.request->number);
  if (desk.questions_in_round >= open.request->number && open.request->section.empty())
    number += fmt::format("/{}", desk.questions_in_round);
  return fmt::format("[{} {}]> ", number, time);
}

std::string header(const Desk& desk) {
  const AskRequest& request = *desk.open->request;
  const std::string& language = desk.language();
  std::string text;
  auto add = [&](const std::string& piece) { text += (text.empty() ? "" : " · ") + piece; };
  if (desk.open->in_round)
    add(desk.questions_in_round >= request.number && request.section.empty()
            ? say(wording::question_number_of, language, request.number, desk.questions_in_round)
            : say(wording::question_number, language, request.number));
  if (desk.bank().is_inline(request.sheet->id())) add(say(wording::follow_up, language));
  const Json& question = request.sheet->content();
  if (auto area = desk.bank().areas().find(question.value("area", "")); area != desk.bank().areas().end())
    add(language == "zh" ? area->second.zh : area->second.en);
  if (const int difficulty = question.value("difficulty", 0); difficulty > 0) add(say(wording::difficulty, language, difficulty));
  if (request.limit > 0)
    add(say(wording::time_allowed, language, minutes_text(request.limit)));
  else if (request.sheet->seconds() > 0)
    add(say(wording::time_expected, language, minutes_text(request.sheet->seconds())));
  return text;
}

bool is_one_line(const OpenQuestion& open) { return open.shown.input == "line"; }

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t") == std::string::npos; }

int lines_in(const std::string& text) { return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

void save(OpenQuestion& open) {
  if (!open.request->save_draft) return;
  Draft draft = open.draft;
  draft.seconds = open.seconds();
  open.request->save_draft(draft);
}

void finish(OpenQuestion& open, AskOutcome::Kind kind, Json answer) {
  AskOutcome outcome;
  outcome.kind = kind;
  outcome.answer = std::move(answer);
  outcome.seconds = open.seconds();
  outcome.hints = open.draft.hints;
  open.outcome = std::move(outcome);
}

}  // namespace

void hand_in(Desk& desk) {
  OpenQuestion& open = *desk.open;
  if (is_blank(open.draft.text)) {
    desk.screen.note(wording::nothing_typed);
    return;
  }
  finish(open, AskOutcome::Kind::answered, open.draft.text);
}

namespace {

void show_kept(Desk& desk) {
  const OpenQuestion& open = *desk.open;
  desk.screen.note(open.request->sheet->runs_programs() ? wording::program_kept : wording::answer_kept, lines_in(open.draft.text));
}

void show_draft(Desk& desk) {
  desk.screen.faint(in(wording::answer_so_far, desk.language()));
  desk.screen.verbatim(desk.open->draft.text);
  show_kept(desk);
}

// Lines that only ask something back may be replied to at once; they stay part of the answer, where good questions count.
void reply(Desk& desk, const std::string& line) {
  const bool asks = line.size() >= 1 && (line.back() == '?' || (line.size() >= 3 && line.compare(line.size() - 3, 3, "？") == 0));
  if (!asks) return;
  Result<std::vector<std::string>> whole = desk.open->request->sheet->clarify(desk.open->draft.text, desk.language());
  if (!whole) return desk.screen.error(whole.error());
  if (whole->empty()) return;  // there was more than questions before
  Result<std::vector<std::string>> replies = desk.open->request->sheet->clarify(line, desk.language());
  if (!replies) return desk.screen.error(replies.error());
  for (const std::string& text : *replies) desk.screen.note(wording::interviewer, text);
}

void add_text(Desk& desk, const std::string& text) {
  OpenQuestion& open = *desk.open;
  open.draft.text += (open.draft.text.empty() ? "" : "\n") + text;
  open.at_start = false;
  save(open);
}

void take_line(Desk& desk, std::string line) {
  OpenQuestion& open = *desk.open;
  if (open.at_start) {
    if (is_command(line)) return run_command(desk, line);
    if (!open.draft.text.empty() && line == ".") return hand_in(desk);
    if (is_blank(line)) return;
    if (line[0] == '\\')
      line.erase(0, 1);
    else if (line == "." && !is_one_line(open))
      return hand_in(desk);
  } else {
    if (line == ".") return hand_in(desk);
    // A program has no such line of its own; `\.run` is one.
    auto is_of_programs = [&](const std::string& text) {
      return open.shown.input == "code" && (text == ".run" || text == ".submit" || text == ".edit" || text == ".watch");
    };
    if (is_of_programs(line)) {
      open.at_start = true;
      return run_command(desk, line);
    }
    if (desk.screen.style().interactive && is_whole_command(line)) desk.screen.note(wording::command_is_text, line);
    const bool escaped = line == "\\." || (line[0] == '\\' && is_of_programs(line.substr(1)));
    if (escaped) line = line.substr(1);
  }
  if (is_one_line(open)) return finish(open, AskOutcome::Kind::answered, line);
  add_text(desk, line);
  reply(desk, line);
}

void time_is_up(Desk& desk, std::string typed) {
  OpenQuestion& open = *desk.open;
  if (open.at_start && is_command(typed)) typed.clear();
  if (open.at_start && !typed.empty() && typed[0] == '\\') typed.erase(0, 1);
  std::string text = open.draft.text;
  if (!typed.empty()) text += (text.empty() ? "" : "\n") + typed;
  desk.screen.gap();
  desk.screen.note(wording::time_is_up);
  finish(open, AskOutcome::Kind::timed_out, is_blank(text) ? Json() : Json(text));
}

void interrupted(Desk& desk) {
  OpenQuestion& open = *desk.open;
  if (open.at_start || open.draft.text.empty()) return;
  open.at_start = true;
  show_kept(desk);
}

void take(Desk& desk, const ReadResult& result) {
  OpenQuestion& open = *desk.open;
  switch (result.kind) {
    case Kind::line:
      return take_line(desk, result.text);
    case Kind::pasted:
      if (is_one_line(open)) return finish(open, AskOutcome::Kind::answered, result.text);
      return add_text(desk, result.text);
    case Kind::end:
      if (!open.at_start) return hand_in(desk);
      return end_question(desk, AskOutcome::Kind::leave);
    case Kind::interrupted:
      return interrupted(desk);
    case Kind::timed_out:
      return time_is_up(desk, result.text);
    case Kind::too_long:
      return desk.screen.error(std::string(in(wording::line_too_long, desk.language())));
  }
}

ReadResult read_next(Desk& desk) {
  OpenQuestion& open = *desk.open;
  ReadMode mode;
  mode.completion = mode.remember = open.at_start;
  if (open.request->limit > 0) mode.seconds = std::max(0.01, open.request->limit - open.seconds());
  return desk.reader->read(open.at_start ? head_prompt(desk) : continuation, mode);
}

}  // namespace

double OpenQuestion::seconds() const {
  return draft.seconds + std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

void show_question(Desk& desk) {
  OpenQuestion& open = *desk.open;
  Screen& screen = desk.screen;
  Result<Presented> presented = open.request->sheet->present(screen.language());
  if (presented) {
    open.shown = *presented;
  } else {
    screen.error(presented.error());
    open.shown = {localized(open.request->sheet->content().value("prompt", Json("")), screen.language()), "text", ""};
  }
  open.hints = open.request->sheet->hints(screen.language());
  screen.gap();
  screen.faint(header(desk));
  screen.gap();
  screen.markdown(open.shown.markdown);
  screen.gap();
  if (!open.shown.help.empty()) screen.faint(open.shown.help);
  if (!is_one_line(open) && !std::exchange(desk.told_how_to_end, true)) screen.faint(in(wording::how_to_end, screen.language()));
}

void show_hint(Desk& desk) {
  OpenQuestion& open = *desk.open;
  const auto next = static_cast<std::size_t>(open.draft.hints);
  if (open.hints.empty()) return desk.screen.note(wording::no_hints);
  if (next >= open.hints.size()) return desk.screen.note(wording::no_more_hints);
  const Hint& hint = open.hints[next];
  std::string title = say(wording::hint, desk.language(), next + 1, open.hints.size());
  if (hint.cost > 0) title += say(wording::hint_cost, desk.language(), number_text(hint.cost * 100));
  desk.screen.markdown("**" + title + (desk.language() == "zh" ? "**：" : ":** ") + hint.text);
  ++open.draft.hints;
  save(open);
}

void edit_answer(Desk& desk) {
  OpenQuestion& open = *desk.open;
  const QuestionSheet& sheet = *open.request->sheet;
  std::string suffix = sheet.file_suffix();
  if (open.shown.input != "code") suffix = is_one_line(open) ? ".txt" : ".md";
  Result<std::string> editor = find_editor();
  if (!editor) return desk.screen.error(editor.error());
  const std::string& refused = open.request->refused;
  const std::string before = !open.draft.text.empty() ? open.draft.text : !refused.empty() ? refused : sheet.starter(desk.language());
  Result<std::string> text = edit_text(before, suffix, *editor);
  if (!text) return desk.screen.error(text.error());
  set_answer(desk, std::move(*text));
  if (open.draft.text.empty()) return desk.screen.note(wording::cleared);
  show_draft(desk);
}

void set_answer(Desk& desk, std::string text) {
  OpenQuestion& open = *desk.open;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  open.draft.text = std::move(text);
  open.at_start = true;
  save(open);
}

void clear_answer(Desk& desk) {
  desk.open->draft.text.clear();
  desk.open->at_start = true;
  save(*desk.open);
  desk.screen.note(wording::cleared);
}

void end_question(Desk& desk, AskOutcome::Kind kind) { finish(*desk.open, kind, Json()); }

AskOutcome ask_at(Desk& desk, const AskRequest& request, bool in_round) {
  OpenQuestion open;
  open.request = &request;
  open.in_round = in_round;
  open.draft = request.draft;
  open.since = std::chrono::steady_clock::now();
  OpenQuestion* outer = std::exchange(desk.open, &open);
  if (request.problem.empty()) {
    show_question(desk);
  } else {
    if (Result<Presented> presented = request.sheet->present(desk.language())) open.shown = *presented;
    open.hints = request.sheet->hints(desk.language());
    desk.screen.note(wording::try_again, request.problem);
    if (lines_in(request.refused) > 1) desk.screen.note(wording::edit_refused, lines_in(request.refused));
  }
  if (!open.draft.text.empty()) show_draft(desk);
  while (!open.outcome) {
    take(desk, read_next(desk));
    // What was typed before the question was left is kept with it.
    if (open.outcome && (open.outcome->kind == AskOutcome::Kind::leave || open.outcome->kind == AskOutcome::Kind::reload)) save(open);
  }
  desk.open = outer;
  return std::move(*open.outcome);
}

}  // namespace viva
