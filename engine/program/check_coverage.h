// What `viva check --coverage` prints.
#pragma once

#include <string>

#include "lint/coverage.h"

namespace viva {

// On standard output: area × kind × level × language, the areas together, and what is missing. Fits 80 columns.
void show_coverage(const Bank& bank, const Coverage& coverage, const std::string& language);

}  // namespace viva
