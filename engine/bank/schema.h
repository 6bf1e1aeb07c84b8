// The JSON schema of question files, for editors: completion, descriptions, and faults while typing. It says what the fields' declarations
// say; that ids exist, that parts fit together and that side files are there is for `viva check`.
#pragma once

#include "bank/validate.h"
#include "base/json.h"

namespace viva {

// Draft 2020-12. Each type has a closed object of its own (`full_TYPE`, and `inline_TYPE` for questions inside others), chosen by `type`,
// so that a fault is told once and where it is.
Json question_schema(const TypeFields& types, Owner owner);

}  // namespace viva
