#include "base/result.h"

namespace viva {

std::string Error::text() const {
  std::string out;
  if (!file.empty()) {
    out += file;
    if (line > 0) out.append(":").append(std::to_string(line));
    out += ": ";
  }
  if (!path.empty()) out += path + ": ";
  return out + message;
}

}  // namespace viva
