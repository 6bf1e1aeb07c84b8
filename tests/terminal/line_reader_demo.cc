// A prompt with nothing behind it, for line_reader_test.py: says what each read gave. Lines that begin with ':' change the next reads.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "repl/editor.h"
#include "repl/line_reader.h"

using namespace viva;

namespace {

const char* name_of(ReadResult::Kind kind) {
  switch (kind) {
    case ReadResult::Kind::line:
      return "line";
    case ReadResult::Kind::pasted:
      return "pasted";
    case ReadResult::Kind::end:
      return "end";
    case ReadResult::Kind::interrupted:
      return "interrupted";
    case ReadResult::Kind::timed_out:
      return "timed out";
    case ReadResult::Kind::too_long:
      return "too long";
  }
  return "?";
}

Completion complete(std::string_view line, std::size_t cursor) {
  const std::size_t space = line.substr(0, cursor).rfind(' ');
  Completion found;
  found.from = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view typed = line.substr(found.from, cursor - found.from);
  for (const char* word : {"choice", "cloze", "code", "数据库", "数据结构", "round "})
    if (std::string_view(word).substr(0, typed.size()) == typed) found.words.push_back(word);
  return found;
}

}  // namespace

// Arguments: a file for the history, and one for the last text as it is.
int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto reader = open_line_reader(terminal_style(), {arguments[1], complete});
  std::string prompt = "提示> ";
  ReadMode mode;
  for (;;) {
    const ReadResult result = reader->read(prompt, mode);
    mode.seconds = 0;
    if (!write_file(arguments[2], result.text)) return 2;
    if (result.text.size() > 200) {
      std::printf("%s: %zu bytes\n", name_of(result.kind), result.text.size());
    } else {
      std::printf("%s: %s\n", name_of(result.kind), to_text(Json(result.text)).c_str());
    }
    std::fflush(stdout);
    if (result.kind == ReadResult::Kind::end) return 0;
    if (result.text == ":answer") mode.completion = mode.remember = false, prompt = "...> ";
    if (result.text == ":limit") mode.seconds = 1.5;
    if (result.text == ":edit") {
      const auto editor = find_editor();
      const auto edited = editor ? edit_text("旧\n", ".py", *editor) : editor;
      std::printf("%s\n", edited ? to_text(Json(*edited)).c_str() : edited.error().text().c_str());
    }
    if (result.text == ":sleep") std::system("sleep 0.5");
  }
}
