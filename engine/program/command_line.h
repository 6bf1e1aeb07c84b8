// What people get wrong on a command line, told with what they may have meant.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Error.hpp>
#include <string>

namespace viva {

// The message for a command line that cannot be understood.
std::string explain(const CLI::App& program, const CLI::ParseError& problem);

}  // namespace viva
