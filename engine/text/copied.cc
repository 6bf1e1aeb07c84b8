#include "text/copied.h"

#include <algorithm>

namespace viva {
namespace {

constexpr std::uint64_t basis = 0xcbf29ce484222325u, prime = 0x100000001b3u;  // of FNV-1a

// A hash for each run of units in a row, by its first one; the same on every machine.
std::vector<std::uint64_t> hashes_of_runs(const IndexedText& text) {
  if (text.size() < ShownText::run) return {};
  std::vector<std::uint64_t> units;
  for (const Unit& unit : text.units()) {
    std::uint64_t hash = basis;
    for (char c : unit.text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    units.push_back(hash);
  }
  std::vector<std::uint64_t> runs;
  for (std::size_t from = 0; from + ShownText::run <= units.size(); ++from) {
    std::uint64_t hash = basis;
    for (std::size_t i = from; i < from + ShownText::run; ++i) hash = ((hash ^ units[i]) * prime) ^ (hash >> 32);
    runs.push_back(hash);
  }
  return runs;
}

}  // namespace

ShownText::ShownText(const std::vector<std::string>& texts) {
  for (const std::string& source : texts) {
    const std::vector<std::uint64_t> runs = hashes_of_runs(IndexedText(source));
    runs_.insert(runs.begin(), runs.end());
  }
}

double ShownText::share(const IndexedText& answer) const {
  const std::vector<std::uint64_t> runs = hashes_of_runs(answer);
  if (runs.empty()) return 0;
  const auto shown = std::count_if(runs.begin(), runs.end(), [&](std::uint64_t hash) { return runs_.contains(hash); });
  return static_cast<double>(shown) / static_cast<double>(runs.size());
}

}  // namespace viva
