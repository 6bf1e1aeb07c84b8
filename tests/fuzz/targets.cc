#include "targets.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "bank/json_scan.h"
#include "bank/validate.h"
#include "base/files.h"
#include "base/locations.h"
#include "batch/record_owner.h"
#include "grading/answer_line.h"
#include "repl/markdown.h"
#include "script/frame.h"
#include "script/message_shape.h"
#include "text/indexed_text.h"
#include "text/pattern.h"
#include "text/utf8.h"

namespace fs = std::filesystem;

namespace viva::fuzz {
namespace {

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(home_folder() + "/" + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!next_code_point(text, at).valid) return false;
  return true;
}

std::vector<std::string> questions() { return texts_below(home_folder() + "/tests/data/golden/pack/questions", ".json"); }

// Frames from the other side of a connection, in pieces.
class Frames : public Target {
 public:
  std::vector<std::string> corpus() const override {
    return {bytes_of({{{"hello", {{"version", 1}, {"layers", {"seccomp"}}}}}, ""}),
            bytes_of(
                {{{"done", {{"count", 1}, {"unread", 0}, {"verdicts", {{"correct", 1}}}, {"credits", {{"1", 1}}}, {"exact", nullptr}}}},
                 "{\"candidate\":\"c\"}\n"}),
            bytes_of({{{"call", {{"job", 1}, {"name", "questions"}, {"arguments", {{"ids", {"a.b"}}}}}}}, ""}) +
                bytes_of({{{"failed", {{"message", "m"}, {"file", "f"}, {"line", 1}}}, {"printed", "p"}}, ""})};
  }
  std::string run(const std::string& input) override {
    FrameReader reader;
    for (std::size_t at = 0; at < input.size();) {
      const std::span<char> room = reader.room();
      if (room.empty()) return "there is no room for the next bytes";
      const std::size_t count = std::min({std::size_t{7}, room.size(), input.size() - at});
      std::copy_n(input.data() + at, count, room.data());
      at += count;
      Frame frame;
      Result<bool> whole = reader.put(count, frame);
      if (!whole) return is_utf8(whole.error().text()) ? "" : "the error is not UTF-8";
      if (*whole) message_fault(frame.header);
    }
    return {};
  }

 private:
  static std::string bytes_of(const Frame& frame) { return encode_head(frame) + frame.body; }
};

class AnswerLines : public Target {
 public:
  std::vector<std::string> corpus() const override { return lines_of("tests/data/golden/answers.jsonl"); }
  std::string run(const std::string& input) override {
    AnswerLine line = parse_answer_line(input);
    Result<Json> whole = parse_json(input);
    // Fields that nobody asks for are passed over, what is repeated in them as well.
    const bool repeats = !whole && whole.error().text().find(" is given twice in one object") != std::string::npos;
    if (line.problem.empty() && repeats) return {};
    if (line.problem.empty() && !whole) return "taken for an answer, and it is no JSON: " + whole.error().text();
    if (!is_utf8(line.problem)) return "the problem is not UTF-8";
    if (line.problem.empty() && (*whole)["answer"] != line.answer) return "the answer read is not the one that stands there";
    std::string record = "{\"candidate\":" + to_text(line.candidate) + ",\"question\":" + to_text(line.question) + ",\"response\":null}";
    if (!is_record_of(record, input)) return "a record with the line's own names does not count as the line's";
    record = "{\"candidate\":" + to_text(line.candidate + "x") + ",\"question\":" + to_text(line.question) + ",\"response\":null}";
    if (is_record_of(record, input)) return "a record of another candidate counts as the line's";
    return {};
  }
};

class JsonTexts : public Target {
 public:
  std::vector<std::string> corpus() const override {
    std::vector<std::string> all = questions();
    all.push_back(R"([0,-1.5e3,{"a":"\u00e9\ud83d\ude42\n","b":[true,false,null,{}]},"中文",[[[[]]]]])");
    return all;
  }
  std::string run(const std::string& input) override {
    Result<Json> tree = parse_json(input);
    JsonScan scan(std::string_view(input).substr(input.rfind("\xef\xbb\xbf", 0) == 0 ? 3 : 0));
    while (scan.next() != Token::end && scan.token() != Token::bad) scan.decoded();
    if (bool(tree) != (scan.token() == Token::end))
      return std::string(tree ? "the parser accepts what the scanner refuses"
                              : "the scanner accepts what the parser refuses: " + tree.error().text());
    if (!tree) return is_utf8(tree.error().text()) ? "" : "the error is not UTF-8";
    Result<Json> again = parse_json(to_text(*tree));
    return again && *again == *tree ? "" : "what is written is not what was read";
  }
};

class Patterns : public Target {
 public:
  Patterns() { (void)glossary_.add("expire", {"过期", "expir*", "timed_out"}); }
  std::vector<std::string> corpus() const override {
    std::vector<std::string> all = {
        "hot|热点 > $expire !not",
        "=TCP & 三次_握手",
        "lock* > 锁 & !never",
        "10_ms|10ms",
        "#2h|#10..20ms~5%|#12.5MB/s\nwithin two hours, 0.015 s, 3×10^6 bytes per second, 两个半小时, 20 万次/秒, 2^31",
        "@clause O(n*log(n))|O(2^n) !not\nO(N·log₂ (n² + sqrt n)), linear time, 平方级, O(n!)"};
    for (const std::string& line : lines_of("tests/data/patterns.jsonl"))
      if (Result<Json> one = parse_json(line); one && one->is_object())
        for (const Json& value : *one)
          if (value.is_string()) all.push_back(value);
    return all;
  }
  // The first line is the pattern, all of it the answer.
  std::string run(const std::string& input) override {
    Result<Pattern> pattern = Pattern::compile(input.substr(0, input.find('\n')), glossary_);
    if (!pattern) return is_utf8(pattern.error().text()) || !is_utf8(input) ? "" : "the error is not UTF-8";
    IndexedText answer(input);
    std::optional<Pattern::Match> match = pattern->find(answer);
    if (!match) return {};
    if (match->from >= match->to || match->to > input.size() || match->unit_to > answer.size()) return "the match is not within the answer";
    pattern->negated(answer, *match);
    return {};
  }

 private:
  Glossary glossary_;
};

class MarkdownTexts : public Target {
 public:
  std::vector<std::string> corpus() const override {
    std::vector<std::string> all;
    for (const char* page : {"/README.md", "/engine/README.md", "/scripts/README.md", "/questions/README.md"}) {
      const std::string text = *read_file(home_folder() + page);
      for (std::size_t at = 0; at < text.size(); at += 2000) all.push_back(text.substr(at, 2000));
    }
    all.push_back(
        "| a | b |\n|:--|--:|\n| 中文，字 | `x|y` |\n\n1. **a** *b*\n   - c\n\n> q\n\n```lua\nlocal x\n```\n&#27;<b>&amp;[l](u)\n");
    return all;
  }
  std::string run(const std::string& input) override {
    for (int width : {20, 81}) {
      std::string shown = render_markdown(input, {width, false, true});
      if (!shown.empty() && shown.back() != '\n') return "the last line has no end";
      if (!is_utf8(shown)) return "what is shown is not UTF-8";
      if (std::any_of(shown.begin(), shown.end(), [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7f; }))
        return "a control character is shown";
      (void)render_markdown(input, {width, true, true});
      (void)mark_spans(input, {{input.size() / 3, input.size() / 2}, {1, input.size() + 5}}, {width, true, true});
    }
    return {};
  }
};

// A bank of one file, which says whatever it says.
class Banks : public Target {
 public:
  Banks() {
    char place[] = "/tmp/viva-fuzz-XXXXXX";
    root_ = ::mkdtemp(place);
    fs::create_directories(root_ + "/questions/golden");
    Result<Json> declared = parse_json(*read_file(home_folder() + "/tests/data/type_fields.json"));
    for (const auto& [name, fields] : declared->items()) types_[name] = *FieldSpec::parse(fields);
  }
  ~Banks() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  std::vector<std::string> corpus() const override { return questions(); }
  std::string run(const std::string& input) override {
    for (const char* place : {"/questions/golden/one.json", "/questions/index.json", "/questions/glossary.json"}) {
      std::ofstream(root_ + place, std::ios::binary) << input;
      std::vector<Error> faults;
      Bank bank = Bank::load({{root_, ""}}, faults);
      std::vector<Error> more = validate(bank, {types_, [](const std::string&) { return std::string(); }});
      faults.insert(faults.end(), more.begin(), more.end());
      for (const QuestionEntry& entry : bank.all()) (void)bank.question(entry.id);
      for (const Error& fault : faults)
        if (!is_utf8(fault.text()) || fault.text().find("questions/") != 0)
          return "a fault without its file, or not UTF-8: " + fault.text();
      fs::remove(root_ + place);
    }
    return {};
  }

 private:
  std::string root_;
  TypeFields types_;
};

}  // namespace

std::vector<std::string> texts_below(const std::string& folder, const std::string& ending) {
  std::vector<std::string> texts;
  Result<std::vector<std::string>> files = list_files(folder);
  for (const std::string& file : files ? *files : std::vector<std::string>())
    if (file.size() >= ending.size() && file.compare(file.size() - ending.size(), ending.size(), ending) == 0)
      texts.push_back(*read_file(folder + "/" + file));
  return texts;
}

std::unique_ptr<Target> target(const std::string& name) {
  if (name == "frame") return std::make_unique<Frames>();
  if (name == "answer-line") return std::make_unique<AnswerLines>();
  if (name == "json") return std::make_unique<JsonTexts>();
  if (name == "pattern") return std::make_unique<Patterns>();
  if (name == "markdown") return std::make_unique<MarkdownTexts>();
  if (name == "bank") return std::make_unique<Banks>();
  return worker_target(name);
}

}  // namespace viva::fuzz
