// Questions that ask nearly the same: the runs of letters of what people are asked are compared, in each language.
#include <fmt/format.h>

#include <cstdint>
#include <unordered_map>

#include "lint/lints.h"
#include "text/units.h"

namespace viva {
namespace {

constexpr double too_alike = 0.7;       // shared runs over all runs of both
constexpr std::size_t least_runs = 20;  // shorter texts are alike by chance

// The different runs of three units (two for Chinese characters), as sorted hashes.
std::vector<std::uint32_t> runs_of(const std::string& text) {
  std::string letters;
  const std::vector<Unit> all = units(text);
  std::vector<std::uint32_t> runs;
  auto hash = [](std::string_view bytes) {
    std::uint32_t value = 2166136261u;  // FNV-1a
    for (char byte : bytes) value = (value ^ static_cast<unsigned char>(byte)) * 16777619u;
    return value;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].han) {
      runs.push_back(hash(all[i].text + (i + 1 < all.size() ? all[i + 1].text : "")));
      continue;
    }
    const std::string word = " " + all[i].text + " ";
    for (std::size_t at = 0; at + 3 <= word.size(); ++at) runs.push_back(hash(std::string_view(word).substr(at, 3)));
    // Which word follows which counts as well: programs share their words.
    if (i + 1 < all.size()) runs.push_back(hash(all[i].text + "\n" + all[i + 1].text));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const double least = static_cast<double>(std::min(a.size(), b.size())), most = static_cast<double>(std::max(a.size(), b.size()));
  if (least < static_cast<double>(least_runs) || least / most < too_alike) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else
      *x < *y ? ++x : ++y;
  }
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

bool of_one_family(const QuestionEntry& a, const QuestionEntry& b) {
  return std::any_of(a.families.begin(), a.families.end(),
                     [&](const std::string& name) { return std::count(b.families.begin(), b.families.end(), name) > 0; });
}

}  // namespace

void lint_duplicates(const Materials& questions, Warnings& warnings) {
  std::vector<std::vector<std::uint32_t>> runs[2];
  for (int language = 0; language < 2; ++language)
    for (const Material& question : questions) runs[language].push_back(runs_of(asked_text(question, both_languages[language])));
  for (std::size_t i = 0; i < questions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double alike = std::max(likeness(runs[0][i], runs[0][j]), likeness(runs[1][i], runs[1][j]));
      if (alike < too_alike || of_one_family(*questions[i].entry, *questions[j].entry)) continue;
      warnings.add(
          questions[i], "/prompt",
          fmt::format("asks nearly the same as {} ({:.0f} % alike); drop one of them, ask something else, or give both a \"family\" so "
                      "that nobody is asked both",
                      questions[j].entry->id, alike * 100));
    }
  }
}

}  // namespace viva
