#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

#include "base/hash.h"
#include "base/locations.h"
#include "sandbox/program.h"
#include "sandbox/program_exchange.h"
#include "sandbox/program_filter.h"
#include "sandbox/program_guarantees.h"
#include "sandbox/program_json.h"
#include "sandbox/program_server.h"

namespace viva {
namespace {

constexpr std::size_t most_builds = 8;
constexpr int refused_memory_status = 86;  // what a harness ends with
constexpr unsigned first_user = 64000, users = 1500;

// A user per cage, so that two of them have nothing in common even where there are no namespaces.
unsigned user_of_slot() {
  static std::atomic<unsigned> next{0};
  return first_user + (static_cast<unsigned>(::getpid()) * 8 + next++) % users;
}

// Which server can serve the run: two warm runtimes are the same only when everything about them is.
std::string key_of(const Runtime& runtime) {
  if (!runtime.warm) return {};
  std::string key = runtime.name;
  for (const std::string& word : runtime.argv) key.append(1, '\0').append(word);
  for (const auto& [name, value] : runtime.environment) key.append(1, '\1').append(name).append(1, '=').append(value);
  return key;
}

ProgramOutcome engine_error(std::string why) {
  ProgramOutcome outcome;
  outcome.detail = std::move(why);
  return outcome;
}

// A run that asks for what cannot be.
Status check(const ProgramRun& run) {
  const Runtime& runtime = run.runtime;
  const std::vector<std::string>& words = runtime.warm ? runtime.argv : run.argv;
  if (words.empty() || words[0].empty() || words[0][0] != '/')
    return error("runtime '" + runtime.name + "': what is executed must be given by its absolute path");
  if (runtime.warm && !run.argv.empty()) return error("runtime '" + runtime.name + "' is warm: it takes no argv; send a request");
  if (words.size() > wire::most_words || runtime.environment.size() > wire::most_words)
    return error("more than " + std::to_string(wire::most_words) + " arguments or variables");
  for (const std::string& word : words)
    if (word.find('\0') != std::string::npos) return error("an argument holds a zero byte");
  for (const ProgramFile& file : run.files) {
    bool inside = !file.path.empty() && file.path[0] != '/' && file.path.size() < 1000 && file.path.find('\0') == std::string::npos;
    for (std::size_t at = 0; inside && at <= file.path.size();) {
      std::size_t slash = std::min(file.path.find('/', at), file.path.size());
      std::string part = file.path.substr(at, slash - at);
      inside = !part.empty() && part != "." && part != "..";
      at = slash + 1;
    }
    if (!inside) return error("'" + file.path + "' is no path of a file in the work folder");
  }
  if ((!run.files.empty() || !run.collect.empty()) && run.limits.disk_bytes == 0)
    return error("files need a work folder: give limits.disk");
  return ok();
}

bool has_mark(const std::string& result) { return !result.empty() && result.back() == '\0'; }

void judge(const ProgramRun& run, bool again, const Exchange& what, ProgramOutcome& outcome) {
  const wire::Ended& ended = what.ended;
  const bool marked = outcome.result_complete;
  const bool alone = run.limits.processes == 0 && run.collect.empty();
  auto end = [&](RunEnd kind, std::string detail = {}) {
    outcome.end = kind;
    outcome.detail = std::move(detail);
  };
  if (outcome.output_cut || outcome.errors_cut || what.result_cut) return end(RunEnd::output_limit);
  if (ended.cause == wire::Cause::cpu) return end(RunEnd::time_limit);
  if (ended.cause == wire::Cause::wall) return end(RunEnd::idle_limit);
  if (ended.cause == wire::Cause::memory) return end(RunEnd::memory_limit);
  if (ended.cause == wire::Cause::processes) return end(RunEnd::process_limit);
  // Between two looks a program can go beyond a limit and end; the account afterwards knows.
  if (outcome.cpu_seconds >= run.limits.cpu_seconds) return end(RunEnd::time_limit);
  if (outcome.wall_seconds >= run.limits.wall_seconds) return end(RunEnd::idle_limit);
  if (outcome.memory_bytes > run.limits.memory_bytes) return end(RunEnd::memory_limit);
  if (outcome.signal == SIGSYS) {
    std::string name = ended.forbidden_call >= 0 ? name_of_call(ended.forbidden_call) : "";
    bool makes_process = name == "clone" || name == "fork" || name == "vfork";
    return end(makes_process ? RunEnd::process_limit : RunEnd::policy, name.empty() ? "forbidden call" : "forbidden call: " + name);
  }
  // Process 1 of a namespace cannot be killed from inside it: somebody else did that. One among several can be, by the others, and nothing
  // tells who it was; but a program that does so does it again.
  if (outcome.signal == SIGKILL && ended.out_of_memory) return end(RunEnd::engine_error, "the machine's memory ran out");
  if (outcome.signal == SIGKILL && (alone || !again)) return end(RunEnd::engine_error, "the program was killed from outside the cage");
  if (outcome.signal != 0) return end(RunEnd::crashed, std::string("signal: ") + ::strsignal(outcome.signal));
  if (!marked && !run.request.empty() && outcome.exit_status == refused_memory_status) return end(RunEnd::memory_limit);
  if (!marked && (!run.request.empty() || outcome.exit_status != 0))
    return end(RunEnd::crashed, "exit status " + std::to_string(outcome.exit_status));
  end(RunEnd::ended);
}

ProgramOutcome outcome_of(const ProgramRun& run, bool again, Exchange&& what) {
  ProgramOutcome outcome;
  const wire::Ended& ended = what.ended;
  if (ended.trouble == wire::Trouble::not_installed) {
    outcome = engine_error(run.argv[0] + ": " + ::strerror(ended.error));
    outcome.missing = "runtime '" + run.runtime.name + "' is not installed";
    return outcome;
  }
  if (ended.trouble != wire::Trouble::none) {
    std::string step(ended.step, ::strnlen(ended.step, sizeof ended.step));
    return engine_error("the cage of a program could not be closed: " + step +
                        (ended.error ? std::string(": ") + ::strerror(ended.error) : ""));
  }
  outcome.output = std::move(what.output);
  outcome.errors = std::move(what.errors);
  outcome.result = std::move(what.result);
  outcome.output_cut = what.output_cut;
  outcome.errors_cut = what.errors_cut;
  if (has_mark(outcome.result)) {
    outcome.result.pop_back();
    outcome.result_complete = true;
  }
  if (what.result_cut) outcome.result.resize(std::min<std::size_t>(outcome.result.size(), run.limits.output_bytes));
  outcome.collected = std::move(what.collected);
  outcome.collected_cut = ended.collected_cut;
  outcome.cpu_seconds = static_cast<double>(ended.cpu_ns) / 1e9;
  outcome.wall_seconds = static_cast<double>(ended.wall_ns) / 1e9;
  outcome.memory_bytes = ended.memory_bytes;
  if (WIFSIGNALED(ended.status)) outcome.signal = WTERMSIG(ended.status);
  if (WIFEXITED(ended.status)) outcome.exit_status = WEXITSTATUS(ended.status);
  judge(run, again, what, outcome);
  return outcome;
}

}  // namespace

const char* name_of(RunEnd end) {
  switch (end) {
    case RunEnd::ended:
      return "ended";
    case RunEnd::time_limit:
      return "time_limit";
    case RunEnd::idle_limit:
      return "idle_limit";
    case RunEnd::memory_limit:
      return "memory_limit";
    case RunEnd::output_limit:
      return "output_limit";
    case RunEnd::process_limit:
      return "process_limit";
    case RunEnd::policy:
      return "policy";
    case RunEnd::crashed:
      return "crashed";
    case RunEnd::compile_error:
      return "compile_error";
    case RunEnd::engine_error:
      return "engine_error";
  }
  return "";
}

struct ProgramCage::State {
  struct Kept {
    std::string key;
    std::unique_ptr<ProgramServer> server;
  };

  ProgramCageOptions options;
  ProgramServer::Options how;
  std::string refused;        // why there are no namespaces
  std::vector<Kept> servers;  // the one used last is at the end

  // The server for the runtime, started when there is none; at the end of the list. An outcome: there is none to be had.
  Result<ProgramServer*> server_for(const Runtime& runtime, ProgramOutcome& outcome) {
    const std::string key = key_of(runtime);
    auto found = std::find_if(servers.begin(), servers.end(), [&](const Kept& kept) { return kept.key == key; });
    if (found != servers.end() && ((runtime.warm && found->server->runs() >= options.recycle_after) || !found->server->is_there())) {
      servers.erase(found);
      found = servers.end();
    }
    if (found != servers.end()) {
      std::rotate(found, found + 1, servers.end());
      return servers.back().server.get();
    }
    if (how.program.empty() || how.agent.empty())
      return error(
          "the program viva-cage and its library libviva-agent.so, which run candidates' programs, are not beside viva; build or install "
          "them");
    if (static_cast<int>(servers.size()) >= std::max(options.most_parents, 1)) servers.erase(servers.begin());
    Result<ProgramServer::Started> started = ProgramServer::start(how, runtime.warm ? &runtime : nullptr);
    if (started && !started->refused.empty() && !how.bare) {
      how.bare = true;
      refused = started->refused;
      started = ProgramServer::start(how, runtime.warm ? &runtime : nullptr);
    }
    if (!started) return started.error();
    if (!started->refused.empty()) return error("the program cage cannot be closed: " + started->refused);
    outcome.missing = started->missing;
    if (!started->server) return error(started->missing);
    servers.push_back({key, std::move(started->server)});
    return servers.back().server.get();
  }

  // What came of the last builds, newest at the end, by hash of all that they depend on.
  std::vector<std::pair<std::string, ProgramOutcome>> builds;

  const ProgramOutcome& built(ProgramCage& cage, const ProgramRun& build) {
    std::string key = content_hash(to_text(to_json(build)));
    auto found = std::find_if(builds.begin(), builds.end(), [&](const auto& kept) { return kept.first == key; });
    if (found != builds.end()) {
      std::rotate(found, found + 1, builds.end());
      return builds.back().second;
    }
    ProgramOutcome outcome = cage.run(build);
    if (builds.size() >= most_builds) builds.erase(builds.begin());
    builds.emplace_back(std::move(key), std::move(outcome));
    return builds.back().second;
  }

  // Where namespaces are refused: is what is left enough for this run?
  Status check_bare(const ProgramRun& run) const {
    if (!how.bare) return ok();
    const std::string why = "this kernel or container refuses namespaces (" + refused + ")";
    if (run.limits.disk_bytes > 0 || run.limits.processes > 0)
      return error("runtime '" + run.runtime.name + "' needs a work folder or several processes, and so namespaces: " + why +
                   ". Allow user namespaces");
    return ok();
  }

  ProgramOutcome try_run(const ProgramRun& run, bool again) {
    ProgramOutcome outcome;
    Result<ProgramServer*> server = server_for(run.runtime, outcome);
    if (!server) {
      outcome.detail = server.error().text();
      return outcome;
    }
    if (Status enough = check_bare(run); !enough) return engine_error(enough.error().text());
    Result<Exchange> what = exchange(**server, run);
    if (what) return outcome_of(run, again, std::move(*what));
    servers.pop_back();
    return engine_error(what.error().text());
  }
};

ProgramCage::ProgramCage(ProgramCageOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  state_->how.program = state_->options.program.empty() ? cage_program() : state_->options.program;
  state_->how.agent = cage_agent();
  state_->how.user = user_of_slot();
  state_->how.accepted = state_->options.accepted;
}

ProgramCage::~ProgramCage() = default;

ProgramOutcome ProgramCage::run(const ProgramRun& run) {
  if (run.build) {
    const ProgramOutcome& built = state_->built(*this, *run.build);
    if (built.end == RunEnd::engine_error) {
      ProgramOutcome failed = built;
      state_->builds.pop_back();  // the machine's fault, or a compiler that may be installed by the next time
      return failed;
    }
    if (built.end != RunEnd::ended || built.exit_status != 0) {
      ProgramOutcome failed = built;
      failed.end = RunEnd::compile_error;
      if (built.end != RunEnd::crashed && built.end != RunEnd::ended)
        failed.detail = std::string(name_of(built.end)) + (built.detail.empty() ? "" : ": " + built.detail);
      return failed;
    }
    ProgramRun with_files = run;
    with_files.build = nullptr;
    with_files.files.insert(with_files.files.end(), built.collected.begin(), built.collected.end());
    return this->run(with_files);
  }
  if (Status fine = check(run); !fine) return engine_error(fine.error().text());
  ProgramOutcome outcome = state_->try_run(run, false);
  if (outcome.end == RunEnd::engine_error && outcome.missing.empty()) outcome = state_->try_run(run, true);
  return outcome;
}

Result<std::vector<std::string>> ProgramCage::degraded() {
  std::vector<std::string> names;
  for (ProgramGuarantee guarantee : all_program_guarantees()) names.emplace_back(name_of(guarantee));
  auto is_ours = [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  // Without any, nothing is run where something is lacking.
  if (std::none_of(state_->options.accepted.begin(), state_->options.accepted.end(), is_ours)) return std::vector<std::string>();
  ProgramOutcome outcome;
  Result<ProgramServer*> server = state_->server_for(Runtime{}, outcome);
  // Where there is none, no program is run either, and each of them says why.
  return server ? program_lacks((*server)->layers()) : std::vector<std::string>();
}

}  // namespace viva
