#include "lint/coverage.h"

#include "lint/material.h"

namespace viva {
namespace {

void collect_traps(const Json& value, std::set<std::string>& traps) {
  if (const std::string trap = string_in(value, "trap"); !trap.empty()) traps.insert(trap);
  if (value.is_structured())
    for (const Json& inner : value) collect_traps(inner, traps);
}

// A plain text is the same in both languages: Chinese is then read in Chinese only, words in English only, and a lone `fork()` in both.
bool readable(const Name& title, std::string_view language) {
  if (title.en != title.zh) return !(language == "en" ? title.en : title.zh).empty();
  if (has_han(title.en)) return language == "zh";
  return language == "en" || words_in(title.en) < 3;
}

Json json_of(const QuestionCount& count) {
  return {{"questions", count.questions}, {"junior", count.junior}, {"mid", count.mid},
          {"senior", count.senior},       {"en", count.en},         {"zh", count.zh}};
}

}  // namespace

void QuestionCount::add(const QuestionEntry& entry) {
  ++questions;
  junior += entry.level == "junior";
  mid += entry.level == "mid";
  senior += entry.level == "senior";
  en += readable(entry.title, "en");
  zh += readable(entry.title, "zh");
}

Json Coverage::to_json() const {
  Json tree = {{"questions", json_of(all)}, {"inside_others", inside_others}, {"topics", topics}, {"uncovered", uncovered},
               {"errata", errata},          {"untrapped", untrapped}};
  for (const auto& [area, what] : areas) {
    Json& line = tree["areas"][area] = json_of(what.all);
    line["topics"] = what.topics;
    line["covered"] = what.covered;
    for (const auto& [kind, count] : what.kinds) line["kinds"][kind] = json_of(count);
  }
  return tree;
}

Coverage coverage_of(const Bank& bank, std::size_t first_folder) {
  Coverage coverage;
  std::set<std::string> covered, traps;
  for (const auto* entries : {&bank.all(), &bank.all_inline()}) {
    for (const QuestionEntry& entry : *entries) {
      if (entry.folder < first_folder) continue;
      AreaCoverage& area = coverage.areas[entry.area];
      for (QuestionCount* count : {&coverage.all, &area.all, &area.kinds[entry.type]}) count->add(entry);
      coverage.inside_others += !entry.parent.empty();
      covered.insert(entry.covers.begin(), entry.covers.end());
    }
  }
  for (const Material& question : read_material(bank, first_folder, {})) collect_traps(question.content, traps);
  for (const auto& [id, line] : bank.catalogue()) {
    if (line.folder < first_folder) continue;
    AreaCoverage& area = coverage.areas[line.area];
    const bool is_covered = covered.count(id) > 0;
    ++coverage.topics, ++area.topics, area.covered += is_covered;
    if (!is_covered) coverage.uncovered.push_back(id);
    if (line.erratum != Erratum::wrong) continue;
    ++coverage.errata;
    if (!traps.count(id)) coverage.untrapped.push_back(id);
  }
  return coverage;
}

}  // namespace viva
