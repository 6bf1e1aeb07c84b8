// viva show: one question, as a candidate sees it, or with its key.
#include <cstdio>

#include "bank/localized.h"
#include "program/program.h"
#include "repl/markdown.h"
#include "repl/wording.h"
#include "session/question_sheet.h"

namespace viva {
namespace {

constexpr char explanation[] =
    "Examples:\n"
    "  viva show redis.one-thread\n"
    "  viva show redis.one-thread --key --lang zh\n"
    "  viva show redis.one-thread --key --json";

constexpr Phrase points_title{"Points", "得分点"}, model_title{"Model answer", "参考答案"}, hints_title{"Hints", "提示"},
    explanation_title{"Explanation", "解析"}, references_title{"Read more", "延伸阅读"};

struct ShowOptions {
  std::string id;
  bool key = false, as_json = false;
};

void add_section(std::string& markdown, const Phrase& title, const std::string& text, const std::string& language) {
  if (!text.empty()) markdown += "\n\n## " + std::string(in(title, language)) + "\n\n" + text;
}

Result<std::string> with_key(Context& context, const QuestionSheet& sheet, std::string markdown) {
  const std::string& language = context.language;
  Result<std::string> key = sheet.key();
  if (!key) return key;
  add_section(markdown, wording::key_title, key->empty() ? *key : "```\n" + *key + "\n```", language);
  std::string points, models, hints, references;
  const Json reason = sheet.content().value("reason", Json::object());
  for (const Json& point : sheet.content().value("points", reason.is_object() ? reason.value("points", Json::array()) : Json::array()))
    points += "- " + localized(point.value("text", Json("")), language) + " (" + to_text(point.value("weight", Json(1))) + ")\n";
  for (const Json& model : sheet.content().value("models", Json::array()))
    if (model.value("lang", "") == language) models += (models.empty() ? "" : "\n\n") + localized(model.value("text", Json("")), language);
  for (const Hint& hint : sheet.hints(language)) hints += "- " + hint.text + "\n";
  for (const std::string& reference : sheet.references()) references += "- " + reference + "\n";
  add_section(markdown, points_title, points, language);
  add_section(markdown, model_title, models, language);
  add_section(markdown, hints_title, hints, language);
  add_section(markdown, explanation_title, sheet.explanation(language), language);
  add_section(markdown, references_title, references, language);
  return markdown;
}

Result<Json> whole(Context& context, const std::string& id) {
  Result<const Json*> question = context.questions->question(id);
  if (!question) return question.error();
  return **question;
}

// What it may tell of its own fields, and its text in both languages.
Result<Json> as_candidates_see_it(Context& context, const std::string& id) {
  Result<Json> question = context.questions->readable(id);
  if (!question) return question;
  Result<QuestionSheet> sheet = QuestionSheet::open(*context.host, *context.questions, id);
  if (!sheet) return sheet.error();
  for (const char* language : {"en", "zh"}) {
    Result<Presented> presented = sheet->present(language);
    if (!presented) return presented.error();
    (*question)["presented"][language] = {{"text", presented->markdown}, {"input", presented->input}, {"help", presented->help}};
  }
  return question;
}

int show(const CommonOptions& common, const ShowOptions& options) {
  Result<std::unique_ptr<Context>> opened = open_context(common);
  if (!opened) return fail(opened.error());
  Context& context = **opened;
  if (options.as_json) {
    Result<Json> question = options.key ? whole(context, options.id) : as_candidates_see_it(context, options.id);
    if (!question) return fail(question.error());
    std::printf("%s\n", question->dump(2).c_str());
    return 0;
  }
  Result<QuestionSheet> sheet = QuestionSheet::open(*context.host, *context.questions, options.id);
  if (!sheet) return fail(sheet.error());
  Result<Presented> presented = sheet->present(common.language);
  if (!presented) return fail(presented.error());
  std::string markdown = presented->markdown;
  if (!presented->help.empty()) markdown += "\n\n*" + presented->help + "*";
  if (options.key) {
    Result<std::string> all = with_key(context, *sheet, std::move(markdown));
    if (!all) return fail(all.error());
    markdown = std::move(*all);
  }
  std::fputs(render_markdown(markdown, terminal_style()).c_str(), stdout);
  return 0;
}

}  // namespace

Command add_show(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand("show", "Show one question");
  auto options = std::make_shared<ShowOptions>();
  command->add_option("ID", options->id, "The question, such as redis.one-thread")->required();
  command->add_flag("--key", options->key, "With the key, hints and explanation");
  command->add_flag("--json", options->as_json, "As JSON, its text as \"presented\"; without --key nothing in it gives the key away");
  command->footer(explanation);
  return {command, [options, &common] { return show(common, *options); }};
}

}  // namespace viva
