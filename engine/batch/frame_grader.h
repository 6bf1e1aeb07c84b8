// Grades frames of answers with the workers of one thread.
// Where a judge is to read free text, answers are graded one by one, and those that it has read once more, with what it says.
//
// A worker is not trusted to answer what was asked: a reply must have a record for each line, of its candidate and question, and nothing
// else. When a worker is lost or replies with something else it is started anew and the frame is tried once more; a frame that fails twice
// is cut in two, again and again, until the line at fault is alone. That line is `ungraded`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/answer_frame.h"
#include "grading/grader.h"

namespace viva {

constexpr std::size_t problems_kept = 5;

// What came of some answers.
struct Tally {
  std::map<std::string, long> verdicts;
  long unread = 0;                               // among the invalid: lines that are no answer to a question there is
  std::map<std::int64_t, std::int64_t> credits;  // denominator -> sum of numerators: exact, and small
  std::vector<std::string> problems;             // of the first that were not graded
  long judged = 0, not_judged = 0;               // by a model; not_judged: it was asked and did not reply with a judgement
  std::string judge_problem;                     // why, of the first

  long answers() const;
  long not_graded() const;
  void add(const Tally& more);
};

struct GradedFrame {
  std::string records;  // each with its '\n'
  Tally tally;
  std::string printed;  // by scripts
  std::size_t bytes_so_far = 0;
};

// What the graders of all threads share and only read.
struct BatchSetup {
  const Bank& bank;
  const std::vector<Error>& left_out;  // of the bank
  ScriptHost& host;                    // loaded
  QuestionStore& questions;            // of the host
  DomainOptions worker;                // as the host's workers were started
  Grading grading;
};

// Made and used in one thread: workers end with the thread that started them.
class FrameGrader {
 public:
  // `borrow`: use the workers and questions of the host, which are ready; only one grader may.
  FrameGrader(const BatchSetup& setup, bool borrow);

  GradedFrame grade(const AnswerFrame& frame);

 private:
  struct Line {
    long number;
    std::string_view text;
    Domain* domain;
  };

  std::vector<Line> lines_of(const AnswerFrame& frame) const;
  void grade_apart(const AnswerFrame& frame, GradedFrame& graded);
  void grade_lines(const AnswerFrame& frame, const std::vector<Line>& lines, int tries, std::vector<std::string>& records, Tally& tally);
  Status attempt(Domain& domain, const std::string& source, long first_line, const std::string& lines, int count, std::string& records,
                 Tally& tally, const Json& judged = {});
  void grade_judged(const AnswerFrame& frame, GradedFrame& graded);
  bool stopped() const { return setup_.worker.stop && *setup_.worker.stop; }
  std::string ungraded(const std::string& source, std::string_view line, const std::string& problem, Tally& tally) const;
  Domain* own(const Domain* domain) const;
  Result<Domain*> domain_of(std::string_view line);

  const BatchSetup& setup_;
  const Declaration& rule_;
  std::unique_ptr<QuestionStore> own_questions_;
  QuestionStore* questions_;
  std::vector<std::unique_ptr<Domain>> own_domains_;
  std::map<std::string, Domain*> domains_;  // by name
  bool one_domain_;                         // all types and the rule are shipped: no line needs a look here
};

}  // namespace viva
