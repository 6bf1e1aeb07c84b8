#include "batch/mean.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace viva {

std::string exact_mean(const std::map<std::int64_t, std::int64_t>& numerators, long count) {
  if (count == 0) return "0";
  boost::multiprecision::cpp_rational sum = 0;
  for (auto [denominator, numerator] : numerators) sum += boost::multiprecision::cpp_rational(numerator, denominator);
  boost::multiprecision::cpp_rational millionths = sum * 1000000 / count;
  boost::multiprecision::cpp_int top = boost::multiprecision::numerator(millionths),
                                 bottom = boost::multiprecision::denominator(millionths);
  boost::multiprecision::cpp_int rounded = (2 * top + bottom) / (2 * bottom);
  std::string digits = rounded.str();
  digits.insert(0, digits.size() < 7 ? 7 - digits.size() : 0, '0');
  digits.insert(digits.size() - 6, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace viva
