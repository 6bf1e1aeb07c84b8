#include "lua/worker.h"

#include <unistd.h>

#include <cerrno>

#include "lua/value.h"

namespace viva::lua {
namespace {

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
  char buffer[1 << 16];
  for (;;) {
    Frame message;
    Result<bool> whole = reader.next(message);
    if (!whole) return;
    if (*whole) {
      if (!write_all(channel, encode_frame(answer(std::move(message))))) return;
      continue;
    }
    ssize_t got = ::read(channel, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    reader.add(buffer, static_cast<std::size_t>(got));
  }
}

Frame Worker::answer(Frame message) {
  waiting_job_ = 0;
  std::string operation = message.header.value("op", "");
  Progress progress;
  if (operation == "load") {
    progress = load(message.header);
  } else if (!runtime_) {
    progress = refused("nothing is loaded yet");
  } else if (operation == "define") {
    progress = define(message.header);
  } else if (operation == "grade") {
    message.header["engine_version"] = engine_version_;
    auto job = std::make_unique<GradeJob>(*runtime_, message.header, std::move(message.body));
    progress = job->start();
    if (progress.waiting) {
      waiting_job_ = next_job_++;
      grade_jobs_[waiting_job_] = std::move(job);
    } else {
      progress.reply = {{"done", std::move(progress.reply)}};
    }
  } else if (operation == "invoke") {
    progress = invoke(message.header);
  } else if (operation == "type") {
    progress = type(message.header);
  } else if (operation == "return") {
    progress = go_on(message.header);
  } else {
    progress = refused("unknown operation '" + operation + "'");
  }
  Frame reply;
  reply.header = progress.waiting ? Json{{"call", {{"job", waiting_job_}, {"name", progress.call}, {"arguments", std::move(progress.arguments)}}}}
                                  : std::move(progress.reply);
  reply.body = std::move(progress.body);
  if (runtime_) {
    if (std::string printed = runtime_->take_printed(); !printed.empty()) reply.header["printed"] = printed;
  }
  return reply;
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
  runtime_ = std::make_unique<Runtime>(message.at("files"), limits, glossary);
  for (const std::string& problem : runtime_->reset()) problems.push_back(describe_failure(problem, ""));
  return done({{"declared", declared()}, {"problems", problems}});
}

Json Worker::declared() {
  int reference = 0;
  lua_State* thread = runtime_->new_thread(reference);
  runtime_->state().allow(runtime_->limits().call_instructions);
  runtime_->push_function(thread, "declared");
  Json value = Json::array();
  Outcome outcome = runtime_->resume(thread, 0);
  std::string text;
  if (outcome.kind == Outcome::Kind::finished && !append_json(thread, 1, text))
    if (Result<Json> parsed = parse_json(text); parsed && parsed->is_array()) value = std::move(*parsed);
  runtime_->release(reference);
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
  CallJob job;
  State::Headroom room(runtime_->state());
  job.thread = runtime_->new_thread(job.reference);
  runtime_->state().allow(runtime_->limits().call_instructions);
  runtime_->push_function(job.thread, "invoke");
  for (const char* key : {"kind", "name", "callback", "arguments"}) push_json(job.thread, message.at(key));
  return after_call(job, runtime_->resume(job.thread, 4));
}

Progress Worker::type(const Json& message) {
  CallJob job;
  State::Headroom room(runtime_->state());
  job.typed = true;
  job.thread = runtime_->new_thread(job.reference);
  runtime_->state().allow(runtime_->limits().call_instructions);
  runtime_->push_function(job.thread, "compile_typed");
  push_json(job.thread, message.at("text"));
  push_json(job.thread, message.value("name", "=prompt"));
  Outcome compiled = runtime_->resume(job.thread, 2);
  if (compiled.kind == Outcome::Kind::finished && lua_isnil(job.thread, 1)) {
    std::size_t length;
    const char* text = lua_tolstring(job.thread, 2, &length);
    std::string problem = text ? std::string(text, length) : "";
    runtime_->release(job.reference);
    if (problem.size() >= 7 && problem.compare(problem.size() - 7, 7, "'<eof>'") == 0) return done({{"incomplete", true}});
    return failed(describe_failure(problem, ""));
  }
  if (compiled.kind != Outcome::Kind::finished) return after_call(job, std::move(compiled));
  lua_settop(job.thread, 1);
  runtime_->push_function(job.thread, "run_typed");
  lua_insert(job.thread, 1);
  return after_call(job, runtime_->resume(job.thread, 1));
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
  CallJob job = found->second;
  call_jobs_.erase(found);
  State::Headroom room(runtime_->state());
  runtime_->state().allow(runtime_->limits().call_instructions);
  lua_pushboolean(job.thread, answered);
  push_json(job.thread, value);
  Outcome outcome = runtime_->resume(job.thread, 2);
  Progress progress = after_call(job, std::move(outcome));
  return progress;
}

Progress Worker::after_call(CallJob job, Outcome outcome) {
  if (outcome.kind == Outcome::Kind::calls_engine) {
    waiting_job_ = next_job_++;
    call_jobs_[waiting_job_] = job;
    Progress progress;
    progress.waiting = true;
    progress.call = outcome.name;
    progress.arguments = std::move(outcome.arguments);
    return progress;
  }
  Progress progress;
  if (outcome.kind == Outcome::Kind::failed) {
    progress = failed(std::move(outcome.failure));
  } else {
    std::string text = "null";
    if (outcome.results > 0) {
      text.clear();
      if (const char* problem = append_json(job.thread, 1, text)) {
        runtime_->release(job.reference);
        return refused(std::string("the result cannot be passed on: ") + problem);
      }
    }
    Result<Json> value = parse_json(text);
    progress = value ? done({{job.typed ? "values" : "value", std::move(*value)}}) : refused(value.error().message);
  }
  bool broken = runtime_->state().out_of_budget() || runtime_->state().out_of_memory();
  if (job.typed) progress.reply["declared"] = declared();
  runtime_->release(job.reference);
  // A state that broke off somewhere is not trusted any more, unless others still wait in it; those of the prompt keep what was typed.
  if (broken && !job.typed && call_jobs_.empty() && grade_jobs_.empty()) runtime_->reset();
  return progress;
}

}  // namespace viva::lua
