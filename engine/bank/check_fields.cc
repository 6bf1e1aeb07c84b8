#include "bank/check_fields.h"

#include <fmt/format.h>

#include <cmath>

#include "bank/question_entry.h"
#include "base/spelling.h"

namespace viva {
namespace {

using Kind = FieldSpec::Kind;

// What was found, as an author would call it.
std::string kind_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::boolean:
      return value.get<bool>() ? "true" : "false";
    case Json::value_t::string:
      return "text";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::object:
      return "an object";
    default:
      return "number";
  }
}

// Cut where it is long, between two characters.
std::string in_quotes(const std::string& text) {
  std::size_t cut = text.size() > 60 ? 57 : text.size();
  while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  std::string quoted("'");
  return quoted.append(text, 0, cut).append(cut < text.size() ? "...'" : "'");
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "'" : ", '") + word + "'";
  return out;
}

// " from 1 to 5", " of at least 1", or nothing.
std::string range_of(const FieldSpec& spec) {
  if (spec.min && spec.max) return fmt::format(" from {:g} to {:g}", *spec.min, *spec.max);
  if (spec.min) return fmt::format(" of at least {:g}", *spec.min);
  if (spec.max) return fmt::format(" of at most {:g}", *spec.max);
  return {};
}

// "a whole number from 1 to 5"
std::string expected(const FieldSpec& spec) {
  switch (spec.kind) {
    case Kind::text:
      return "text or {\"en\", \"zh\"}";
    case Kind::string:
      return "a string";
    case Kind::number:
      return "a number" + range_of(spec);
    case Kind::integer:
      return "a whole number" + range_of(spec);
    case Kind::boolean:
      return "true or false";
    case Kind::slug:
      return "a name of small letters, digits and '-'";
    case Kind::code:
      return "code: {\"language\", and \"lines\" or \"file\"}";
    case Kind::pattern:
      return "a pattern";
    case Kind::file:
      return "the name of a side file";
    case Kind::folder:
      return "the name of a folder of side files";
    case Kind::trap:
      return "the id of an erratum";
    case Kind::question:
      return "an inline question, an object";
    case Kind::list:
      return "a list";
    case Kind::record:
    case Kind::map:
      return "an object";
    case Kind::one_of:
      return spec.values.size() == 1 ? in_quotes(spec.values[0]) : "one of " + listed(spec.values);
    case Kind::either: {
      std::string out;
      for (const FieldSpec& one : spec.of) out += (out.empty() ? "" : ", or ") + expected(one);
      return out;
    }
    case Kind::any:
      break;
  }
  return "any value";
}

class Checker {
 public:
  Checker(const FieldChecks& checks, std::vector<Error>& faults) : checks_(checks), faults_(faults) {}

  void check(const Json& value, const FieldSpec& spec, const std::string& path) {
    switch (spec.kind) {
      case Kind::any:
        return;
      case Kind::text:
        return text(value, path);
      case Kind::string:
        return with(value.is_string(), value, spec, path, nullptr);
      case Kind::slug:
        return with(value.is_string() && is_slug(value.get_ref<const std::string&>()), value, spec, path, nullptr);
      case Kind::pattern:
        return with(value.is_string(), value, spec, path, &checks_.pattern);
      case Kind::file:
        return with(value.is_string(), value, spec, path, &checks_.file);
      case Kind::folder:
        return with(value.is_string(), value, spec, path, &checks_.folder);
      case Kind::trap:
        return with(value.is_string(), value, spec, path, &checks_.trap);
      case Kind::boolean:
        return with(value.is_boolean(), value, spec, path, nullptr);
      case Kind::number:
      case Kind::integer:
        return number(value, spec, path);
      case Kind::one_of:
        return one_of(value, spec, path);
      case Kind::code:
        return code(value, spec, path);
      case Kind::list:
        return list(value, spec, path);
      case Kind::map:
        if (!value.is_object()) return unfit(value, spec, path);
        for (const auto& [key, item] : value.items()) check(item, spec.of[0], path + "/" + pointer_step(key));
        return;
      case Kind::record:
        return record(value, spec, path);
      case Kind::either:
        return either(value, spec, path);
      case Kind::question:
        if (!value.is_object()) return unfit(value, spec, path);
        if (checks_.question) checks_.question(value, path);
    }
  }

 private:
  void fault(const std::string& path, std::string message) { faults_.push_back({std::move(message), {}, 0, path, {}}); }

  // A string in the place of another kind is shown, anything else is only named.
  void unfit(const Json& value, const FieldSpec& spec, const std::string& path) {
    bool tell = value.is_string() && spec.kind != Kind::text;
    bool tell_number = value.is_number() && (spec.kind == Kind::number || spec.kind == Kind::integer);
    fault(path, "expected " + expected(spec) + ", found " +
                    (tell          ? in_quotes(value.get_ref<const std::string&>())
                     : tell_number ? to_text(value)
                                   : kind_of(value)));
  }

  void with(bool fits, const Json& value, const FieldSpec& spec, const std::string& path,
            const std::function<std::string(const std::string&)>* further) {
    if (!fits) return unfit(value, spec, path);
    if (!further || !*further) return;
    if (std::string why = (*further)(value.get_ref<const std::string&>()); !why.empty()) fault(path, why);
  }

  void text(const Json& value, const std::string& path) {
    if (!value.is_object()) return lines(value, path, "text or {\"en\", \"zh\"}");
    for (const auto& [key, item] : value.items()) {
      if (key == "en" || key == "zh")
        lines(item, path + "/" + key, "a string or a list of lines");
      else
        fault(path + "/" + pointer_step(key), "unknown language " + in_quotes(key) + "; a text has \"en\" and \"zh\"");
    }
    for (const char* language : {"en", "zh"}) {
      if (!value.contains(language))
        fault(path, std::string("\"") + language + "\" is missing; give both languages, or one plain text for both");
    }
  }

  void lines(const Json& value, const std::string& path, const char* wanted) {
    if (value.is_array()) {
      if (value.empty()) fault(path, "the text is empty");
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (!value[i].is_string()) fault(path + "/" + std::to_string(i), "expected a line of text, found " + kind_of(value[i]));
      }
    } else if (!value.is_string()) {
      fault(path, std::string("expected ") + wanted + ", found " + kind_of(value));
    } else if (value.get_ref<const std::string&>().empty()) {
      fault(path, "the text is empty");
    }
  }

  void number(const Json& value, const FieldSpec& spec, const std::string& path) {
    if (!value.is_number()) return unfit(value, spec, path);
    double n = value.get<double>();
    bool whole = value.is_number_integer() || n == std::floor(n);
    if ((spec.kind == Kind::integer && !whole) || (spec.min && n < *spec.min) || (spec.max && n > *spec.max)) unfit(value, spec, path);
  }

  void one_of(const Json& value, const FieldSpec& spec, const std::string& path) {
    if (!value.is_string()) return unfit(value, spec, path);
    const std::string& word = value.get_ref<const std::string&>();
    if (std::find(spec.values.begin(), spec.values.end(), word) != spec.values.end()) return;
    fault(path, "expected " + expected(spec) + ", found " + in_quotes(word) + did_you_mean(word, spec.values));
  }

  void list(const Json& value, const FieldSpec& spec, const std::string& path) {
    if (!value.is_array()) return unfit(value, spec, path);
    auto size = static_cast<double>(value.size());
    if ((spec.min && size < *spec.min) || (spec.max && size > *spec.max)) {
      std::string range = spec.min && spec.max && *spec.min == *spec.max ? fmt::format("{:g}", *spec.min)
                          : spec.min && spec.max                         ? fmt::format("{:g} to {:g}", *spec.min, *spec.max)
                          : spec.min                                     ? fmt::format("at least {:g}", *spec.min)
                                                                         : fmt::format("at most {:g}", *spec.max);
      fault(path, fmt::format("expected {} {}, found {}", range, range == "1" || range == "at least 1" ? "item" : "items", value.size()));
    }
    for (std::size_t i = 0; i < value.size(); ++i) check(value[i], spec.of[0], path + "/" + std::to_string(i));
  }

  void record(const Json& value, const FieldSpec& spec, const std::string& path) {
    if (!value.is_object()) return unfit(value, spec, path);
    for (const auto& [key, item] : value.items()) {
      if (const FieldSpec* field = spec.field(key)) {
        check(item, *field, path + "/" + pointer_step(key));
        continue;
      }
      std::vector<std::string> names = spec.field_names();
      std::string meant = did_you_mean(key, names);
      fault(path + "/" + pointer_step(key),
            "unknown field " + in_quotes(key) + (meant.empty() ? "; the fields here are " + listed(names) : meant));
    }
    for (const FieldSpec& field : spec.of) {
      if (!field.optional && !value.contains(field.name)) fault(path, "the field '" + field.name + "' is missing: " + expected(field));
    }
  }

  void code(const Json& value, const FieldSpec& spec, const std::string& path) {
    if (!value.is_object()) return unfit(value, spec, path);
    static const FieldSpec shape = *FieldSpec::parse(Json::parse(R"json({"type": "record", "fields": {
      "language": {"type": "slug"}, "file": {"type": "file", "optional": true},
      "lines": {"type": "list", "of": {"type": "string"}, "min": 1, "optional": true}}})json"));
    record(value, shape, path);
    if (value.contains("lines") == value.contains("file")) fault(path, "give the code as \"lines\" or as \"file\", one of them");
  }

  // The alternative that the author meant: told by the JSON type, and between objects by their keys.
  void either(const Json& value, const FieldSpec& spec, const std::string& path) {
    const FieldSpec* meant = nullptr;
    for (const FieldSpec& one : spec.of) {
      bool fits = false;
      switch (one.kind) {
        case Kind::list:
          fits = value.is_array();
          break;
        case Kind::number:
        case Kind::integer:
          fits = value.is_number();
          break;
        case Kind::text:
          fits = value.is_string() || value.is_array() || value.is_object();
          break;
        case Kind::record:
          for (const FieldSpec& field : one.of) fits = fits || (value.is_object() && value.contains(field.name));
          break;
        default:
          fits = value.is_string();
      }
      if (fits && (!meant || one.kind == Kind::record)) meant = &one;
    }
    meant ? check(value, *meant, path) : unfit(value, spec, path);
  }

  const FieldChecks& checks_;
  std::vector<Error>& faults_;
};

}  // namespace

void check_fields(const Json& value, const FieldSpec& spec, const std::string& path, const FieldChecks& checks,
                  std::vector<Error>& faults) {
  Checker(checks, faults).check(value, spec, path);
}

std::string pointer_step(const std::string& key) {
  std::string out;
  for (char c : key) c == '~' ? out.append("~0") : c == '/' ? out.append("~1") : out.append(1, c);
  return out;
}

}  // namespace viva
