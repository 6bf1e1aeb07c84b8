#include "grading/question_store.h"

#include <algorithm>

#include "bank/side_files.h"
#include "base/hash.h"

namespace viva {

TypeFields type_fields(const ScriptHost& host, std::vector<Error>& problems) {
  TypeFields fields;
  for (const Declaration* type : host.all("question_type")) {
    Result<FieldSpec> spec = FieldSpec::parse({{"type", "record"}, {"fields", type->fields}});
    if (spec)
      fields.emplace(type->name, std::move(*spec));
    else
      problems.push_back(error_in(type->file, type->line, "question type '" + type->name + "': " + spec.error().text()));
  }
  return fields;
}

// What is wrong with the file of a question that the bank does not have.
const Error* QuestionStore::fault_of(const std::string& id) const {
  if (!left_out_) return nullptr;
  std::string file = "questions/" + id + ".json";
  std::replace(file.begin() + 10, file.end() - 5, '.', '/');
  for (const Error& fault : *left_out_) {
    std::size_t from = fault.file.size() - std::min(fault.file.size(), file.size());
    if (fault.file.compare(from, std::string::npos, file) == 0 && (from == 0 || fault.file[from - 1] == '/')) return &fault;
  }
  return nullptr;
}

// Made once, and again when types were registered since.
const TypeFields& QuestionStore::fields() {
  std::string types;
  for (const Declaration* type : host_.all("question_type")) types += type->name + " " + type->version + "\n";
  if (types != fields_of_) {
    std::vector<Error> problems;
    fields_ = type_fields(host_, problems);
    fields_of_ = types;
  }
  return fields_;
}

QuestionStore::Entry QuestionStore::read(const std::string& id) {
  Entry entry;
  if (auto pinned = pinned_.find(id); pinned != pinned_.end()) {
    entry.content = pinned->second;
  } else {
    const QuestionEntry* found = bank_.find(id);
    if (!found) {
      if (const Error* fault = fault_of(id)) {
        entry.content = {{"type", "unknown"}};  // there is such a question, whatever it is
        entry.problem = fault->text();
        return entry;
      }
      entry.problem = "there is no question '" + id + "'" + bank_.like_id(id);
      return entry;
    }
    Result<Json> content = bank_.question(id);
    if (!content) {
      entry.content = {{"type", found->type}};
      entry.problem = content.error().text();
      return entry;
    }
    entry.content = std::move(*content);
    const QuestionEntry* file = found->parent.empty() ? found : bank_.find(found->parent);
    if (file)
      for (const Error& fault : validate(bank_, *file, {fields(), {}})) {
        entry.problem = fault.text();
        return entry;
      }
    if (auto type = fields().find(entry.content.value("type", "")); file && type != fields().end())
      if (Status done = inline_files(entry.content, type->second, {bank_.side_folder_of(*file), ""}); !done) {
        entry.problem = file->file + ": " + done.error().text();
        return entry;
      }
  }
  const std::string type = entry.content.value("type", "");
  if (Result<const Declaration*> declared = host_.get("question_type", type); !declared) {
    entry.problem = "the question '" + id + "' cannot be asked: " + declared.error().text();
    return entry;
  }
  entry.version = short_hash(to_text(entry.content));
  return entry;
}

QuestionStore::Entry& QuestionStore::entry(const std::string& id) {
  auto found = entries_.find(id);
  if (found == entries_.end()) found = entries_.emplace(id, read(id)).first;
  return found->second;
}

Result<const Json*> QuestionStore::question(const std::string& id) {
  Entry& found = entry(id);
  if (!found.problem.empty()) return error(found.problem);
  return &found.content;
}

Result<FieldSpec> QuestionStore::fields_of(const Json& question) const {
  Result<const Declaration*> type = host_.get("question_type", question["type"]);
  if (!type) return type.error();
  return FieldSpec::parse({{"type", "record"}, {"fields", (*type)->fields}});
}

Result<Json> QuestionStore::shown(const std::string& id) {
  Result<const Json*> full = question(id);
  if (!full) return full.error();
  Result<FieldSpec> fields = fields_of(**full);
  if (!fields) return fields.error();
  return without_secrets(**full, *fields);
}

Result<Json> QuestionStore::readable(const std::string& id) {
  Result<const Json*> full = question(id);
  if (!full) return full.error();
  Result<FieldSpec> fields = fields_of(**full);
  if (!fields) return fields.error();
  return without_key(**full, *fields);
}

std::string QuestionStore::version(const std::string& id) { return entry(id).version; }

Json QuestionStore::definition(const std::string& id) {
  Entry& found = entry(id);
  const std::string type = found.content.is_object() ? found.content.value("type", "") : "";
  if (!found.problem.empty()) return {{"unknown", found.problem}, {"type", type}};
  return {
      {"content", found.content}, {"type", type}, {"version", found.version}, {"type_version", host_.find("question_type", type)->version}};
}

}  // namespace viva
