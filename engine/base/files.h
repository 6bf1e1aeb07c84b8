// Reading and writing whole files, with errors that a person can act on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace viva {

// The content of a regular file. Refused with a message: not there, a folder or device, not readable, larger than `most` bytes.
Result<std::string> read_file(const std::string& path, std::size_t most = 64u << 20);

// Writes beside the file, syncs and renames: a reader sees the old content or the new one, never half of it.
Status write_file(const std::string& path, std::string_view content);

// Regular files below `folder`, as paths relative to it with '/', sorted bytewise. Names that start with a dot are passed over. Links to
// folders are not followed, so a loop of links ends.
Result<std::vector<std::string>> list_files(const std::string& folder);

}  // namespace viva
