// The mean of many credits, exactly.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace viva {

// Sums of numerators by denominator, over a count: "0.666667", six decimals, half away from zero, no zeros at the end. "0" for a count of
// 0.
std::string exact_mean(const std::map<std::int64_t, std::int64_t>& numerators, long count);

}  // namespace viva
