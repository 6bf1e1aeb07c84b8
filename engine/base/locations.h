// Where things are on this machine.
#pragma once

#include <string>

namespace viva {

std::string version();           // of the program, "0.1.0"

// Folder with scripts/ and questions/: $VIVA_HOME, else the source tree this was built from, else the installed data. Empty: none of them is there.
std::string home_folder();

// The caged worker program: beside the running program, in its libexec folder, or where it was installed. Empty: not found.
std::string worker_program();

// The same for the server of program cages, and for the library that it puts into warm interpreters.
std::string cage_program();
std::string cage_agent();

// The program that makes requests to a judge.
std::string post_program();

// $XDG_DATA_HOME/viva (sessions, history) and $XDG_CACHE_HOME/viva (results that can be computed again); made when missing.
std::string data_folder();
std::string cache_folder();

}  // namespace viva
