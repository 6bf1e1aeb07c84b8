#include "script/program_service.h"

#include <glob.h>
#include <unistd.h>

#include <algorithm>

#include "sandbox/program.h"
#include "sandbox/program_json.h"

namespace viva {
namespace {

// Scripts may ask for files of programs and libraries only: what else there is on the machine is none of their business. A `*` stands for
// any part of a name, such as the version in that of a folder.
bool is_there(const std::string& path) {
  if (path.rfind("/usr/", 0) != 0 || path.find("/..") != std::string::npos) return false;
  if (path.find('*') == std::string::npos) return ::access(path.c_str(), R_OK) == 0;
  glob_t found{};
  const bool any = ::glob(path.c_str(), GLOB_NOSORT, nullptr, &found) == 0 && found.gl_pathc > 0;
  ::globfree(&found);
  return any;
}

// "runtime 'torch' is not installed (apt install python3-torch)", or nothing.
std::string missing_need(const std::string& runtime, const Json& needs) {
  for (const Json& need : needs) {
    const Json& files = need.at("files");
    const bool found = std::any_of(files.begin(), files.end(), [](const Json& file) { return is_there(file.get<std::string>()); });
    if (!found)
      return "runtime '" + need.value("name", runtime) + "' is not installed (apt install " + need.at("package").get<std::string>() + ")";
  }
  return {};
}

Json engine_error(const std::string& why) {
  ProgramOutcome outcome;
  outcome.end = RunEnd::engine_error;
  outcome.detail = why;
  return to_json(outcome);
}

}  // namespace

bool is_not_installed(const std::string& problem) {
  return problem.rfind("runtime '", 0) == 0 && problem.find("' is not installed") != std::string::npos;
}

ProgramService::ProgramService(std::vector<std::string> accepted) : accepted_(std::move(accepted)) {}

ProgramService::~ProgramService() = default;

ProgramCage& ProgramService::cage() {
  if (!cage_) {
    ProgramCageOptions options;
    options.accepted = accepted_;
    cage_ = std::make_unique<ProgramCage>(options);
  }
  return *cage_;
}

Result<std::vector<std::string>> ProgramService::degraded() { return cage().degraded(); }

Result<Json> ProgramService::run(const Json& request) {
  if (std::string missing = missing_need(request.value("runtime", ""), request.value("needs", Json::array())); !missing.empty())
    return engine_error(missing);
  Result<ProgramRun> run = program_run_from_json(request.value("launch", Json::object()));
  if (!run) return run.error();
  ProgramOutcome outcome = cage().run(*run);
  if (!outcome.missing.empty()) outcome.detail = outcome.missing;
  return to_json(outcome);
}

}  // namespace viva
