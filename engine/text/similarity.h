// How near an answer comes to model answers, without anybody having said what to look for.
//
//   ModelAnswers models({"What does a lock do?"}, {{"en", "It lets one thread at a time in."}});
//   Similarity found = models.compare(IndexedText("Only a single thread may enter at a time"));   // found.credit: 0.69
//
// Two scales, made so that they agree with marks of people as well as they can (one set of constants for all subjects):
// - English: the mean of three figures between 0 and 1: the model's words that the answer has; the same, held against the answer's
//   length; the model's runs of 3 to 5 letters. Longer words count more, words of the question hardly, function words not at all. A slip
//   or another ending of a word is nearly the word. A word that one of the two denies and the other does not is half missing.
// - Chinese: the same of characters and pairs of characters, since cutting Chinese into words helps nothing and often cuts wrongly.
//   Characters of the question count nothing, unless the model has no others.
// A long answer that has half of a model is worth more than a short one: models say more than people need to. So the mean is lifted by an
// exponent.
//
// Where a question asks for a side (side.h), an answer that takes the other one than the model keeps little of it.
//
// The best model counts. An answer in both languages is held against the models of both. An answer in a language without a model cannot be
// compared. High values can be trusted; low ones only mean that the answer is worded otherwise.
//
// Immutable once made. Comparing takes time in proportion to the answer's length and to its different words times those of the models.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/indexed_text.h"
#include "text/side.h"

namespace viva {

struct ModelAnswer {
  std::string language;  // "en" or "zh"
  std::string text;
};

struct Similarity {
  bool comparable = false;  // there is a model in a language of the answer
  double credit = 0;
  std::size_t model = 0;  // the one that came nearest, counted from 0 over all of them
  double coverage = 0;    // how much of that model's own words the answer has
  double precision = 0;   // how much of the answer is in that model
  double order =
      0;  // how many neighbours are neighbours in both, of those of the shorter one: pairs of words, runs of three Han characters
  double opposed = 0;         // how much of what both have stands behind a denial, within its clause, in one of them only
  Side side = Side::unknown;  // the answer's, beside the model's
  int denials = 0;            // negations in the answer, less those in the model
  double turned = 0;          // how much of what both have stands in a sentence that denies something in one of them only
};

class EnglishModels;
class HanModels;

class ModelAnswers {
 public:
  static constexpr std::size_t most_models = 32;   // of one language; further ones are not looked at
  static constexpr std::size_t most_units = 4000;  // of one model

  // `questions` is what was asked, in each language it was asked in.
  ModelAnswers(const std::vector<std::string>& questions, const std::vector<ModelAnswer>& models);
  ModelAnswers(ModelAnswers&&) noexcept;
  ~ModelAnswers();

  Similarity compare(const IndexedText& answer) const;
  std::size_t bytes() const { return bytes_; }  // what it takes of memory, about

 private:
  Sides sides_;
  std::unique_ptr<EnglishModels> english_;  // nullptr: no model in this language
  std::unique_ptr<HanModels> chinese_;
  std::size_t bytes_ = 0;
};

}  // namespace viva
