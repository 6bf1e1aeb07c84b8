// A trust domain: scripts that trust each other, and the one worker process in which they run.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "script/program_service.h"
#include "script/worker_process.h"

namespace viva {

// One file of Lua. `library` is its name for require; empty: it is run when the domain is loaded.
struct ScriptFile {
  std::string file;  // as shown to people
  std::string text;
  std::string origin;  // "shipped" or the pack's name
  std::string library;
};

// Answers what a script asks the engine for (r:ask, bank.list …).
using EngineCalls = std::function<Result<Json>(const std::string& name, const Json& arguments)>;

// What a worker needs to know of questions; asked when a worker meets an id for the first time.
// → {"content", "type", "version", "type_version"} or {"unknown": "why", "type"?}
using QuestionSource = std::function<Json(const std::string& id)>;

struct DomainOptions {
  std::string program;  // of the worker
  std::vector<std::string> arguments;
  std::vector<std::string> accepted;  // guarantees that a person goes without: --allow-degraded
  Json glossary = Json::object();
  std::string engine_version;
  std::chrono::milliseconds allowed{10000};  // for one answer of the worker; the instruction budget ends scripts long before
  const std::atomic<bool>* stop = nullptr;   // once it is true, nothing is waited for any more: the worker is given up
};

class Domain {
 public:
  Domain(std::string name, std::vector<ScriptFile> files, DomainOptions options);

  const std::string& name() const { return name_; }
  const std::vector<ScriptFile>& files() const { return files_; }
  void set_question_source(QuestionSource source) { questions_ = std::move(source); }
  // Runs the programs of callbacks that are called without EngineCalls; those with calls of their own ask run_program themselves.
  void set_programs(std::shared_ptr<ProgramService> programs) { programs_ = std::move(programs); }
  void set_allowed(std::chrono::milliseconds allowed) { options_.allowed = allowed; }
  void set_glossary(Json glossary) { options_.glossary = std::move(glossary); }

  // Starts the process without waiting for it.
  Status start();
  // Runs the request to its end: starts and loads the worker if need be, answers what it asks for. A failed script is an error with its
  // file and line; so is a worker that ended or was stopped, in which case lost() is true and the next call starts afresh.
  Result<Frame> run(Frame request, const EngineCalls& calls = {});
  Result<Json> run_program(const Json& request);
  // Loads when that has not happened yet. The declarations and problems are there afterwards.
  Status load();

  // Ends the worker; the next call starts afresh.
  void stop();

  bool lost() const { return lost_; }
  // Of the worker, to stop it from a signal handler; 0: there is none now.
  pid_t process_id() const { return process_ && process_->alive() ? process_->process() : 0; }
  const Json& declared() const { return declared_; }
  const std::vector<Error>& problems() const { return problems_; }
  // The guarantees (by name) that no layer gives to the worker, and that a person accepted to go without.
  const std::vector<std::string>& degraded() const { return degraded_; }
  int generation() const { return generation_; }  // counts the workers that were loaded
  std::string take_printed() { return std::exchange(printed_, {}); }

  // A hash over the texts of these files of the domain.
  std::string version_of(const std::vector<std::string>& sources) const;

 private:
  Result<Frame> exchange(const Frame& message);
  Result<Frame> checked(Result<Frame> reply);
  Json answer_call(const Json& call, const EngineCalls& calls);

  std::string name_;
  std::vector<ScriptFile> files_;
  DomainOptions options_;
  QuestionSource questions_;
  std::shared_ptr<ProgramService> programs_;
  std::unique_ptr<WorkerProcess> process_;
  bool loaded_ = false;
  bool lost_ = false;
  int generation_ = 0;
  Json declared_ = Json::array();
  std::vector<Error> problems_;
  std::vector<std::string> degraded_;
  std::string printed_;
};

}  // namespace viva
