#include "base/number.h"

#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace viva {
namespace {

constexpr double largest_whole = 9007199254740992.0;  // 2^53: below it every whole number is exact

// Nearly all credits and points are.
bool is_whole(double value) { return std::fabs(value) < largest_whole && static_cast<double>(static_cast<std::int64_t>(value)) == value; }

}  // namespace

// A fraction this near with so small a denominator is a convergent of the number's continued fraction, so no other one has to be tried.
Fraction as_fraction(double value) {
  if (is_whole(value)) return {static_cast<std::int64_t>(value), 1};
  double rest = std::fabs(value);
  std::int64_t before = 0, denominator = 1;  // of the two last convergents
  for (;;) {
    const double scaled = std::nearbyint(value * static_cast<double>(denominator));
    if (std::fabs(scaled / static_cast<double>(denominator) - value) <= 1e-12) return {static_cast<std::int64_t>(scaled), denominator};
    rest = 1 / (rest - std::floor(rest));
    if (!(rest < 1001)) break;
    before = std::exchange(denominator, static_cast<std::int64_t>(rest) * denominator + before);
    if (denominator > 1000) break;
  }
  std::int64_t millionths = std::llround(value * 1e6);
  std::int64_t common = std::gcd(millionths, std::int64_t{1000000});
  return {millionths / common, 1000000 / common};
}

void append_decimal(double value, std::string& out) {
  if (is_whole(value)) {
    char text[32];
    out.append(text, std::to_chars(text, text + sizeof text, static_cast<long long>(value)).ptr);
    return;
  }
  char text[400];
  char* end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 6).ptr;
  while (end[-1] == '0') --end;
  if (end[-1] == '.') --end;
  if (end - text == 2 && text[0] == '-' && text[1] == '0') {
    out += '0';
    return;
  }
  out.append(text, end);
}

}  // namespace viva
