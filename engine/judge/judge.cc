#include "judge/judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "bank/localized.h"

namespace viva {
namespace {

// "two of these: …"
std::string point_text(const Json& point, const std::string& language) {
  std::string text = localized(point.value("text", Json()), language);
  if (!point.contains("of")) return text;
  text += fmt::format(" ({} of:", to_text(point.value("k", Json(1))));
  for (const Json& one : point["of"]) text += fmt::format(" {};", localized(one.value("text", Json()), language));
  text.back() = ')';
  return text;
}

}  // namespace

Judgement weigh(const std::vector<JudgedPoint>& read, const JudgeTask& task, double offline) {
  double got = 0, all = 0;
  for (std::size_t i = 0; i < task.points.size(); ++i) {
    all += task.points[i].weight;
    if (i < read.size() && read[i].found) got += task.points[i].weight;
  }
  Judgement judgement;
  judgement.own = all > 0 ? std::max(0.0, got / all - task.penalty) : offline;
  judgement.credit = std::clamp(judgement.own, std::max(0.0, offline - farthest), std::min(1.0, offline + farthest));
  judgement.review = judgement.credit != judgement.own;
  return judgement;
}

std::optional<JudgeTask> judge_task(const Json& question, const Json& record, const std::string& language) {
  if (!question.contains("points") || !question["points"].is_array() || question["points"].empty()) return std::nullopt;
  const std::string verdict = record.value("verdict", "");
  if (!record.value("credit", Json()).is_number() || (verdict != "correct" && verdict != "partial" && verdict != "incorrect"))
    return std::nullopt;
  const Json response = record.value("response", Json());
  JudgeTask task;
  if (response.is_string())
    task.answer = response;
  else if (response.is_object() && response.value("answer", Json()).is_string())
    task.answer = response["answer"];
  if (task.answer.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  task.prompt = localized(question.value("prompt", Json()), language);
  for (const Json& point : question["points"])
    task.points.push_back({point.value("id", ""), point.value("weight", 1.0), point_text(point, language)});
  for (const Json& model : question.value("models", Json::array()))
    task.models.push_back(localized(model.value("text", Json()), model.value("lang", language)));
  for (const Json& part : record.value("parts", Json::array()))
    if (part.value("kind", "") == "misconception") task.penalty -= part.value("credit", 0.0);
  return task;
}

std::optional<Json> judge_record(Judge& judge, const Json& question, const Json& record, const std::string& language) {
  const std::optional<JudgeTask> task = judge_task(question, record, language);
  if (!task) return std::nullopt;
  const Result<std::vector<JudgedPoint>> read = judge.read(*task);
  if (!read) return Json{{"record", {{"by", judge.name()}, {"problem", read.error().text()}}}};
  const double offline = record["credit"];
  const Judgement judgement = weigh(*read, *task, offline);
  Json points = Json::array();
  for (const JudgedPoint& point : *read) {
    Json one = {{"id", point.id}, {"found", point.found}};
    if (point.found) one["quote"] = point.quote;
    points.push_back(std::move(one));
  }
  return Json{{"credit", judgement.credit},
              {"review", judgement.review},
              {"record", {{"by", judge.name()}, {"offline", offline}, {"own", judgement.own}, {"points", std::move(points)}}}};
}

}  // namespace viva
