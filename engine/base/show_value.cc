#include <cmath>

#include "base/values.h"

namespace viva {
namespace {

// How a language writes what JSON has.
struct Notation {
  const char *null, *yes, *no, *list_open, *list_close, *map_open, *map_close, *equals;
  char quote;
  bool quoted_keys, is_javascript = false;
};

const Notation& notation_of(const std::string& language) {
  static const Notation python{"None", "True", "False", "[", "]", "{", "}", ": ", '\'', true};
  static const Notation javascript{"null", "true", "false", "[", "]", "{", "}", ": ", '\'', false, true};
  static const Notation lua{"nil", "true", "false", "{", "}", "{", "}", " = ", '"', false};
  static const Notation sql{"NULL", "TRUE", "FALSE", "(", ")", "{", "}", ": ", '\'', true};
  static const Notation json{"null", "true", "false", "[", "]", "{", "}", ": ", '"', true};
  if (language == "python") return python;
  if (language == "javascript") return javascript;
  if (language == "lua") return lua;
  if (language == "sql") return sql;
  return json;
}

class Writer {
 public:
  Writer(const Notation& notation, std::size_t most) : as_(notation), most_(most) {}

  std::string out;

  void write(const Json& value) {
    if (out.size() > most_) return;
    switch (value.type()) {
      case Json::value_t::null:
        out += as_.null;
        return;
      case Json::value_t::boolean:
        out += value.get<bool>() ? as_.yes : as_.no;
        return;
      case Json::value_t::string:
        return quoted(value.get_ref<const std::string&>());
      case Json::value_t::array:
        return items(value, as_.list_open, as_.list_close);
      case Json::value_t::object:
        return object(value);
      default:
        out += value.dump();
    }
  }

 private:
  void quoted(const std::string& text) {
    char quote = as_.quote;
    if (quote == '\'' && text.find('\'') != std::string::npos && text.find('"') == std::string::npos) quote = '"';
    out += quote;
    for (char c : text) {
      if (out.size() > most_) break;
      if (c == '\n')
        out += "\\n";
      else if (c == '\t')
        out += "\\t";
      else if (c == '\r')
        out += "\\r";
      else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
        constexpr char digits[] = "0123456789abcdef";
        out += std::string("\\x") + digits[static_cast<unsigned char>(c) >> 4] + digits[c & 15];
      } else {
        if (c == quote || c == '\\') out += '\\';
        out += c;
      }
    }
    out += quote;
  }

  void items(const Json& list, const std::string& open, const std::string& close) {
    out += open;
    bool first = true;
    for (const Json& item : list) {
      if (out.size() > most_) break;
      if (!std::exchange(first, false)) out += ", ";
      write(item);
    }
    out += close;
  }

  void pair(const Json& key, const Json& value) {
    write(key);
    out += as_.equals;
    write(value);
  }

  void object(const Json& value) {
    if (value.size() <= 2 && !value.empty() && value.begin().key()[0] == '$' && special(value.begin().key(), value)) return;
    out += as_.map_open;
    bool first = true;
    for (const auto& [key, item] : value.items()) {
      if (out.size() > most_) break;
      if (!std::exchange(first, false)) out += ", ";
      if (as_.quoted_keys)
        quoted(key);
      else
        out += key;
      out += as_.equals;
      write(item);
    }
    out += as_.map_close;
  }

  bool special(const std::string& tag, const Json& whole) {
    const Json& value = whole.front();
    if (tag == "$tuple" && value.is_array()) return (items(value, "(", value.size() == 1 ? ",)" : ")"), true);
    if (as_.is_javascript && (tag == "$set" || tag == "$dict") && value.is_array())
      return (out += tag == "$set" ? "new Set(" : "new Map(", write(value), out += ")", true);
    if (as_.is_javascript && tag == "$float" && value.is_string())
      return (out += value == "nan" ? "NaN" : value == "inf" ? "Infinity" : "-Infinity", true);
    if (tag == "$set" && value.is_array()) return (value.empty() ? void(out += "set()") : items(value, "{", "}"), true);
    if (tag == "$frozenset" && value.is_array()) return (items(value, "frozenset({", "})"), true);
    if ((tag == "$int" || tag == "$float") && value.is_string()) return (out += value.get_ref<const std::string&>(), true);
    if (tag == "$bytes" && value.is_string()) return ((out += "b'").append(value.get_ref<const std::string&>()).append("'"), true);
    if (tag == "$complex" && value.is_array() && value.size() == 2) return (out += "complex", items(value, "(", ")"), true);
    if (tag == "$dict" && value.is_array()) return dict(value);
    if (tag == "$array" && value.is_object()) return array(value);
    if (tag == "$series" && value.is_object()) return (out += "Series(", write(value.value("data", Json::array())), out += ")", true);
    if (tag == "$frame" && value.is_object()) return frame(value);
    if (tag == "$object" && value.is_string()) {
      const bool has_text = whole.contains("text") && whole["text"].is_string();
      if (has_text)
        out += whole["text"].get_ref<const std::string&>();
      else
        out.append("<").append(value.get_ref<const std::string&>()).append(">");
      return true;
    }
    return false;
  }

  bool dict(const Json& pairs) {
    out += as_.map_open;
    bool first = true;
    for (const Json& one : pairs) {
      if (!one.is_array() || one.size() != 2 || out.size() > most_) break;
      if (!std::exchange(first, false)) out += ", ";
      pair(one[0], one[1]);
    }
    out += as_.map_close;
    return true;
  }

  bool array(const Json& value) {
    out += "array(";
    const Json shape = value.value("shape", Json::array()), data = value.value("data", Json::array());
    if (shape.is_array() && shape.size() > 1 && data.is_array() && !data.empty() && !data[0].is_array()) {
      std::size_t at = 0;
      level(data, shape, 0, at);
    } else {
      write(data);
    }
    if (value.contains("dtype") && value["dtype"].is_string()) (out += ", dtype=").append(value["dtype"].get_ref<const std::string&>());
    out += ")";
    return true;
  }

  void level(const Json& data, const Json& shape, std::size_t axis, std::size_t& at) {
    if (axis == shape.size()) {
      if (at < data.size()) write(data[at++]);
      return;
    }
    out += "[";
    const std::size_t count = shape[axis].is_number_unsigned() ? shape[axis].get<std::size_t>() : 0;
    for (std::size_t i = 0; i < count && out.size() <= most_; ++i) {
      if (i > 0) out += ", ";
      level(data, shape, axis + 1, at);
    }
    out += "]";
  }

  bool frame(const Json& value) {
    out += "DataFrame(";
    write(value.value("columns", Json::array()));
    for (const Json& row : value.value("data", Json::array())) {
      if (out.size() > most_) break;
      out += "; ";
      write(row);
    }
    out += ")";
    return true;
  }

  const Notation& as_;
  const std::size_t most_;
};

}  // namespace

std::string show_value(const Json& value, const std::string& language, std::size_t most) {
  Writer writer(notation_of(language), most);
  writer.write(value);
  std::string& text = writer.out;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
  return text + "…";
}

}  // namespace viva
