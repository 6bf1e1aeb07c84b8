#include "script/host.h"

#include <algorithm>
#include <cstdlib>

#include "base/files.h"
#include "base/spelling.h"

namespace viva {
namespace {

constexpr std::size_t largest_script = 1u << 20;

// The .lua files of scripts/ below the folder; those in lib/ are libraries. Annotations for editors are not run.
Result<std::vector<ScriptFile>> read_scripts(const std::string& folder, const std::string& shown, const std::string& origin) {
  std::vector<ScriptFile> files;
  Result<std::vector<std::string>> names = list_files(folder + "/scripts");
  if (!names) return origin == "shipped" ? Result<std::vector<ScriptFile>>(names.error()) : files;
  for (const std::string& name : *names) {
    if (name.size() < 4 || name.compare(name.size() - 4, 4, ".lua") != 0 || name.rfind("meta/", 0) == 0) continue;
    Result<std::string> text = read_file(folder + "/scripts/" + name, largest_script);
    if (!text) return text.error();
    ScriptFile file{shown + "scripts/" + name, std::move(*text), origin, {}};
    if (name.rfind("lib/", 0) == 0) file.library = name.substr(4, name.size() - 8);
    files.push_back(std::move(file));
  }
  return files;
}

std::string called(const std::string& kind) {
  return kind == "question_type" ? "question type" : kind == "scoring_rule" ? "scoring rule" : kind;
}

}  // namespace

bool Declaration::has(const std::string& callback) const {
  return std::find(callbacks.begin(), callbacks.end(), callback) != callbacks.end();
}

Result<std::unique_ptr<ScriptHost>> ScriptHost::start(const std::string& home, const std::vector<PackFolder>& packs,
                                                      DomainOptions options) {
  Result<std::vector<ScriptFile>> shipped = read_scripts(home, "", "shipped");
  if (!shipped) return shipped.error();
  std::vector<std::vector<ScriptFile>> domains = {*shipped};
  std::vector<std::string> names = {"shipped"};
  for (const PackFolder& pack : packs) {
    Result<std::vector<ScriptFile>> own = read_scripts(pack.folder, pack.name + "/", pack.name);
    if (!own) return own.error();
    if (own->empty()) continue;
    // A pack's worker has the shipped scripts as well, so that its types can build on them; what is registered there by them is not used
    // outside. Its own libraries come first: a name that both have means the pack's.
    std::vector<ScriptFile> all = *shipped;
    for (ScriptFile& file : *own) {
      auto same = std::find_if(all.begin(), all.end(),
                               [&](const ScriptFile& other) { return !file.library.empty() && other.library == file.library; });
      if (same != all.end())
        return error_in(file.file, 0, "a library '" + file.library + "' ships with viva (" + same->file + "); choose another name");
      all.push_back(std::move(file));
    }
    domains.push_back(std::move(all));
    names.push_back(pack.name);
  }
  std::unique_ptr<ScriptHost> host = from_files(std::move(domains), names, std::move(options));
  host->home_ = home;
  host->packs_ = packs;
  if (Status started = host->shipped().start(); !started) return started.error();
  return host;
}

std::unique_ptr<ScriptHost> ScriptHost::from_files(std::vector<std::vector<ScriptFile>> domains, const std::vector<std::string>& names,
                                                   DomainOptions options) {
  std::unique_ptr<ScriptHost> host(new ScriptHost);
  host->options_ = std::move(options);
  host->programs_ = std::make_shared<ProgramService>(host->options_.accepted);
  for (std::size_t i = 0; i < domains.size(); ++i)
    host->domains_.push_back(std::make_unique<Domain>(names[i], std::move(domains[i]), host->options_));
  for (const std::unique_ptr<Domain>& domain : host->domains_) domain->set_programs(host->programs_);
  return host;
}

std::unique_ptr<ScriptHost> ScriptHost::with_files(std::vector<std::vector<ScriptFile>> domains,
                                                   const std::vector<std::string>& names) const {
  std::unique_ptr<ScriptHost> host = from_files(std::move(domains), names, options_);
  host->programs_ = programs_;  // the same thread runs both
  for (const std::unique_ptr<Domain>& domain : host->domains_) domain->set_programs(programs_);
  return host;
}

Result<std::unique_ptr<ScriptHost>> ScriptHost::again() const { return start(home_, packs_, options_); }

Status ScriptHost::load(Json glossary, QuestionSource questions) {
  options_.glossary = std::move(glossary);
  questions_ = std::move(questions);
  std::vector<Error> broken;
  for (const std::unique_ptr<Domain>& domain : domains_) {
    domain->set_glossary(options_.glossary);
    domain->set_question_source(questions_);
    if (Status loaded = domain->load(); !loaded) {
      if (domain == domains_.front()) return loaded;
      Error problem = loaded.error();  // one pack must not keep the others from being used
      problem.message = "the scripts of the pack '" + domain->name() + "' cannot be loaded: " + problem.message;
      broken.push_back(std::move(problem));
    }
  }
  degraded_ = shipped().degraded();
  refresh();
  problems_.insert(problems_.end(), broken.begin(), broken.end());
  return ok();
}

void ScriptHost::refresh() {
  registry_.clear();
  problems_.clear();
  for (const std::unique_ptr<Domain>& domain : domains_) {
    for (const Error& problem : domain->problems())
      // An error without a line begins with its file.
      if (domain.get() == domains_.front().get() ||
          (problem.file.empty() ? problem.message : problem.file).rfind(domain->name() + "/", 0) == 0)
        problems_.push_back(problem);
    for (const Json& item : domain->declared()) {
      if (item.value("origin", "") != domain->name()) continue;
      Declaration declaration;
      declaration.kind = item["kind"];
      declaration.name = item["name"];
      declaration.description = item["description"];
      declaration.fields = item.value("fields", Json::object());
      declaration.options = item.value("options", Json::object());
      declaration.language = item.value("language", Json());
      declaration.scoring = item.value("scoring", "");
      declaration.file = item["file"];
      declaration.line = item["line"];
      declaration.origin = item["origin"];
      for (const Json& callback : item["callbacks"]) declaration.callbacks.push_back(callback);
      std::vector<std::string> sources;
      for (const Json& source : item["sources"]) sources.push_back(source);
      declaration.version = domain->version_of(sources);
      declaration.domain = domain.get();
      auto [place, is_new] = registry_.try_emplace({declaration.kind, declaration.name}, declaration);
      if (!is_new && place->second.domain != domain.get())
        problems_.push_back(error_in(declaration.file, declaration.line,
                                     std::string("the ") + called(declaration.kind) + " '" + declaration.name + "' is there already (" +
                                         place->second.file + ":" + std::to_string(place->second.line) + "); choose another name"));
    }
  }
}

const Declaration* ScriptHost::find(const std::string& kind, const std::string& name) const {
  auto found = registry_.find({kind, name});
  return found == registry_.end() ? nullptr : &found->second;
}

Result<const Declaration*> ScriptHost::get(const std::string& kind, const std::string& name) const {
  if (const Declaration* found = find(kind, name)) return found;
  return error(std::string("there is no ") + called(kind) + " '" + name + "'" + did_you_mean(name, names(kind)));
}

std::vector<const Declaration*> ScriptHost::all(const std::string& kind) const {
  std::vector<const Declaration*> found;
  for (const auto& [key, declaration] : registry_)
    if (key.first == kind) found.push_back(&declaration);
  return found;
}

std::vector<std::string> ScriptHost::names(const std::string& kind) const {
  std::vector<std::string> found;
  for (const Declaration* declaration : all(kind)) found.push_back(declaration->name);
  return found;
}

std::vector<Domain*> ScriptHost::domains() {
  std::vector<Domain*> found;
  for (const std::unique_ptr<Domain>& domain : domains_) found.push_back(domain.get());
  return found;
}

Result<Domain*> ScriptHost::prompt() {
  if (!prompt_) {
    domains_.push_back(std::make_unique<Domain>("prompt", domains_.front()->files(), options_));
    prompt_ = domains_.back().get();
    prompt_->set_question_source(questions_);
    prompt_->set_programs(programs_);
  }
  if (Status loaded = prompt_->load(); !loaded) return loaded.error();
  return prompt_;
}

Result<Json> ScriptHost::invoke(const Declaration& declaration, const std::string& callback, Json arguments, const EngineCalls& calls) {
  return invoke_in(*declaration.domain, declaration, callback, std::move(arguments), calls);
}

const Declaration* ScriptHost::language_of(const Json& question) const {
  const Json name = question.is_object() ? question.value("language", Json()) : Json();
  return name.is_string() ? find("language", name) : nullptr;
}

Result<Json> ScriptHost::invoke_in(Domain& domain, const Declaration& declaration, const std::string& callback, Json arguments,
                                   const EngineCalls& calls) {
  Frame request;
  request.header = {{"op", "invoke"},
                    {"kind", declaration.kind},
                    {"name", declaration.name},
                    {"callback", callback},
                    {"arguments", std::move(arguments)}};
  Result<Frame> reply = domain.run(std::move(request), calls);
  if (!reply) return reply.error();
  return std::move(reply->header["done"]["value"]);
}

Result<Json> check_options(const Declaration& declaration, const std::vector<std::string>& given) {
  Json values = Json::object();
  std::vector<std::string> names;
  for (const auto& [name, option] : declaration.options.items()) names.push_back(name);
  for (const std::string& word : given) {
    std::size_t equals = word.find('=');
    std::string name = word.substr(0, equals);
    if (!declaration.options.contains(name))
      return error(std::string("the ") + called(declaration.kind) + " '" + declaration.name + "' has no option '" + name + "'" +
                   did_you_mean(name, names));
    const Json& option = declaration.options[name];
    std::string type = option["type"];
    std::string text = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (type == "boolean") {
      if (text != "" && text != "true" && text != "false") return error("the option '" + name + "' is true or false, not '" + text + "'");
      values[name] = text != "false";
    } else if (type == "number") {
      char* end = nullptr;
      double number = std::strtod(text.c_str(), &end);
      if (text.empty() || *end != '\0')
        return error("the option '" + name + "' is a number (" + name + "=" + option["default"].dump() + "), not '" + text + "'");
      values[name] = number;
    } else {
      if (equals == std::string::npos) return error("the option '" + name + "' needs a value: " + name + "=…");
      values[name] = text;
    }
    const Json allowed = option.value("allowed", Json());
    if (!allowed.is_array()) continue;
    if (std::find(allowed.begin(), allowed.end(), values[name]) != allowed.end()) continue;
    std::string list;
    for (const Json& value : allowed) list += (list.empty() ? "" : ", ") + (value.is_string() ? value.get<std::string>() : value.dump());
    return error("the option '" + name + "' is one of " + list + ", not '" + text + "'");
  }
  return values;
}

}  // namespace viva
