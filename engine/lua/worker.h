// The caged side of the protocol: one message in, one message out.
//
//   load {files, glossary, limits, engine_version, degraded} → {declared, problems}
//   define {questions: {id: {content, type_version, version} | {unknown, type?}}} → {}
//   grade {language, rule, rule_options, source, first_line, facts?} + lines → {count, verdicts, credits, unread, exact} + records; empty lines only count
//   invoke {kind, name, callback, arguments}          → {value}
//   type {text}                                       → {values} | {incomplete: true}; a line of the prompt
//   return {job, answered, value}                     → goes on with a job that waits
//
// A reply has {done: …}, {failed: {message, file, line, traceback}} or {call: {job, name, arguments}}; {printed} and {declared} come along when there is something.
#pragma once

#include <map>
#include <memory>

#include "lua/grade_job.h"
#include "lua/runtime.h"
#include "script/frame.h"

namespace viva::lua {

class Worker {
 public:
  // Answers messages on the descriptor until the other side ends. The process is caged already.
  void serve(int channel);
  // Never throws: a message that is not as it should be, and a state that cannot be set up, are answered with `failed`.
  Frame answer(Frame message);

 private:
  // A call of one function, which may wait for the engine; meanwhile others may need a fresh state.
  struct CallJob {
    std::shared_ptr<State> state;
    lua_State* thread = nullptr;
    int reference = 0;
    bool typed = false;
  };

  Progress perform(Frame message);
  Progress grade(Frame message);
  CallJob new_call() const;
  // Resumes the job with the values that `push` leaves on its thread.
  template <class Push>
  Outcome call(const CallJob& job, Push push);
  Progress load(const Json& message);
  Progress define(const Json& message);
  Progress invoke(const Json& message);
  Progress type(const Json& message);
  Progress go_on(const Json& message);
  Progress after_call(CallJob job, Outcome outcome);
  Json declared();

  std::unique_ptr<Runtime> runtime_;
  std::map<int, std::unique_ptr<GradeJob>> grade_jobs_;
  std::map<int, CallJob> call_jobs_;
  int next_job_ = 1;
  int waiting_job_ = 0;
  std::string engine_version_;
  Json degraded_;
  Json last_declared_;
};

}  // namespace viva::lua
