#include "batch/answer_document.h"

#include <algorithm>

#include "bank/json_scan.h"

namespace viva {
namespace {

// Just having been given a value, passes over it. → where it ends.
std::size_t end_of_value(JsonScan& scan) {
  scan.skip();
  switch (scan.token()) {
    case Token::object_end:
    case Token::array_end:
      return scan.offset() + 1;
    case Token::string:
      return scan.offset() + scan.raw().size() + 2;
    default:
      return scan.offset() + scan.raw().size();
  }
}

// The members of an object that matter here, as they stand in the text; empty: not there.
struct Members {
  std::string_view candidate, question, answers;
};

Members members_of(std::string_view object) {
  Members found;
  JsonScan scan(object);
  scan.next();
  while (scan.next() == Token::key) {
    std::string name = scan.decoded();
    scan.next();
    std::size_t begin = scan.offset();
    std::string_view value = object.substr(begin, end_of_value(scan) - begin);
    if (name == "candidate") found.candidate = value;
    if (name == "question") found.question = value;
    if (name == "answers") found.answers = value;
  }
  return found;
}

class DocumentReader {
 public:
  DocumentReader(std::string_view text, const std::function<bool(long, std::string_view)>& emit) : text_(text), emit_(emit) {}

  // False: stopped.
  bool list(std::string_view array, std::string_view candidate, int depth) {
    JsonScan scan(array);
    scan.next();
    for (Token token = scan.next(); token != Token::array_end; token = scan.next()) {
      std::size_t begin = scan.offset();
      bool object = token == Token::object_begin;
      std::string_view value = array.substr(begin, end_of_value(scan) - begin);
      if (!(object ? entry(value, candidate, depth) : answer(value, {}))) return false;
    }
    return true;
  }

  bool entry(std::string_view object, std::string_view candidate, int depth) {
    Members members = members_of(object);
    if (depth == 0 && is_list(members.answers)) return list(members.answers, members.candidate, 1);
    return answer(object, members.candidate.empty() ? candidate : std::string_view());
  }

  static bool is_list(std::string_view value) { return !value.empty() && value.front() == '['; }

 private:
  bool answer(std::string_view value, std::string_view candidate) {
    line_ += std::count(text_.data() + seen_, value.data(), '\n');
    seen_ = static_cast<std::size_t>(value.data() - text_.data());
    std::string one(value);
    if (!candidate.empty()) {
      bool empty = members_empty(value);
      one = "{\"candidate\":" + std::string(candidate) + (empty ? "" : ",") + one.substr(1);
    }
    // Line ends of a valid document are between values, never in them.
    std::replace_if(
        one.begin(), one.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return emit_(line_, one);
  }

  static bool members_empty(std::string_view object) {
    JsonScan scan(object);
    scan.next();
    return scan.next() == Token::object_end;
  }

  std::string_view text_;
  const std::function<bool(long, std::string_view)>& emit_;
  std::size_t seen_ = 0;
  long line_ = 1;
};

}  // namespace

Status read_answer_document(std::string_view text, const std::string& file, const std::function<bool(long, std::string_view)>& emit) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  JsonScan scan(text);
  Token first = scan.next();
  std::size_t begin = scan.offset();
  while (scan.token() != Token::end && scan.token() != Token::bad) scan.next();
  if (scan.token() == Token::bad) return parse_json(text, file).error();
  DocumentReader reader(text, emit);
  std::string_view whole = text.substr(begin);
  if (first == Token::array_begin) {
    reader.list(whole, {}, 0);
    return ok();
  }
  Members members = first == Token::object_begin ? members_of(whole) : Members{};
  if (!DocumentReader::is_list(members.answers) && members.question.empty())
    return error_in(file, line_of(text, begin), "expected {\"candidate\": …, \"answers\": […]} or a list of answers");
  reader.entry(whole, {}, 0);
  return ok();
}

bool may_begin_document(std::string_view first_line) {
  JsonScan scan(first_line);
  Token first = scan.next();
  if (first == Token::array_begin) return true;
  if (first != Token::object_begin) return false;
  bool answers = false;
  while (scan.next() != Token::end && scan.token() != Token::bad)
    answers = answers || (scan.token() == Token::key && scan.depth() == 1 && scan.raw() == "answers");
  bool unfinished = scan.token() == Token::bad && scan.offset() >= first_line.size() && scan.depth() > 0;
  return answers || unfinished;
}

}  // namespace viva
