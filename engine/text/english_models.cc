#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "text/function_words.h"
#include "text/language_models.h"

namespace viva {
namespace {

constexpr double asked_weight = 0.15;     // of what the question says already
constexpr double nearly = 0.9;            // of a word with a slip or another ending
constexpr double opposed_worth = 0.25;    // of a word that one side denies
constexpr double by_chance = 0.06;        // of the mean of the three figures: any two texts about one thing have this much in common
constexpr double shortest_exponent = 2;   // of an empty answer: a few words of a model are easily said
constexpr double longest_exponent = 0.3;  // of a long one: people do not say all that a model says, nor in its words
constexpr double exponent_words = 4;
constexpr std::uint32_t no_stem = 0xffffffff;

// Long words are rare words: their length stands for how much they tell.
double weight_of(std::string_view stem) {
  if (stem.size() < 2) return 0.5;
  return static_cast<double>(std::min<std::size_t>(stem.size(), 10) - 1);
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (char c : word) letters |= c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 0;
  return letters;
}

// Whether one becomes the other with at most `most` letters put in, left out, changed or swapped with their neighbours.
bool within_edits(std::string_view a, std::string_view b, int most) {
  constexpr int longest = 32;
  if (a.size() > longest || b.size() > longest) return false;
  int rows[3][longest + 1];
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (int j = 0; j <= static_cast<int>(b.size()); ++j) last[j] = j;
  for (int i = 1; i <= static_cast<int>(a.size()); ++i) {
    now[0] = i;
    int least = i;
    for (int j = 1; j <= static_cast<int>(b.size()); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > most) return false;
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()] <= most;
}

bool is_number(std::string_view word) { return word[0] >= '0' && word[0] <= '9'; }

// Two different stems that are one word with a slip or another ending. Each of a model is held against each of an answer, so what is cheap
// to see comes first.
bool alike(std::string_view a, std::uint32_t a_letters, std::string_view b, std::uint32_t b_letters) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (shorter < 4) return false;
  if (a[0] != b[0] || a.compare(0, shorter, b, 0, shorter) != 0) {
    const int most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
    if (longer - shorter > static_cast<std::size_t>(most) || most == 0) return false;
    std::uint32_t differing = a_letters ^ b_letters;
    for (int i = 0; i < 2 * most; ++i) differing &= differing - 1;  // takes one bit away
    if (differing != 0 || !within_edits(a, b, most)) return false;
  }
  return !is_number(a) && !is_number(b);
}

// Whether words with these letters can be alike at all: one begins with the other, or at most two letters were changed. Sorts out nearly all
// pairs of a model's words and an answer's.
bool may_be_alike(std::uint32_t a_letters, std::uint32_t b_letters) {
  const std::uint32_t both = a_letters & b_letters;
  std::uint32_t differing = a_letters ^ b_letters;
  for (int i = 0; i < 4; ++i) differing &= differing - 1;
  return differing == 0 || both == a_letters || both == b_letters;
}

// Calls visit(key) for each run of 3 to 5 letters of the Latin words, put together with a space before, between and behind them. When it
// returns false, longer runs with the same end are left out: a table that lacks the shorter one has none of them.
template <class Visit>
void each_run(const IndexedText& text, Visit visit) {
  std::uint64_t run = ' ';
  int length = 1;
  auto step = [&](char c) {
    run = run << 8 | static_cast<unsigned char>(c);
    ++length;
    for (int n = 3; n <= 5 && n <= length; ++n)
      if (!visit((run & ((std::uint64_t{1} << 8 * n) - 1)) | std::uint64_t(n) << 40)) break;
  };
  for (const Unit& unit : text.units()) {
    if (unit.han) continue;
    for (char c : unit.text) step(c);
    step(' ');
  }
}

}  // namespace

// An answer in the numbers of the models' stems.
struct EnglishModels::Said {
  struct Other {  // a content word that no model has
    std::string_view text;
    std::uint32_t letters, count;
    unsigned polarity;
  };
  std::vector<std::uint32_t> count;  // by stem
  std::vector<unsigned> polarity;    // by stem
  std::vector<Other> others;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> slips;  // a stem of the models and the other word it nearly is
  double weight = 0;                                           // of all content words
  double of_pairs = 0;
  int denials = 0;
  int different = 0;                   // content words
  std::vector<double> letters, pairs;  // by model: the weight of what the answer has of its runs and neighbours
};

EnglishModels::EnglishModels(const std::vector<std::string>& questions) {
  slots_.assign(64, no_stem);
  for (const std::string& question : questions) {
    const IndexedText text(question);
    for (const IndexedText::Word& word : text.words())
      if (!word.stem.empty() && !is_function_word(word.text)) stems_[enter(word.stem)].weight = asked_weight * weight_of(word.stem);
    each_run(text, [&](std::uint64_t key) { return letters_.at(key).asked = true; });
  }
}

std::uint32_t EnglishModels::find(std::string_view stem) const {
  std::size_t at = std::hash<std::string_view>{}(stem) & (slots_.size() - 1);
  while (slots_[at] != no_stem && stems_[slots_[at]].text != stem) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

// Stems that are entered here first are not in the question: it was read before.
std::uint32_t EnglishModels::enter(std::string_view stem) {
  if (const std::uint32_t found = find(stem); found != no_stem) return found;
  const auto number = static_cast<std::uint32_t>(stems_.size());
  stems_.push_back({std::string(stem), letters_of(stem), weight_of(stem), false});
  const std::size_t slots = stems_.size() * 2 > slots_.size() ? slots_.size() * 2 : slots_.size();
  slots_.assign(slots, no_stem);
  for (std::uint32_t i = 0; i < stems_.size(); ++i) {
    std::size_t at = std::hash<std::string_view>{}(stems_[i].text) & (slots - 1);
    while (slots_[at] != no_stem) at = (at + 1) & (slots - 1);
    slots_[at] = i;
  }
  return number;
}

void EnglishModels::add(std::string_view source, std::size_t number, const Sides& sides) {
  const IndexedText text(source);
  const std::vector<unsigned> polarity = polarities(text);
  const std::uint32_t bit = 1u << models_.size();
  Model model{.number = number, .denials = denials(text), .side = sides.taken(text), .words = {}};
  std::vector<std::uint32_t> stems;  // of each Latin unit, in order
  const std::uint32_t size = std::min(text.size(), static_cast<std::uint32_t>(ModelAnswers::most_units));
  for (std::uint32_t i = 0; i < size; ++i) {
    const IndexedText::Word& word = text.word_at(i);
    if (word.stem.empty()) continue;
    const bool content = !is_function_word(word.text);
    const std::uint32_t stem = enter(content ? word.stem : word.text);
    if (!content) stems_[stem].weight = 0;
    stems.push_back(stem);
    if (!content) continue;
    stems_[stem].in_models = true;
    auto found = std::find_if(model.words.begin(), model.words.end(), [&](const Needed& needed) { return needed.stem == stem; });
    if (found == model.words.end()) found = model.words.insert(found, {stem, 0, 0});
    ++found->count;
    found->polarity |= polarity[i];
  }
  for (const Needed& needed : model.words) {
    model.of_each += stems_[needed.stem].weight;
    model.of_all += stems_[needed.stem].weight * needed.count;
  }
  each_run(text, [&](std::uint64_t key) {
    GramTable::Gram& gram = letters_.at(key);
    if (!(gram.texts & bit)) model.of_grams += gram.asked ? asked_weight : 1;
    gram.texts |= bit;
    return true;
  });
  for (std::size_t i = 1; i < stems.size(); ++i) {
    GramTable::Gram& pair = pairs_.at(std::uint64_t{stems[i - 1]} << 32 | stems[i]);
    if (!(pair.texts & bit)) ++model.of_pairs;
    pair.texts |= bit;
  }
  models_.push_back(std::move(model));
}

EnglishModels::Said EnglishModels::read(const IndexedText& answer) const {
  Said said;
  said.count.resize(stems_.size());
  said.polarity.resize(stems_.size());
  said.letters.resize(models_.size());
  said.pairs.resize(models_.size());
  said.denials = denials(answer);
  const std::vector<unsigned> polarity_of = polarities(answer);
  std::vector<std::uint32_t> stem_of(answer.words().size(), no_stem);
  for (std::size_t w = 0; w < answer.words().size(); ++w) {
    const IndexedText::Word& word = answer.words()[w];
    if (word.stem.empty()) continue;
    const bool content = !is_function_word(word.text);
    const std::uint32_t stem = stem_of[w] = find(content ? word.stem : word.text);
    if (!content) continue;
    unsigned polarity = 0;
    for (std::uint32_t i = 0; i < word.count; ++i) polarity |= polarity_of[answer.positions(word)[i]];
    ++said.different;
    said.weight += (stem == no_stem ? weight_of(word.stem) : stems_[stem].weight) * word.count;
    if (stem == no_stem) {
      said.others.push_back({word.stem, letters_of(word.stem), word.count, polarity});
    } else {
      said.count[stem] += word.count;
      said.polarity[stem] |= polarity;
    }
  }
  for (std::uint32_t s = 0; s < stems_.size(); ++s) {
    const Stem& stem = stems_[s];
    if (!stem.in_models) continue;
    for (std::uint32_t o = 0; o < said.others.size(); ++o) {
      const Said::Other& other = said.others[o];
      if (may_be_alike(stem.letters, other.letters) && alike(stem.text, stem.letters, other.text, other.letters)) said.slips.push_back({s, o});
    }
  }
  auto count_in = [](const GramTable& table, std::vector<bool>& seen, std::uint64_t key, std::vector<double>& sums, double of_asked) {
    const std::uint32_t found = table.find(key);
    if (found == GramTable::none || seen[found]) return found != GramTable::none;
    seen[found] = true;
    const GramTable::Gram& gram = table.grams()[found];
    for (std::uint32_t left = gram.texts; left != 0; left &= left - 1)
      sums[static_cast<std::size_t>(std::countr_zero(left))] += gram.asked ? of_asked : 1;
    return true;
  };
  std::vector<bool> seen(letters_.grams().size());
  each_run(answer, [&](std::uint64_t key) { return count_in(letters_, seen, key, said.letters, asked_weight); });
  seen.assign(pairs_.grams().size(), false);
  std::uint32_t before = no_stem;
  for (std::uint32_t i = 0; i < answer.size(); ++i) {
    if (answer.units()[i].han) continue;
    said.of_pairs += i > 0;
    const std::uint32_t stem = stem_of[static_cast<std::size_t>(&answer.word_at(i) - answer.words().data())];
    if (before != no_stem && stem != no_stem) count_in(pairs_, seen, std::uint64_t{before} << 32 | stem, said.pairs, 1);
    before = stem;
  }
  return said;
}

Similarity EnglishModels::compare(const Model& model, const Said& said, const Sides::Taken& side) const {
  double each = 0, all = 0, both = 0, opposed = 0, turned = 0;
  std::vector<std::uint32_t> left(said.others.size());
  for (std::size_t o = 0; o < left.size(); ++o) left[o] = said.others[o].count;
  for (const Needed& needed : model.words) {
    const double weight = stems_[needed.stem].weight;
    unsigned polarity = said.polarity[needed.stem];
    double worth = said.count[needed.stem] > 0 ? 1 : 0;
    std::uint32_t matched = std::min(needed.count, said.count[needed.stem]);
    all += weight * matched;
    const auto slips = std::equal_range(said.slips.begin(), said.slips.end(), std::pair{needed.stem, 0u},
                                        [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto slip = slips.first; slip != slips.second; ++slip) {
      if (worth == 0) polarity |= said.others[slip->second].polarity;
      worth = std::max(worth, nearly);
      const std::uint32_t more = std::min(needed.count - matched, left[slip->second]);
      matched += more;
      left[slip->second] -= more;
      all += nearly * weight * more;
    }
    if (worth == 0) continue;
    both += weight;
    opposed += polarity & needed.polarity & in_clause ? 0 : weight;
    turned += polarity & needed.polarity & in_sentence ? 0 : weight;
    each += weight * worth * (polarity & needed.polarity & at_close_range ? 1 : opposed_worth);
  }
  Similarity found;
  found.comparable = true;
  found.model = model.number;
  found.denials = said.denials - model.denials;
  const auto slot = static_cast<std::size_t>(&model - models_.data());
  if (model.of_each > 0) found.coverage = each / model.of_each;
  if (said.weight > 0) found.precision = std::min(1.0, all / said.weight);
  if (const double fewer = std::min(model.of_pairs, said.of_pairs); fewer > 0) found.order = said.pairs[slot] / fewer;
  if (both > 0) {
    found.opposed = opposed / both;
    found.turned = turned / both;
  }
  const double aligned = 2 * model.of_all + said.weight > 0 ? std::min(1.0, 3 * all / (2 * model.of_all + said.weight)) : 0;
  const double letters = model.of_grams > 0 ? said.letters[slot] / model.of_grams : 0;
  const double exponent = longest_exponent + (shortest_exponent - longest_exponent) * std::exp(-said.different / exponent_words);
  const double mean = std::max(0.0, ((found.coverage + aligned + letters) / 3 - by_chance) / (1 - by_chance));
  found.side = Sides::compare(model.side, side);
  found.credit = std::pow(mean, exponent) * (found.side == Side::other ? other_side : 1);
  return found;
}

Similarity EnglishModels::compare(const IndexedText& answer, const Sides::Taken& side) const {
  const Said said = read(answer);
  Similarity best;
  for (const Model& model : models_)
    if (const Similarity found = compare(model, said, side); !best.comparable || found.credit > best.credit) best = found;
  return best;
}

std::size_t EnglishModels::bytes() const {
  std::size_t bytes = letters_.bytes() + pairs_.bytes() + stems_.size() * (sizeof(Stem) + 16) + slots_.size() * 4;
  for (const Model& model : models_) bytes += sizeof model + model.words.size() * sizeof(Needed);
  return bytes;
}

}  // namespace viva
