#include "bank/json_scan.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace viva {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes that need no look inside a string: printable ASCII but quote and backslash.
constexpr std::array<bool, 256> ordinary = [] {
  std::array<bool, 256> table{};
  for (int c = 0x20; c < 0x80; ++c) table[static_cast<std::size_t>(c)] = c != '"' && c != '\\';
  return table;
}();

// The four hexadecimal digits at s, or -1.
int hex4(std::string_view s) {
  if (s.size() < 4) return -1;
  int value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    char c = s[i];
    int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

void append_utf8(std::string& out, std::uint32_t c) {
  auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

}  // namespace

std::size_t utf8_length(std::string_view s) {
  auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return s.empty() ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

std::string decode_json_string(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      out.push_back(raw[i]);
      continue;
    }
    switch (raw[++i]) {
      case 'b':
        out.push_back('\b');
        break;
      case 'f':
        out.push_back('\f');
        break;
      case 'n':
        out.push_back('\n');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 't':
        out.push_back('\t');
        break;
      case 'u': {
        auto code = static_cast<std::uint32_t>(hex4(raw.substr(i + 1)));
        i += 4;
        if (code >= 0xD800 && code < 0xDC00) {
          code = 0x10000 + ((code - 0xD800) << 10) + (static_cast<std::uint32_t>(hex4(raw.substr(i + 3))) - 0xDC00);
          i += 6;
        }
        append_utf8(out, code);
        break;
      }
      default:
        out.push_back(raw[i]);
    }
  }
  return out;
}

JsonScan::JsonScan(std::string_view text) : text_(text) {
  if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
}

std::string JsonScan::decoded() const { return escaped_ ? decode_json_string(raw_) : std::string(raw_); }

void JsonScan::skip() {
  if (token_ != Token::object_begin && token_ != Token::array_begin) return;
  int inside = depth();
  while (depth() >= inside && next() != Token::bad) continue;
}

void JsonScan::skip_space() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
}

Token JsonScan::fail() {
  begin_ = std::min(at_, text_.size());
  return token_ = Token::bad;
}

Token JsonScan::next() {
  if (token_ == Token::bad || token_ == Token::end) return token_;
  skip_space();
  if (expect_ == Expect::colon) {
    if (at_ >= text_.size() || text_[at_] != ':') return fail();
    ++at_;
    skip_space();
    expect_ = Expect::value;
  } else if (expect_ == Expect::comma) {
    if (at_ >= text_.size()) return fail();
    if (text_[at_] == '}' || text_[at_] == ']') return close(text_[at_] == '}');
    if (text_[at_] != ',') return fail();
    ++at_;
    skip_space();
    expect_ = open_.back().object ? Expect::key : Expect::value;
  }
  begin_ = at_;
  if (at_ >= text_.size()) return expect_ == Expect::nothing ? token_ = Token::end : fail();
  switch (expect_) {
    case Expect::first_key:
      if (text_[at_] == '}') return close(true);
      [[fallthrough]];
    case Expect::key:
      if (!read_string()) return fail();
      keys_.push_back({raw_, escaped_});
      expect_ = Expect::colon;
      return token_ = Token::key;
    case Expect::first_value:
      if (text_[at_] == ']') return close(false);
      [[fallthrough]];
    case Expect::value:
      return value();
    default:
      return fail();
  }
}

Token JsonScan::value() {
  switch (text_[at_]) {
    case '{':
      return open(true);
    case '[':
      return open(false);
    case '"':
      return read_string() ? after_value(Token::string) : fail();
    case 't':
      return read_word("true") ? after_value(Token::boolean) : fail();
    case 'f':
      return read_word("false") ? after_value(Token::boolean) : fail();
    case 'n':
      return read_word("null") ? after_value(Token::null) : fail();
    default:
      return read_number() ? after_value(Token::number) : fail();
  }
}

Token JsonScan::after_value(Token token) {
  expect_ = open_.empty() ? Expect::nothing : Expect::comma;
  return token_ = token;
}

Token JsonScan::open(bool object) {
  if (open_.size() >= static_cast<std::size_t>(max_json_depth)) return fail();
  ++at_;
  open_.push_back({object, keys_.size()});
  expect_ = object ? Expect::first_key : Expect::first_value;
  return token_ = object ? Token::object_begin : Token::array_begin;
}

Token JsonScan::close(bool object) {
  begin_ = at_;
  if (open_.empty() || open_.back().object != object) return fail();
  if (object) {
    if (keys_repeat(open_.back().first_key)) return fail();
    keys_.resize(open_.back().first_key);
  }
  ++at_;
  open_.pop_back();
  return after_value(object ? Token::object_end : Token::array_end);
}

// Objects of questions have a dozen keys, where comparing each with each beats anything cleverer; a huge one must not take quadratic time.
bool JsonScan::keys_repeat(std::size_t first) const {
  const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
  const bool escaped = std::any_of(begin, keys_.end(), [](const Key& key) { return key.escaped; });
  if (escaped || keys_.end() - begin > 32) {
    std::vector<std::string> sorted;
    for (auto key = begin; key != keys_.end(); ++key) sorted.push_back(key->escaped ? decode_json_string(key->raw) : std::string(key->raw));
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  }
  for (auto key = begin; key != keys_.end(); ++key)
    if (std::any_of(begin, key, [&](const Key& other) { return other.raw == key->raw; })) return true;
  return false;
}

bool JsonScan::read_string() {
  if (text_[at_] != '"') return false;
  std::size_t start = ++at_;
  escaped_ = false;
  for (;;) {
    while (at_ < text_.size() && ordinary[static_cast<unsigned char>(text_[at_])]) ++at_;
    if (at_ >= text_.size()) return false;
    auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') {
      raw_ = text_.substr(start, at_++ - start);
      return true;
    }
    if (c == '\\') {
      escaped_ = true;
      if (!read_escape()) return false;
    } else {
      std::size_t length = c < 0x80 ? 0 : utf8_length(text_.substr(at_, 4));
      if (length == 0) return false;
      at_ += length;
    }
  }
}

bool JsonScan::read_escape() {
  if (at_ + 1 >= text_.size()) return false;
  char kind = text_[at_ + 1];
  if (kind != 'u') {
    at_ += 2;
    return std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos;
  }
  int code = hex4(text_.substr(at_ + 2));
  if (code < 0 || (code >= 0xDC00 && code < 0xE000)) return false;
  at_ += 6;
  if (code < 0xD800 || code >= 0xDC00) return true;
  if (text_.substr(at_, 2) != "\\u") return false;
  int low = hex4(text_.substr(at_ + 2));
  at_ += 6;
  return low >= 0xDC00 && low < 0xE000;
}

bool JsonScan::read_number() {
  std::size_t start = at_;
  auto digits = [&] {
    std::size_t first = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > first;
  };
  auto take = [&](std::string_view any) { return at_ < text_.size() && any.find(text_[at_]) != std::string_view::npos && ++at_; };
  take("-");
  if (!take("0") && !digits()) return false;
  if (take(".") && !digits()) return false;
  if (take("eE")) {
    take("+-");
    if (!digits()) return false;
  }
  raw_ = text_.substr(start, at_ - start);
  if (raw_.size() < 300 && raw_.find_first_of("eE") == std::string_view::npos) return true;
  return std::isfinite(std::strtod(std::string(raw_).c_str(), nullptr));
}

bool JsonScan::read_word(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  raw_ = word;
  return true;
}

}  // namespace viva
