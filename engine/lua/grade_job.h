// A frame of answer lines on its way to a frame of records.
//
// Lines are graded in order, in one state. In careful mode the state is looked at after every answer, and answers that leave something
// behind are `ungraded`. Domains with scripts of packs are always graded so. In that of the shipped scripts the state is looked at after
// the first line and after the last: if a callback kept something, all lines of the frame are graded again in careful mode. So the records
// do not depend on how a file was cut into frames.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lua/record.h"
#include "lua/runtime.h"

namespace viva::lua {

// A job runs until it is done or waits for the engine.
struct Progress {
  bool waiting = false;
  std::string call;  // waiting: what is asked for ("questions" asks for questions this worker has not seen yet)
  Json arguments;
  Json reply;  // done
  std::string body;
};

class GradeJob {
 public:
  GradeJob(Runtime& runtime, const Json& request, std::string lines);
  ~GradeJob();

  Progress start();
  // Goes on with what the engine answered.
  Progress go_on(bool answered, const Json& value);

 private:
  enum class Step { next, waits };

  Progress run();
  Progress finish();
  Progress ask_for_questions();
  void split(const std::string& lines);
  std::string place_of_line() const;
  void begin_state();
  Step grade_line(Progress& progress);
  Step after_call(Outcome outcome, Progress& progress);
  void write(Grade grade);
  void write_ungraded(const Json& failure);
  void count(const Grade& grade);
  void restart_carefully();
  Step call(Progress& progress);
  int push_call(Question& question, lua_State* lua);
  std::string broken_purity();
  bool options_changed();
  bool left_something();
  bool changed(const Question& question);
  void push_facts(Question& question, lua_State* lua);
  void fresh_state();

  Runtime& runtime_;
  std::shared_ptr<State> state_;  // the one that the references below are of
  Json request_;
  RecordStyle style_;
  std::string lines_;
  std::vector<std::string_view> line_;
  std::size_t at_ = 0;
  AnswerLine current_;
  bool current_parsed_ = false;
  bool retried_ = false;
  bool careful_ = false;
  bool generating_ = false;
  int variant_ref_ = 0;
  lua_State* thread_ = nullptr;
  int thread_ref_ = 0, evaluate_ref_ = 0, rule_ref_ = 0, options_ref_ = 0;
  std::uint64_t options_print_ = 0;
  Question* question_ = nullptr;  // of the current line; nullptr: there is none
  std::vector<Question*> used_;

  std::string out_;
  std::map<std::string, long> verdicts_;
  std::map<std::int64_t, std::int64_t> credits_;  // denominator -> sum of numerators: exact, and small
  long unread_ = 0;                               // lines that are no answer to a question there is
  Json exact_;                                    // of the last answer
};

}  // namespace viva::lua
