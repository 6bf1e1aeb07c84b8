// What programs hand over: plain values as JSON, where what JSON cannot say is an object with one key that begins with '$'.
//
//   {"$tuple": […]}  {"$set": […]}  {"$frozenset": […]}  {"$dict": [[key, value], …]}    a dict whose keys are not all strings, or begin
//   with '$'; one of strings means the same as the object
//   {"$int": "9007199254740993"}     beyond 2^53              {"$float": "nan" | "inf" | "-inf"}   {"$complex": [1, 2]}
//   {"$bytes": "ab\\x00"}            what is not printable ASCII, and the backslash, as \xNN
//   {"$array": {"dtype": "int64", "shape": [2, 2], "data": [1, 2, 3, 4]}}                an ndarray or tensor
//   {"$series": {"dtype", "name", "index": […], "data": […]}}   {"$frame": {"columns": […], "dtypes": […], "index": […], "data": [[row],
//   …]}}
//   {"$object": "Point", "text": "Point(1, 2)"}                  anything else: its class, and its text where that tells the value
//
// In an expected value `dtype`, `dtypes`, `name` and `index` may be left out and are not compared then; `data` of an array may be nested.
//
//   Result<ValueCompare> how = ValueCompare::from_json({{"order", "any"}});
//   Difference found = compare_values(expected, got, *how);   // found.same, else found.at is where: "[2].name"
//
// Kinds are told apart: a tuple is no list, true is not 1. Numbers are compared by value, whole ones exactly, others with a tolerance (1e-9
// of the larger one, or 1e-12, unless told otherwise). NaN is NaN. The order of keys never matters. Both functions take any JSON: what is
// not made as said here is an object like any other.
#pragma once

#include <string>

#include "base/json.h"

namespace viva {

struct ValueCompare {
  enum class Order {
    same,
    any,   // the outermost list (or tuple) may be in any order
    none,  // and how often an item occurs does not matter either
  };
  enum class Spaces {
    exact,
    line_ends,  // white space at the ends of lines and at the end of the text does not matter
    free,       // nor how much there is elsewhere
  };
  Order order = Order::same;  // of a frame: of its rows
  double relative = 1e-9, absolute = 1e-12;
  bool any_sequence = false;  // lists, tuples and arrays of the same items are the same
  Spaces spaces = Spaces::exact;

  // {"order": "same" | "any" | "none", "relative", "absolute", "sequences": "same" | "any", "spaces": "exact" | "line-ends" | "free"}, all
  // optional.
  static Result<ValueCompare> from_json(const Json& given);
};

struct Difference {
  bool same = true;
  bool only_spaces = false;  // of two texts that are not the same: only white space differs
  std::string at;            // the first place where they differ: "[2].name"; empty: the whole value
};

Difference compare_values(const Json& expected, const Json& got, const ValueCompare& how = {});

// As people who know the language write it: `(1, None)` in Python, `[1, null]` in JavaScript. Longer than `most` bytes: cut, with "…".
std::string show_value(const Json& value, const std::string& language = "python", std::size_t most = 400);

}  // namespace viva
