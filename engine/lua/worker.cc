#include "lua/worker.h"

#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr std::size_t most_declared_bytes = 12u << 20;

Progress done(Json value) {
  Progress progress;
  progress.reply = {{"done", std::move(value)}};
  return progress;
}

Progress failed(Json failure) {
  Progress progress;
  progress.reply = {{"failed", std::move(failure)}};
  return progress;
}

Progress refused(const std::string& message) { return failed(Json{{"message", message}}); }

}  // namespace

void Worker::serve(int channel) {
  FrameReader reader;
  for (;;) {
    const std::span<char> room = reader.room();
    ssize_t got = ::read(channel, room.data(), room.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    Frame message;
    Result<bool> whole = reader.put(static_cast<std::size_t>(got), message);
    if (!whole) return;
    if (*whole && !write_frame(channel, answer(std::move(message)))) return;
  }
}

Frame Worker::answer(Frame message) {
  waiting_job_ = 0;
  Progress progress;
  try {
    progress = perform(std::move(message));
  } catch (const Json::exception& malformed) {
    progress = refused(std::string("the message is malformed: ") + malformed.what());
  } catch (const std::runtime_error& hopeless) {
    progress = refused(hopeless.what());
  }
  Frame reply;
  reply.header = progress.waiting
                     ? Json{{"call", {{"job", waiting_job_}, {"name", progress.call}, {"arguments", std::move(progress.arguments)}}}}
                     : std::move(progress.reply);
  reply.body = std::move(progress.body);
  if (runtime_) {
    if (std::string printed = runtime_->take_printed(); !printed.empty()) reply.header["printed"] = printed;
  }
  return reply;
}

Progress Worker::perform(Frame message) {
  const std::string operation = message.header.value("op", "");
  if (operation == "load") return load(message.header);
  if (!runtime_) return refused("nothing is loaded yet");
  if (operation == "define") return define(message.header);
  if (operation == "grade") return grade(std::move(message));
  if (operation == "invoke") return invoke(message.header);
  if (operation == "type") return type(message.header);
  if (operation == "return") return go_on(message.header);
  return refused("unknown operation '" + operation + "'");
}

Progress Worker::grade(Frame message) {
  message.header["engine_version"] = engine_version_;
  message.header["degraded"] = degraded_;
  auto job = std::make_unique<GradeJob>(*runtime_, message.header, std::move(message.body));
  Progress progress = job->start();
  if (progress.waiting) {
    waiting_job_ = next_job_++;
    grade_jobs_[waiting_job_] = std::move(job);
  } else {
    progress.reply = {{"done", std::move(progress.reply)}};
  }
  return progress;
}

Worker::CallJob Worker::new_call() const {
  CallJob job;
  job.state = runtime_->shared_state();
  job.thread = runtime_->new_thread(job.reference);
  return job;
}

template <class Push>
Outcome Worker::call(const CallJob& job, Push push) {
  job.state->allow(runtime_->limits().call_instructions);
  int before = lua_gettop(job.thread);
  bool pushed;
  {
    State::Headroom room(*job.state);
    pushed = protect(job.thread, 0, LUA_MULTRET, [&](lua_State* lua) {
      push(lua);
      return lua_gettop(lua);
    });
  }
  if (!pushed) throw std::runtime_error("what was sent to the script does not fit into its memory");
  int count = lua_gettop(job.thread) - before;
  return Runtime::resume(job.thread, lua_status(job.thread) == LUA_YIELD ? count : count - 1);
}

Progress Worker::load(const Json& message) {
  Limits limits;
  if (message.contains("limits")) {
    limits.memory_bytes = message["limits"].value("memory_bytes", limits.memory_bytes);
    limits.call_instructions = message["limits"].value("call_instructions", limits.call_instructions);
  }
  auto glossary = std::make_shared<Glossary>();
  Json problems = Json::array();
  const Json concepts = message.value("glossary", Json::object());  // a name of its own: items() refers to it
  for (const auto& [concept_name, sayings] : concepts.items())
    if (Status added = glossary->add(concept_name, sayings.get<std::vector<std::string>>()); !added)
      problems.push_back({{"message", "the glossary: " + added.error().text()}});
  engine_version_ = message.value("engine_version", "");
  degraded_ = message.value("degraded", Json::array());
  runtime_ = std::make_unique<Runtime>(message.at("files"), limits, glossary);
  for (const std::string& problem : runtime_->reset()) problems.push_back(describe_failure(problem, ""));
  return done({{"declared", declared()}, {"problems", problems}});
}

Json Worker::declared() {
  CallJob job = new_call();
  Json value = Json::array();
  Outcome outcome = call(job, [](lua_State* lua) { Runtime::push_function(lua, "declared"); });
  std::string text;
  if (outcome.kind == Outcome::Kind::finished && !append_json(job.thread, 1, text, 2, most_declared_bytes))
    if (Result<Json> parsed = parse_json(text); parsed && parsed->is_array()) value = std::move(*parsed);
  Runtime::release_in(*job.state, job.reference);
  return value;
}

Progress Worker::define(const Json& message) {
  for (const auto& [id, given] : message.at("questions").items()) {
    Question question;
    question.type = given.value("type", "");
    question.unknown = given.value("unknown", "");
    question.content = given.value("content", Json::object());
    question.version_text = "\"question\":\"" + given.value("version", "") + "\",\"type\":\"" + given.value("type_version", "") + "\"";
    for (const Json& hint : question.content.value("hints", Json::array()))
      question.hint_costs.push_back(hint.is_object() ? hint.value("cost", 0.0) : 0.0);
    runtime_->add_question(id, std::move(question));
  }
  return done(Json::object());
}

Progress Worker::invoke(const Json& message) {
  const Json& arguments = message.at("arguments");
  CallJob job = new_call();
  Outcome outcome = call(job, [&](lua_State* lua) {
    Runtime::push_function(lua, "invoke");
    for (const char* key : {"kind", "name", "callback"}) push_json(lua, message.at(key));
    push_json(lua, arguments);
  });
  return after_call(std::move(job), std::move(outcome));
}

Progress Worker::type(const Json& message) {
  CallJob job = new_call();
  job.typed = true;
  Outcome compiled = call(job, [&](lua_State* lua) {
    Runtime::push_function(lua, "compile_typed");
    push_json(lua, message.at("text"));
    push_json(lua, message.value("name", "=prompt"));
  });
  if (compiled.kind == Outcome::Kind::finished && lua_isnil(job.thread, 1)) {
    std::size_t length;
    const char* text = lua_tolstring(job.thread, 2, &length);
    std::string problem = text ? readable({text, length}, 4000) : "";
    Runtime::release_in(*job.state, job.reference);
    if (problem.size() >= 7 && problem.compare(problem.size() - 7, 7, "'<eof>'") == 0) return done({{"incomplete", true}});
    return failed(describe_failure(problem, ""));
  }
  if (compiled.kind != Outcome::Kind::finished) return after_call(std::move(job), std::move(compiled));
  lua_settop(job.thread, 1);
  Runtime::push_function(job.thread, "run_typed");
  lua_insert(job.thread, 1);
  Outcome outcome = Runtime::resume(job.thread, 1);
  return after_call(std::move(job), std::move(outcome));
}

Progress Worker::go_on(const Json& message) {
  int number = message.value("job", 0);
  bool answered = message.value("answered", false);
  Json value = message.value("value", Json());
  if (auto found = grade_jobs_.find(number); found != grade_jobs_.end()) {
    Progress progress = found->second->go_on(answered, value);
    if (progress.waiting) {
      waiting_job_ = number;
    } else {
      grade_jobs_.erase(found);
      progress.reply = {{"done", std::move(progress.reply)}};
    }
    return progress;
  }
  auto found = call_jobs_.find(number);
  if (found == call_jobs_.end()) return refused("there is no job " + std::to_string(number));
  CallJob job = std::move(found->second);
  call_jobs_.erase(found);
  Outcome outcome = call(job, [&](lua_State* lua) {
    lua_pushboolean(lua, answered);
    push_json(lua, value);
  });
  return after_call(std::move(job), std::move(outcome));
}

Progress Worker::after_call(CallJob job, Outcome outcome) {
  if (outcome.kind == Outcome::Kind::calls_engine) {
    waiting_job_ = next_job_++;
    call_jobs_[waiting_job_] = std::move(job);
    Progress progress;
    progress.waiting = true;
    progress.call = outcome.name;
    progress.arguments = std::move(outcome.arguments);
    return progress;
  }
  if (job.typed && job.state == runtime_->shared_state()) runtime_->accept_typed();
  Progress progress;
  if (std::string fault = std::exchange(job.state->engine_fault, {}); !fault.empty()) {
    progress = refused(fault);
  } else if (outcome.kind == Outcome::Kind::failed) {
    progress = failed(std::move(outcome.failure));
  } else {
    std::string text = "null";
    if (outcome.results > 0) {
      text.clear();
      if (const char* problem = append_json(job.thread, 1, text, 2)) {
        Runtime::release_in(*job.state, job.reference);
        return refused(std::string("the result cannot be passed on: ") + problem);
      }
    }
    Result<Json> value = parse_json(text);
    progress = value ? done({{job.typed ? "values" : "value", std::move(*value)}}) : refused(value.error().message);
  }
  bool broken = job.state->out_of_budget() || job.state->out_of_memory();
  if (job.typed) progress.reply["declared"] = declared();
  Runtime::release_in(*job.state, job.reference);
  // A state that broke off somewhere is not trusted any more; that of the prompt keeps what was typed.
  if (broken && !job.typed && job.state == runtime_->shared_state()) runtime_->reset();
  return progress;
}

}  // namespace viva::lua
