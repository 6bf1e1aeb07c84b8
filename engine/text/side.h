// Which side an answer takes, where a question asks for one: yes or no, or one of two things it offers.
//
//   Sides sides({"Is it better to use a connection-oriented or a connectionless service?"});
//   sides.compare(IndexedText("Connectionless, because …"), IndexedText("A connection-oriented one."))    // Side::other
//
// What is said first counts: people state their choice and then explain it, and name the other one while they do. Without a side taken by
// both texts nothing is said about them. Words of the question are no evidence otherwise (similarity.h), and yet all that a choice is made
// of.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "text/indexed_text.h"

namespace viva {

enum class Side { unknown, same, other };

class Sides {
 public:
  explicit Sides(const std::vector<std::string>& questions);

  // Of two texts the side each takes in the questions: what compare() puts beside each other, made once for a text.
  struct Taken {
    int yes = 0;               // 1 yes, -1 no, 0 neither
    std::vector<int> offered;  // for each pair that is offered: 1 the first, -1 the second, 0 neither
  };
  Taken taken(const IndexedText& text) const;
  static Side compare(const Taken& a, const Taken& b);

 private:
  // One of two things that a question offers: stems of words side by side, or Han characters.
  using Thing = std::vector<std::string>;

  void read(const IndexedText& question);

  bool asks_yes_or_no_ = false;
  std::vector<std::pair<Thing, Thing>> offered_;
};

}  // namespace viva
