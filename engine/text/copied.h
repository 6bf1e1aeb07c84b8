// How much of an answer stands, word for word, in what was shown to the candidate: the question, its hints.
//
//   ShownText shown({"Explain what the GIL protects and what it leaves open."});
//   shown.share(IndexedText("what the GIL protects and what it leaves open"))    // 1
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/indexed_text.h"

namespace viva {

class ShownText {
 public:
  static constexpr std::uint32_t run = 5;  // units in a row are no coincidence

  explicit ShownText(const std::vector<std::string>& texts);

  // Of the answer's runs of five units those that were shown: 0 to 1; 0 of an answer with fewer units.
  double share(const IndexedText& answer) const;
  std::size_t bytes() const { return runs_.size() * 40; }

 private:
  std::unordered_set<std::uint64_t> runs_;  // hashes
};

}  // namespace viva
