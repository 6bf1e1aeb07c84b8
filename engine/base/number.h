// Credits and points as exact fractions.
//
// Scripts compute with binary floating point, where 49 × 1/49 is less than 1. At the boundary a number becomes the fraction it was meant to
// be, and from there on sums are exact.
#pragma once

#include <cstdint>
#include <string>

namespace viva {

struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  // > 0; numerator and denominator have no common factor
};

// The fraction with the smallest denominator up to 1000 within 1e-12 of the value; otherwise the value rounded to 6 decimals (half away from
// zero). `value` must be finite and below 1e9 in size.
Fraction as_fraction(double value);

// Appends the number as the engine writes numbers: at most six decimals, no trailing zeros, never an exponent.
void append_decimal(double value, std::string& out);

inline double to_double(Fraction fraction) { return static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator); }

}  // namespace viva
