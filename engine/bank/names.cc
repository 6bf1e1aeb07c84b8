// index.json and glossary.json: the names that a bank's questions use.
#include <unistd.h>

#include <cerrno>

#include "bank/bank.h"
#include "bank/check_fields.h"
#include "bank/locate.h"
#include "base/files.h"

namespace viva {
namespace {

constexpr std::size_t largest_names_file = 16u << 20;

const char* const index_shape = R"json({"type": "record", "fields": {
  "areas": {"type": "map", "of": NAMES, "optional": true},
  "topics": {"type": "map", "of": NAMES, "optional": true},
  "catalogue": {"type": "map", "optional": true, "of": {"type": "record", "fields": {"area": {"type": "slug"}, "en": {"type": "string"},
    "zh": {"type": "string"}, "erratum": {"type": "one_of", "values": ["wrong", "minor"], "optional": true}}}}}})json";

const char* const glossary_shape = R"json({"type": "record", "fields": {
  "concepts": {"type": "map", "of": {"type": "record", "fields": {"name": NAMES, "says": {"type": "list", "of": {"type": "string"}, "min": 1}}}}}})json";

FieldSpec shape(std::string text) {
  const std::string names = R"json({"type": "record", "fields": {"en": {"type": "string"}, "zh": {"type": "string"}}})json";
  for (std::size_t at; (at = text.find("NAMES")) != std::string::npos;) text.replace(at, 5, names);
  return *FieldSpec::parse(Json::parse(text));
}

// The file's tree, or null when it is not there or has faults, which are reported.
Json read_names(const BankFolder& folder, const char* name, const char* wanted, std::vector<Error>& faults) {
  std::string path = folder.root + "/questions/" + name, shown = shown_file(folder, name);
  if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT) return nullptr;
  auto text = read_file(path, largest_names_file);
  if (!text) {
    faults.push_back(error_in(shown, 0, text.error().message));
    return nullptr;
  }
  auto tree = parse_json(*text, shown);
  if (!tree) {
    faults.push_back(tree.error());
    return nullptr;
  }
  std::vector<Error> found;
  check_fields(*tree, shape(wanted), "", {}, found);
  for (Error& fault : found) {
    fault.file = shown;
    fault.line = line_of_pointer(*text, fault.path);
    faults.push_back(std::move(fault));
  }
  return found.empty() ? std::move(*tree) : Json(nullptr);
}

}  // namespace

void Bank::add_index(std::size_t folder, std::vector<Error>& faults) {
  Json index = read_names(folders_[folder], "index.json", index_shape, faults);
  if (!index.is_object()) return;
  auto add = [&](const char* key, std::map<std::string, Name>& names) {
    if (!index.contains(key)) return;
    for (const auto& [slug, name] : index[key].items()) names.emplace(slug, Name{name["en"], name["zh"]});
  };
  add("areas", areas_);
  add("topics", topics_);
  if (!index.is_object() || !index.contains("catalogue")) return;
  for (const auto& [id, line] : index["catalogue"].items()) {
    const std::string erratum = line.value("erratum", "");
    const Erratum found = erratum == "wrong" ? Erratum::wrong : erratum == "minor" ? Erratum::minor : Erratum::none;
    catalogue_.emplace(id, CatalogueEntry{line["area"], {line["en"], line["zh"]}, found, folder});
  }
}

void Bank::add_glossary(std::size_t folder, std::vector<Error>& faults) {
  Json glossary = read_names(folders_[folder], "glossary.json", glossary_shape, faults);
  if (!glossary.is_object()) return;
  for (auto& [concept_name, what] : glossary["concepts"].items()) {
    if (!glossary_["concepts"].contains(concept_name)) {
      glossary_["concepts"][concept_name] = std::move(what);
    } else if (glossary_["concepts"][concept_name] != what) {
      faults.push_back({"the concept '" + concept_name + "' means something else in an earlier glossary; use another name",
                        shown_file(folders_[folder], "glossary.json"),
                        0,
                        "/concepts/" + pointer_step(concept_name),
                        {}});
      add_line(faults.back(), folders_[folder].root + "/questions/glossary.json");
    }
  }
}

}  // namespace viva
