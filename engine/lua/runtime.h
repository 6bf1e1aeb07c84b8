// The scripts of one trust domain, loaded into a Lua state, and the questions they were given.
//
// A state that ran out of budget or memory, or whose callbacks kept something, is thrown away: the runtime makes a fresh one from the same
// sources. So every answer meets a state in which nothing has happened yet.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "lua/purity.h"
#include "lua/state.h"
#include "text/pattern.h"

namespace viva::lua {

struct Limits {
  std::size_t memory_bytes = 128u << 20;
  std::int64_t load_instructions = 50'000'000;  // of each file
  std::int64_t call_instructions = 50'000'000;
};

// One question as the callbacks need it. `facts` is the part that scoring sees.
struct Question {
  Json content;
  std::string type;
  std::string version_text;  // `"question":"…","type":"…"`, ready for a record
  std::vector<double> hint_costs;
  std::string unknown;  // not empty: it cannot be asked, and why. `type` is empty when there is no such question, set when it is faulty
  int content_ref = 0, facts_ref = 0;
  std::uint64_t fingerprint = 0;
  const void* used_by = nullptr;  // the job that graded with it last
};

// How a call into the scripts ended for the moment.
struct Outcome {
  enum class Kind { finished, calls_engine, failed } kind = Kind::finished;
  int results = 0;   // finished: so many values are on top of the thread's stack
  std::string name;  // calls_engine: what is asked for, and with what
  Json arguments;
  Json failure;  // failed: {message, file, line, traceback}
};

class Runtime {
 public:
  Runtime(Json files, Limits limits, std::shared_ptr<const Glossary> glossary);
  ~Runtime();

  // Loads everything into a fresh state. The list of problems has one text per script that failed; the others are registered.
  std::vector<std::string> reset();

  State& state() { return *state_; }
  // Whoever waits in a state keeps it alive, while others go on in a fresh one.
  std::shared_ptr<State> shared_state() const { return state_; }
  lua_State* lua() { return state_->get(); }
  const Limits& limits() const { return limits_; }

  void add_question(const std::string& id, Question question) { questions_[id] = std::move(question); }
  Question* find_question(const std::string& id);
  // Puts question and facts into the state when they are not there yet.
  void prepare(Question& question);

  // A thread (coroutine) to call in. Kept alive until released in its own state.
  lua_State* new_thread(int& reference);
  void release(int reference) { release_in(*state_, reference); }
  static void release_in(State& state, int reference);

  // Pushes a function of the prelude.
  static void push_function(lua_State* thread, const char* name);

  // Runs the function and arguments on top of the thread's stack, or goes on with the values it waited for.
  static Outcome resume(lua_State* thread, int arguments);

  // Does the domain hold what scripts that did not ship have registered? Then they are what kept_something looks at, and others are taken
  // for pure.
  bool has_packs() const { return has_packs_; }
  // Did a callback keep something since the last call of this, or since the files were loaded?
  bool kept_something();
  // What a person types may change what they like, and is in no file: a state with it is not made anew before it must be.
  void accept_typed();
  // Makes a fresh state if callbacks that are not graded with have kept something in this one.
  void freshen();

  std::string take_printed();

 private:
  void remember();

  Json files_;
  Limits limits_;
  std::shared_ptr<const Glossary> glossary_;
  std::shared_ptr<State> state_;
  std::unordered_map<std::string, Question> questions_;
  std::uint64_t remembered_ = 0;
  Sources shipped_libraries_;
  bool has_packs_ = false, typed_ = false;
};

// "file:line: message" taken apart.
Json describe_failure(const std::string& message, const std::string& traceback);

}  // namespace viva::lua
