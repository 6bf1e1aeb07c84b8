// The two scales of similarity.h, each for the models of its language.
#pragma once

#include <string>
#include <vector>

#include "text/gram_table.h"
#include "text/indexed_text.h"
#include "text/similarity.h"

namespace viva {

class EnglishModels {
 public:
  explicit EnglishModels(const std::vector<std::string>& questions);
  void add(std::string_view model, std::size_t number, const Sides& sides);  // `number`: what Similarity::model is then
  Similarity compare(const IndexedText& answer, const Sides::Taken& side) const;
  std::size_t bytes() const;

 private:
  // A stem of the models or of the question.
  struct Stem {
    std::string text;
    std::uint32_t letters = 0;
    double weight = 0;  // 0: a function word
    bool in_models = false;
  };
  struct Needed {
    std::uint32_t stem;
    std::uint32_t count;
    unsigned polarity;
  };
  struct Model {
    std::size_t number;
    int denials = 0;
    Sides::Taken side;
    std::vector<Needed> words;  // content only
    double of_each = 0, of_all = 0, of_grams = 0, of_pairs = 0;
  };
  struct Said;

  std::uint32_t find(std::string_view stem) const;
  std::uint32_t enter(std::string_view stem);
  Said read(const IndexedText& answer) const;
  Similarity compare(const Model& model, const Said& said, const Sides::Taken& side) const;

  std::vector<Stem> stems_;
  std::vector<std::uint32_t> slots_;
  std::vector<Model> models_;
  GramTable letters_;  // runs of 3 to 5 letters, spaces between words
  GramTable pairs_;    // neighbouring words, function words as well
};

class HanModels {
 public:
  explicit HanModels(const std::vector<std::string>& questions);
  void add(std::string_view model, std::size_t number, const Sides& sides);
  Similarity compare(const IndexedText& answer, const Sides::Taken& side) const;
  std::size_t bytes() const { return singles_.bytes() + pairs_.bytes() + triples_.bytes(); }

 private:
  struct Needed {
    std::uint32_t single;
    std::uint32_t count;
    unsigned polarity;
  };
  struct Model {
    std::size_t number;
    int denials = 0;
    Sides::Taken side;
    std::vector<Needed> characters;
    bool all_asked = false;  // the question has all of its characters, so all of them count
    bool all_pairs_asked = false;
    double of_each = 0, of_all = 0, of_pairs = 0, of_all_pairs = 0, of_triples = 0;
  };

  std::vector<Model> models_;
  GramTable singles_, pairs_, triples_;
};

// What an answer keeps that takes the other side.
constexpr double other_side = 0.3;

// How a unit stands in its text, as bits; those of a word that stands there several times are united.
constexpr unsigned polarity_said = 1, polarity_denied = 2;     // an odd number of negations among the few units before it, in its clause
constexpr unsigned polarity_free = 4, polarity_behind = 8;     // a negation anywhere before it in its clause
constexpr unsigned polarity_plain = 16, polarity_turned = 32;  // a negation anywhere in its sentence
constexpr unsigned at_close_range = 3, in_clause = 12, in_sentence = 48;

std::vector<unsigned> polarities(const IndexedText& text);
int denials(const IndexedText& text);  // how many negations there are

}  // namespace viva
