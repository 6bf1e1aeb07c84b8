// One answer → one grade. The REPL and sessions grade through this; a batch sends frames of many lines to the same workers, which grade
// them with the same code (a single answer is a frame of one line).
#pragma once

#include <string>

#include "base/number.h"
#include "grading/answer_line.h"
#include "grading/question_store.h"
#include "judge/judge.h"
#include "script/host.h"

namespace viva {

// Changes when grades of the same answers may change: part of every record, and the golden corpus of the tests fails without a change of
// it.
constexpr int grading_revision = 8;

// "1-icu72.1": the grading revision and the version of ICU, whose tables decide how text is folded.
std::string engine_version();

// How answers are scored and in which language grades speak.
struct Grading {
  std::string rule = "plain";
  Json rule_options = Json::object();  // as check_options gives them
  std::string language = "en";
  Judge* judge = nullptr;  // a second reader of free text; nullptr: none
};

struct Answer {
  std::string candidate, question;
  Json answer;          // what was typed, or a JSON value
  double seconds = -1;  // -1: not measured
  int hints = 0;        // how many were shown
  std::string variant;
  Json facts = Json::object();  // what a round adds for the rule: {"weight", "section"}
};

struct Graded {
  Json record;              // as in a batch file
  std::string line;         // the record's bytes, without the line end
  bool has_credit = false;  // false: ungraded
  Fraction credit, points, most;
  std::string traceback;  // of an ungraded answer, for `.trace`
};

// The domain whose worker grades this question with this rule: that of the pack which its type, its language or the rule is from. An error
// when they are from two packs.
Result<Domain*> domain_for(const ScriptHost& host, const Json& question, const Declaration& rule);

class Grader {
 public:
  Grader(ScriptHost& host, QuestionStore& questions) : host_(host), questions_(questions) {}

  // An error only where nothing can be graded at all (unknown rule, no worker to be had). A question, script or worker at fault gives an
  // `ungraded` record; a worker that was lost is tried once more.
  Result<Graded> grade(const Answer& answer, const Grading& grading, const EngineCalls& calls = {});

 private:
  static Result<Graded> grade_in(Domain& domain, const Frame& request, const Answer& answer, const EngineCalls& calls);

  ScriptHost& host_;
  QuestionStore& questions_;
};

// The record of an answer that no worker could grade, as the workers write records; the rule is the host's. `verdict` is "ungraded", or
// "invalid" for a line that cannot be read.
std::string ungraded_record(const AnswerLine& line, const Grading& grading, const ScriptHost& host, const std::string& problem,
                            const char* verdict = "ungraded");

// The line of an answer file that says the same as the answer.
std::string answer_line_of(const Answer& answer);

}  // namespace viva
