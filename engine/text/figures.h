// The figures of a text: numbers with their units, and complexity classes. Patterns look for them by what they say, not by how they are
// written: #2h is "2 hours", "120 min", "7,200 s" and "两小时", and O(nlogn) is "O(N·log N)".
//
//   figures("at most 1.5 MB/s", units("at most 1.5 MB/s"))    // the number 1.5; the rate 1.5 MB/s
//
// - A number may have groups of three digits (1,000,000), a fraction, an exponent (1e6, 10^6) or a multiplier (30k, 2 million, 20 万).
//   Parts of names (float32) and of versions (3.12.1) are none. Before a unit, number words count as well: "two hours", "三十秒".
// - MB may mean 1000² or 1024² bytes, MiB only 1024²; two amounts are the same when they are in one of the two readings. "Mb" is read as
//   "MB": people do not tell them apart.
// - A letter with several meanings (m: minutes, MB, millions) has all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/complexity.h"
#include "text/units.h"

namespace viva {

enum class Dimension : std::uint8_t { number, data, time, share, data_rate, rate, complexity };

struct Figure {
  std::uint32_t start = 0, end = 0;  // units of the text, half-open
  std::uint32_t from = 0, to = 0;    // bytes of the text, half-open: with brackets and signs that are no units
  Dimension dimension = Dimension::number;
  double decimal = 0, binary = 0;  // the amount in bytes, seconds, parts of one, or per second; the second with K = 1024
  Complexity complexity = {};
  bool any_variable = false;  // "linear time": only the shape was said
};

std::vector<Figure> figures(std::string_view text, const std::vector<Unit>& units);

// What a pattern asks for.
struct WantedFigure {
  Dimension dimension;
  double low_decimal = 0, high_decimal = 0, low_binary = 0, high_binary = 0;
  Complexity complexity = {};

  bool matches(const Figure& figure) const;

  // "2h", "12.5MB~5%" (a tolerance), "10..20ms" (both included), "7200" (the number, whatever its unit is), "O(n^2)". An error says what is
  // wrong.
  static Result<WantedFigure> read(std::string_view source);
};

}  // namespace viva
