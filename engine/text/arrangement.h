// Choosing one occurrence of each term of a pattern's part so that they stand together as the part says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/terms.h"

namespace viva {

constexpr int most_terms = 8;          // of one part; the work below grows with two to their number
constexpr std::uint32_t near_by = 12;  // the most width between neighbours

// Rules: the occurrences of one group do not overlap; each occurrence of a group starts behind the starts of all groups before it; sorted
// by start, neighbours have at most `near_by` between them. Among all choices that keep them the one is taken whose first term has the
// earliest place in its list, then the second, and so on: what a search by trial would find first, which takes time exponential in the
// terms.
//
// Here it takes time linear in the units of the sentence (times two to the terms of a group, as bits of machine words). A group's state
// behind a position is the set of its terms placed so far; all sets that can be reached are kept as one bit set per position. A pass from
// the left tells which sets can stand before an occurrence, a pass from the right which can follow; an occurrence is usable when two of
// these complete each other. Terms are then fixed one after the other; with the first one fixed, only its neighbourhood is left to look at.
class Arranger {
 public:
  explicit Arranger(const IndexedText& text) : text_(text) {}

  struct Choice {
    int group;                            // ascending, from 0
    std::vector<Occurrence> occurrences;  // in order of preference, all within one sentence
  };
  // The span from the first start to the last end, or nothing. Consumes the lists.
  std::optional<Occurrence> arrange(std::vector<Choice>& choices);

 private:
  using Subsets = std::array<std::uint64_t, (1u << most_terms) / 64>;  // bit n: the set of terms whose bits n has
  struct Placed {
    std::uint32_t end;
    int bit;
    std::int32_t next;  // the next one with the same start, or -1
  };

  std::optional<std::size_t> first_usable(const std::vector<Choice>& choices, std::size_t target);
  void keep_neighbours(std::vector<Choice>& choices, std::size_t fixed) const;
  void place_group(const std::vector<Choice>& choices, int group);
  void pass_from_left();
  void pass_from_right();
  bool can_enter(std::uint32_t start) const;
  bool can_leave(std::uint32_t start, std::uint32_t end) const;
  static Subsets with(const Subsets& sets, int bit);
  bool has_all_terms(const Subsets& sets) const { return sets[all_terms_ / 64] >> (all_terms_ % 64) & 1; }

  const IndexedText& text_;
  std::uint32_t low_ = 0, high_ = 0;  // the units looked at; the vectors below are indexed by unit - low_
  // The group at work.
  unsigned all_terms_ = 0;
  bool is_first_ = false, is_last_ = false;
  std::vector<Placed> placed_;
  std::vector<std::int32_t> head_;
  std::vector<Subsets> before_;               // sets that can stand before a start
  std::vector<Subsets> ending_;               // sets that end (in the pass from the right: start) exactly at a unit
  std::vector<Subsets> after_;                // sets that can follow an end
  std::vector<std::uint32_t> farthest_end_;   // of the group before, completed, among those that start before a unit; 0: none
  std::vector<std::uint32_t> nearest_start_;  // of the group behind, at a unit or later, from which the rest can be completed
  std::vector<std::uint32_t> own_start_;      // the same of the group at work
};

}  // namespace viva
