// A question as it is put before a candidate, in either language, before and after the answer.
#pragma once

#include <string>
#include <vector>

#include "grading/question_store.h"
#include "script/host.h"

namespace viva {

struct Presented {
  std::string markdown;  // prompt, code, and what the type shows below (options, items, blanks)
  std::string input;     // "line", "text" or "code"
  std::string help;      // how to answer, one sentence; may be empty
};

struct Hint {
  std::string text;
  double cost = 0;  // of the credit, 0..1, where the scoring rule counts it
};

// A program tried on the examples of its question.
struct Tried {
  int passed = 0, total = 0;
  std::string markdown;  // what came of them
};

class QuestionSheet {
 public:
  // An error when there is no such question or it is at fault.
  static Result<QuestionSheet> open(ScriptHost& host, QuestionStore& questions, const std::string& id);

  const std::string& id() const { return id_; }
  std::string type() const { return question_->value("type", ""); }
  int seconds() const { return question_->value("seconds", 0); }
  const Json& content() const { return *question_; }

  Result<Presented> present(const std::string& language) const;
  std::vector<Hint> hints(const std::string& language) const;
  std::string explanation(const std::string& language) const;
  std::vector<std::string> references() const;
  // An input with full marks, as the question type tells it, in lines for reading; empty: it has none.
  Result<std::string> key() const;

  // Replies to questions that the candidate asks back, where the type knows that; empty where it does not, or nothing was asked.
  Result<std::vector<std::string>> clarify(const std::string& input, const std::string& language) const;

  // For answers that are programs.
  bool runs_programs() const { return type_->has("try"); }
  std::string starter(const std::string& language) const;  // what to begin with; may be empty
  std::string file_suffix() const;                         // ".py"
  Result<Tried> try_examples(const std::string& program, const std::string& language) const;

  // {id, type, area, area_name, topics, level, difficulty, seconds}: what rounds see.
  Json view() const;

 private:
  ScriptHost* host_ = nullptr;
  QuestionStore* questions_ = nullptr;
  std::string id_;
  const Json* question_ = nullptr;
  const Declaration* type_ = nullptr;
};

// The first follow-up of the question whose conditions all hold for the record of its answer and that is not in `asked`; empty when none
// is.
std::string follow_up_of(const Json& question, const Json& record, const std::vector<std::string>& asked);

}  // namespace viva
