#include "base/json.h"

#include <algorithm>
#include <set>
#include <vector>

namespace viva {
namespace {

// Builds the value itself, so that depth and repeated keys are refused while parsing: the library's own builder keeps the last of two
// equal keys without a word.
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  Json root;
  std::string problem;
  std::size_t position = 0;

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    Json& object = *open_.back();
    if (object.contains(value)) {
      problem = "the key \"" + value + "\" is given twice in one object";
      return false;
    }
    slot_ = &object[value];
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception& failure) override {
    position = at;
    problem = failure.what();
    return false;
  }

 private:
  template <class Value>
  Json* place(Value&& value) {
    if (open_.empty()) {
      root = std::forward<Value>(value);
      return &root;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::forward<Value>(value));
      return &open_.back()->back();
    }
    *slot_ = std::forward<Value>(value);
    return slot_;
  }
  template <class Value>
  bool put(Value&& value) {
    place(std::forward<Value>(value));
    return true;
  }
  bool open(Json container) {
    if (open_.size() >= static_cast<std::size_t>(max_json_depth)) {
      problem = "nested deeper than " + std::to_string(max_json_depth) + " levels";
      return false;
    }
    open_.push_back(place(std::move(container)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Json*> open_;
  Json* slot_ = nullptr;
};

// An input iterator that lets us see how far the parser has come when our own builder stops it.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  const char* at;
  const char** seen;
  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    ++at;
    *seen = std::max(*seen, at);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

// "[json.exception.parse_error.101] parse error at line 3, column 5: syntax error while …" -> "syntax error while …". It quotes what was
// read last, which may end within a character or not be UTF-8 at all.
std::string plain_message(const std::string& message) {
  std::size_t at = message.find("column ");
  at = message.find(": ", at == std::string::npos ? 0 : at);
  return Json::parse(to_text(at == std::string::npos ? message : message.substr(at + 2)));
}

}  // namespace

int line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
}

Result<Json> parse_json(std::string_view text, std::string_view file) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  // The library takes a zero byte for the end of the text and would never see what comes after it.
  if (std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return error_in(std::string(file), line_of(text, zero), "not valid JSON: a zero byte");
  StrictBuilder builder;
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
  std::size_t position = builder.position;
  if (position == 0) {  // stopped by the builder, which is not told where: read once more, watching
    StrictBuilder again;
    const char* seen = text.data();
    const char* end = text.data() + text.size();
    if (Json::sax_parse(CountingIterator{text.data(), &seen}, CountingIterator{end, &seen}, &again)) seen = end;
    position = static_cast<std::size_t>(seen - text.data());
  }
  std::string message = builder.position ? "not valid JSON: " + plain_message(builder.problem) : builder.problem;
  return error_in(std::string(file), line_of(text, position ? position - 1 : 0), message);
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace viva
