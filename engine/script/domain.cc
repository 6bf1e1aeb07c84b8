#include "script/domain.h"

#include <algorithm>

#include "base/hash.h"
#include "sandbox/guarantees.h"
#include "script/message_shape.h"

namespace viva {
namespace {

constexpr int most_calls = 20000;               // of one request: a round of several hundred questions needs some thousand
constexpr std::size_t most_printed = 1u << 20;  // kept until it is taken

Error from_worker(const Json& failure) {
  return Error{failure.value("message", "the script failed"),
               failure.value("file", ""),
               failure.value("line", 0),
               {},
               failure.value("traceback", "")};
}

}  // namespace

Domain::Domain(std::string name, std::vector<ScriptFile> files, DomainOptions options)
    : name_(std::move(name)), files_(std::move(files)), options_(std::move(options)) {}

Status Domain::start() {
  if (process_ && process_->alive()) return ok();
  loaded_ = false;
  Result<std::unique_ptr<WorkerProcess>> started = WorkerProcess::start(options_.program, options_.arguments, options_.stop);
  if (!started) return started.error();
  process_ = std::move(*started);
  return ok();
}

void Domain::stop() {
  process_.reset();
  loaded_ = false;
  lost_ = true;
}

// What came from the worker, if it is a message at all.
Result<Frame> Domain::checked(Result<Frame> reply) {
  if (reply) {
    std::string fault = message_fault(reply->header);
    if (!fault.empty()) {
      process_.reset();
      reply = error("the script worker broke the protocol (" + fault + ") and was stopped");
    }
  }
  if (!reply) {
    lost_ = true;
    loaded_ = false;
    return reply;
  }
  if (reply->header.contains("printed") && printed_.size() < most_printed)
    printed_ += reply->header["printed"].get_ref<const std::string&>();
  if (reply->header.contains("declared")) declared_ = reply->header["declared"];
  return reply;
}

Result<Frame> Domain::exchange(const Frame& message) {
  if (!process_) return error("the script worker was stopped");
  return checked(process_->exchange(message, options_.allowed));
}

Status Domain::load() {
  if (loaded_ && process_ && process_->alive()) return ok();
  if (Status started = start(); !started) return started;
  Result<Frame> hello = checked(process_->receive(options_.allowed));
  if (!hello) return hello.error();
  if (hello->header.contains("failed")) return from_worker(hello->header["failed"]);
  const Json greeting = hello->header.value("hello", Json::object());
  if (greeting.value("version", 0) != protocol_version) return error("the script worker is of another version than viva; build both again");
  const auto layers = greeting.value("layers", std::vector<std::string>());
  if (Status held = check_guarantees(layers, options_.accepted); !held) {
    process_.reset();
    return held;
  }
  degraded_ = names_of(without_layer(layers));
  if (programs_) {
    Result<std::vector<std::string>> of_programs = programs_->degraded();
    if (!of_programs) return of_programs.error();
    degraded_.insert(degraded_.end(), of_programs->begin(), of_programs->end());
  }
  Json files = Json::array();
  for (const ScriptFile& file : files_) {
    Json entry = {{"file", file.file}, {"text", file.text}, {"origin", file.origin}};
    if (!file.library.empty()) entry["library"] = file.library;
    files.push_back(std::move(entry));
  }
  Frame request;
  request.header = {{"op", "load"},
                    {"files", std::move(files)},
                    {"glossary", options_.glossary},
                    {"engine_version", options_.engine_version},
                    {"degraded", degraded_}};
  Result<Frame> reply = exchange(request);
  if (!reply) return reply.error();
  if (reply->header.contains("failed")) return from_worker(reply->header["failed"]);
  const Json done = reply->header.value("done", Json::object());
  if (!done.contains("declared") || !done.contains("problems")) {
    stop();
    return error("the script worker answered something else than was asked");
  }
  declared_ = done["declared"];
  problems_.clear();
  for (const Json& problem : done["problems"]) problems_.push_back(from_worker(problem));
  loaded_ = true;
  lost_ = false;
  ++generation_;
  return ok();
}

Json Domain::answer_call(const Json& call, const EngineCalls& calls) {
  const std::string name = call.value("name", "");
  const Json arguments = call.value("arguments", Json::object());
  Json answer = {{"op", "return"}, {"job", call.value("job", 0)}, {"answered", true}, {"value", nullptr}};
  if (name == "questions") {
    Frame define;
    define.header = {{"op", "define"}, {"questions", Json::object()}};
    for (const Json& id : arguments.value("ids", Json::array()))
      define.header["questions"][id.get<std::string>()] = questions_ ? questions_(id) : Json{{"unknown", "there is no question bank"}};
    if (Result<Frame> defined = exchange(define); !defined) answer["answered"] = false;  // the next exchange fails as well, and is reported
    return answer;
  }
  Result<Json> value = error("'" + name + "' cannot be asked for here");
  try {
    if (calls)
      value = calls(name, arguments);
    else if (name == "program.run")
      value = run_program(arguments);
  } catch (const Json::exception&) {  // values of other types than the call takes: what a script asks with is its own affair
    value = error("'" + name + "' was asked for with a value of the wrong type");
  }
  if (value) {
    answer["value"] = std::move(*value);
  } else {
    answer["answered"] = false;
    answer["value"] = value.error().text();
  }
  return answer;
}

Result<Json> Domain::run_program(const Json& request) {
  if (!programs_) return error("programs cannot be run here");
  return programs_->run(request);
}

Result<Frame> Domain::run(Frame request, const EngineCalls& calls) {
  if (Status ready = load(); !ready) return ready.error();
  int generation = generation_;
  Result<Frame> reply = exchange(request);
  for (int asked = 0; reply && reply->header.contains("call"); ++asked) {
    if (asked >= most_calls) {
      stop();
      return error("the script asked the engine for more than " + std::to_string(most_calls) + " things; is there a loop that never ends?");
    }
    Frame answer;
    answer.header = answer_call(reply->header["call"], calls);
    if (generation_ != generation || !loaded_) return error("the script worker was lost while the script waited");
    reply = exchange(answer);
  }
  if (reply && reply->header.contains("failed")) return from_worker(reply->header["failed"]);
  if (reply && !reply->header.contains("done")) return error("the script worker answered something else than was asked");
  return reply;
}

std::string Domain::version_of(const std::vector<std::string>& sources) const {
  std::string all;
  for (const ScriptFile& file : files_)
    if (std::find(sources.begin(), sources.end(), file.file) != sources.end())
      all.append(file.file).append(1, '\0').append(file.text).append(1, '\0');
  return short_hash(all);
}

}  // namespace viva
