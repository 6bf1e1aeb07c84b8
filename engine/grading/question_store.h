// Questions as workers and screens need them: looked up, validated and versioned once.
#pragma once

#include <map>
#include <string>

#include "bank/bank.h"
#include "bank/validate.h"
#include "script/host.h"

namespace viva {

// Used by one thread. Holds on to bank and host, which must outlive it.
class QuestionStore {
 public:
  // `left_out`: what Bank::load reported; a question that is missing for it is told from one that never was.
  QuestionStore(const Bank& bank, const ScriptHost& host, const std::vector<Error>* left_out = nullptr) : bank_(bank), host_(host), left_out_(left_out) {}

  // The question in full. An error when there is none of this id, or when its file or type is at fault: such a question is not asked.
  Result<const Json*> question(const std::string& id);
  // The question without its secrets, as its type's `present` gets it.
  Result<Json> shown(const std::string& id);
  // The question without anything that gives the key away, the order of its parts included.
  Result<Json> readable(const std::string& id);
  // 16 hexadecimal digits over the question's content with its side files; empty when question(id) is an error.
  std::string version(const std::string& id);

  // As Domain asks for it: {"content", "type", "version", "type_version"}, or {"unknown": why, "type"?}.
  Json definition(const std::string& id);

  // From now on this is the question of its id, whatever the bank holds: for sessions that go on with what they began with.
  void pin(const std::string& id, Json question) { pinned_[id] = std::move(question); }

  const Bank& bank() const { return bank_; }

 private:
  struct Entry {
    Json content;
    std::string version;
    std::string problem;  // not empty: not to be asked
  };
  Entry read(const std::string& id);
  const Error* fault_of(const std::string& id) const;
  Entry& entry(const std::string& id);
  const TypeFields& fields();
  Result<FieldSpec> fields_of(const Json& question) const;

  const Bank& bank_;
  const ScriptHost& host_;
  const std::vector<Error>* left_out_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, Json> pinned_;
  TypeFields fields_;
  std::string fields_of_;  // names and versions of the types they are of
};

// The fields that the registered question types declare. Faulty declarations are added to `problems` and left out.
TypeFields type_fields(const ScriptHost& host, std::vector<Error>& problems);

}  // namespace viva
