#include "text/arrangement.h"

#include <algorithm>

namespace viva {
namespace {

constexpr std::uint32_t nowhere = 0xffffffff;

template <class Sets>
void unite(Sets& into, const Sets& from) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] |= from[i];
}

// Numbers below 64 whose given bit is 0.
constexpr std::uint64_t bit_is_0[6] = {0x5555555555555555, 0x3333333333333333, 0x0f0f0f0f0f0f0f0f,
                                       0x00ff00ff00ff00ff, 0x0000ffff0000ffff, 0x00000000ffffffff};

}  // namespace

// Every set that lacks the term, with the term added.
Arranger::Subsets Arranger::with(const Subsets& sets, int bit) {
  Subsets out{};
  if (bit < 6) {
    for (std::size_t i = 0; i < sets.size(); ++i) out[i] = (sets[i] & bit_is_0[bit]) << (1u << bit);
  } else {
    const std::size_t step = std::size_t{1} << (bit - 6);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (!(i & step)) out[i | step] = sets[i];
    }
  }
  return out;
}

std::optional<Occurrence> Arranger::arrange(std::vector<Choice>& choices) {
  bool feasible = choices.size() == 1;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    std::vector<Occurrence>& list = choices[i].occurrences;
    if (list.empty()) return std::nullopt;
    if (feasible && (list.size() == 1 || choices.size() == 1)) {
      list.resize(1);
      continue;
    }
    const auto usable = first_usable(choices, i);
    if (!usable) return std::nullopt;
    feasible = true;
    list = {list[*usable]};
    if (i == 0) keep_neighbours(choices, i);
  }
  Occurrence span = choices[0].occurrences[0];
  for (const Choice& choice : choices) {
    span.start = std::min(span.start, choice.occurrences[0].start);
    span.end = std::max(span.end, choice.occurrences[0].end);
  }
  return span;
}

// Drops what is too far away to stand together with the fixed occurrence, however the other terms lie between.
void Arranger::keep_neighbours(std::vector<Choice>& choices, std::size_t fixed) const {
  std::uint32_t longest = 0;
  for (const Choice& choice : choices) {
    for (const Occurrence& o : choice.occurrences) longest = std::max(longest, o.end - o.start);
  }
  const std::uint32_t reach = static_cast<std::uint32_t>(choices.size()) * (near_by + longest);
  const std::uint32_t here = choices[fixed].occurrences[0].start;
  for (Choice& choice : choices) {
    std::erase_if(choice.occurrences, [&](const Occurrence& o) { return o.start + reach < here || here + reach < o.start; });
  }
}

// Index of the first occurrence of the target term that is part of a whole arrangement.
std::optional<std::size_t> Arranger::first_usable(const std::vector<Choice>& choices, std::size_t target) {
  low_ = nowhere;
  high_ = 0;
  for (const Choice& choice : choices) {
    for (const Occurrence& o : choice.occurrences) {
      low_ = std::min(low_, o.start);
      high_ = std::max(high_, o.end);
    }
  }
  const int last_group = choices.back().group;
  const int group = choices[target].group;
  farthest_end_.assign(high_ - low_ + 1, 0);
  for (int g = 0; g <= group; ++g) {
    is_first_ = g == 0;
    place_group(choices, g);
    pass_from_left();
  }
  for (int g = last_group; g >= group; --g) {
    is_last_ = g == last_group;
    nearest_start_.swap(own_start_);
    place_group(choices, g);
    pass_from_right();
  }

  int bit = 0;
  for (std::size_t i = 0; i < target; ++i) bit += choices[i].group == group;
  const std::vector<Occurrence>& list = choices[target].occurrences;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Subsets& before = before_[list[i].start - low_];
    Subsets after = after_[list[i].end - low_];
    if (can_leave(list[i].start, list[i].end)) after[0] |= 1;
    for (unsigned set = 0; set <= all_terms_; ++set) {
      if (set >> bit & 1 || !(before[set / 64] >> (set % 64) & 1)) continue;
      const unsigned rest = all_terms_ ^ (1u << bit) ^ set;
      if (after[rest / 64] >> (rest % 64) & 1) return i;
    }
  }
  return std::nullopt;
}

void Arranger::place_group(const std::vector<Choice>& choices, int group) {
  placed_.clear();
  head_.assign(high_ - low_ + 1, -1);
  int terms = 0;
  for (const Choice& choice : choices) {
    if (choice.group != group) continue;
    for (const Occurrence& o : choice.occurrences) {
      std::int32_t& head = head_[o.start - low_];
      placed_.push_back({o.end, terms, head});
      head = static_cast<std::int32_t>(placed_.size() - 1);
    }
    ++terms;
  }
  all_terms_ = (1u << terms) - 1;
}

bool Arranger::can_enter(std::uint32_t start) const {
  if (is_first_) return true;
  const std::uint32_t end = farthest_end_[start - low_];
  return end > 0 && text_.width(end, start) <= near_by;
}

bool Arranger::can_leave(std::uint32_t start, std::uint32_t end) const {
  if (is_last_) return true;
  const std::uint32_t next = nearest_start_[start + 1 - low_];
  return next != nowhere && text_.width(end, next) <= near_by;
}

// Fills before_ for the group placed, and farthest_end_ for the next one.
void Arranger::pass_from_left() {
  before_.assign(high_ - low_ + 1, Subsets{});
  ending_.assign(high_ - low_ + 1, Subsets{});
  std::uint32_t farthest = 0;
  for (std::uint32_t start = low_; start < high_; ++start) {
    std::uint32_t completed = 0;
    if (head_[start - low_] >= 0) {
      Subsets& before = before_[start - low_];
      if (can_enter(start)) before[0] = 1;
      for (std::uint32_t end = start; text_.width(end, start) <= near_by; --end) {
        unite(before, ending_[end - low_]);
        if (end == low_) break;
      }
      for (std::int32_t i = head_[start - low_]; i >= 0; i = placed_[static_cast<std::size_t>(i)].next) {
        const Placed& placed = placed_[static_cast<std::size_t>(i)];
        const Subsets reached = with(before, placed.bit);
        unite(ending_[placed.end - low_], reached);
        if (has_all_terms(reached)) completed = std::max(completed, placed.end);
      }
    }
    farthest_end_[start - low_] = farthest;  // read above, for this group; written for the next
    farthest = std::max(farthest, completed);
  }
}

// Fills after_ for the group placed, and own_start_ for the group before it.
void Arranger::pass_from_right() {
  after_.assign(high_ - low_ + 1, Subsets{});
  std::vector<Subsets>& starting = ending_;
  starting.assign(high_ - low_ + 1, Subsets{});
  own_start_.assign(high_ - low_ + 1, nowhere);
  std::uint32_t nearest = nowhere;
  for (std::uint32_t start = high_; start-- > low_;) {
    for (std::int32_t i = head_[start - low_]; i >= 0; i = placed_[static_cast<std::size_t>(i)].next) {
      const Placed& placed = placed_[static_cast<std::size_t>(i)];
      Subsets following = after_[placed.end - low_];
      if (can_leave(start, placed.end)) following[0] |= 1;
      const Subsets reached = with(following, placed.bit);
      unite(starting[start - low_], reached);
      if (has_all_terms(reached)) nearest = start;
    }
    own_start_[start - low_] = nearest;
    Subsets& after = after_[start - low_];
    for (std::uint32_t next = start; next < high_ && text_.width(start, next) <= near_by; ++next) unite(after, starting[next - low_]);
  }
}

}  // namespace viva
