#include "grading/proofs.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "bank/side_files.h"
#include "base/files.h"

namespace viva {
namespace {

const Declaration* language_of_file(const ScriptHost& host, const std::string& file) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string::npos) return nullptr;
  for (const Declaration* language : host.all("language"))
    if (language->language.value("extension", "") == file.substr(dot + 1)) return language;
  return nullptr;
}

std::string joined(const Json& lines) {
  if (lines.is_string()) return lines;
  if (lines.is_object()) return lines.contains("en") ? joined(lines["en"]) : std::string();
  std::string text;
  for (const Json& line : lines) text += joined(line) + "\n";
  return text;
}

// Lines without white space at their ends, without empty ones at the end of all.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    line.erase(line.find_last_not_of(" \t\r") + 1);
    lines.push_back(std::move(line));
    at = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string line_text(const std::vector<std::string>& lines, std::size_t i) { return i < lines.size() ? "'" + lines[i] + "'" : "nothing"; }

}  // namespace

ProofRun run_proof(ScriptHost& host, const Bank& bank, const QuestionEntry& entry, const Json& question) {
  const Json& proof = question.at("proof");
  const std::string file = proof.value("run", "");
  const Declaration* language = language_of_file(host, file);
  if (!language)
    return {"no language has files like '" + file + "'; known: " + fmt::format("{}", fmt::join(host.names("language"), ", ")),
            "/proof/run",
            {}};
  Result<std::string> path = side_file_path({bank.side_folder_of(entry), ""}, file);
  Result<std::string> source = path ? read_file(*path, largest_side_file) : path;
  if (!source) return {};  // the fields' validation tells it
  const Json prints = proof.value("prints", Json());
  const std::vector<std::string> wanted = lines_of(joined(prints.is_string() ? question.value(prints.get<std::string>(), Json()) : prints));
  Result<Json> ran = host.invoke(*language, "prove", Json::array({*source}));
  if (!ran && is_not_installed(ran.error().message)) return {{}, {}, ran.error().message};
  if (!ran) return {"the proof could not be run: " + ran.error().text(), "/proof", {}};
  const std::vector<std::string> got = lines_of(ran->value("output", ""));
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i)
    if (i >= wanted.size() || i >= got.size() || wanted[i] != got[i]) {
      std::string fault =
          "line " + std::to_string(i + 1) + " that the proof prints is " + line_text(got, i) + ", and must be " + line_text(wanted, i);
      if (const std::string told = ran->value("told", ""); !told.empty()) fault += " (" + ran->value("ending", "") + ": " + told + ")";
      return {fault, "/proof", {}};
    }
  return {};
}

}  // namespace viva
