#include <algorithm>

#include "text/arrangement.h"
#include "text/negation.h"
#include "text/pattern.h"

namespace viva {
namespace {

constexpr std::uint32_t units_before = 3;  // how far "just before" reaches, for "!" and for negations

// The occurrences of one term, handed out sentence by sentence.
class Found {
 public:
  Found(const IndexedText& text, const Term& term, int group) : text_(text), all_(occurrences(term, text)), group_(group) {}

  bool none() const { return at_ == all_.size(); }
  std::uint32_t sentence() const { return text_.sentence_at(all_[at_].start); }
  int group() const { return group_; }

  void skip_to(std::uint32_t wanted) {
    while (!none() && sentence() < wanted) ++at_;
  }

  std::vector<Occurrence> take() {
    const std::uint32_t wanted = sentence();
    const std::size_t first = at_;
    while (!none() && sentence() == wanted) ++at_;
    return {all_.begin() + static_cast<std::ptrdiff_t>(first), all_.begin() + static_cast<std::ptrdiff_t>(at_)};
  }

 private:
  const IndexedText& text_;
  std::vector<Occurrence> all_;
  std::size_t at_ = 0;
  int group_;
};

// Moves all to the first sentence in which each occurs; false when there is none left.
bool meet(std::vector<std::vector<Found>>& parts) {
  std::uint32_t sentence = 0;
  for (bool met = false; !met;) {
    met = true;
    for (std::vector<Found>& part : parts) {
      for (Found& found : part) {
        found.skip_to(sentence);
        if (found.none()) return false;
        if (found.sentence() > sentence) {
          sentence = found.sentence();
          met = false;
        }
      }
    }
  }
  return true;
}

}  // namespace

std::optional<Pattern::Match> Pattern::find(const IndexedText& answer) const {
  std::vector<std::vector<Found>> parts;
  parts.reserve(parts_.size());
  for (const Part& part : parts_) {
    std::vector<Found>& found = parts.emplace_back();
    for (std::size_t group = 0; group < part.size(); ++group) {
      for (const Term& term : part[group].terms) {
        found.emplace_back(answer, term, static_cast<int>(group));
        if (found.back().none()) return std::nullopt;  // most patterns end here
      }
    }
  }
  std::vector<std::vector<Occurrence>> excluded;
  Arranger arranger(answer);
  std::vector<Arranger::Choice> choices;
  while (meet(parts)) {
    std::optional<Occurrence> span;
    bool whole = true;
    for (std::vector<Found>& part : parts) {
      choices.clear();
      for (Found& found : part) choices.push_back({found.group(), found.take()});
      if (!whole) continue;
      const std::optional<Occurrence> arranged = arranger.arrange(choices);
      if (!arranged) {
        whole = false;
      } else if (!span) {
        span = arranged;
      } else {
        span = Occurrence{std::min(span->start, arranged->start), std::max(span->end, arranged->end)};
      }
    }
    if (!whole) continue;
    if (excluded.empty()) {
      for (const Term& term : forbidden_) excluded.push_back(occurrences(term, answer));
    }
    if (forbidden(answer, excluded, *span)) continue;
    Match match{answer.units()[span->start].from, answer.units()[span->end - 1].to, span->start, span->end};
    if (has_figures_) widen(answer, match);
    return match;
  }
  return std::nullopt;
}

// The bytes of a figure at either end are the match's as well: "O(n)" ends with a bracket, which is no unit.
void Pattern::widen(const IndexedText& answer, Match& match) const {
  for (const Figure& figure : answer.figures()) {
    if (figure.start == match.unit_from) match.from = std::min(match.from, figure.from);
    if (figure.end == match.unit_to) match.to = std::max(match.to, figure.to);
  }
}

// Whether what must not occur does: from just before the span to its end, or anywhere in the sentence when there are several parts.
bool Pattern::forbidden(const IndexedText& answer, const std::vector<std::vector<Occurrence>>& found, Occurrence span) const {
  const std::uint32_t sentence = answer.sentence_at(span.start);
  const std::uint32_t begin = answer.sentence_begin(sentence), end = answer.sentence_end(sentence);
  Occurrence window{begin, end};
  if (parts_.size() == 1) window = {span.start > begin + units_before ? span.start - units_before : begin, span.end};
  for (const std::vector<Occurrence>& list : found) {
    auto in_order = [&](const Occurrence& a, std::uint32_t wanted) { return answer.sentence_at(a.start) < wanted; };
    for (auto at = std::lower_bound(list.begin(), list.end(), sentence, in_order); at != list.end() && at->start < end; ++at) {
      if (at->start >= window.start && at->end <= window.end) return true;
    }
  }
  return false;
}

bool Pattern::negated(const IndexedText& answer, const Match& match) const {
  if (denial_ == Denial::none) return false;
  const std::uint32_t sentence = answer.sentence_at(match.unit_from);
  std::uint32_t begin = answer.sentence_begin(sentence), end = match.unit_to;
  if (denial_ == Denial::near && match.unit_from > units_before) begin = std::max(begin, match.unit_from - units_before);
  if (denial_ == Denial::sentence) end = answer.sentence_end(sentence);
  const int clause = answer.units()[match.unit_from].clause;
  int negations = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (denial_ != Denial::sentence && i < match.unit_from && answer.units()[i].clause != clause) continue;
    negations += is_negation(answer.units(), i);
  }
  return negations % 2 == 1;
}

}  // namespace viva
