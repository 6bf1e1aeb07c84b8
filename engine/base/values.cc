#include "base/values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <vector>

#include "base/spelling.h"

namespace viva {
namespace {

constexpr std::size_t most_matched = 3000;  // items in any order, which are compared each with each

struct Tagged {
  std::string tag;  // "$tuple"; empty: plain JSON
  const Json* value;
};

constexpr std::size_t most_rows = 1'000'000;  // of an array whose shape has an axis of length 0

bool has_list(const Json& value, const char* key) { return !value.contains(key) || value[key].is_array(); }

bool is_number(const Json& value) {
  if (!value.is_string()) return false;
  const std::string& text = value.get_ref<const std::string&>();
  char* end = nullptr;
  (void)std::strtod(text.c_str(), &end);
  return !text.empty() && end == text.c_str() + text.size();
}

// Programs of candidates may hand over anything. What is not made as values.h says is an object like any other.
bool is_well_formed(const std::string& tag, const Json& value) {
  if (tag == "$tuple" || tag == "$set" || tag == "$frozenset" || tag == "$complex") return value.is_array();
  if (tag == "$dict")
    return value.is_array() &&
           std::all_of(value.begin(), value.end(), [](const Json& pair) { return pair.is_array() && pair.size() == 2; });
  if (tag == "$array" || tag == "$series" || tag == "$frame")
    return value.is_object() && has_list(value, "data") && has_list(value, "shape");
  return tag == "$int" || tag == "$float" ? is_number(value) : value.is_string();
}

// {"a": 1} as the pairs of a $dict.
Json pairs_of(const Json& object) {
  Json pairs = Json::array();
  for (const auto& [key, value] : object.items()) pairs.push_back({key, value});
  return pairs;
}

Tagged tagged(const Json& value) {
  if (!value.is_object() || value.empty() || value.size() > 2) return {{}, &value};
  const std::string& key = value.begin().key();
  if (key.empty() || key[0] != '$' || (value.size() == 2 && !(key == "$object" && value.contains("text")))) return {{}, &value};
  if (!is_well_formed(key, value.front())) return {{}, &value};
  return {key, &value.front()};
}

bool is_sequence(const Tagged& value) {
  return value.tag == "$tuple" || value.tag == "$array" || (value.tag.empty() && value.value->is_array());
}

struct Number {
  enum Kind { none, whole, real } kind = none;
  std::string digits;  // of a whole one
  double value = 0;
};

Number number_of(const Tagged& value) {
  if (value.tag.empty() && value.value->is_number_integer()) return {Number::whole, value.value->dump(), value.value->get<double>()};
  if (value.tag.empty() && value.value->is_number_float()) {
    const double real = value.value->get<double>();
    if (real == std::floor(real) && std::fabs(real) < 9007199254740992.0)
      return {Number::whole, Json(static_cast<long long>(real)).dump(), real};
    return {Number::real, {}, real};
  }
  if (!value.value->is_string()) return {};
  const std::string& text = value.value->get_ref<const std::string&>();
  if (value.tag == "$int") return {Number::whole, text, std::strtod(text.c_str(), nullptr)};
  if (value.tag != "$float") return {};
  return {Number::real, {}, std::strtod(text.c_str(), nullptr)};
}

bool same_number(const Number& a, const Number& b, const ValueCompare& how) {
  if (a.kind == Number::whole && b.kind == Number::whole && a.digits == b.digits) return true;
  if (std::isnan(a.value) || std::isnan(b.value)) return std::isnan(a.value) && std::isnan(b.value);
  if (std::isinf(a.value) || std::isinf(b.value)) return a.value == b.value && a.kind == b.kind;
  const bool told = how.relative > 1e-9 || how.absolute > 1e-12;  // whole numbers are exact unless somebody asks for less
  if (a.kind == Number::whole && b.kind == Number::whole && !told) return false;
  return std::fabs(a.value - b.value) <= std::max(how.absolute, how.relative * std::max(std::fabs(a.value), std::fabs(b.value)));
}

void flatten(const Json& data, Json& out) {
  for (const Json& item : data) {
    if (item.is_array())
      flatten(item, out);
    else
      out.push_back(item);
  }
}

// The nested lists of an array, from its flat data.
Json nested(const Json& data, const Json& shape, std::size_t axis, std::size_t& at) {
  if (axis == shape.size()) return at < data.size() ? data[at++] : Json();
  Json list = Json::array();
  const std::size_t count = shape[axis].is_number_unsigned() ? shape[axis].get<std::size_t>() : 0;
  for (std::size_t i = 0; i < std::min(count, most_rows) && at <= data.size(); ++i) list.push_back(nested(data, shape, axis + 1, at));
  return list;
}

Json items_of(const Tagged& sequence) {
  if (sequence.tag != "$array") return *sequence.value;
  Json data = Json::array();
  flatten(sequence.value->value("data", Json::array()), data);
  std::size_t at = 0;
  return nested(data, sequence.value->value("shape", Json::array({data.size()})), 0, at);
}

std::string squeezed(const std::string& text, bool keep_lines) {
  std::string out, gap;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f') {
      if (c == '\n' && keep_lines) gap.erase(gap.find_last_not_of(" \t\v\f") + 1);
      gap += c;
      continue;
    }
    if (!gap.empty() && (keep_lines || !out.empty())) out += keep_lines ? gap : " ";
    gap.clear();
    out += c;
  }
  return out;
}

class Comparison {
 public:
  explicit Comparison(const ValueCompare& how) : how_(how) {}

  bool top(const Json& expected, const Json& got) {
    const Tagged a = tagged(expected), b = tagged(got);
    if (how_.order == ValueCompare::Order::same || !is_sequence(a) || !is_sequence(b)) return same(expected, got, "");
    if (a.tag != b.tag && !how_.any_sequence) return differ("");
    return matched(items_of(a), items_of(b), "");
  }
  bool same(const Json& expected, const Json& got, const std::string& at) {
    const Tagged a = tagged(expected), b = tagged(got);
    const Number first = number_of(a), second = number_of(b);
    if (first.kind != Number::none || second.kind != Number::none)
      return (first.kind != Number::none && second.kind != Number::none && same_number(first, second, how_)) || differ(at);
    if (a.tag == "$dict" && b.tag.empty() && b.value->is_object()) return same_pairs(*a.value, pairs_of(*b.value), at);
    if (b.tag == "$dict" && a.tag.empty() && a.value->is_object()) return same_pairs(pairs_of(*a.value), *b.value, at);
    if (a.tag != b.tag)
      return (how_.any_sequence && is_sequence(a) && is_sequence(b)) ? same_items(items_of(a), items_of(b), at) : differ(at);
    if (a.tag.empty() || a.tag == "$tuple") return same_plain(*a.value, *b.value, at);
    if (a.tag == "$set" || a.tag == "$frozenset")
      return a.value->is_array() && b.value->is_array() ? matched(*a.value, *b.value, at) : differ(at);
    if (a.tag == "$dict") return same_pairs(*a.value, *b.value, at);
    if (a.tag == "$complex") return same_items(*a.value, *b.value, at);
    if (a.tag == "$array") return same_array(*a.value, *b.value, at);
    if (a.tag == "$series") return same_columns(*a.value, *b.value, {"name", "dtype", "index"}, at);
    if (a.tag == "$frame") return same_frame(*a.value, *b.value, at);
    if (a.tag == "$object" && !expected.contains("text")) return expected["$object"] == got["$object"] || differ(at);
    return expected == got || differ(at);
  }

  std::string place;

 private:
  bool differ(const std::string& at) {
    if (!quiet_) place = at;
    return false;
  }

  bool same_plain(const Json& a, const Json& b, const std::string& at) {
    if (a.type() != b.type()) return differ(at);
    if (a.is_array()) return same_items(a, b, at);
    if (a.is_string()) return same_text(a.get_ref<const std::string&>(), b.get_ref<const std::string&>()) || differ(at);
    if (!a.is_object()) return a == b || differ(at);
    for (const auto& [key, value] : a.items()) {
      if (!b.contains(key)) return differ(at + "." + key);
      if (!same(value, b[key], at + "." + key)) return false;
    }
    for (const auto& [key, value] : b.items())
      if (!a.contains(key)) return differ(at + "." + key);
    return true;
  }

  bool same_text(const std::string& a, const std::string& b) const {
    if (how_.spaces == ValueCompare::Spaces::exact) return a == b;
    const bool lines = how_.spaces == ValueCompare::Spaces::line_ends;
    return squeezed(a, lines) == squeezed(b, lines);
  }

  bool same_items(const Json& a, const Json& b, const std::string& at) {
    if (!a.is_array() || !b.is_array()) return differ(at);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
      if (!same(a[i], b[i], at + "[" + std::to_string(i) + "]")) return false;
    return a.size() == b.size() || differ(at + "[" + std::to_string(std::min(a.size(), b.size())) + "]");
  }

  // The same items in any order. Equal text is found by sorting; only the rest is compared each with each.
  bool matched(const Json& a, const Json& b, const std::string& at) {
    std::vector<std::string> first = texts(a), second = texts(b);
    const bool once = how_.order == ValueCompare::Order::none;
    if (once) {
      first.erase(std::unique(first.begin(), first.end()), first.end());
      second.erase(std::unique(second.begin(), second.end()), second.end());
    }
    std::vector<std::string> left, right;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(left));
    std::set_difference(second.begin(), second.end(), first.begin(), first.end(), std::back_inserter(right));
    if ((!once && left.size() != right.size()) || left.size() > most_matched || right.size() > most_matched) return differ(at);
    const bool outer = std::exchange(quiet_, true);
    bool fits = true;
    std::vector<bool> taken(right.size());
    for (const std::string& text : left) {
      const Json item = Json::parse(text);
      std::size_t found = right.size();
      for (std::size_t i = 0; i < right.size() && found == right.size(); ++i)
        if (!taken[i] && same(item, Json::parse(right[i]), at)) found = i;
      if (found == right.size() && !(once && among(item, second, at))) fits = false;
      if (found < right.size()) taken[found] = true;
      if (!fits) break;
    }
    if (once)
      for (std::size_t i = 0; i < right.size() && fits; ++i)
        if (!taken[i] && !among(Json::parse(right[i]), first, at)) fits = false;
    quiet_ = outer;
    return fits || differ(at);
  }

  bool among(const Json& item, const std::vector<std::string>& all, const std::string& at) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& text) { return same(item, Json::parse(text), at); });
  }

  static std::vector<std::string> texts(const Json& list) {
    std::vector<std::string> out;
    for (const Json& item : list) out.push_back(to_text(item));
    std::sort(out.begin(), out.end());
    return out;
  }

  bool same_pairs(const Json& a, const Json& b, const std::string& at) {
    if (!a.is_array() || !b.is_array() || a.size() != b.size()) return differ(at);
    for (const Json& pair : a) {
      const std::string key = show_value(pair.at(0), "python", 60);
      const bool outer = std::exchange(quiet_, true);
      auto found = std::find_if(b.begin(), b.end(), [&](const Json& other) { return same(pair.at(0), other.at(0), at); });
      quiet_ = outer;
      if (found == b.end()) return differ(at + "[" + key + "]");
      if (!same(pair.at(1), found->at(1), at + "[" + key + "]")) return false;
    }
    return true;
  }

  bool same_array(const Json& a, const Json& b, const std::string& at) {
    if (a.contains("dtype") && a["dtype"] != b.value("dtype", Json())) return differ(at + ".dtype");
    Json first = Json::array(), second = Json::array();
    flatten(a.value("data", Json::array()), first);
    flatten(b.value("data", Json::array()), second);
    if (a.contains("shape") && a["shape"] != b.value("shape", Json())) return differ(at + ".shape");
    return same_items(first, second, at);
  }

  bool same_columns(const Json& a, const Json& b, std::initializer_list<const char*> optional, const std::string& at) {
    for (const char* key : optional)
      if (a.contains(key) && !same(a[key], b.value(key, Json()), at + "." + key)) return false;
    return same_items(a.value("data", Json::array()), b.value("data", Json::array()), at);
  }

  bool same_frame(const Json& a, const Json& b, const std::string& at) {
    if (a.contains("columns") && !same(a["columns"], b.value("columns", Json()), at + ".columns")) return false;
    if (how_.order == ValueCompare::Order::same) return same_columns(a, b, {"dtypes", "index"}, at);
    return matched(a.value("data", Json::array()), b.value("data", Json::array()), at);
  }

  const ValueCompare& how_;
  bool quiet_ = false;  // while items are tried
};

template <class Choice>
Status choose(const Json& given, const char* key, std::initializer_list<std::pair<const char*, Choice>> choices, Choice& out) {
  if (!given.contains(key)) return ok();
  std::string list;
  for (const auto& [name, choice] : choices) {
    if (given[key] == name) {
      out = choice;
      return ok();
    }
    list += (list.empty() ? "'" : ", '") + std::string(name) + "'";
  }
  return error(std::string("compare: \"") + key + "\" is one of " + list);
}

}  // namespace

Result<ValueCompare> ValueCompare::from_json(const Json& given) {
  ValueCompare how;
  if (given.is_null() || given.empty()) return how;
  if (!given.is_object()) return error("compare: expected an object such as {\"order\": \"any\"}");
  const std::vector<std::string> known = {"order", "relative", "absolute", "sequences", "spaces"};
  for (const auto& [key, value] : given.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      return error("compare: unknown key '" + key + "'" + did_you_mean(key, known));
  if (Status done = choose<Order>(given, "order", {{"same", Order::same}, {"any", Order::any}, {"none", Order::none}}, how.order); !done)
    return done.error();
  if (Status done =
          choose<Spaces>(given, "spaces", {{"exact", Spaces::exact}, {"line-ends", Spaces::line_ends}, {"free", Spaces::free}}, how.spaces);
      !done)
    return done.error();
  if (Status done = choose<bool>(given, "sequences", {{"same", false}, {"any", true}}, how.any_sequence); !done) return done.error();
  for (auto [key, place] : {std::pair("relative", &how.relative), std::pair("absolute", &how.absolute)}) {
    if (!given.contains(key)) continue;
    if (!given[key].is_number() || !(given[key].get<double>() >= 0))
      return error(std::string("compare: \"") + key + "\" is a number from 0 on");
    *place = given[key];
  }
  return how;
}

Difference compare_values(const Json& expected, const Json& got, const ValueCompare& how) {
  Comparison comparison(how);
  Difference found;
  found.same = comparison.top(expected, got);
  if (found.same) return found;
  found.at = comparison.place;
  if (expected.is_string() && got.is_string())
    found.only_spaces = squeezed(expected.get_ref<const std::string&>(), false) == squeezed(got.get_ref<const std::string&>(), false);
  return found;
}

}  // namespace viva
