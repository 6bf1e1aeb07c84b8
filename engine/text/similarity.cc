#include "text/similarity.h"

#include <algorithm>

#include "text/function_words.h"
#include "text/language_models.h"
#include "text/negation.h"

namespace viva {
namespace {

// Below the first share of Han characters an answer is English, above the second Chinese, in between both.
constexpr double least_han = 0.1, most_han = 0.6;
constexpr std::uint32_t negation_reach = 3;  // units before a word that is denied at close range

// "not X but Y", 不是 X 而是 Y: what a denial reaches ends here even within a clause.
bool ends_denial(const std::vector<Unit>& units, std::size_t at) {
  const std::string& word = units[at].text;
  if (word == "but" || word == "because" || word == "since" || word == "however" || word == "although" || word == "while") return true;
  return word == "而" || (word == "但" && at + 1 < units.size() && units[at + 1].text == "是");
}

double han_share(const IndexedText& text) {
  double han = 0, letters = 0;
  for (const Unit& unit : text.units()) {
    han += unit.han;
    letters += unit.han ? 1 : 2;
  }
  return letters > 0 ? han / letters : 0;
}

}  // namespace

std::vector<unsigned> polarities(const IndexedText& text) {
  const std::vector<Unit>& units = text.units();
  std::vector<bool> negates(units.size());
  std::vector<unsigned> polarity(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) negates[i] = is_negation(units, i);
  for (std::size_t i = 0, end = 0; i < units.size(); i = end) {
    unsigned sentence = polarity_plain;
    for (end = i; end < units.size() && units[end].sentence == units[i].sentence; ++end)
      if (negates[end]) sentence = polarity_turned;
    std::fill(polarity.begin() + static_cast<std::ptrdiff_t>(i), polarity.begin() + static_cast<std::ptrdiff_t>(end), sentence);
  }
  bool behind_denial = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && (units[i - 1].clause != units[i].clause || ends_denial(units, i))) behind_denial = false;
    bool odd = false;
    for (std::size_t back = 1; back <= negation_reach && back <= i && units[i - back].clause == units[i].clause; ++back)
      odd ^= negates[i - back];
    polarity[i] |= (odd ? polarity_denied : polarity_said) | (behind_denial ? polarity_behind : polarity_free);
    behind_denial |= negates[i];
  }
  return polarity;
}

int denials(const IndexedText& text) {
  int count = 0;
  for (std::size_t i = 0; i < text.units().size(); ++i) count += is_negation(text.units(), i);
  return count;
}

ModelAnswers::ModelAnswers(const std::vector<std::string>& questions, const std::vector<ModelAnswer>& models) : sides_(questions) {
  std::size_t number = 0, english = 0, chinese = 0;
  for (const ModelAnswer& model : models) {
    if (model.language == "zh" && ++chinese <= most_models) {
      if (!chinese_) chinese_ = std::make_unique<HanModels>(questions);
      chinese_->add(model.text, number, sides_);
    } else if (model.language != "zh" && ++english <= most_models) {
      if (!english_) english_ = std::make_unique<EnglishModels>(questions);
      english_->add(model.text, number, sides_);
    }
    ++number;
  }
  bytes_ = sizeof *this + (english_ ? english_->bytes() : 0) + (chinese_ ? chinese_->bytes() : 0);
}

ModelAnswers::ModelAnswers(ModelAnswers&&) noexcept = default;
ModelAnswers::~ModelAnswers() = default;

Similarity ModelAnswers::compare(const IndexedText& answer) const {
  const double han = han_share(answer);
  Similarity best;
  auto take = [&](const Similarity& found) {
    if (!best.comparable || found.credit > best.credit) best = found;
  };
  if (english_ && han <= most_han) take(english_->compare(answer, sides_.taken(answer)));
  // Terms in Latin letters alone (TCP, O(1)) may well answer a question whose models are Chinese.
  if (chinese_ && (han >= least_han || !english_)) take(chinese_->compare(answer, sides_.taken(answer)));
  return best;
}

}  // namespace viva
