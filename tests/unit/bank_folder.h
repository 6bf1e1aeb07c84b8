// A bank folder in a temporary place, filled by a test and gone after it.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/validate.h"
#include "base/files.h"
#include "base/locations.h"

namespace viva {

struct ScratchBank {
  std::string root;
  ScratchBank() {
    char place[] = "/tmp/viva-bank-XXXXXX";
    root = ::mkdtemp(place);
    std::filesystem::create_directories(root + "/questions");
  }
  ~ScratchBank() {
    std::error_code ignored;
    std::filesystem::remove_all(root, ignored);
  }

  // `place` is below questions/.
  void write(const std::string& place, const std::string& text) const {
    std::filesystem::path path = root + "/questions/" + place;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  // The smallest thing that loads, with further members ("\"level\": \"mid\"").
  void question(const std::string& place, const std::string& more = {}) const {
    write(place, "{ \"type\": \"choice\", \"prompt\": \"What?\"" + (more.empty() ? "" : ", " + more) + " }");
  }
};

// The fields of the nine types, as scripts declare them.
inline const TypeFields& types() {
  static const TypeFields all = [] {
    TypeFields made;
    Json declared = *parse_json(*read_file(home_folder() + "/tests/data/type_fields.json"));
    for (const auto& [name, fields] : declared.items()) made[name] = *FieldSpec::parse(fields);
    return made;
  }();
  return all;
}

inline std::vector<std::string> texts(const std::vector<Error>& errors) {
  std::vector<std::string> out;
  for (const Error& error : errors) out.push_back(error.text());
  return out;
}

}  // namespace viva
