// Which guarantees hold on this machine, and what to do about one that does not.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/cage.h"

namespace viva {

// "opening files": what scripts are kept from.
const char* kept_from(Guarantee guarantee);

// What is wrong and how to mend it, for a guarantee that nothing gives here.
std::string remedy_for(Guarantee guarantee);

// The guarantees that none of these layers (by name) gives.
std::vector<Guarantee> without_layer(const std::vector<std::string>& layers);

// Their names, as records and sessions say it.
std::vector<std::string> names_of(const std::vector<Guarantee>& guarantees);

// An error that names the first guarantee which no layer gives and nobody accepted to go without (--allow-degraded=NAME), with its remedy.
Status check_guarantees(const std::vector<std::string>& layers, const std::vector<std::string>& accepted);

// Are these names of guarantees? For what a person wrote.
Status check_accepted(const std::vector<std::string>& names);

}  // namespace viva
