#include "lint/rubric_parts.h"

#include "lint/material.h"

namespace viva {
namespace {

RubricPart read_part(const Json& item, const std::string& path, const Glossary& glossary) {
  RubricPart part;
  part.id = string_in(item, "id");
  part.path = path;
  part.weight = number_in(item, "weight", 0);
  for (const Json& source : list_in(item, "any")) {
    if (!source.is_string()) continue;
    if (Result<Pattern> pattern = Pattern::compile(source.get_ref<const std::string&>(), glossary); pattern) part.any.push_back(*pattern);
  }
  const Json& of = list_in(item, "of");
  for (std::size_t i = 0; i < of.size(); ++i) part.of.push_back(read_part(of[i], path + "/of/" + std::to_string(i), glossary));
  part.k = static_cast<std::size_t>(number_in(item, "k", 1));
  return part;
}

}  // namespace

bool RubricPart::found_in(const IndexedText& text) const {
  if (!of.empty()) {
    std::size_t found = 0;
    for (const RubricPart& one : of) found += one.found_in(text);
    return found >= k;
  }
  return match_in(text).has_value();
}

std::optional<Pattern::Match> RubricPart::match_in(const IndexedText& text) const {
  for (const Pattern& pattern : any)
    if (std::optional<Pattern::Match> match = pattern.find(text)) return match;
  return std::nullopt;
}

std::vector<RubricPart> rubric_parts(const Json& question, const Glossary& glossary) {
  std::vector<RubricPart> parts;
  auto add = [&](const Json& list, const std::string& path, bool misconception) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      RubricPart part = read_part(list[i], path + "/" + std::to_string(i), glossary);
      part.misconception = misconception;
      if (!part.any.empty() || !part.of.empty()) parts.push_back(std::move(part));
    }
  };
  add(list_in(question, "points"), "/points", false);
  add(list_in(member(question, "reason"), "points"), "/reason/points", false);
  add(list_in(question, "misconceptions"), "/misconceptions", true);
  return parts;
}

}  // namespace viva
