#include "batch/record_owner.h"

#include "bank/json_scan.h"
#include "grading/answer_line.h"

namespace viva {
namespace {

constexpr std::string_view before_candidate = "{\"candidate\":\"", before_question = "\",\"question\":\"",
                           before_response = "\",\"response\":";

bool take(std::string_view& text, std::string_view expected) {
  if (text.substr(0, expected.size()) != expected) return false;
  text.remove_prefix(expected.size());
  return true;
}

// The usual case, at some 5 % of the cost of grading: both are texts without escapes, and stand in the record byte for byte. False: perhaps
// they are not.
bool has_names_of(std::string_view record, std::string_view line) {
  std::string_view candidate, question;
  JsonScan scan(line);
  if (scan.next() != Token::object_begin) return false;
  while (scan.next() == Token::key) {
    if (!scan.plain()) return false;
    std::string_view* place = scan.raw() == "candidate" ? &candidate : scan.raw() == "question" ? &question : nullptr;
    Token token = scan.next();
    if (place) {
      if (token != Token::string || !scan.plain()) return false;
      *place = scan.raw();
    } else if (token == Token::object_begin || token == Token::array_begin) {
      scan.skip();
    }
  }
  return scan.token() == Token::object_end && scan.next() == Token::end && take(record, before_candidate) && take(record, candidate) &&
         take(record, before_question) && take(record, question) && take(record, before_response);
}

// The text that stands here in the record.
bool take_text(JsonScan& scan, std::string_view key, const std::string& expected) {
  return scan.next() == Token::key && scan.raw() == key && scan.next() == Token::string && scan.decoded() == expected;
}

}  // namespace

bool is_record_of(std::string_view record, std::string_view line) {
  if (record.empty() || record.back() != '}') return false;
  if (has_names_of(record, line)) return true;
  AnswerLine answer = parse_answer_line(line);
  JsonScan scan(record);
  return scan.next() == Token::object_begin && take_text(scan, "candidate", answer.candidate) &&
         take_text(scan, "question", answer.question) && scan.next() == Token::key && scan.raw() == "response";
}

}  // namespace viva
