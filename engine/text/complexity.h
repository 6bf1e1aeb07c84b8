// Complexity classes in one form, so that two ways to write one class are equal:
//
//   complexity_class("n·log₂ k + k")      // text "k+log(k)*n"
//   complexity_class("2n + log N")        // text "n": neither case, nor constant factors, nor what is outgrown
//   complexity_class("as fast as it is")  // nothing
//
// What is compared is what is written: O(n) and O(m) are two classes, and 2^(2n) is not 2^n.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace viva {

struct Complexity {
  std::string text;
  std::string shape;  // the same with n for the only variable; empty where there are several
};

// What stands between the brackets of O(…), in small letters. Nothing: it cannot be read, or is longer than anybody writes.
std::optional<Complexity> complexity_class(std::u32string_view inside);

}  // namespace viva
