// The part of `viva doctor` about languages: their self tests, in the real cage.
#pragma once

#include <string>

#include "script/host.h"

namespace viva {

// Runs the self tests of every language and prints, for each and each of its profiles, whether it works, is not installed (and how to
// install it), or what is wrong. Returns how many of them do not work; what is not installed is none of them.
int show_languages(ScriptHost& host, const std::string& language);

}  // namespace viva
