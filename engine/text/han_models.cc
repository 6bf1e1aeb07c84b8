#include <algorithm>
#include <bit>
#include <cmath>

#include "text/language_models.h"
#include "text/utf8.h"

namespace viva {
namespace {

constexpr double by_chance = 0.03;
constexpr double enough = 0.6;  // of a model: nobody says all of it
constexpr double exponent = 0.35;

// Calls visit(character, unit) for each Han character, Latin letter and digit.
template <class Visit>
void each_character(const IndexedText& text, std::uint32_t most, Visit visit) {
  for (std::uint32_t i = 0; i < std::min(text.size(), most); ++i) {
    const std::string& unit = text.units()[i].text;
    for (std::size_t at = 0; at < unit.size();) visit(next_code_point(unit, at).value, i);
  }
}

std::uint64_t pair_of(char32_t first, char32_t second) { return std::uint64_t{first} << 32 | second; }
std::uint64_t triple_of(char32_t first, char32_t second, char32_t third) {
  return std::uint64_t{first} << 42 | std::uint64_t{second} << 21 | third;
}

}  // namespace

HanModels::HanModels(const std::vector<std::string>& questions) {
  for (const std::string& question : questions) {
    char32_t before = 0;
    each_character(IndexedText(question), GramTable::none, [&](char32_t c, std::uint32_t) {
      singles_.at(c).asked = true;
      if (before) pairs_.at(pair_of(before, c)).asked = true;
      before = c;
    });
  }
}

void HanModels::add(std::string_view source, std::size_t number, const Sides& sides) {
  const IndexedText text(source);
  const std::vector<unsigned> polarity = polarities(text);
  const std::uint32_t bit = 1u << models_.size();
  Model model{.number = number, .denials = denials(text), .side = sides.taken(text), .characters = {}};
  char32_t before = 0, before_that = 0;
  each_character(text, ModelAnswers::most_units, [&](char32_t c, std::uint32_t unit) {
    singles_.at(c).texts |= bit;
    const std::uint32_t single = singles_.find(c);
    auto found =
        std::find_if(model.characters.begin(), model.characters.end(), [&](const Needed& needed) { return needed.single == single; });
    if (found == model.characters.end()) found = model.characters.insert(found, {single, 0, 0});
    ++found->count;
    found->polarity |= polarity[unit];
    if (before) {
      GramTable::Gram& pair = pairs_.at(pair_of(before, c));
      if (!(pair.texts & bit)) {
        ++model.of_all_pairs;
        model.of_pairs += !pair.asked;
      }
      pair.texts |= bit;
    }
    if (before_that) {
      GramTable::Gram& triple = triples_.at(triple_of(before_that, before, c));
      model.of_triples += !(triple.texts & bit);
      triple.texts |= bit;
    }
    before_that = before;
    before = c;
  });
  auto asked = [&](const Needed& needed) { return singles_.grams()[needed.single].asked; };
  model.all_asked = std::all_of(model.characters.begin(), model.characters.end(), asked);
  model.all_pairs_asked = model.of_pairs == 0;
  for (const Needed& needed : model.characters) {
    if (asked(needed) && !model.all_asked) continue;
    ++model.of_each;
    model.of_all += needed.count;
  }
  models_.push_back(std::move(model));
}

Similarity HanModels::compare(const IndexedText& answer, const Sides::Taken& side) const {
  std::vector<std::uint32_t> count(singles_.grams().size());
  std::vector<unsigned> polarity(singles_.grams().size());
  std::vector<bool> seen(pairs_.grams().size()), seen_triples(triples_.grams().size());
  std::vector<double> pairs(models_.size()), all_pairs(models_.size()), triples(models_.size());
  const std::vector<unsigned> polarity_of = polarities(answer);
  const int said_denials = denials(answer);
  double own = 0, all = 0;  // characters that the question does not have, and all
  char32_t before = 0, before_that = 0;
  each_character(answer, GramTable::none, [&](char32_t c, std::uint32_t unit) {
    const std::uint32_t single = singles_.find(c);
    ++all;
    own += single == GramTable::none || !singles_.grams()[single].asked;
    if (single != GramTable::none) {
      ++count[single];
      polarity[single] |= polarity_of[unit];
    }
    const std::uint32_t triple = before_that ? triples_.find(triple_of(before_that, before, c)) : GramTable::none;
    if (triple != GramTable::none && !seen_triples[triple]) {
      seen_triples[triple] = true;
      for (std::uint32_t left = triples_.grams()[triple].texts; left != 0; left &= left - 1)
        ++triples[static_cast<std::size_t>(std::countr_zero(left))];
    }
    const std::uint32_t pair = before ? pairs_.find(pair_of(before, c)) : GramTable::none;
    before_that = before;
    before = c;
    if (pair == GramTable::none || seen[pair]) return;
    seen[pair] = true;
    for (std::uint32_t left = pairs_.grams()[pair].texts; left != 0; left &= left - 1) {
      const auto model = static_cast<std::size_t>(std::countr_zero(left));
      ++all_pairs[model];
      pairs[model] += !pairs_.grams()[pair].asked;
    }
  });

  Similarity best;
  for (std::size_t m = 0; m < models_.size(); ++m) {
    const Model& model = models_[m];
    double each = 0, matched = 0, opposed = 0, turned = 0;
    for (const Needed& needed : model.characters) {
      if (count[needed.single] == 0 || (singles_.grams()[needed.single].asked && !model.all_asked)) continue;
      ++each;
      matched += std::min(needed.count, count[needed.single]);
      opposed += (polarity[needed.single] & needed.polarity & in_clause) == 0;
      turned += (polarity[needed.single] & needed.polarity & in_sentence) == 0;
    }
    const double said = model.all_asked ? all : own;
    Similarity found;
    found.comparable = true;
    found.model = model.number;
    found.denials = said_denials - model.denials;
    if (model.of_each > 0) found.coverage = each / model.of_each;
    if (said > 0) found.precision = matched / said;
    if (const double fewer = std::min(model.of_triples, all - 2); fewer > 0) found.order = triples[m] / fewer;
    if (each > 0) {
      found.opposed = opposed / each;
      found.turned = turned / each;
    }
    const double neighbours = !model.all_pairs_asked   ? pairs[m] / model.of_pairs
                              : model.of_all_pairs > 0 ? all_pairs[m] / model.of_all_pairs
                                                       : 0;
    const double aligned = 2 * model.of_all + said > 0 ? 3 * matched / (2 * model.of_all + said) : 0;
    const double mean = std::max(0.0, ((found.coverage + 2 * neighbours + aligned) / 4 - by_chance) / (1 - by_chance));
    found.side = Sides::compare(model.side, side);
    found.credit = std::pow(std::min(1.0, mean / enough), exponent) * (found.side == Side::other ? other_side : 1);
    if (!best.comparable || found.credit > best.credit) best = found;
  }
  return best;
}

}  // namespace viva
