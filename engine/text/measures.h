// Units of measure by their names in both languages, for figures.h.
#pragma once

#include <string>
#include <vector>

#include "text/figures.h"

namespace viva {

struct Measure {
  Dimension dimension;
  double decimal, binary;  // one of it, in the base unit of figures.h
};

// What a name in small letters means: nothing, one measure, or several.
const std::vector<Measure>& measures_named(const std::string& name);

// "万", "million": what a number in front of it is multiplied by; 0: nothing of the kind.
double multiplier_named(const std::string& name);

// "two", "thirty": 0 where it is no number.
double number_named(const std::string& word);

}  // namespace viva
