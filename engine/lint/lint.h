// What makes questions worse than they need be, though they are in order: warnings for whoever writes them, each with what to do about it.
//
//   for (const Error& warning : lint(bank, {glossary, 0, faulty_files})) say(warning.text());
//   questions/web/http.json:41: /hints/0: warning: the hint says the key, and is not the last one; let it only nudge
//
// Some look at one question, some at all: where keys stand, how hard an area is, questions that ask the same. questions/README.md explains
// each to writers.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "text/pattern.h"

namespace viva {

struct LintOptions {
  const Glossary& glossary;
  std::size_t first_folder = 0;  // warnings are about the questions of the bank's folders from here on
  std::set<std::string> faulty;  // files, as people are shown them, that are at fault and not looked at
};

// Sorted by file and line.
std::vector<Error> lint(const Bank& bank, const LintOptions& options);

}  // namespace viva
