#include "base/number.h"

#include <cmath>
#include <numeric>

namespace viva {

Fraction as_fraction(double value) {
  for (std::int64_t denominator = 1; denominator <= 1000; ++denominator) {
    double scaled = std::nearbyint(value * static_cast<double>(denominator));
    if (std::fabs(scaled / static_cast<double>(denominator) - value) <= 1e-12) return {static_cast<std::int64_t>(scaled), denominator};
  }
  std::int64_t millionths = std::llround(value * 1e6);
  std::int64_t common = std::gcd(millionths, std::int64_t{1000000});
  return {millionths / common, 1000000 / common};
}

}  // namespace viva
