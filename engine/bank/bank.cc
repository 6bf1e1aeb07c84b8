#include "bank/bank.h"

#include <algorithm>
#include <tuple>

#include "bank/locate.h"
#include "bank/side_files.h"
#include "base/files.h"
#include "base/spelling.h"

namespace viva {
namespace {

// "web.http" -> "web/http"
std::string place_of(const std::string& id) {
  std::string place = id;
  if (std::size_t dot = place.find('.'); dot != std::string::npos) place[dot] = '/';
  return place;
}

constexpr const char* taken_over[] = {"topics", "covers", "level", "difficulty"};

}  // namespace

std::string shown_file(const BankFolder& folder, const std::string& below_questions) {
  return (folder.name.empty() ? "" : folder.name + "/") + "questions/" + below_questions;
}

void sort_errors(std::vector<Error>& errors) {
  std::sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.file, a.line, a.path, a.message) < std::tie(b.file, b.line, b.path, b.message);
  });
}

bool Bank::is_inline(const std::string& id) const {
  const QuestionEntry* found = find(id);
  return std::any_of(inline_.begin(), inline_.end(), [&](const QuestionEntry& entry) { return &entry == found; });
}

const QuestionEntry* Bank::find(const std::string& id) const {
  if (auto found = by_id_.find(id); found != by_id_.end()) return found->second;
  auto now = current_id_.find(id);
  return now == current_id_.end() ? nullptr : by_id_.at(now->second);
}

std::string Bank::path_of(const QuestionEntry& entry) const {
  if (!entry.parent.empty()) return path_of(*by_id_.at(entry.parent));
  return folders_[entry.folder].root + "/questions/" + place_of(entry.id) + ".json";
}

std::string Bank::side_folder_of(const QuestionEntry& entry) const {
  std::string path = path_of(entry);
  return path.substr(0, path.size() - 5);
}

Result<Json> Bank::question(const std::string& id) const {
  const QuestionEntry* entry = find(id);
  if (!entry) return error("there is no question '" + id + "'" + like_id(id));
  auto text = read_file(path_of(*entry), largest_question_file);
  if (!text) return error_in(entry->file, 0, text.error().message);
  auto parsed = parse_json(*text, entry->file);
  if (!parsed) return parsed.error();

  // From the outermost question inwards, each taking over what it lacks.
  std::vector<const QuestionEntry*> chain = {entry};
  while (!chain.back()->parent.empty()) chain.push_back(by_id_.at(chain.back()->parent));
  Json question = std::move(*parsed);
  std::string pointer;
  for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
    Json::json_pointer below((*step)->pointer.substr(pointer.size()));
    pointer = (*step)->pointer;
    if (!question.contains(below) || !question[below].is_object())
      return error_in(entry->file, 0, "was changed since the bank was loaded; load it again");
    Json inner = question[below];
    for (const char* field : taken_over) {
      if (question.is_object() && question.contains(field) && !inner.contains(field)) inner[field] = question[field];
    }
    question = std::move(inner);
  }
  question.erase("$schema");
  question["id"] = entry->id;
  question["area"] = entry->area;
  std::string shown = entry->file.substr(0, entry->file.size() - 5) + "/";
  if (auto done = inline_code(question, {side_folder_of(*entry), shown}, pointer); !done) {
    Error fault = done.error();
    fault.file = entry->file;
    fault.line = line_of_pointer(*text, fault.path);
    return fault;
  }
  return question;
}

std::string Bank::like_id(const std::string& id) const {
  std::vector<std::string> ids;
  for (const auto* list : {&entries_, &inline_}) {
    for (const QuestionEntry& entry : *list) ids.push_back(entry.id);
  }
  return did_you_mean(id, ids);
}

}  // namespace viva
