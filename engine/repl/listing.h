// What there is, as tables.
#pragma once

#include "repl/desk.h"

namespace viva {

// Commands.
void list(Desk& desk, const std::string& argument);
void list_sessions(Desk& desk, const std::string& argument);
void show_stats(Desk& desk, const std::string& argument);

}  // namespace viva
