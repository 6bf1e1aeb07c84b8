#include "bank/schema.h"

namespace viva {
namespace {

using Kind = FieldSpec::Kind;

constexpr const char* slug_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
constexpr const char* whole_id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$";

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

// What the declarations of all types are built from.
Json basic_definitions() {
  return Json::parse(R"json({
    "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "Small letters, digits and '-'."},
    "side_file": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$",
      "description": "A file in the question's own folder, questions/AREA/NAME/."},
    "lines": {"description": "A string, or a list of lines.", "if": {"type": "array"},
      "then": {"items": {"type": "string"}, "minItems": 1}, "else": {"type": "string", "minLength": 1}},
    "text": {"description": "A text for both languages, or {\"en\", \"zh\"}; each a string or a list of lines.", "if": {"type": "object"},
      "then": {"properties": {"en": {"$ref": "#/$defs/lines"}, "zh": {"$ref": "#/$defs/lines"}}, "required": ["en", "zh"], "additionalProperties": false},
      "else": {"$ref": "#/$defs/lines"}},
    "code": {"type": "object", "properties": {"language": {"$ref": "#/$defs/slug"}, "file": {"$ref": "#/$defs/side_file"},
      "lines": {"type": "array", "items": {"type": "string"}, "minItems": 1}}, "required": ["language"],
      "oneOf": [{"required": ["file"]}, {"required": ["lines"]}], "additionalProperties": false},
    "pattern": {"type": "string", "minLength": 1, "description": "What an answer may say; see \"How patterns match\" in questions/README.md."},
    "trap": {"type": "string", "description": "Catalogue id of the erratum that this wrong statement embodies; it must be among the question's covers."}
  })json");
}

void add_range(Json& schema, const FieldSpec& spec, const char* least, const char* most) {
  // Written as whole numbers where they are: 3, not 3.0.
  auto bound = [](double value) {
    return value == static_cast<double>(static_cast<long>(value)) ? Json(static_cast<long>(value)) : Json(value);
  };
  if (spec.min) schema[least] = bound(*spec.min);
  if (spec.max) schema[most] = bound(*spec.max);
}

Json schema_of(const FieldSpec& spec);

Json record_schema(const FieldSpec& spec) {
  Json schema = {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
  for (const FieldSpec& field : spec.of) {
    schema["properties"][field.name] = schema_of(field);
    if (!field.optional) schema["required"].push_back(field.name);
  }
  return schema;
}

// A condition that holds for values meant as this alternative.
Json meant_as(const FieldSpec& spec) {
  switch (spec.kind) {
    case Kind::list:
      return {{"type", "array"}};
    case Kind::number:
    case Kind::integer:
      return {{"type", "number"}};
    case Kind::record: {
      Json condition = {{"type", "object"}, {"anyOf", Json::array()}};
      for (const FieldSpec& field : spec.of) condition["anyOf"].push_back({{"required", {field.name}}});
      return condition;
    }
    case Kind::text:
      return {{"type", {"string", "array", "object"}}};
    default:
      return {{"type", "string"}};
  }
}

// if/then/else rather than anyOf, so that the fault is told of the alternative that was meant. Records are asked for first: a text may be
// an object too.
Json either_schema(const FieldSpec& spec) {
  std::vector<const FieldSpec*> order;
  for (const FieldSpec& one : spec.of) order.insert(one.kind == Kind::record || one.kind == Kind::list ? order.begin() : order.end(), &one);
  Json schema = schema_of(*order.back());
  for (std::size_t i = order.size() - 1; i-- > 0;)
    schema = {{"if", meant_as(*order[i])}, {"then", schema_of(*order[i])}, {"else", std::move(schema)}};
  return schema;
}

Json shape_of(const FieldSpec& spec) {
  Json schema;
  switch (spec.kind) {
    case Kind::any:
      return Json::object();
    case Kind::text:
      return reference("text");
    case Kind::slug:
      return reference("slug");
    case Kind::code:
      return reference("code");
    case Kind::pattern:
      return reference("pattern");
    case Kind::file:
    case Kind::folder:
      return reference("side_file");
    case Kind::trap:
      return reference("trap");
    case Kind::question:
      return reference("inline_question");
    case Kind::string:
      return {{"type", "string"}};
    case Kind::boolean:
      return {{"type", "boolean"}};
    case Kind::number:
    case Kind::integer:
      schema = {{"type", spec.kind == Kind::number ? "number" : "integer"}};
      add_range(schema, spec, "minimum", "maximum");
      return schema;
    case Kind::one_of:
      return {{"enum", spec.values}};
    case Kind::list:
      schema = {{"type", "array"}, {"items", schema_of(spec.of[0])}};
      add_range(schema, spec, "minItems", "maxItems");
      return schema;
    case Kind::map:
      return {{"type", "object"}, {"additionalProperties", schema_of(spec.of[0])}};
    case Kind::record:
      return record_schema(spec);
    case Kind::either:
      return either_schema(spec);
  }
  return schema;
}

Json schema_of(const FieldSpec& spec) {
  Json schema = shape_of(spec);
  if (!spec.about.empty()) schema["description"] = spec.about;
  return schema;
}

// The engine's own fields, told once: `common_NAME`. The id is the one that differs between whole and inline questions.
void add_common_definitions(Json& definitions) {
  for (const FieldSpec& field : common_fields(true).of) definitions["common_" + field.name] = schema_of(field);
  definitions["common_references"]["items"]["pattern"] = "^https://";
  definitions["common_follow_ups"]["items"]["oneOf"] = {{{"required", {"ask"}}}, {{"required", {"question"}}}};
  definitions["common_checks"]["items"]["oneOf"] = {{{"required", {"answer"}}}, {{"required", {"file"}}}};
}

Json question_object(const std::string& type, const FieldSpec& type_fields, bool whole, Owner owner) {
  Json schema = record_schema(question_fields(type_fields, whole, owner));
  Json& properties = schema["properties"];
  for (const FieldSpec& field : common_fields(whole).of) {
    if (!type_fields.field(field.name)) properties[field.name] = reference("common_" + field.name);
  }
  properties["type"] = {{"const", type}};
  properties["id"] = {{"type", "string"}, {"pattern", whole ? whole_id_pattern : slug_pattern}};
  return schema;
}

// An object whose `type` decides which of the closed objects it must be.
Json by_type(const TypeFields& types, const std::string& prefix) {
  Json schema = {{"type", "object"}, {"required", {"type"}}, {"allOf", Json::array()}};
  for (const auto& [type, fields] : types) {
    schema["properties"]["type"]["enum"].push_back(type);
    schema["allOf"].push_back(
        {{"if", {{"properties", {{"type", {{"const", type}}}}}, {"required", {"type"}}}}, {"then", reference(prefix + type)}});
  }
  return schema;
}

}  // namespace

Json question_schema(const TypeFields& types, Owner owner) {
  Json schema = by_type(types, "full_");
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["$id"] = "https://viva.invalid/question.schema.json";
  schema["title"] = "A viva question: questions/AREA/NAME.json";
  schema["$comment"] = "Made by `viva check --write-schema` from the fields that question types declare.";
  schema["$defs"] = basic_definitions();
  add_common_definitions(schema["$defs"]);
  schema["$defs"]["inline_question"] = by_type(types, "inline_");
  for (const auto& [type, fields] : types) {
    schema["$defs"]["full_" + type] = question_object(type, fields, true, owner);
    schema["$defs"]["inline_" + type] = question_object(type, fields, false, owner);
  }
  return schema;
}

}  // namespace viva
