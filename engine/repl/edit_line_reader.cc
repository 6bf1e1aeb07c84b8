// The terminal's reader. libedit calls back into the State, which it knows as its client data; every key comes through next_key().
#include <fmt/format.h>
#include <histedit.h>
#include <langinfo.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <utility>

#include "repl/input_bytes.h"
#include "repl/line_history.h"
#include "repl/line_reader.h"
#include "repl/wide.h"
#include "text/utf8.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr const char* paste_on = "\x1b[?2004h";
constexpr const char* paste_off = "\x1b[?2004l";
constexpr std::string_view paste_end = "\x1b[201~";

// The longest beginning that all words share, ending between characters.
std::string shared_beginning(const std::vector<std::string>& words) {
  std::string shared = words.front();
  for (const std::string& word : words) {
    const auto [mine, theirs] = std::mismatch(shared.begin(), shared.end(), word.begin(), word.end());
    (void)theirs;
    shared.erase(mine, shared.end());
  }
  std::size_t whole = 0;
  for (std::size_t at = 0; at < shared.size();) {
    if (!next_code_point(shared, at).valid) break;
    whole = at;
  }
  shared.resize(whole);
  return shared;
}

// Terminals send "\r" for the line ends of a paste.
std::string with_line_ends(std::string_view pasted) {
  std::string out;
  for (std::size_t at = 0; at < pasted.size(); ++at) {
    if (pasted[at] != '\r') {
      out += pasted[at];
    } else if (at + 1 == pasted.size() || pasted[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

struct EditLineReader::State {
  using Kind = ReadResult::Kind;

  State(const TerminalStyle& terminal, LineReaderSettings chosen);
  ~State();

  ReadResult read(const std::string& prompt, const ReadMode& chosen);
  int next_key(wchar_t* key);
  // Bound to keys; they return what libedit shall do next (CC_…).
  unsigned char complete();
  unsigned char paste();
  unsigned char interrupt();
  unsigned char suspend();

  // The line being edited, as UTF-8.
  std::string line_before() const {
    const LineInfoW* line = el_wline(edit);
    return from_wide({line->buffer, static_cast<std::size_t>(line->cursor - line->buffer)});
  }
  std::string line_behind() const {
    const LineInfoW* line = el_wline(edit);
    return from_wide({line->cursor, static_cast<std::size_t>(line->lastchar - line->cursor)});
  }

  int window_columns() const { return terminal_style().columns; }
  int rows_above_cursor() const { return columns(shown_prompt + line_before()) / window_columns(); }
  void go_below_line() const;
  void redraw_in_new_window();
  void list_words(const std::vector<std::string>& words) const;
  void echo_paste(std::string_view text) const;
  void write(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }

  TerminalStyle style;
  LineReaderSettings settings;
  LineHistory history;
  InputBytes input{0};
  EditLine* edit = nullptr;
  ReadMode mode;
  std::optional<InputBytes::Clock::time_point> deadline;
  std::string shown_prompt;           // as it is counted
  std::wstring drawn_prompt;          // as it is written
  std::optional<ReadResult> outcome;  // of the read under way, where it is not simply the line
};

EditLineReader::State::State(const TerminalStyle& terminal, LineReaderSettings chosen)
    : style(terminal), settings(std::move(chosen)), history(settings.history_file) {
  if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8" && !std::setlocale(LC_CTYPE, "C.UTF-8")) return;
  edit = el_init("viva", stdin, stdout, stderr);
  if (!edit) return;
  el_set(edit, EL_CLIENTDATA, this);
  using Action = unsigned char (*)(EditLine*, wint_t);
  static constexpr auto of = [](EditLine* from) -> State& {
    void* data = nullptr;
    el_get(from, EL_CLIENTDATA, &data);
    return *static_cast<State*>(data);
  };
  el_wset(edit, EL_PROMPT_ESC, static_cast<wchar_t* (*)(EditLine*)>([](EditLine* from) { return of(from).drawn_prompt.data(); }), L'\1');
  el_wset(edit, EL_HIST, history_w, history.list());
  el_wset(edit, EL_GETCFN, static_cast<el_rfunc_t>([](EditLine* from, wchar_t* key) { return of(from).next_key(key); }));
  el_set(edit, EL_EDITOR, "emacs");
  // libedit takes a wide character for one column where it has the terminal insert and delete: let it write the rest of the line anew.
  for (const char* ability : {"ic", "IC", "im", "ei", "dc", "DC", "dm", "ed"}) el_set(edit, EL_SETTC, ability, "", nullptr);
  el_source(edit, nullptr);

  // Without signals from keys, Ctrl-C is a key like any other, and no handler is needed that would have to know this object. Line ends
  // of a paste shall come as they are: the terminal would make two of each "\r\n".
  el_set(edit, EL_SETTY, "-d", "-isig", "-inlcr", "-icrnl", nullptr);
  // libedit keeps these pointers (and would leak copies of narrow strings).
  auto action = [this](const wchar_t* name, const wchar_t* what, Action run) { el_wset(edit, EL_ADDFN, name, what, run); };
  action(L"viva-complete", L"complete the word, or indent", [](EditLine* from, wint_t) { return of(from).complete(); });
  action(L"viva-paste", L"take what is pasted as it is", [](EditLine* from, wint_t) { return of(from).paste(); });
  action(L"viva-interrupt", L"drop the line", [](EditLine* from, wint_t) { return of(from).interrupt(); });
  action(L"viva-suspend", L"stop until fg", [](EditLine* from, wint_t) { return of(from).suspend(); });
  static constexpr const char* bindings[][2] = {
      {"^I", "viva-complete"},           {"^C", "viva-interrupt"},     {"^Z", "viva-suspend"},      {"\\e[200~", "viva-paste"},
      {"\\e[3~", "ed-delete-next-char"}, {"\\e[H", "ed-move-to-beg"},  {"\\e[F", "ed-move-to-end"}, {"\\e[1~", "ed-move-to-beg"},
      {"\\e[4~", "ed-move-to-end"},      {"\\e[1;5C", "em-next-word"}, {"\\e[1;5D", "ed-prev-word"}};
  for (const auto& [key, name] : bindings) el_set(edit, EL_BIND, key, name, nullptr);
  const char* editor = nullptr;
  el_get(edit, EL_EDITOR, &editor);
  if (std::string_view(editor) == "vi") {
    el_set(edit, EL_BIND, "-a", "^C", "viva-interrupt", nullptr);  // in command mode, too
    el_set(edit, EL_BIND, "-a", "^Z", "viva-suspend", nullptr);
  } else {
    el_set(edit, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  }
}

EditLineReader::State::~State() {
  if (!edit) return;
  if (style.escapes) write(paste_off);
  el_end(edit);
}

ReadResult EditLineReader::State::read(const std::string& prompt, const ReadMode& chosen) {
  mode = chosen;
  deadline = deadline_after(mode.seconds);
  outcome.reset();
  shown_prompt = escape_controls(prompt);
  const std::size_t text = shown_prompt.find_last_not_of(' ') + 1;  // libedit drops an escape sequence at the very end: a space follows it
  drawn_prompt = style.color ? to_wide("\1\x1b[1m\1" + shown_prompt.substr(0, text) + "\1\x1b[0m\1" + shown_prompt.substr(text))
                             : to_wide(shown_prompt);

  // Said at every read, because an editor that ran in between has switched it off.
  if (style.escapes) write(paste_on);
  const WindowWatch watch;
  int length = 0;
  const wchar_t* line = el_wgets(edit, &length);
  if (outcome) return *std::move(outcome);
  if (!line || length <= 0) {
    write("\n");
    return {Kind::end, {}};
  }
  std::wstring_view typed(line, static_cast<std::size_t>(length));
  if (typed.back() == L'\n') typed.remove_suffix(1);
  ReadResult result{Kind::line, from_wide(typed)};
  if (mode.remember) history.add(result.text);
  return result;
}

// Called by libedit for every key: 1 a key, 0 the end, -1 leave the read (the outcome says why).
int EditLineReader::State::next_key(wchar_t* key) {
  for (;;) {
    // A character may still be on its way: a faulty beginning is only known for one when four bytes are there, or no more come at once.
    while (!input.waiting.empty()) {
      std::size_t at = 0;
      const CodePoint next = next_code_point(input.waiting, at);
      if (!next.valid && at == input.waiting.size() && at < 4 && static_cast<unsigned char>(input.waiting[0]) >= 0xc2) break;
      input.waiting.erase(0, at);
      if (!next.valid) continue;  // a key that sends no character
      *key = static_cast<wchar_t>(next.value);
      return 1;
    }
    switch (input.fill(deadline)) {
      case InputBytes::Got::data:
        break;
      case InputBytes::Got::end:
        return 0;
      case InputBytes::Got::window_resized:
        redraw_in_new_window();
        break;
      case InputBytes::Got::timed_out:
        outcome = ReadResult{Kind::timed_out, line_before() + line_behind()};
        go_below_line();
        return -1;
    }
  }
}

unsigned char EditLineReader::State::complete() {
  const std::string before = line_before();
  if (!mode.completion) {
    el_winsertstr(edit, std::wstring(static_cast<std::size_t>(4 - columns(before) % 4), L' ').c_str());
    return CC_REFRESH;
  }
  if (!settings.complete) return CC_ERROR;
  const Completion found = settings.complete(before + line_behind(), before.size());
  if (found.words.empty() || found.from > before.size()) return CC_ERROR;
  const std::string typed = before.substr(found.from);
  const std::string shared = shared_beginning(found.words);
  const bool grows = found.words.size() == 1 || shared.size() > typed.size();
  if (grows && shared != typed) {
    if (!typed.empty()) el_deletestr(edit, static_cast<int>(to_wide(typed).size()));
    if (!shared.empty()) el_winsertstr(edit, to_wide(shared).c_str());
    return CC_REFRESH;
  }
  if (found.words.size() == 1) return CC_NORM;
  list_words(found.words);
  return CC_NORM;
}

unsigned char EditLineReader::State::paste() {
  std::string text;
  std::size_t found;
  for (std::size_t looked = 0;;) {
    text += input.waiting;
    input.waiting.clear();
    found = text.find(paste_end, looked);
    if (found != std::string::npos || text.size() > most_paste_bytes + paste_end.size()) break;
    looked = text.size() - std::min(text.size(), paste_end.size() - 1);
    // Should the end never come, Ctrl-C is still a way out: alone it is a key, not a part of what is pasted.
    const InputBytes::Got got = input.fill(deadline);
    if (got == InputBytes::Got::end || (got == InputBytes::Got::data && input.waiting == "\x03")) {
      input.waiting.clear();
      return interrupt();
    }
    if (got == InputBytes::Got::timed_out) {
      outcome = ReadResult{Kind::timed_out, line_before() + with_line_ends(text) + line_behind()};
      go_below_line();
      return CC_EOF;
    }
  }
  if (found == std::string::npos) {
    // Reads on to the end of the paste: what is left of it must not be taken for keys.
    while ((found = text.find(paste_end)) == std::string::npos) {
      text.erase(0, text.size() - (paste_end.size() - 1));
      if (input.fill(deadline) != InputBytes::Got::data) break;
      text += std::exchange(input.waiting, {});
    }
    if (found != std::string::npos) input.waiting = text.substr(found + paste_end.size());
    outcome = ReadResult{Kind::too_long, {}};
    go_below_line();
    return CC_EOF;
  }
  input.waiting = text.substr(found + paste_end.size());
  text.resize(found);
  text = from_wide(to_wide(with_line_ends(text)));
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (text.find('\n') == std::string::npos) {
    if (!text.empty()) el_winsertstr(edit, to_wide(text).c_str());
    return CC_REFRESH;
  }
  const std::string before = line_before(), behind = line_behind();
  if (!behind.empty()) go_below_line();
  echo_paste(behind.empty() ? text : before + text + behind);
  outcome = ReadResult{Kind::pasted, before + text + behind};
  return CC_EOF;
}

unsigned char EditLineReader::State::interrupt() {
  write("^C");
  go_below_line();
  outcome = ReadResult{Kind::interrupted, {}};
  return CC_EOF;
}

unsigned char EditLineReader::State::suspend() {
  go_below_line();
  if (style.escapes) write(paste_off);
  el_set(edit, EL_PREP_TERM, 0);
  ::kill(0, SIGTSTP);  // the whole job, as the terminal would
  el_set(edit, EL_PREP_TERM, 1);
  if (style.escapes) write(paste_on);
  el_set(edit, EL_REFRESH);
  return CC_NORM;
}

// To the first column below the line being edited, which may be longer than a row, the cursor anywhere in it.
void EditLineReader::State::go_below_line() const {
  const int rows = columns(shown_prompt + line_before() + line_behind()) / window_columns();
  write(std::string(static_cast<std::size_t>(rows - rows_above_cursor() + 1), '\n'));
}

// Terminals break the row anew when the window changes; libedit does not know. So the line is taken away and drawn again.
void EditLineReader::State::redraw_in_new_window() {
  el_resize(edit);
  if (!style.escapes) return;
  const int above = rows_above_cursor();
  write(above > 0 ? fmt::format("\r\x1b[{}A\x1b[J", above) : "\r\x1b[J");
  el_set(edit, EL_REFRESH);
}

void EditLineReader::State::list_words(const std::vector<std::string>& words) const {
  constexpr std::size_t most = 200;
  int widest = 0;
  for (const std::string& word : words) widest = std::max(widest, columns(word));
  const std::size_t count = std::min(words.size(), most);
  const std::size_t across = static_cast<std::size_t>(std::max(1, window_columns() / (widest + 2)));
  const std::size_t down = (count + across - 1) / across;
  std::string out;
  for (std::size_t row = 0; row < down; ++row) {
    for (std::size_t i = row; i < count; i += down) {
      out += escape_controls(words[i]);
      if (i + down < count) out.append(static_cast<std::size_t>(widest + 2 - columns(words[i])), ' ');
    }
    out += '\n';
  }
  if (count < words.size()) out += fmt::format("… +{}\n", words.size() - count);
  go_below_line();
  write(out);
  el_set(edit, EL_REFRESH);
}

// What was pasted is shown where it was pasted; of a long text only the beginning, since 5,000 lines would push away everything else.
void EditLineReader::State::echo_paste(std::string_view text) const {
  constexpr int most_lines = 20;
  std::string out;
  int lines = 0, left_out = 0;
  for (std::size_t at = 0; at <= text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (lines < most_lines) {
      std::string line;
      for (const char c : text.substr(at, std::min<std::size_t>(end - at, 4000))) line += c == '\t' ? "    " : std::string(1, c);
      line = escape_controls(line);
      const std::string_view shown = take_columns(line, window_columns() * 3);
      out.append(shown).append(shown.size() < line.size() ? "…\n" : "\n");
    } else {
      ++left_out;
    }
    at = end + 1;
  }
  if (left_out > 0) out += fmt::format("… +{}\n", left_out);
  write(out);
}

EditLineReader::EditLineReader(const TerminalStyle& style, LineReaderSettings settings)
    : state_(std::make_unique<State>(style, std::move(settings))) {}
EditLineReader::~EditLineReader() = default;
bool EditLineReader::works() const { return state_->edit != nullptr; }
ReadResult EditLineReader::read(const std::string& prompt, const ReadMode& mode) { return state_->read(prompt, mode); }

std::unique_ptr<LineReader> open_line_reader(const TerminalStyle& style, LineReaderSettings settings) {
  if (style.interactive) {
    auto reader = std::make_unique<EditLineReader>(style, std::move(settings));
    if (reader->works()) return reader;
  }
  return std::make_unique<PlainLineReader>();
}

}  // namespace viva
