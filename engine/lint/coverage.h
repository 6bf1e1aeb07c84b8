// What a bank asks about, and what it does not: questions by area, kind, level and language, topics of the catalogue without a question,
// and mistakes of the catalogue that no question shows to be mistakes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "base/json.h"

namespace viva {

struct QuestionCount {
  int questions = 0;
  int junior = 0, mid = 0, senior = 0;
  int en = 0, zh = 0;  // that can be read in this language; most in both

  void add(const QuestionEntry& entry);
};

struct AreaCoverage {
  int topics = 0, covered = 0;  // of the catalogue; covered by any question, of whatever area
  QuestionCount all;
  std::map<std::string, QuestionCount> kinds;  // by question type
};

struct Coverage {
  std::map<std::string, AreaCoverage> areas;
  QuestionCount all;
  int inside_others = 0;               // of these questions
  int topics = 0, errata = 0;          // catalogue entries; of these with a wrong statement
  std::vector<std::string> uncovered;  // topics by id
  std::vector<std::string> untrapped;  // errata that are the trap of no option, misconception or sample answer

  Json to_json() const;
};

// Of the bank's folders from `first_folder` on: their questions and their catalogue.
Coverage coverage_of(const Bank& bank, std::size_t first_folder = 0);

}  // namespace viva
