// Inputs that are nearly good: texts from a corpus, changed here and there. The same seed gives the same inputs on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace viva::fuzz {

class Mutator {
 public:
  Mutator(std::vector<std::string> corpus, std::uint64_t seed);

  // One of the corpus with 1 to 8 changes: bytes and bits flipped, put in, taken out, said many times; words and pieces of others of the
  // corpus put in.
  std::string next();
  // 0..n-1
  std::size_t below(std::size_t n);

 private:
  void change(std::string& text);
  std::string piece_of(const std::string& text);

  std::vector<std::string> corpus_, words_;
  std::uint64_t state_;
};

}  // namespace viva::fuzz
