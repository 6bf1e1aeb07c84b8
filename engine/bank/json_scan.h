// Reads JSON text token by token without building anything, for the two jobs where a tree is too slow or says too little: filling the
// index (thousands of files at every start) and finding the line of a fault (a tree has no positions).
//
// It accepts what parse_json accepts and refuses what that refuses, about ten times as fast; it does not explain. Whoever meets
// Token::bad asks parse_json for the words.
//
//   JsonScan scan(text);
//   while (scan.next() != Token::end && scan.token() != Token::bad) …
//
// The views it gives point into the text, which must stay alive.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace viva {

enum class Token { object_begin, object_end, array_begin, array_end, key, string, number, boolean, null, end, bad };

class JsonScan {
 public:
  explicit JsonScan(std::string_view text);
  JsonScan(const JsonScan&) = delete;
  JsonScan& operator=(const JsonScan&) = delete;

  Token next();
  Token token() const { return token_; }
  std::size_t offset() const { return begin_; }  // where the token begins (a string: at its quote); for Token::bad: where reading stopped
  std::string_view raw() const { return raw_; }  // key, string: between the quotes, escapes not resolved; number, boolean: its text
  bool plain() const { return !escaped_; }       // raw() of a key or string holds no escapes
  std::string decoded() const;                   // key or string with escapes resolved
  int depth() const { return static_cast<int>(open_.size()); }  // containers open after this token

  // Having just been given a value's first token, passes over the rest of that value.
  void skip();

 private:
  struct Container {
    bool object;
    std::size_t first_key;
  };
  // A key as it stands in the text.
  struct Key {
    std::string_view raw;
    bool escaped;
  };
  enum class Expect { value, first_value, key, first_key, colon, comma, nothing };

  Token fail();
  Token value();
  Token open(bool object);
  Token close(bool object);
  Token after_value(Token token);
  bool read_string();
  bool read_escape();
  bool read_number();
  bool read_word(std::string_view word);
  bool keys_repeat(std::size_t first) const;
  void skip_space();

  std::string_view text_;
  std::size_t at_ = 0, begin_ = 0;
  std::string_view raw_;
  bool escaped_ = false;
  Token token_ = Token::null;
  Expect expect_ = Expect::value;
  std::array<std::byte, 512> first_memory_;  // enough for a line of answers, so that reading one allocates nothing
  std::pmr::monotonic_buffer_resource memory_{first_memory_.data(), first_memory_.size()};
  std::pmr::vector<Container> open_{&memory_};
  std::pmr::vector<Key> keys_{&memory_};  // of all open objects; an object's begin at its first_key
};

// Escapes of a JSON string resolved: `\n`, `\u4e2d`, pairs of surrogates. The escapes must be valid.
std::string decode_json_string(std::string_view raw);

// Length of the UTF-8 sequence that begins at s, 0 when it is not valid (overlong, a surrogate, beyond U+10FFFF, cut short).
std::size_t utf8_length(std::string_view s);

}  // namespace viva
