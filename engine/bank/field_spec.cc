#include "bank/field_spec.h"

#include "base/spelling.h"

namespace viva {
namespace {

using Kind = FieldSpec::Kind;

const std::vector<std::string> kind_names = {"text",   "string", "number",   "integer", "boolean", "slug",   "code", "pattern", "file",
                                             "folder", "trap",   "question", "any",     "list",    "record", "map",  "one_of",  "either"};

Error at(const std::string& path, std::string message) { return {std::move(message), {}, 0, path, {}}; }

// Reads one declaration at a path of the whole.
class SpecReader {
 public:
  Result<FieldSpec> read(const Json& declared, const std::string& path) {
    if (!declared.is_object() || !declared.contains("type") || !declared["type"].is_string())
      return at(path, "a field is declared by an object with a \"type\"");
    const std::string& type = declared["type"].get_ref<const std::string&>();
    auto kind = std::find(kind_names.begin(), kind_names.end(), type);
    if (kind == kind_names.end()) return at(path, "unknown field type '" + type + "'" + did_you_mean(type, kind_names));
    FieldSpec spec;
    spec.kind = static_cast<Kind>(kind - kind_names.begin());
    for (const auto& [key, value] : declared.items()) {
      if (auto done = attribute(spec, key, value, path); !done) return done.error();
    }
    if (spec.min && spec.max && *spec.min > *spec.max) return at(path, "\"min\" is larger than \"max\"");
    if (spec.of.empty() && (spec.kind == Kind::list || spec.kind == Kind::map || spec.kind == Kind::either))
      return at(path, "a " + type + " needs \"of\", what its items are");
    if (spec.kind == Kind::record && !declared.contains("fields")) return at(path, "a record needs \"fields\"");
    if (spec.kind == Kind::one_of && spec.values.empty()) return at(path, "one_of needs \"values\", a list of strings");
    return spec;
  }

 private:
  Status attribute(FieldSpec& spec, const std::string& key, const Json& value, const std::string& path) {
    if (key == "type") return ok();
    if (key == "optional" || key == "secret" || key == "order_is_key") {
      if (!value.is_boolean()) return at(path + "/" + key, "expected true or false");
      (key == "optional" ? spec.optional : key == "secret" ? spec.secret : spec.order_is_key) = value.get<bool>();
    } else if (key == "min" || key == "max") {
      if (!value.is_number()) return at(path + "/" + key, "expected a number");
      (key == "min" ? spec.min : spec.max) = value.get<double>();
    } else if (key == "about") {
      if (!value.is_string()) return at(path + "/about", "expected a string");
      spec.about = value;
    } else if (key == "values" && spec.kind == Kind::one_of) {
      if (!value.is_array()) return at(path + "/values", "expected a list of strings");
      for (const Json& one : value) {
        if (!one.is_string()) return at(path + "/values", "expected a list of strings");
        spec.values.push_back(one);
      }
    } else if (key == "fields" && spec.kind == Kind::record) {
      if (!value.is_object()) return at(path + "/fields", "expected an object of declarations by name");
      for (const auto& [name, declared] : value.items()) {
        if (auto done = part(spec, declared, path + "/fields/" + name); !done) return done;
        spec.of.back().name = name;
      }
    } else if (key == "of" && spec.kind == Kind::either) {
      if (!value.is_array()) return at(path + "/of", "expected a list of declarations");
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (auto done = part(spec, value[i], path + "/of/" + std::to_string(i)); !done) return done;
      }
    } else if (key == "of" && (spec.kind == Kind::list || spec.kind == Kind::map)) {
      return part(spec, value, path + "/of");
    } else {
      return at(path, "unknown key '" + key + "' for a field of this type" +
                          did_you_mean(key, {"type", "optional", "secret", "order_is_key", "min", "max", "about", "values", "fields", "of"}));
    }
    return ok();
  }

  Status part(FieldSpec& whole, const Json& declared, const std::string& path) {
    auto one = read(declared, path);
    if (!one) return one.error();
    whole.of.push_back(std::move(*one));
    return ok();
  }
};

// Keeps what is declared and not secret. Objects of a record's shape lose their secret fields, whatever list or map they are in.
Json open_part(const Json& value, const FieldSpec& spec) {
  switch (spec.kind) {
    case Kind::record: {
      Json kept = Json::object();
      if (!value.is_object()) return kept;
      for (const auto& [key, item] : value.items()) {
        const FieldSpec* field = spec.field(key);
        if (field && !field->secret && field->kind != Kind::trap && field->kind != Kind::question) kept[key] = open_part(item, *field);
      }
      return kept;
    }
    case Kind::list:
    case Kind::map: {
      bool hidden = spec.of[0].secret || spec.of[0].kind == Kind::trap || spec.of[0].kind == Kind::question;
      if (hidden || !value.is_structured()) return value.is_object() ? Json::object() : Json::array();
      Json kept = value.is_object() ? Json::object() : Json::array();
      for (const auto& [key, item] : value.items()) {
        Json shown = open_part(item, spec.of[0]);
        if (value.is_object())
          kept[key] = std::move(shown);
        else
          kept.push_back(std::move(shown));
      }
      return kept;
    }
    default:
      return value;
  }
}

}  // namespace

Result<FieldSpec> FieldSpec::parse(const Json& declared) { return SpecReader().read(declared, ""); }

const FieldSpec* FieldSpec::field(const std::string& wanted) const {
  auto found =
      std::lower_bound(of.begin(), of.end(), wanted, [](const FieldSpec& spec, const std::string& key) { return spec.name < key; });
  return found != of.end() && found->name == wanted ? &*found : nullptr;
}

std::vector<std::string> FieldSpec::field_names() const {
  std::vector<std::string> names;
  for (const FieldSpec& field : of) names.push_back(field.name);
  return names;
}

FieldSpec question_fields(const FieldSpec& type_fields, bool whole, Owner owner) {
  FieldSpec all = common_fields(whole);
  for (FieldSpec& field : all.of) {
    const std::string& name = field.name;
    if (owner == Owner::pack && (name == "covers" || name == "hints" || name == "explanation" || name == "references"))
      field.optional = true;
  }
  for (const FieldSpec& field : type_fields.of) {
    if (field.name == "id" || field.name == "type") continue;
    auto place = std::lower_bound(all.of.begin(), all.of.end(), field.name,
                                  [](const FieldSpec& spec, const std::string& key) { return spec.name < key; });
    if (place != all.of.end() && place->name == field.name)
      *place = field;
    else
      all.of.insert(place, field);
  }
  return all;
}

Json without_secrets(const Json& question, const FieldSpec& type_fields) {
  Json kept = open_part(question, question_fields(type_fields, true, Owner::shipped));
  for (const FieldSpec& field : common_fields(true).of) {
    if (field.secret) kept.erase(field.name);  // even where a type declares it anew
  }
  if (question.contains("area")) kept["area"] = question["area"];
  return kept;
}

Json without_key(const Json& question, const FieldSpec& type_fields) {
  Json kept = without_secrets(question, type_fields);
  for (const FieldSpec& field : type_fields.of) {
    if (field.order_is_key) kept.erase(field.name);
  }
  return kept;
}

}  // namespace viva
