#include "bank/question_entry.h"

#include <charconv>

#include "bank/json_scan.h"
#include "base/json.h"

namespace viva {
namespace {

constexpr std::size_t longest_title = 160;
constexpr std::size_t nobody = static_cast<std::size_t>(-1);

// Fields of one object that may turn out to be a question, in the order they come.
struct Head {
  QuestionEntry entry;
  bool has_id = false, has_type = false, has_prompt = false;
  std::size_t around = nobody;  // index of the question right around this one
};

class EntryReader {
 public:
  explicit EntryReader(std::string_view text) : scan_(text) {}

  bool read() { return scan_.next() == Token::object_begin && object(Head{}) && scan_.next() == Token::end; }

  // In the order in which the objects close; the outermost is last.
  std::vector<Head> heads;

 private:
  // The scanner stands at an object's beginning.
  bool object(Head head) {
    std::size_t first_inside = heads.size();
    while (scan_.next() == Token::key) {
      std::string key = scan_.decoded();
      path_.push_back(key);
      if (scan_.next() == Token::bad || !member(key, head)) return false;
      path_.pop_back();
    }
    if (scan_.token() != Token::object_end) return false;
    if (!path_.empty() && !(head.has_id && head.has_type && head.has_prompt)) return true;
    for (std::size_t i = first_inside; i < heads.size(); ++i) {
      if (heads[i].around == nobody) heads[i].around = heads.size();
    }
    if (!path_.empty()) head.entry.pointer = pointer();
    heads.push_back(std::move(head));
    return true;
  }

  bool member(const std::string& key, Head& head) {
    QuestionEntry& entry = head.entry;
    switch (key.size()) {
      case 2:
        if (key == "id") return word(entry.id, &head.has_id);
        break;
      case 4:
        if (key == "type") return word(entry.type, &head.has_type);
        break;
      case 5:
        if (key == "level") return word(entry.level, nullptr);
        break;
      case 6:
        if (key == "topics") return words(entry.topics);
        if (key == "covers") return words(entry.covers);
        if (key == "family") return words(entry.families);
        if (key == "prompt") {
          head.has_prompt = true;
          return prompt(entry.title);
        }
        break;
      case 7:
        if (key == "seconds") return number(entry.seconds);
        break;
      case 8:
        if (key == "formerly") return words(entry.formerly);
        break;
      case 10:
        if (key == "difficulty") return number(entry.difficulty);
        break;
      default:
        break;
    }
    return value();
  }

  // Any value, for the questions that may be inside it.
  bool value() {
    if (scan_.token() == Token::object_begin) return object(Head{});
    if (scan_.token() != Token::array_begin) return scan_.token() != Token::bad;
    path_.emplace_back();
    for (int i = 0; scan_.next() != Token::array_end; ++i) {
      path_.back() = std::to_string(i);
      if (!value()) return false;
    }
    path_.pop_back();
    return true;
  }

  bool word(std::string& out, bool* seen) {
    if (scan_.token() != Token::string) return value();
    out = scan_.decoded();
    if (seen) *seen = true;
    return true;
  }

  bool words(std::vector<std::string>& out) {
    if (scan_.token() != Token::array_begin) return value();
    while (scan_.next() != Token::array_end) {
      if (scan_.token() == Token::string)
        out.push_back(scan_.decoded());
      else if (!value())
        return false;
    }
    return true;
  }

  bool number(int& out) {
    if (scan_.token() != Token::number) return value();
    int read = 0;
    auto [end, failure] = std::from_chars(scan_.raw().data(), scan_.raw().data() + scan_.raw().size(), read);
    if (failure == std::errc() && end == scan_.raw().data() + scan_.raw().size()) out = read;
    return true;
  }

  bool prompt(Name& title) {
    if (scan_.token() != Token::object_begin) {
      if (!first_line(title.en)) return false;
      title.zh = title.en;
      return true;
    }
    while (scan_.next() == Token::key) {
      std::string language = scan_.decoded();
      if (scan_.next() == Token::bad) return false;
      if (!(language == "en" ? first_line(title.en) : language == "zh" ? first_line(title.zh) : value())) return false;
    }
    return scan_.token() == Token::object_end;
  }

  // Of a string or an array of lines.
  bool first_line(std::string& out) {
    if (scan_.token() == Token::string) {
      // Cut before copying where that is safe: an escape must not be cut in two.
      std::string text = scan_.plain() ? std::string(scan_.raw().substr(0, longest_title + 4)) : scan_.decoded();
      text.resize(std::min(text.find('\n'), text.size()));
      if (text.size() > longest_title) {
        std::size_t cut = longest_title;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
        text.resize(cut);
      }
      out = std::move(text);
      return true;
    }
    if (scan_.token() != Token::array_begin) return value();
    bool first = true;
    while (scan_.next() != Token::array_end) {
      if (!(first ? first_line(out) : value())) return false;
      first = false;
    }
    return true;
  }

  std::string pointer() const {
    std::string out;
    for (const std::string& step : path_) {
      out.push_back('/');
      for (char c : step) c == '~' ? out.append("~0") : c == '/' ? out.append("~1") : out.append(1, c);
    }
    return out;
  }

  JsonScan scan_;
  std::vector<std::string> path_;
};

// The words of parse_json; should it see no fault, the scan is wrong or the text holds something that only the scan refuses.
Error why_not_json(std::string_view text, const std::string& file) {
  auto parsed = parse_json(text, file);
  if (!parsed) return parsed.error();
  JsonScan scan(text);
  while (scan.next() != Token::end && scan.token() != Token::bad) continue;
  return error_in(file, line_of(text, scan.offset()), "not valid JSON");
}

}  // namespace

bool is_slug(std::string_view text) {
  bool after_dash = true;
  for (char c : text) {
    bool dash = c == '-';
    if (!dash && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
    if (dash && after_dash) return false;
    after_dash = dash;
  }
  return !after_dash;
}

Result<std::vector<QuestionEntry>> read_entries(std::string_view text, const std::string& id, const std::string& file) {
  EntryReader reader(text);
  if (!reader.read()) {
    JsonScan scan(text);
    Token first = scan.next();
    if (first != Token::object_begin && first != Token::bad && parse_json(text))
      return error_in(file, line_of(text, scan.offset()), "a question is a JSON object: { \"id\": …, \"type\": …, … }");
    return why_not_json(text, file);
  }
  if (!reader.heads.back().has_type) {
    return error_in(file, line_of(text, text.find('{')), "the field 'type' is missing: the name of a question type, \"type\": \"choice\"");
  }
  std::vector<QuestionEntry> entries;
  entries.reserve(reader.heads.size());
  // Inner objects close before outer ones; turned round, each question comes after the one around it.
  for (auto head = reader.heads.rbegin(); head != reader.heads.rend(); ++head) {
    QuestionEntry& entry = entries.emplace_back(std::move(head->entry));
    entry.area = id.substr(0, id.find('.'));
    entry.file = file;
    if (entries.size() == 1) {
      entry.id = id;
      continue;
    }
    QuestionEntry& outer = entries[reader.heads.size() - 1 - head->around];
    entry.parent = outer.id;
    entry.id = outer.id + "." + entry.id;
    outer.inline_ids.push_back(entry.id);
    if (entry.topics.empty()) entry.topics = outer.topics;
    if (entry.covers.empty()) entry.covers = outer.covers;
    if (entry.level.empty()) entry.level = outer.level;
    if (entry.difficulty == 0) entry.difficulty = outer.difficulty;
  }
  for (QuestionEntry& entry : entries) std::reverse(entry.inline_ids.begin(), entry.inline_ids.end());
  std::reverse(entries.begin() + 1, entries.end());
  return entries;
}

}  // namespace viva
