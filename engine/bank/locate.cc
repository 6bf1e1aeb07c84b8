#include "bank/locate.h"

#include "bank/json_scan.h"
#include "base/files.h"
#include "base/json.h"

namespace viva {
namespace {

// "~1" stands for '/', "~0" for '~' (RFC 6901).
std::string unescape_pointer(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    if (step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1'))
      out.push_back(step[++i] == '0' ? '~' : '/');
    else
      out.push_back(step[i]);
  }
  return out;
}

}  // namespace

int line_of_pointer(std::string_view text, std::string_view pointer) {
  JsonScan scan(text);
  if (scan.next() == Token::bad) return 1;
  std::size_t found = scan.offset();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    std::size_t end = std::min(pointer.find('/'), pointer.size());
    std::string step = unescape_pointer(pointer.substr(0, end));
    pointer.remove_prefix(end);
    bool there = false;
    if (scan.token() == Token::object_begin) {
      while (!there && scan.next() == Token::key) {
        there = scan.decoded() == step;
        if (there) found = scan.offset();
        if (scan.next() == Token::bad) break;
        if (!there) scan.skip();
      }
    } else if (scan.token() == Token::array_begin) {
      for (int i = 0; scan.next() != Token::array_end && scan.token() != Token::bad; ++i) {
        there = std::to_string(i) == step;
        if (there) {
          found = scan.offset();
          break;
        }
        scan.skip();
      }
    }
    if (!there) break;
  }
  return line_of(text, found);
}

void add_line(Error& fault, const std::string& path) {
  if (auto text = read_file(path)) fault.line = line_of_pointer(*text, fault.path);
}

}  // namespace viva
