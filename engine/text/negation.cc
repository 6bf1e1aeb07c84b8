#include "text/negation.h"

#include <algorithm>

namespace viva {
namespace {

constexpr std::string_view negations[] = {"not",     "no", "never", "cannot", "without", "neither", "nor",
                                          "nothing", "不", "没",    "无",     "非",      "未"};

// A negation and what follows it when it is none.
constexpr std::string_view harmless[][2] = {{"不", "仅"}, {"不", "但"}, {"不", "论"}, {"不", "同"}, {"不", "断"},    {"不", "过"},
                                            {"不", "管"}, {"无", "论"}, {"非", "常"}, {"未", "来"}, {"not", "only"}, {"no", "matter"}};

}  // namespace

bool is_negation_word(std::string_view word) { return std::find(std::begin(negations), std::end(negations), word) != std::end(negations); }

bool is_negation(const std::vector<Unit>& units, std::size_t at) {
  if (!is_negation_word(units[at].text)) return false;
  if (at + 1 == units.size()) return true;
  return std::none_of(std::begin(harmless), std::end(harmless),
                      [&](const auto& pair) { return pair[0] == units[at].text && pair[1] == units[at + 1].text; });
}

}  // namespace viva
