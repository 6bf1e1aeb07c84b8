#include "sandbox/program_json.h"

#include <cmath>

#include "base/spelling.h"

namespace viva {
namespace {

constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string to_base64(const std::string& bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += at + i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

bool from_base64(const std::string& text, std::string& bytes) {
  if (text.size() % 4 != 0) return false;
  std::size_t padding = text.size() >= 2 && text[text.size() - 2] == '=' ? 2 : !text.empty() && text.back() == '=' ? 1 : 0;
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t value = i >= text.size() - padding ? 0 : std::string_view(digits).find(text[i]);
    if (value == std::string_view::npos) return false;
    group = group << 6 | static_cast<std::uint32_t>(value);
    if (i % 4 != 3) continue;
    for (int shift : {16, 8, 0}) bytes += static_cast<char>(group >> shift & 255);
    group = 0;
  }
  for (; padding > 0; --padding) bytes.pop_back();
  return true;
}

Json bytes_json(const std::string& bytes) {
  try {
    (void)Json(bytes).dump();  // throws for what is no UTF-8
    return bytes;
  } catch (const Json::exception&) {
    return Json{{"base64", to_base64(bytes)}};
  }
}

Json files_json(const std::vector<ProgramFile>& files) {
  Json list = Json::array();
  for (const ProgramFile& file : files)
    list.push_back({{"path", bytes_json(file.path)}, {"text", bytes_json(file.text)}, {"executable", file.executable}});
  return list;
}

// Takes values out of one object and keeps the first thing that is wrong with it.
class Reader {
 public:
  Reader(const Json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) fail("", "must be an object");
  }

  const Json* find(const std::string& key) {
    known_.push_back(key);
    auto found = object_.is_object() ? object_.find(key) : object_.end();
    return found == object_.end() ? nullptr : &*found;
  }

  void text(const std::string& key, std::string& into) {
    if (const Json* value = find(key)) take_text(key, *value, into);
  }
  void flag(const std::string& key, bool& into) {
    const Json* value = find(key);
    if (value && !value->is_boolean()) return fail(key, "must be true or false");
    if (value) into = value->get<bool>();
  }
  void words(const std::string& key, std::vector<std::string>& into) {
    const Json* value = find(key);
    if (!value) return;
    if (!value->is_array()) return fail(key, "must be a list of strings");
    for (std::size_t i = 0; i < value->size(); ++i) take_text(key + "/" + std::to_string(i), (*value)[i], into.emplace_back());
  }
  template <class Number>
  void number(const std::string& key, Number& into, double least, double most) {
    const Json* value = find(key);
    if (!value) return;
    if (!value->is_number()) return fail(key, "must be a number");
    double given = value->get<double>();
    if (!(given >= least && given <= most)) return fail(key, "must be from " + Json(least).dump() + " to " + Json(most).dump());
    if (std::is_integral_v<Number> && given != std::floor(given)) return fail(key, "must be a whole number");
    into = static_cast<Number>(given);
  }
  void take_text(const std::string& key, const Json& value, std::string& into) {
    if (value.is_string()) {
      into = value.get<std::string>();
    } else if (!value.is_object() || value.size() != 1 || !value.contains("base64") || !value["base64"].is_string() ||
               !from_base64(value["base64"].get<std::string>(), into)) {
      fail(key, "must be a string, or {\"base64\": \"…\"}");
    }
  }
  void fail(const std::string& key, const std::string& what) { fail(Error{what, {}, 0, path_ + (key.empty() ? "" : "/" + key), {}}); }
  void fail(Error problem) {
    if (!problem_) problem_ = std::move(problem);
  }

  // Everything else in the object is a mistake.
  Status finish() {
    if (object_.is_object())
      for (const auto& [key, value] : object_.items())
        if (std::find(known_.begin(), known_.end(), key) == known_.end()) fail(key, "unknown key" + did_you_mean(key, known_));
    return problem_ ? Status(*problem_) : ok();
  }

  const std::string& path() const { return path_; }

 private:
  const Json& object_;
  std::string path_;
  std::vector<std::string> known_;
  std::optional<Error> problem_;
};

void read_runtime(Reader& parent, Runtime& runtime) {
  const Json* value = parent.find("runtime");
  if (!value) return parent.fail("runtime", "is missing");
  Reader reader(*value, parent.path() + "/runtime");
  reader.text("name", runtime.name);
  reader.words("argv", runtime.argv);
  reader.flag("warm", runtime.warm);
  if (runtime.name.empty()) reader.fail("name", "is missing");
  if (const Json* environment = reader.find("environment")) {
    if (!environment->is_object()) return parent.fail("runtime/environment", "must be an object");
    for (const auto& [name, text] : environment->items()) {
      if (name.empty() || name.find('=') != std::string::npos) reader.fail("environment/" + name, "is no name of a variable");
      reader.take_text("environment/" + name, text, runtime.environment[name]);
    }
  }
  if (Status read = reader.finish(); !read) parent.fail(read.error());
}

void read_files(Reader& parent, std::vector<ProgramFile>& files) {
  const Json* list = parent.find("files");
  if (!list) return;
  if (!list->is_array()) return parent.fail("files", "must be a list");
  for (std::size_t i = 0; i < list->size(); ++i) {
    Reader reader((*list)[i], parent.path() + "/files/" + std::to_string(i));
    ProgramFile& file = files.emplace_back();
    reader.text("path", file.path);
    reader.text("text", file.text);
    reader.flag("executable", file.executable);
    if (file.path.empty()) reader.fail("path", "is missing");
    if (Status read = reader.finish(); !read) return parent.fail(read.error());
  }
}

void read_limits(Reader& parent, ProgramLimits& limits) {
  const Json* value = parent.find("limits");
  if (!value) return;
  constexpr double gibibyte = 1024.0 * 1024 * 1024;
  Reader reader(*value, parent.path() + "/limits");
  reader.number("cpu", limits.cpu_seconds, 0.001, 3600);
  reader.number("wall", limits.wall_seconds, 0.001, 3600);
  reader.number("memory", limits.memory_bytes, 1 << 20, 64 * gibibyte);
  reader.number("reserve", limits.reserve_bytes, 0, 64 * gibibyte);
  reader.number("output", limits.output_bytes, 0, gibibyte);
  reader.number("disk", limits.disk_bytes, 0, 16 * gibibyte);
  reader.number("disk_files", limits.disk_files, 1, 1e6);
  reader.number("processes", limits.processes, 0, 1000);
  reader.number("open_files", limits.open_files, 8, 4096);
  if (Status read = reader.finish(); !read) parent.fail(read.error());
}

Result<ProgramRun> read_run(const Json& value, const std::string& path, bool may_build) {
  ProgramRun run;
  Reader reader(value, path);
  read_runtime(reader, run.runtime);
  reader.words("argv", run.argv);
  read_files(reader, run.files);
  reader.text("input", run.input);
  reader.text("request", run.request);
  reader.flag("may_execute", run.may_execute);
  reader.flag("unix_sockets", run.unix_sockets);
  reader.words("collect", run.collect);
  read_limits(reader, run.limits);
  const Json* build = may_build ? reader.find("build") : nullptr;
  if (Status read = reader.finish(); !read) return read.error();
  if (build && !build->is_null()) {
    Result<ProgramRun> first = read_run(*build, path + "/build", false);
    if (!first) return first.error();
    run.build = std::make_shared<const ProgramRun>(std::move(*first));
  }
  return run;
}

}  // namespace

Result<ProgramRun> program_run_from_json(const Json& value) { return read_run(value, "", true); }

Json to_json(const ProgramRun& run) {
  const ProgramLimits& limits = run.limits;
  Json value = {
      {"runtime",
       {{"name", run.runtime.name}, {"argv", run.runtime.argv}, {"warm", run.runtime.warm}, {"environment", run.runtime.environment}}},
      {"argv", run.argv},
      {"files", files_json(run.files)},
      {"input", bytes_json(run.input)},
      {"request", bytes_json(run.request)},
      {"may_execute", run.may_execute},
      {"unix_sockets", run.unix_sockets},
      {"collect", run.collect},
      {"limits",
       {{"cpu", limits.cpu_seconds},
        {"wall", limits.wall_seconds},
        {"memory", limits.memory_bytes},
        {"reserve", limits.reserve_bytes},
        {"output", limits.output_bytes},
        {"disk", limits.disk_bytes},
        {"disk_files", limits.disk_files},
        {"processes", limits.processes},
        {"open_files", limits.open_files}}}};
  if (run.build) value["build"] = to_json(*run.build);
  return value;
}

Json to_json(const ProgramOutcome& outcome) {
  return {{"end", name_of(outcome.end)},
          {"exit_status", outcome.exit_status},
          {"signal", outcome.signal},
          {"detail", outcome.detail},
          {"output", bytes_json(outcome.output)},
          {"errors", bytes_json(outcome.errors)},
          {"result", bytes_json(outcome.result)},
          {"output_cut", outcome.output_cut},
          {"errors_cut", outcome.errors_cut},
          {"result_complete", outcome.result_complete},
          {"collected", files_json(outcome.collected)},
          {"collected_cut", outcome.collected_cut},
          {"missing", outcome.missing},
          {"cpu_seconds", outcome.cpu_seconds},
          {"wall_seconds", outcome.wall_seconds},
          {"memory_bytes", outcome.memory_bytes}};
}

}  // namespace viva
