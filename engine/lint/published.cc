#include "lint/published.h"

#include <unistd.h>

#include <map>

#include "bank/check_fields.h"
#include "base/files.h"
#include "base/hash.h"

namespace viva {
namespace {

constexpr const char* file_name = "published.json";

const char* const shape = R"json({"type": "record", "fields": {
  "published": {"type": "map", "of": {"type": "record", "fields": {"en": {"type": "string"}, "zh": {"type": "string"}}}},
  "retired": {"type": "list", "of": {"type": "string"}, "optional": true}}})json";

struct Hashes {
  std::string en, zh;
};

struct Published {
  std::map<std::string, Hashes> questions;
  std::set<std::string> retired;
};

std::string path_of(const BankFolder& folder) { return folder.root + "/questions/" + file_name; }

// An error has the words of what is wrong only.
Result<Published> read_published(const BankFolder& folder) {
  Published published;
  if (::access(path_of(folder).c_str(), F_OK) != 0) return published;
  Result<std::string> text = read_file(path_of(folder));
  if (!text) return text.error();
  Result<Json> tree = parse_json(*text);
  if (!tree) return tree.error();
  std::vector<Error> faults;
  check_fields(*tree, *FieldSpec::parse(Json::parse(shape)), "", {}, faults);
  if (!faults.empty()) return faults.front();
  for (const auto& [id, hashes] : (*tree)["published"].items()) published.questions[id] = {hashes["en"], hashes["zh"]};
  for (const Json& id : list_in(*tree, "retired")) published.retired.insert(id.get<std::string>());
  return published;
}

void collect(const Json& value, Hashes& texts) {
  if (value.is_object() && value.size() == 2 && value.contains("en") && value.contains("zh")) {
    texts.en.append(to_text(value["en"])).append("\n");
    texts.zh.append(to_text(value["zh"])).append("\n");
    return;
  }
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items())
      if (key != "checks") collect(inner, texts);
  } else if (value.is_array()) {
    for (const Json& inner : value) collect(inner, texts);
  }
}

// With the questions inside it.
Hashes hashes_of(const Material& question) {
  Hashes texts;
  collect(question.content, texts);
  return {short_hash(texts.en), short_hash(texts.zh)};
}

bool is_published_by_itself(const Material& question, std::size_t folder) {
  return question.entry->folder == folder && question.entry->parent.empty();
}

}  // namespace

void lint_published(const Materials& questions, const Bank& bank, std::size_t first_folder, Warnings& warnings) {
  for (std::size_t folder = first_folder; folder < bank.folders().size(); ++folder) {
    const BankFolder& here = bank.folders()[folder];
    const Result<Published> published = read_published(here);
    if (!published) {
      warnings.add(here, file_name,
                   published.error().text() + "; what was published is not known, mend the file or take it from where it was in order");
      continue;
    }
    for (const auto& [id, hashes] : published->questions) {
      if (bank.find(id)) continue;
      warnings.add(
          here, file_name,
          "'" + id +
              "' was published and is gone, and with it what people have practised: give the question that it became \"formerly\": [\"" +
              id + "\"], or move the id to \"retired\"");
    }
    for (const std::string& id : published->retired)
      if (const QuestionEntry* entry = bank.find(id); entry && entry->folder == folder)
        warnings.add(here, file_name, "'" + id + "' is retired, and there is a question of this id; give that one another id");
    for (const Material& question : questions) {
      auto then = is_published_by_itself(question, folder) ? published->questions.find(question.entry->id) : published->questions.end();
      if (then == published->questions.end()) continue;
      const Hashes now = hashes_of(question);
      const bool en = now.en != then->second.en, zh = now.zh != then->second.zh;
      if (en == zh) continue;
      warnings.add(question, "",
                   std::string("its ") + (en ? "English" : "Chinese") + " texts were changed since it was published, its " +
                       (en ? "Chinese" : "English") +
                       " ones were not: see whether they still say the same, then write viva check --publish");
    }
  }
}

Result<std::string> publish(const Materials& questions, const Bank& bank, std::size_t folder) {
  Result<Published> published = read_published(bank.folders()[folder]);
  if (!published) return error_in(shown_file(bank.folders()[folder], file_name), 0, published.error().text());
  for (const Material& question : questions) {
    if (!is_published_by_itself(question, folder)) continue;
    published->questions[question.entry->id] = hashes_of(question);
    for (const std::string& former : question.entry->formerly) published->questions.erase(former);
  }
  // A line for each question, so that changes of two people meet only where both changed the same one.
  std::string text = "{\n  \"published\": {";
  const char* comma = "\n";
  for (const auto& [id, hashes] : published->questions) {
    text.append(comma)
        .append("    ")
        .append(to_text(id))
        .append(": {\"en\": \"")
        .append(hashes.en)
        .append("\", \"zh\": \"")
        .append(hashes.zh)
        .append("\"}");
    comma = ",\n";
  }
  text.append("\n  },\n  \"retired\": ").append(to_text(published->retired)).append("\n}\n");
  return text;
}

}  // namespace viva
