// What lints look at: every question in full, and where they write what they find.
//
// A question may be of a type that a pack declares, with fields of the same names and other shapes: the functions here give nothing where a
// value is not what a lint looks for, and no lint fails for it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bank/bank.h"
#include "base/json.h"

namespace viva {

inline constexpr std::string_view both_languages[] = {"en", "zh"};

struct Material {
  const QuestionEntry* entry;
  Json content;  // as Bank::question gives it
};

using Materials = std::vector<Material>;

// All questions of the folders from `first_folder` on, also those inside others, sorted by id. Left out: those in files named in
// `faulty`, as people are shown them, and what cannot be read.
Materials read_material(const Bank& bank, std::size_t first_folder, const std::set<std::string>& faulty);

// A text in one language, lines joined; what is in one plain text is in both. Empty: it is no text.
std::string text_in(const Json& text, std::string_view language);

const Json& member(const Json& object, std::string_view key);   // null: not there
const Json& list_in(const Json& object, std::string_view key);  // an empty list: not there, or no list
std::string string_in(const Json& object, std::string_view key);
double number_in(const Json& object, std::string_view key, double otherwise);

// Calls `see` for every {"en", "zh"} of a question, but not for those of its sample answers and of the questions inside it.
void each_text(const Json& content, const std::function<void(const std::string& path, const Json& text)>& see);

// What people are asked: the prompt, its code, and what is chosen from, put in order or matched.
std::string asked_text(const Material& question, std::string_view language);

bool has_han(std::string_view utf8);
int words_in(std::string_view utf8);  // runs of Latin letters

// Whether a folded text stands in another one as whole words: Chinese has no gaps between words and may stand anywhere.
bool contains_words(std::string_view folded, std::string_view what);

// A folded text worth looking for in others: not a letter or two, and not `while`.
bool is_telling(std::string_view folded);

class Warnings {
 public:
  explicit Warnings(const Bank& bank) : bank_(bank) {}

  void add(const Material& question, const std::string& path, const std::string& message);
  // About a folder of questions, or a file below it.
  void add(const BankFolder& folder, const std::string& below_questions, const std::string& message);

  std::vector<Error> sorted() &&;

 private:
  const Bank& bank_;
  std::vector<Error> found_;
};

}  // namespace viva
