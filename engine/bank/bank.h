// The question bank: folders of JSON files, indexed at start, read in full on demand.
//
//   std::vector<Error> faults;
//   Bank bank = Bank::load({{viva::home_folder(), ""}, {"/home/me/mypack", "mypack"}}, faults);
//   for (const Error& fault : faults) say(fault.text());     // faulty files are left out, all the others are there
//   const QuestionEntry* entry = bank.find("web.http");
//   Result<Json> question = bank.question("web.http");
//
// Loading keeps of each file what QuestionEntry holds and forgets the rest. A Bank is not changed after loading, so that any number of
// threads may read it. Pointers it returns live as long as it does.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "bank/question_entry.h"
#include "base/json.h"
#include "base/result.h"

namespace viva {

constexpr std::size_t largest_question_file = 4u << 20;  // bytes

struct BankFolder {
  std::string root;  // the folder that holds questions/
  std::string name;  // empty for the shipped bank, else the pack's name, put before its file names in messages
};

// What the notes that the catalogue was made from have wrong about an entry.
enum class Erratum {
  none,
  minor,  // words, or something is left out
  wrong,  // they state what is false or was once true: somebody who learned it must be shown so, and never gets full credit for it
};

// One line of the catalogue, the list of what `covers` and `trap` refer to.
struct CatalogueEntry {
  std::string area;
  Name name;
  Erratum erratum = Erratum::none;
  std::size_t folder = 0;  // index of the BankFolder whose index.json has it
};

class Bank {
 public:
  Bank() = default;
  Bank(Bank&&) = default;  // not copied: the index points into itself
  Bank& operator=(Bank&&) = default;

  // Reads every questions/AREA/NAME.json, and questions/index.json and questions/glossary.json where they are there. Where two folders
  // give the same id, topic or concept, the earlier folder wins. All faults are reported, sorted by file and line.
  static Bank load(std::vector<BankFolder> folders, std::vector<Error>& faults);

  const std::vector<QuestionEntry>& all() const { return entries_; }        // sorted by id bytewise, without inline questions
  const std::vector<QuestionEntry>& all_inline() const { return inline_; }  // sorted by id
  const QuestionEntry* find(const std::string& id) const;                   // also inline questions, and by a former id; nullptr: none
  bool is_inline(const std::string& id) const;                              // a follow-up that stands in the file of its question

  // The question as a tree, ready for a question type: `id` in full and `area` are set, `$schema` is gone, code is
  // {"language", "text"} where text is a string or {"en", "zh"} (the side file NAME.zh.EXT is the Chinese one beside NAME.EXT), and an
  // inline question has what it takes over from the one around it. It is parsed strictly, not validated.
  Result<Json> question(const std::string& id) const;

  std::string like_id(const std::string& id) const;  // "; did you mean 'x'?" or empty

  const std::map<std::string, Name>& areas() const { return areas_; }            // named in an index, or with a question
  const std::set<std::string>& unnamed_areas() const { return unnamed_areas_; }  // of areas(): in no index, their slug is their name
  const std::map<std::string, Name>& topics() const { return topics_; }          // named in an index
  const std::map<std::string, CatalogueEntry>& catalogue() const { return catalogue_; }
  const Json& glossary() const { return glossary_; }  // {"concepts": {…}} of all folders together

  const std::vector<BankFolder>& folders() const { return folders_; }
  std::string path_of(const QuestionEntry& entry) const;         // of its file on this machine
  std::string side_folder_of(const QuestionEntry& entry) const;  // where its side files are

 private:
  void add_index(std::size_t folder, std::vector<Error>& faults);
  void add_glossary(std::size_t folder, std::vector<Error>& faults);
  void add_questions(std::vector<Error>& faults);
  void settle(std::vector<QuestionEntry>& entries, std::vector<Error>& faults) const;
  void make_findable(std::vector<Error>& faults);

  std::vector<BankFolder> folders_;
  std::vector<QuestionEntry> entries_, inline_;
  std::unordered_map<std::string, const QuestionEntry*> by_id_;  // into entries_ and inline_, which do not move any more
  std::unordered_map<std::string, std::string> current_id_;      // by former id
  std::map<std::string, Name> areas_, topics_;
  std::set<std::string> unnamed_areas_;
  std::map<std::string, CatalogueEntry> catalogue_;
  Json glossary_;
};

// A file of a bank folder as people are shown it: "questions/web/http.json", "mypack/questions/web/http.json".
std::string shown_file(const BankFolder& folder, const std::string& below_questions);

// By file, then line, then path, then message.
void sort_errors(std::vector<Error>& errors);

}  // namespace viva
