// What a field of a question may hold, as a question type declares it (scripts/README.md, "Fields").
//
// Declared as JSON:
//   {"type": "text" | "string" | "number" | "integer" | "boolean" | "slug" | "code" | "pattern" | "file" | "folder" | "trap" | "question" |
//   "any"}
//   {"type": "list", "of": SPEC}   {"type": "record", "fields": {NAME: SPEC}}   {"type": "map", "of": SPEC}   {"type": "one_of", "values":
//   ["a", "b"]}
// and in each, as wanted, "min" and "max" (of a number's value, or of how many items a list has), "optional", "secret", "order_is_key"
// and "about", a sentence for authors. The engine's own fields also use {"type": "either", "of": [SPEC, SPEC]}: alternatives told apart by their JSON
// type.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace viva {

struct FieldSpec {
  enum class Kind {
    text,
    string,
    number,
    integer,
    boolean,
    slug,
    code,
    pattern,
    file,
    folder,
    trap,
    question,
    any,
    list,
    record,
    map,
    one_of,
    either
  };

  Kind kind = Kind::any;
  std::optional<double> min, max;
  bool optional = false;
  bool secret = false;        // never shown before the question is answered
  bool order_is_key = false;  // what stands where is the key: `present` gets it, to show it in another order
  std::string about;
  std::string name;                 // of a record's field
  std::vector<FieldSpec> of;        // list, map: one; record: its fields, sorted by name; either: the alternatives
  std::vector<std::string> values;  // one_of

  // An error names the place in the declaration, "/fields/options/of: …".
  static Result<FieldSpec> parse(const Json& declared);

  // A record's field, or nullptr.
  const FieldSpec* field(const std::string& wanted) const;
  std::vector<std::string> field_names() const;
};

// Whose question it is. What only teaches and tells where a question comes from (covers, hints, explanation, references) is demanded of the
// shipped bank; in somebody's own pack it is left to them.
enum class Owner { shipped, pack };

// Fields that every question has beside those of its type: `whole` of a question with a file of its own, else of an inline one.
const FieldSpec& common_fields(bool whole);

// Common fields and those of the type together, as one record. Where both declare a field, the type's declaration holds (a type may demand
// `checks`, say), but `id` and `type` are the engine's.
FieldSpec question_fields(const FieldSpec& type_fields, bool whole, Owner owner);

// What may be shown before the question is answered: only declared fields, without those that are secret; the key and the explanation,
// hints, follow-ups, checks, model answers, proofs, references and traps are. Inline questions are taken out too: they are asked on their
// own.
Json without_secrets(const Json& question, const FieldSpec& type_fields);

// The same for whoever reads it as it stands: without the fields whose order is the key.
Json without_key(const Json& question, const FieldSpec& type_fields);

}  // namespace viva
