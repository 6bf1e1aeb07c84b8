#include "session/question_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "bank/localized.h"

namespace viva {
namespace {

// One condition of a follow-up: does it hold for this grade?
bool holds(const std::string& name, const Json& wanted, const Json& record) {
  const double credit = record["credit"].is_number() ? record["credit"].get<double>() : 0;
  if (name == "below") return credit < wanted.get<double>();
  if (name == "at_least") return credit >= wanted.get<double>();
  for (const Json& part : record["parts"]) {
    const std::string kind = part.value("kind", "point");
    if (name == "stance" && kind == "stance") return part.value("stance", "none") == wanted;
    if (part["id"] != wanted) continue;
    if (name == "misconception" && kind == "misconception") return true;
    if (name == "found" && kind == "point") return part["credit"] > 0;
    if (name == "missed" && kind == "point") return part["credit"] <= 0;
  }
  return name == "stance" && wanted == "none";
}

bool all_hold(const Json& conditions, const Json& record) {
  for (const auto& [name, wanted] : conditions.items())
    if (!holds(name, wanted, record)) return false;
  return true;
}

std::string fence(const Json& code, const std::string& language) {
  std::string text = localized(code.value("text", Json("")), language);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return "\n\n```" + code.value("language", "") + "\n" + text + "\n```";
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : to_text(value); }

}  // namespace

Result<QuestionSheet> QuestionSheet::open(ScriptHost& host, QuestionStore& questions, const std::string& id) {
  Result<const Json*> question = questions.question(id);
  if (!question) return question.error();
  Result<const Declaration*> type = host.get("question_type", (**question)["type"]);
  if (!type) return type.error();
  QuestionSheet sheet;
  sheet.host_ = &host;
  sheet.questions_ = &questions;
  sheet.id_ = (**question).value("id", id);
  sheet.question_ = *question;
  sheet.type_ = *type;
  return sheet;
}

Result<Presented> QuestionSheet::present(const std::string& language) const {
  Result<Json> shown = questions_->shown(id_);
  if (!shown) return shown.error();
  Json given = Json::object();
  if (type_->has("present")) {
    Result<Json> result = host_->invoke(*type_, "present", Json::array({*shown, {{"lang", language}}}));
    if (!result) return result.error();
    if (!result->is_object())
      return error_in(type_->file, type_->line, "present of '" + type_->name + "' must return a table { body = …, input = … }");
    given = std::move(*result);
  }
  Presented presented;
  presented.markdown = localized(given.contains("prompt") ? given["prompt"] : shown->value("prompt", Json("")), language);
  if (shown->contains("code")) presented.markdown += fence((*shown)["code"], language);
  if (std::string body = localized(given.value("body", Json("")), language); !body.empty()) presented.markdown += "\n\n" + body;
  presented.input = given.value("input", "text");
  presented.help = localized(given.value("help", Json("")), language);
  if (presented.input != "line" && presented.input != "text" && presented.input != "code")
    return error_in(type_->file, type_->line,
                    "present of '" + type_->name + "': input is \"line\", \"text\" or \"code\", not \"" + presented.input + "\"");
  return presented;
}

std::vector<Hint> QuestionSheet::hints(const std::string& language) const {
  std::vector<Hint> hints;
  for (const Json& hint : question_->value("hints", Json::array())) {
    bool priced = hint.is_object() && hint.contains("text");
    hints.push_back({localized(priced ? hint["text"] : hint, language), priced ? hint.value("cost", 0.0) : 0.0});
  }
  return hints;
}

std::string QuestionSheet::explanation(const std::string& language) const {
  return localized(question_->value("explanation", Json("")), language);
}

std::vector<std::string> QuestionSheet::references() const { return question_->value("references", std::vector<std::string>()); }

Result<std::string> QuestionSheet::key() const {
  if (!type_->has("key")) return std::string();
  Result<Json> key = host_->invoke(*type_, "key", Json::array({*question_}));
  if (!key) return key.error();
  if (key->is_null()) return std::string();
  if (!key->is_structured()) return text_of(*key);
  std::string lines;
  for (const auto& [name, value] : key->items()) lines += (key->is_object() ? name + ": " : "") + text_of(value) + "\n";
  if (!lines.empty()) lines.pop_back();
  return lines;
}

Result<std::vector<std::string>> QuestionSheet::clarify(const std::string& input, const std::string& language) const {
  std::vector<std::string> replies;
  if (!type_->has("clarify")) return replies;
  Result<Json> result = host_->invoke(*type_, "clarify", Json::array({*question_, input}));
  if (!result) return result.error();
  if (result->is_array())
    for (const Json& reply : *result) replies.push_back(localized(reply, language));
  return replies;
}

std::string QuestionSheet::starter(const std::string& language) const {
  if (!type_->has("starter")) return {};
  Result<Json> text = host_->invoke(*type_, "starter", Json::array({*question_}));
  return text && !text->is_null() ? localized(*text, language) : std::string();
}

std::string QuestionSheet::file_suffix() const {
  const Json code = question_->value("code", Json());
  const Declaration* language = host_->language_of(*question_);
  if (!language) language = host_->language_of(code);
  if (language) return fmt::format(".{}", language->language.value("extension", "txt"));
  const Json reference = question_->value("reference", Json());  // its file has the end that the type's language has
  const std::string file = reference.is_object() ? reference.value("file", "") : "";
  if (const std::size_t dot = file.rfind('.'); dot != std::string::npos) return file.substr(dot);
  return ".txt";
}

Result<Tried> QuestionSheet::try_examples(const std::string& program, const std::string& language) const {
  const Declaration* tongue = host_->language_of(*question_);  // a pack's, perhaps, which only its own worker knows
  Domain& domain = tongue && type_->origin == "shipped" ? *tongue->domain : *type_->domain;
  Result<Json> result = host_->invoke_in(domain, *type_, "try", Json::array({*question_, program, Json::object()}));
  if (!result) return result.error();
  if (!result->is_object())
    return error_in(type_->file, type_->line, "try of '" + type_->name + "' must return a table { passed = …, total = …, text = … }");
  return Tried{result->value("passed", 0), result->value("total", 0), localized(result->value("text", Json("")), language)};
}

Json QuestionSheet::view() const {
  Json view = Json::object();
  for (const char* key : {"id", "type", "area", "topics", "level", "difficulty", "seconds"})
    if (question_->contains(key)) view[key] = (*question_)[key];
  const auto& areas = questions_->bank().areas();
  if (auto area = areas.find(question_->value("area", "")); area != areas.end())
    view["area_name"] = {{"en", area->second.en}, {"zh", area->second.zh}};
  return view;
}

std::string follow_up_of(const Json& question, const Json& record, const std::vector<std::string>& asked) {
  for (const Json& follow_up : question.value("follow_ups", Json::array())) {
    std::string id = follow_up.contains("question") ? follow_up["question"].value("id", "") : follow_up.value("ask", "");
    if (follow_up.contains("question") && id.find('.') == std::string::npos) id = question.value("id", "") + "." + id;
    bool was_asked = std::find(asked.begin(), asked.end(), id) != asked.end();
    if (!was_asked && all_hold(follow_up.value("when", Json::object()), record)) return id;
  }
  return {};
}

}  // namespace viva
