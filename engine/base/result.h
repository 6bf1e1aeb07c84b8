// Errors as values.
//
// A function that can fail returns Result<T>. An Error says what is wrong, where, and how to mend it; it is what a person reads, so its
// text is part of the behaviour and is tested. Exceptions are for bugs and for the edges of libraries that throw.
//
//   Result<Bank> bank = Bank::load(folders);
//   if (!bank) return bank.error();
//   use(*bank);
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace viva {

struct Error {
  std::string message;       // what is wrong, and what was meant or how to mend it
  std::string file;          // as the person named it, or relative to the bank or script folder; empty: no file
  int line = 0;              // 1-based; 0: no line
  std::string path;          // JSON pointer of the faulty value; empty: none
  std::string traceback;     // of a script, for `.trace`; never part of text()

  // "file:line: /path: message", leaving out what is empty.
  std::string text() const;
};

inline Error error(std::string message) { return Error{std::move(message), {}, 0, {}, {}}; }
inline Error error_in(std::string file, int line, std::string message) { return Error{std::move(message), std::move(file), line, {}, {}}; }

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Nothing {};
using Status = Result<Nothing>;
inline Status ok() { return Nothing{}; }

}  // namespace viva
