// The files in a question's own folder: questions/AREA/NAME/ beside questions/AREA/NAME.json.
#pragma once

#include <string>
#include <vector>

#include "bank/field_spec.h"
#include "base/json.h"
#include "base/result.h"

namespace viva {

constexpr std::size_t largest_side_file = 1u << 20;  // bytes

// Where side files are: on this machine, and as people are shown it ("questions/web/http/").
struct SideFolder {
  std::string path, shown;
};

// Path on this machine of a side file named in a question. An error (message only): the name is not a plain relative one, the file is
// not there, or a link leads out of the folder.
Result<std::string> side_file_path(const SideFolder& folder, const std::string& name);

// The files of a folder among them, by their paths in it: [{"path", "text", "executable"?}]. Those that begin with "#!" are executable.
Result<Json> side_folder_files(const SideFolder& folder, const std::string& name);

// Replaces what the fields of the type declare as "file" by {"file": its name, "text"}, and as "folder" by what side_folder_files gives.
// The text is
// {"en", "zh"} as below. Values of other shapes than declared are left alone.
Status inline_files(Json& tree, const FieldSpec& spec, const SideFolder& folder);

// Replaces each code object {"language", "file" | "lines"} anywhere in the tree by {"language", "text"}. The text is {"en", "zh"} when
// beside NAME.EXT there is a NAME.zh.EXT. `pointer` is where the tree is in its file, for the path of errors; their file is empty.
Status inline_code(Json& tree, const SideFolder& folder, const std::string& pointer = {});

}  // namespace viva
