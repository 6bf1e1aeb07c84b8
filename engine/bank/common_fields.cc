// The fields that all questions have, declared in the same way as those of a type.
#include "bank/field_spec.h"

namespace viva {
namespace {

// An inline question may have them all too, but `$schema` and `formerly`, and must only have id, type, prompt and seconds: topics, covers,
// level and difficulty it takes over from the question around it.
const char* const declaration = R"json({
"type": "record", "fields": {
  "$schema":     { "type": "string", "optional": true, "secret": true, "about": "Always \"../schema.json\": lets editors check and complete." },
  "id":          { "type": "string", "about": "AREA.NAME, the file's place; of an inline question a name of its own." },
  "type":        { "type": "string", "about": "The question type." },
  "formerly":    { "type": "list", "of": { "type": "string" }, "min": 1, "optional": true, "about": "Ids it had before; they keep its history." },
  "covers":      { "type": "list", "of": { "type": "string" }, "min": 1, "about": "What it covers, from the catalogue in index.json." },
  "topics":      { "type": "list", "of": { "type": "slug" }, "min": 1, "about": "Topics, named in index.json." },
  "level":       { "type": "one_of", "values": ["junior", "mid", "senior"], "about": "Whom it is for: junior has difficulty 1 to 3, mid 2 to 4, senior 3 to 5." },
  "difficulty":  { "type": "integer", "min": 1, "max": 5, "about": "From 1, easy, to 5." },
  "seconds":     { "type": "integer", "min": 10, "max": 5400, "about": "Time a good answer takes." },
  "family":      { "type": "list", "of": { "type": "slug" }, "min": 1, "optional": true, "about": "Siblings not to be asked together share a name here." },
  "applies_to":  { "type": "string", "optional": true, "about": "Versions the answer holds for; shown to the candidate." },
  "prompt":      { "type": "text", "about": "What is asked, in Markdown." },
  "code":        { "type": "code", "optional": true, "about": "Code shown below the prompt." },
  "hints":       { "type": "list", "min": 1, "max": 5, "secret": true, "about": "From a nudge to nearly the answer.",
                   "of": { "type": "either", "of": [ { "type": "text" },
                     { "type": "record", "fields": { "text": { "type": "text" }, "cost": { "type": "number", "min": 0, "max": 1, "about": "Part of the credit it costs." } } } ] } },
  "explanation": { "type": "text", "secret": true, "about": "Shown after the answer: what is right, and why." },
  "references":  { "type": "list", "of": { "type": "string" }, "min": 1, "secret": true, "about": "Public addresses, https://…, where this can be read." },
  "models":      { "type": "list", "min": 1, "optional": true, "secret": true, "about": "Model answers, in each language at least one.",
                   "of": { "type": "record", "fields": { "lang": { "type": "one_of", "values": ["en", "zh"] }, "text": { "type": "text" } } } },
  "follow_ups":  { "type": "list", "min": 1, "optional": true, "secret": true, "about": "Asked next when the conditions hold; the first that fits is taken.",
                   "of": { "type": "record", "fields": {
                     "when": { "type": "record", "optional": true, "about": "All of them must hold; without it the question always follows.", "fields": {
                       "missed": { "type": "string", "optional": true, "about": "Id of a part that got no credit." },
                       "found": { "type": "string", "optional": true, "about": "Id of a part that got credit." },
                       "misconception": { "type": "string", "optional": true, "about": "Id of a misconception that the answer shows." },
                       "stance": { "type": "one_of", "values": ["right", "wrong", "none"], "optional": true },
                       "below": { "type": "number", "min": 0, "max": 1, "optional": true, "about": "The credit is below this." },
                       "at_least": { "type": "number", "min": 0, "max": 1, "optional": true, "about": "The credit is this or more." } } },
                     "ask": { "type": "string", "optional": true, "about": "Id of another question." },
                     "question": { "type": "question", "optional": true } } } },
  "checks":      { "type": "list", "min": 1, "optional": true, "secret": true, "about": "Sample answers and the credit they must get.",
                   "of": { "type": "record", "fields": {
                     "answer": { "type": "any", "optional": true, "about": "As a candidate types it, or as it stands in a batch file." },
                     "file": { "type": "file", "optional": true, "about": "The answer is in this side file." },
                     "lang": { "type": "one_of", "values": ["en", "zh", "mixed"], "optional": true },
                     "credit": { "type": "either", "of": [ { "type": "number", "min": 0, "max": 1 },
                       { "type": "list", "of": { "type": "number", "min": 0, "max": 1 }, "min": 2, "max": 2 } ], "optional": true, "about": "Exactly this, or from this to that." },
                     "verdict": { "type": "one_of", "optional": true, "values": ["correct", "partial", "incorrect", "skipped", "invalid",
                       "wrong-answer", "presentation", "runtime-error", "time-limit", "idle-limit", "memory-limit",
                       "output-limit", "process-limit", "policy", "compile-error", "growth"], "about": "Of the grade; or of one of the cases of a program." },
                     "fails": { "type": "list", "of": { "type": "string" }, "min": 1, "optional": true, "about": "Names of the cases that it fails." },
                     "expect": { "type": "record", "optional": true, "about": "Parts by their ids.", "fields": {
                       "found": { "type": "list", "of": { "type": "string" }, "optional": true },
                       "missed": { "type": "list", "of": { "type": "string" }, "optional": true },
                       "misconceptions": { "type": "list", "of": { "type": "string" }, "optional": true } } },
                     "trap": { "type": "trap", "optional": true },
                     "why": { "type": "text", "optional": true } } } },
  "proof":       { "type": "record", "optional": true, "secret": true, "about": "A program whose output proves the key.", "fields": {
                     "run": { "type": "file" },
                     "prints": { "type": "either", "of": [ { "type": "one_of", "values": ["items", "output"] }, { "type": "list", "of": { "type": "string" } } ],
                       "about": "The lines it prints, or the field that holds them." } } }
} })json";

FieldSpec make(bool whole) {
  FieldSpec fields = *FieldSpec::parse(*parse_json(declaration));
  if (whole) return fields;
  for (FieldSpec& field : fields.of) {
    if (field.name != "id" && field.name != "type" && field.name != "prompt" && field.name != "seconds") field.optional = true;
  }
  fields.of.erase(std::remove_if(fields.of.begin(), fields.of.end(),
                                 [](const FieldSpec& field) { return field.name == "$schema" || field.name == "formerly"; }),
                  fields.of.end());
  return fields;
}

}  // namespace

const FieldSpec& common_fields(bool whole) {
  static const FieldSpec of_whole = make(true), of_inline = make(false);
  return whole ? of_whole : of_inline;
}

}  // namespace viva
