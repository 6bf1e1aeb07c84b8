// Do the patterns of a rubric find what they are for, and nothing else?
#include <fmt/format.h>

#include <tuple>

#include "base/hash.h"
#include "lint/lints.h"
#include "lint/rubric_parts.h"

namespace viva {
namespace {

// Model answers of the whole bank: texts that say something sensible, nearly all of it about something else.
struct Model {
  const Material* question;
  IndexedText text;
};

constexpr std::size_t least_models = 8;       // of other questions, before their number says anything
constexpr double most_models = 0.25;          // of those in which a point may be found
constexpr double most_foreign_credit = 0.67;  // that answers to questions about other things may earn here …
constexpr double most_passing = 0.03;         // … but for so many of them: one may happen to be near
constexpr double most_parroted = 0.333;       // of the credit: what the prompt itself may have
constexpr std::size_t most_compared = 150;    // models looked at, spread over all; more would tell no more

struct Text {
  std::string language, text;
  IndexedText indexed;
  Text(std::string_view of, std::string words) : language(of), text(std::move(words)), indexed(text) {}

  std::string words(const Pattern::Match& match) const { return text.substr(match.from, match.to - match.from); }
};

struct Texts {
  std::vector<Text> prompts;      // in each language
  std::vector<Text> models, all;  // all: models and sample answers
};

Texts texts_of(const Json& question) {
  Texts texts;
  for (std::string_view language : both_languages) texts.prompts.emplace_back(language, text_in(member(question, "prompt"), language));
  for (const Json& model : list_in(question, "models")) {
    const std::string lang = string_in(model, "lang");
    texts.models.emplace_back(lang, text_in(member(model, "text"), lang));
  }
  texts.all = texts.models;
  for (const Json& check : list_in(question, "checks"))
    if (check.is_object() && check.contains("answer")) texts.all.emplace_back(string_in(check, "lang"), text_in(check["answer"], "en"));
  return texts;
}

bool found_in_any(const RubricPart& part, const std::vector<Text>& texts) {
  return std::any_of(texts.begin(), texts.end(), [&](const Text& text) { return part.found_in(text.indexed); });
}

void lint_point(const Material& question, const RubricPart& point, const Texts& texts, Warnings& warnings) {
  for (const RubricPart& one : point.of) lint_point(question, one, texts, warnings);
  if (!point.of.empty()) return;
  if (!texts.all.empty() && !found_in_any(point, texts.all))
    warnings.add(
        question, point.path,
        fmt::format("no sample answer and no model answer has the point '{}'; write one that has it, or mend its patterns", point.id));
}

// An answer has to repeat some of the question, and a point of little weight may be found in that: but not a third of the credit.
void lint_parroting(const Material& question, const std::vector<RubricPart>& parts, const Texts& texts, Warnings& warnings) {
  for (const Text& prompt : texts.prompts) {
    double got = 0, all = number_in(member(question.content, "stance"), "weight", 0);
    std::string found;
    for (const RubricPart& part : parts) {
      all += part.weight;
      if (part.misconception || !part.found_in(prompt.indexed)) continue;
      got += part.weight;
      const std::optional<Pattern::Match> match = part.match_in(prompt.indexed);
      found += (found.empty() ? "'" : ", '") + part.id + "'" + (match ? " in '" + prompt.words(*match) + "'" : "");
    }
    if (all <= 0 || got / all < most_parroted) continue;
    return warnings.add(
        question, parts.front().path,
        fmt::format("who repeats the prompt ({}) has {:.0f} % of the credit: {} are found in it; make their patterns ask for more",
                    prompt.language, got / all * 100, found));
  }
}

void lint_misconception(const Material& question, const RubricPart& part, const Texts& texts, Warnings& warnings) {
  for (const Text& model : texts.models) {
    if (const std::optional<Pattern::Match> match = part.match_in(model.indexed))
      return warnings.add(question, part.path,
                          fmt::format("the misconception '{}' is found in a model answer ({}: '{}'); exclude what the model says", part.id,
                                      model.language, model.words(*match)));
  }
  if (!texts.all.empty() && !found_in_any(part, texts.all))
    warnings.add(question, part.path, fmt::format("no sample answer shows the misconception '{}'; write one that does", part.id));
}

// Answers to questions of other areas are about something else, unless a topic says otherwise.
bool about_other_things(const QuestionEntry& a, const QuestionEntry& b) {
  return a.area != b.area && std::none_of(a.topics.begin(), a.topics.end(), [&](const std::string& topic) {
           return std::count(b.topics.begin(), b.topics.end(), topic) > 0;
         });
}

// How much of the credit an answer earns by points alone, and which points of `parts` it has (counted up in `found`).
double share_of(const std::vector<RubricPart>& parts, const IndexedText& answer, std::vector<std::size_t>& found) {
  double got = 0, all = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].misconception) continue;
    const bool there = parts[i].found_in(answer);
    found[i] += there, all += parts[i].weight, got += there ? parts[i].weight : 0;
  }
  return all > 0 ? got / all : 0;
}

// Points that other questions' answers have, and answers that pass for answers to this question.
void lint_elsewhere(const Material& question, const std::vector<RubricPart>& parts, const std::vector<Model>& models, Warnings& warnings) {
  std::vector<std::size_t> found(parts.size(), 0);
  std::size_t others = 0, passing = 0;
  double best = 0;
  std::string whose;
  for (const Model& model : models) {
    const QuestionEntry& other = *model.question->entry;
    if (!about_other_things(*question.entry, other)) continue;
    ++others;
    const double share = share_of(parts, model.text, found);
    passing += share >= most_foreign_credit;
    if (share > best) best = share, whose = other.id;
  }
  bool told = false;
  for (std::size_t i = 0; i < parts.size() && others >= least_models; ++i) {
    if (static_cast<double>(found[i]) <= most_models * static_cast<double>(others)) continue;
    told = true;
    warnings.add(
        question, parts[i].path,
        fmt::format("'{}' is found in {} of {} model answers to questions about other things: nearly any text has it; make its patterns "
                    "ask for more",
                    parts[i].id, found[i], others));
  }
  if (passing > 1 && static_cast<double>(passing) > most_passing * static_cast<double>(others) && !told)
    warnings.add(question, "/points",
                 fmt::format("{} of {} model answers to questions about other things earn {:.0f} % and more here, that of {} {:.0f} %; "
                             "make the patterns ask "
                             "for what only an answer to this question says",
                             passing, others, most_foreign_credit * 100, whose, best * 100));
}

void lint_samples(const Material& question, const Texts& texts, Warnings& warnings) {
  if (texts.all.empty())
    return warnings.add(
        question, "",
        "nothing shows that its patterns work: there is no sample answer and no model answer; write \"checks\", right and wrong ones");
  const Json& checks = list_in(question.content, "checks");
  if (checks.empty()) return;
  for (std::string_view language : both_languages) {
    const bool there = std::any_of(checks.begin(), checks.end(), [&](const Json& check) {
      const std::string lang = string_in(check, "lang");
      return lang == language;
    });
    if (!there)
      warnings.add(
          question, "/checks",
          fmt::format("no sample answer has \"lang\": \"{}\"; how answers in this language fare is not known, write some", language));
  }
}

// Model answers of all areas. Which ones depends on their questions' ids alone: a new question changes at most one of them.
std::vector<Model> models_to_compare(const Materials& questions) {
  std::vector<std::tuple<std::string, std::size_t, const Material*>> order;
  for (const Material& question : questions)
    for (std::size_t i = 0; i < list_in(question.content, "models").size(); ++i)
      order.emplace_back(short_hash(question.entry->id + "/" + std::to_string(i)), i, &question);
  std::sort(order.begin(), order.end());
  if (order.size() > most_compared) order.resize(most_compared);
  std::vector<Model> models;
  for (const auto& [hash, number, question] : order) {
    const Json& model = list_in(question->content, "models")[number];
    models.push_back({question, IndexedText(text_in(member(model, "text"), string_in(model, "lang")))});
  }
  return models;
}

}  // namespace

void lint_rubrics(const Materials& questions, const Glossary& glossary, Warnings& warnings) {
  const std::vector<Model> models = models_to_compare(questions);
  for (const Material& question : questions) {
    const std::vector<RubricPart> parts = rubric_parts(question.content, glossary);
    if (parts.empty()) continue;
    const Texts texts = texts_of(question.content);
    for (const RubricPart& part : parts) (part.misconception ? lint_misconception : lint_point)(question, part, texts, warnings);
    lint_parroting(question, parts, texts, warnings);
    lint_elsewhere(question, parts, models, warnings);
    lint_samples(question, texts, warnings);
  }
}

}  // namespace viva
