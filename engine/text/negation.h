// Words that turn a statement into its opposite.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/units.h"

namespace viva {

// not no never cannot without neither nor nothing, 不 没 无 非 未.
bool is_negation_word(std::string_view word);

// Whether the unit negates where it stands. Beginnings of other words do not: 不仅 不但 不论 不同 不断 不过 不管 无论 非常 未来, "not
// only", "no matter".
bool is_negation(const std::vector<Unit>& units, std::size_t at);

}  // namespace viva
