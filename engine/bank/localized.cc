#include "bank/localized.h"

namespace viva {

std::string localized(const Json& text, const std::string& language) {
  if (text.is_string()) return text.get<std::string>();
  if (text.is_object()) {
    for (const std::string& name : {language, std::string("en"), std::string("zh")})
      if (text.contains(name)) return localized(text[name], language);
    return {};
  }
  std::string out;
  for (const Json& line : text) {
    if (&line != &text.front()) out += '\n';
    if (line.is_string()) out += line.get<std::string>();
  }
  return out;
}

}  // namespace viva
