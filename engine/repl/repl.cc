#include "repl/repl.h"

#include <algorithm>

#include "base/locations.h"
#include "repl/commands.h"
#include "repl/completion.h"
#include "repl/interrupts.h"
#include "repl/lua_prompt.h"

namespace viva {
namespace {

using Kind = ReadResult::Kind;

void show_banner(Desk& desk) {
  Screen& screen = desk.screen;
  screen.note(wording::banner, version(), desk.bank().all().size(), desk.bank().areas().size());
  screen.note(wording::other_language);
  if (!desk.store) {
    screen.note(wording::history_unreadable, desk.store_problem);
    return;
  }
  for (const SessionFacts& facts : desk.store->sessions()) {
    if (facts.finished) continue;
    screen.note(wording::unfinished, facts.id, facts.round, facts.answered);
    break;
  }
}

void show_faults(Desk& desk) {
  std::vector<Error> faults = desk.material.faults;
  faults.insert(faults.end(), desk.host().problems().begin(), desk.host().problems().end());
  if (!faults.empty()) desk.screen.note(wording::faulty_files, faults.size(), faults.front().text());
}

void open_store(Desk& desk) {
  if (desk.data_folder.empty()) {
    desk.store_problem = "there is no folder for them; set HOME, or give one with --data";
    return;
  }
  Result<std::unique_ptr<Store>> store = Store::open(desk.data_folder + "/" + store_file);
  if (store)
    desk.store = std::move(*store);
  else
    desk.store_problem = store.error().text();
}

// Globals that the chunk sets, for completion: "NAME =" and "function NAME" at the beginning of a line.
void learn_names(Desk& desk, const std::string& chunk) {
  auto in_word = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = 0; at < chunk.size(); at = std::min(chunk.find('\n', at), chunk.size() - 1) + 1) {
    std::size_t from = chunk.compare(at, 9, "function ") == 0 ? at + 9 : at, to = from;
    while (to < chunk.size() && in_word(chunk[to])) ++to;
    const std::size_t sign = chunk.find_first_not_of(' ', to);
    const bool sets = from != at || (sign != std::string::npos && chunk[sign] == '=' && chunk.compare(sign, 2, "==") != 0);
    if (!sets || to == from) continue;
    desk.names.push_back(chunk.substr(from, to - from));
    desk.defined = true;
  }
}

// For people who forget the dot: "help", "ask http.etag"; and for those who answer when nothing is asked.
void suggest_command(Desk& desk, const std::string& line) {
  const std::vector<std::string> words = words_of(line);
  for (const PromptCommand& command : commands())
    if (!words.empty() && words.front() == command.name && (command.when & PromptCommand::idle))
      return desk.screen.note(wording::missing_dot, command.name);
  const bool is_prose = std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (is_prose) desk.screen.note(wording::nothing_asked);
}

// Lua, read on until the statement is complete.
void run_typed(Desk& desk, std::string chunk, std::string& so_far) {
  if (!chunk.empty() && chunk[0] == '=') chunk.erase(0, 1);  // a value is shown for an expression either way
  const std::string first_line = chunk;
  LuaOutcome outcome;
  while ((outcome = try_lua(desk, chunk, "@prompt")) == LuaOutcome::incomplete) {
    so_far = chunk + "\n";
    const ReadResult more = desk.reader->read("  ...> ", {});
    so_far.clear();
    if (more.kind == Kind::interrupted) return;
    if (more.kind == Kind::too_long) desk.screen.error(std::string(in(wording::line_too_long, desk.language())));
    if (more.kind == Kind::end) {
      (void)run_lua(desk, chunk, "@prompt");
      return;
    }
    chunk += "\n" + more.text;
  }
  if (outcome == LuaOutcome::failed) suggest_command(desk, first_line);
  learn_names(desk, chunk);
}

void read_and_run(Desk& desk, std::string& so_far) {
  ReadResult input = desk.reader->read("lua> ", {});
  switch (input.kind) {
    case Kind::end:
      desk.over = true;
      return;
    case Kind::interrupted:
    case Kind::timed_out:
      return;
    case Kind::too_long:
      return desk.screen.error(std::string(in(wording::line_too_long, desk.language())));
    case Kind::pasted:
      return run_typed(desk, input.text, so_far);
    case Kind::line:
      break;
  }
  std::string& line = input.text;
  if (line.find_first_not_of(" \t") == std::string::npos) return;
  if (is_command(line)) return run_command(desk, line);
  if (line[0] == '\\') line.erase(0, 1);
  run_typed(desk, line, so_far);
}

}  // namespace

int run_repl(ReplSettings settings) {
  Desk desk;
  desk.screen.set_language(settings.language);
  desk.data_folder = settings.data_folder;
  desk.load_material = settings.load_material;
  Result<Material> material = desk.load_material();
  if (!material) {
    desk.screen.error(material.error());
    return 2;
  }
  desk.material = std::move(*material);
  open_store(desk);
  const bool interactive = terminal_style().interactive;
  Interrupts interrupts;
  std::string so_far;
  LineReaderSettings reading;
  if (!desk.data_folder.empty()) reading.history_file = desk.data_folder + "/lines";
  reading.complete = [&](std::string_view line, std::size_t cursor) { return complete_line(desk, so_far, line, cursor); };
  desk.reader = open_line_reader(terminal_style(), std::move(reading));
  if (interactive) show_banner(desk);
  show_faults(desk);
  while (!desk.over) read_and_run(desk, so_far);
  return desk.screen.had_error() && !interactive ? 1 : 0;
}

}  // namespace viva
