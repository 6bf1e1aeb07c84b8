// What the index knows of a question: enough to list, find and pick it without parsing its file again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace viva {

// One text in both languages.
struct Name {
  std::string en, zh;
};

struct QuestionEntry {
  std::string id;  // "web.http"; of an inline question "web.http.second-try"
  std::string area, type;
  std::vector<std::string> topics, covers, formerly, families;
  std::string level;   // "junior", "mid", "senior"; empty when the file gives none
  int difficulty = 0;  // 1..5; 0 when the file gives none
  int seconds = 0;
  Name title;                           // first line of the prompt, cut at 160 bytes
  std::string file;                     // as shown to people: "questions/web/http.json", in a pack "mypack/questions/web/http.json"
  std::size_t folder = 0;               // index of the BankFolder it is from
  std::string parent;                   // of an inline question: the id of the question around it; else empty
  std::string pointer;                  // of an inline question: its place in the file, "/follow_ups/0/question"
  std::vector<std::string> inline_ids;  // full ids of the questions right inside this one
};

// The entries of one question file: the question itself first, then those inside it (each object that has an id, a type and a prompt),
// with what they take over from the question around them (topics, covers, level, difficulty). Fields of a wrong type count as not
// given: telling so is the business of validation. An error: not JSON, not an object, no type.
Result<std::vector<QuestionEntry>> read_entries(std::string_view text, const std::string& id, const std::string& file);

// Small letters, digits and single '-' between them.
bool is_slug(std::string_view text);

}  // namespace viva
