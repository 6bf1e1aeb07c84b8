// A second reader of free text: a language model that a person has named. Off unless it is asked for, and then it never decides alone.
//
//   Result<std::vector<JudgedPoint>> read = judge.read(task);
//   Judgement judgement = weigh(*read, task, offline);     // the engine's arithmetic, not the model's
//
// For each point of a rubric the judge says whether the answer makes it, and quotes the words that do. A point without words that stand in
// the answer, letter for letter, counts as not found: a model cannot give credit for what nobody wrote. The credit moves from the one that
// was found without the model by at most `farthest`; where the model would go farther, a person should look.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace viva {

struct RubricPoint {
  std::string id;
  double weight = 1;
  std::string text;  // what a good answer says
};

struct JudgeTask {
  std::string prompt, answer;
  std::vector<RubricPoint> points;
  std::vector<std::string> models;  // answers that are known to be good
  double penalty = 0;               // for mistakes that were found without the judge
};

struct JudgedPoint {
  std::string id;
  bool found = false;
  std::string quote;  // of the answer, where found
};

// Used by several threads at once.
class Judge {
 public:
  virtual ~Judge() = default;
  virtual const std::string& name() const = 0;  // for records
  // One entry for each point, in their order. An error says why there is no judgement; the grade stays what it was then.
  virtual Result<std::vector<JudgedPoint>> read(const JudgeTask& task) = 0;
};

struct Judgement {
  double credit = 0;    // what the answer gets
  double own = 0;       // what the judge alone would give
  bool review = false;  // the two lie far apart
};

constexpr double farthest = 0.25;

// `offline`: the credit without the judge.
Judgement weigh(const std::vector<JudgedPoint>& read, const JudgeTask& task, double offline);

// The task of a question that has points and of its record; nothing where there is nothing to judge: other types, no credit, no answer in
// words.
std::optional<JudgeTask> judge_task(const Json& question, const Json& record, const std::string& language);

// Has the answer of a record judged. What a worker needs to grade it once more: {"credit", "review", "record"}, where `record` is what
// stands in the record as "judged": {"by", "offline", "own", "points": [{"id", "found", "quote"}]}; without a credit {"by", "problem"},
// when there is no judgement. Nothing: there is nothing to judge.
std::optional<Json> judge_record(Judge& judge, const Json& question, const Json& record, const std::string& language);

}  // namespace viva
