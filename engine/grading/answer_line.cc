#include "grading/answer_line.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "bank/json_scan.h"
#include "base/spelling.h"

namespace viva {
namespace {

enum Field { candidate, question, answer, seconds, hints, variant, other };
constexpr std::string_view names[] = {"candidate", "question", "answer", "seconds", "hints", "variant"};

Field field_named(std::string_view name) {
  for (int i = 0; i < other; ++i)
    if (name == names[i]) return static_cast<Field>(i);
  return other;
}

// Takes the plain fields straight from the parser, without building a tree. An answer that is a list or an object is only noticed: such lines
// are read a second time.
class LineReader : public nlohmann::json_sax<Json> {
 public:
  explicit LineReader(AnswerLine& line) : line_(line) {}

  bool structured = false;
  bool seen[other] = {};
  std::vector<std::string> unknown;
  std::string problem;

  bool null() override { return depth_ != 1 || put(nullptr); }
  bool boolean(bool value) override { return depth_ > 1 || put(value); }
  bool number_integer(number_integer_t value) override { return depth_ > 1 || put(value); }
  bool number_unsigned(number_unsigned_t value) override { return depth_ > 1 || put(value); }
  bool number_float(number_float_t value, const string_t&) override { return depth_ > 1 || put(value); }
  bool string(string_t& value) override {
    if (depth_ > 1) return true;
    if (depth_ == 1 && field_ == candidate) return (line_.candidate = std::move(value), true);
    if (depth_ == 1 && field_ == question) return (line_.question = std::move(value), true);
    return put(std::move(value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(); }
  bool end_object() override { return (--depth_, true); }
  bool start_array(std::size_t) override { return depth_ == 0 ? put(nullptr) : open(); }  // put: refuses what is not an object
  bool end_array() override { return (--depth_, true); }
  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    field_ = field_named(name);
    if (field_ == other) {
      if (unknown.size() < 20) unknown.push_back(name);
    } else if (seen[field_]) {
      return fail("the field \"" + name + "\" is given twice");
    } else {
      seen[field_] = true;
    }
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception& failure) override {
    std::string text = failure.what();
    std::size_t colon = text.find(": ", text.find("column "));
    text = colon == std::string::npos ? "" : text.substr(colon);
    text.resize(std::min(text.size(), text.find("; last read: ")));  // long, and perhaps not UTF-8
    return fail("not valid JSON at character " + std::to_string(at) + text);
  }

 private:
  bool fail(std::string why) {
    problem = std::move(why);
    return false;
  }
  bool open() {
    if (++depth_ > max_json_depth) return fail("nested deeper than " + std::to_string(max_json_depth) + " levels");
    if (depth_ == 1 && began_) return fail("expected one object");
    if (depth_ == 2) {
      if (field_ == answer) structured = true;
      if (field_ != answer && field_ != other) return fail("\"" + std::string(names[field_]) + "\" is neither a text nor a number");
    }
    began_ = true;
    return true;
  }
  bool put(Json value) {
    if (depth_ == 0) return fail("expected an object with \"candidate\", \"question\" and \"answer\"");
    switch (field_) {
      case candidate:
        if (!value.is_number_integer()) return fail("\"candidate\" is a text or a whole number");
        line_.candidate = value.dump();
        return true;
      case question: return fail("\"question\" is a text: the id of a question");
      case answer: line_.answer = std::move(value); return true;
      case seconds:
        if (value.is_null()) return true;
        if (!value.is_number() || !(value.get<double>() >= 0) || value.get<double>() > 1e9) return fail("\"seconds\" is a number from 0 on");
        line_.seconds = value.get<double>();
        return true;
      case hints:
        if (!value.is_number_integer() || value.get<long long>() < 0 || value.get<long long>() > 100) return fail("\"hints\" is a whole number from 0 on");
        line_.hints = value.get<int>();
        return true;
      case variant:
        if (value.is_null()) return true;
        if (!value.is_string() && !value.is_number_integer()) return fail("\"variant\" is a text or a whole number");
        line_.variant = value.is_string() ? value.get<std::string>() : value.dump();
        return true;
      case other: return true;
    }
    return true;
  }

  AnswerLine& line_;
  Field field_ = other;
  int depth_ = 0;
  bool began_ = false;
};

// Reads a line in which everything is as it usually is, in a fraction of the time. False: it is not, whatever that means.
bool read_usual_line(std::string_view text, AnswerLine& line) {
  JsonScan scan(text);
  if (scan.next() != Token::object_begin) return false;
  unsigned seen = 0;
  while (scan.next() == Token::key) {
    Field field = scan.plain() ? field_named(scan.raw()) : other;
    seen |= 1u << field;
    Token token = scan.next();
    std::size_t begin = scan.offset();
    bool is_text = token == Token::string;
    if (token == Token::object_begin || token == Token::array_begin) {
      scan.skip();
      if (field == answer) {
        Result<Json> value = parse_json(text.substr(begin, scan.offset() + 1 - begin));
        if (!value) return false;
        line.answer = std::move(*value);
        continue;
      }
      if (field != other) return false;
    }
    switch (field) {
      case candidate:
        if (!is_text) return false;
        line.candidate = scan.decoded();
        break;
      case question:
        if (!is_text) return false;
        line.question = scan.decoded();
        break;
      case answer:
        if (is_text)
          line.answer = scan.decoded();
        else if (token == Token::number)
          line.answer = Json::parse(scan.raw());
        else if (token == Token::boolean)
          line.answer = scan.raw() == "true";
        break;
      case seconds: {
        const char* end = scan.raw().data() + scan.raw().size();
        if (token != Token::number || std::from_chars(scan.raw().data(), end, line.seconds).ptr != end) return false;
        if (!(line.seconds >= 0 && line.seconds <= 1e9)) return false;
        break;
      }
      case hints:
        if (token != Token::number || scan.raw().size() > 2 || scan.raw().find_first_not_of("0123456789") != std::string_view::npos) return false;
        std::from_chars(scan.raw().data(), scan.raw().data() + scan.raw().size(), line.hints);
        break;
      case variant:
        if (!is_text) return false;
        line.variant = scan.decoded();
        break;
      case other: break;
    }
  }
  constexpr unsigned needed = 1u << candidate | 1u << question | 1u << answer;
  return scan.token() == Token::object_end && scan.next() == Token::end && (seen & needed) == needed;
}

}  // namespace

AnswerLine parse_answer_line(std::string_view text) {
  AnswerLine line;
  if (text.size() > max_answer_line) {
    line.problem = "the line is longer than 4 MiB";
    return line;
  }
  if (read_usual_line(text, line)) return line;
  line = AnswerLine();
  LineReader reader(line);
  if (!Json::sax_parse(text.begin(), text.end(), &reader)) {
    line.problem = reader.problem;
    return line;
  }
  // The library takes a zero byte for the end of the text.
  if (std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    line.problem = "not valid JSON at character " + std::to_string(zero + 1) + ": a zero byte";
    return line;
  }
  for (Field field : {candidate, question, answer}) {
    if (reader.seen[field]) continue;
    std::string near = nearest(names[field], reader.unknown);
    line.problem = "the field \"" + std::string(names[field]) + "\" is missing" + (near.empty() ? "" : "; is \"" + near + "\" meant to be it?");
    return line;
  }
  if (reader.structured) {
    Result<Json> whole = parse_json(text);
    if (whole)
      line.answer = std::move((*whole)["answer"]);
    else
      line.problem = whole.error().message;
  }
  return line;
}

}  // namespace viva
