// All scripts: the trust domains, and the registry of what they declare.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "script/domain.h"

namespace viva {

// Something a script registered.
struct Declaration {
  std::string kind;  // "question_type", "scoring_rule", "round", "language"
  std::string name;
  Json description;  // a text
  Json fields;       // of a question type: name -> field spec
  Json options;      // name -> {default, help, type, allowed?}
  std::vector<std::string> callbacks;
  Json language;        // of a language: {extension, profiles, needs, self_tests: [{name, profile}]}
  std::string scoring;  // of a round: the name of its rule; empty: not said
  std::string file;
  int line = 0;
  std::string origin;   // "shipped", a pack's name, or "prompt"
  std::string version;  // 16 hexadecimal digits over its source and the libraries it requires
  Domain* domain = nullptr;

  bool has(const std::string& callback) const;
};

struct PackFolder {
  std::string name;    // shown to people, and in versions
  std::string folder;  // holds scripts/
};

class ScriptHost {
 public:
  // Reads all script files and starts the worker of the shipped ones; nothing is loaded yet.
  static Result<std::unique_ptr<ScriptHost>> start(const std::string& home, const std::vector<PackFolder>& packs, DomainOptions options);

  // Loads all domains and builds the registry. Problems of single scripts are in problems(); an error means that no script can run.
  Status load(Json glossary, QuestionSource questions);

  const Declaration* find(const std::string& kind, const std::string& name) const;
  // Like find, with a message that suggests a name.
  Result<const Declaration*> get(const std::string& kind, const std::string& name) const;
  std::vector<const Declaration*> all(const std::string& kind) const;
  std::vector<std::string> names(const std::string& kind) const;
  const std::vector<Error>& problems() const { return problems_; }

  // Guarantees that the machine does not give and a person accepted to go without (--allow-degraded); known once load() is done.
  const std::vector<std::string>& degraded() const { return degraded_; }

  Domain& shipped() { return *domains_.front(); }
  // The domain of what is typed at the prompt; made at the first call.
  Result<Domain*> prompt();
  std::vector<Domain*> domains();

  // Calls present, validate, key, clarify, generate, total … of a declaration. The arguments are a list.
  Result<Json> invoke(const Declaration& declaration, const std::string& callback, Json arguments, const EngineCalls& calls = {});

  // The same in the worker of another domain, which has the shipped scripts as well: where a shipped type runs programs in the language of
  // a pack.
  Result<Json> invoke_in(Domain& domain, const Declaration& declaration, const std::string& callback, Json arguments,
                         const EngineCalls& calls = {});
  // The language that the answers to a question are programs of; nullptr: none, or none that there is.
  const Declaration* language_of(const Json& question) const;

  // Runs a program that a script asks for through EngineCalls.
  Result<Json> run_program(const Json& request) { return programs_->run(request); }

  // Makes what was registered since known: after a line at the prompt.
  void refresh();

  // Another host from the same folders with the same workers' options: for another thread, or after the scripts were edited.
  Result<std::unique_ptr<ScriptHost>> again() const;
  // A host that runs these sources instead of those on disk.
  static std::unique_ptr<ScriptHost> from_files(std::vector<std::vector<ScriptFile>> domains, const std::vector<std::string>& names,
                                                DomainOptions options);
  // The same with this host's options and glossary: for a session that goes on with what it began with. Load it before use.
  std::unique_ptr<ScriptHost> with_files(std::vector<std::vector<ScriptFile>> domains, const std::vector<std::string>& names) const;
  const Json& glossary() const { return options_.glossary; }

 private:
  ScriptHost() = default;

  std::string home_;
  std::vector<PackFolder> packs_;
  DomainOptions options_;
  std::shared_ptr<ProgramService> programs_;
  std::vector<std::unique_ptr<Domain>> domains_;  // shipped first
  Domain* prompt_ = nullptr;
  QuestionSource questions_;
  std::map<std::pair<std::string, std::string>, Declaration> registry_;
  std::vector<Error> problems_;
  std::vector<std::string> degraded_;
};

// What a person asked of options ("questions=5"), checked against what was declared. → values by name, of the declared types.
Result<Json> check_options(const Declaration& declaration, const std::vector<std::string>& given);

}  // namespace viva
