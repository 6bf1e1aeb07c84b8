// Which of several texts have a small piece (some letters, a character, two characters), for comparing an answer with all of them in one
// pass.
#pragma once

#include <cstdint>
#include <vector>

namespace viva {

class GramTable {
 public:
  static constexpr std::uint32_t none = 0xffffffff;
  struct Gram {
    std::uint64_t key;
    std::uint32_t texts = 0;  // bit n: the n-th text has it
    bool asked = false;       // the question has it
  };

  // The gram with this key, made if need be. Keys are exact: two different pieces never share one.
  Gram& at(std::uint64_t key) {
    if ((grams_.size() + 1) * 2 > slots_.size()) grow();
    std::uint32_t& slot = slots_[place(key)];
    if (slot == none) {
      slot = static_cast<std::uint32_t>(grams_.size());
      grams_.push_back({key});
    }
    return grams_[slot];
  }
  std::uint32_t find(std::uint64_t key) const { return slots_.empty() ? none : slots_[place(key)]; }
  const std::vector<Gram>& grams() const { return grams_; }
  std::size_t bytes() const { return grams_.size() * sizeof(Gram) + slots_.size() * sizeof(std::uint32_t); }

 private:
  std::size_t place(std::uint64_t key) const {
    std::size_t at = static_cast<std::size_t>(key * 0x9e3779b97f4a7c15u >> 20) & (slots_.size() - 1);
    while (slots_[at] != none && grams_[slots_[at]].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, none);
    for (std::uint32_t i = 0; i < grams_.size(); ++i) slots_[place(grams_[i].key)] = i;
  }

  std::vector<Gram> grams_;
  std::vector<std::uint32_t> slots_;  // open addressing, a power of two long, at most half full
};

}  // namespace viva
