#include "text/complexity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "text/characters.h"
#include "text/utf8.h"

namespace viva {
namespace {

constexpr std::size_t most_characters = 100, most_terms = 16;
constexpr int deepest = 12;

// What a product has beside its constant: bases ("n", "log(n)", "2^(n)", "n!") and their powers.
using Product = std::map<std::string, double>;
using Sum = std::vector<Product>;  // empty: 0

std::string text_of(const Product& product) {
  std::string text;
  for (const auto& [base, power] : product) text += (text.empty() ? "" : "*") + base + (power == 1 ? "" : fmt::format("^{:g}", power));
  return text.empty() ? "1" : text;
}

std::string text_of(const Sum& sum) {
  std::set<std::string> terms;
  for (const Product& product : sum) terms.insert(text_of(product));
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : "+") + term;
  return text;
}

// How fast a product grows with a variable: by its exponential, its power, and its logarithm.
using Growth = std::array<double, 3>;

// Nothing: a base is of no kind that can be compared.
std::optional<std::map<std::string, Growth>> growths(const Product& product) {
  std::map<std::string, Growth> found;
  for (const auto& [base, power] : product) {
    const bool is_log = base.rfind("log(", 0) == 0, is_exponential = base.find("^(") != base.npos, is_factorial = base.back() == '!';
    std::string variable = base;
    if (is_log) variable = base.substr(4, base.size() - 5);
    if (is_exponential) variable = base.substr(base.find("^(") + 2, base.size() - base.find("^(") - 3);
    if (is_factorial) variable.pop_back();
    if (variable.find_first_of("()*+^!") != variable.npos) return std::nullopt;
    Growth& growth = found[variable];
    if (is_factorial)
      growth[0] += 1000;
    else if (is_exponential)
      growth[0] += power;
    else
      growth[is_log ? 2 : 1] += power;
  }
  return found;
}

bool outgrows(const Product& a, const Product& b) {
  const auto of_a = growths(a), of_b = growths(b);
  if (!of_a || !of_b) return false;
  auto of = [](const std::map<std::string, Growth>& all, const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? Growth{} : found->second;
  };
  auto is_at_least = [&](const auto& entry) { return of(*of_a, entry.first) >= of(*of_b, entry.first); };
  return std::all_of(of_a->begin(), of_a->end(), is_at_least) && std::all_of(of_b->begin(), of_b->end(), is_at_least);
}

Sum without_outgrown(const Sum& sum) {
  Sum kept;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    bool needless = false;
    for (std::size_t j = 0; j < sum.size(); ++j) needless |= sum[i] == sum[j] ? j < i : outgrows(sum[j], sum[i]);
    if (!needless) kept.push_back(sum[i]);
  }
  return kept;
}

// A value while it is read: a constant is kept as a number, since 2^n is not 3^n.
struct Value {
  Sum sum;
  std::optional<double> constant;  // it is nothing but this
};

Value number(double value) { return {{Product{}}, value}; }
Value variable(const std::string& name) { return {{Product{{name, 1}}}, std::nullopt}; }

class Reader {
 public:
  explicit Reader(std::u32string_view text) : text_(text) {}

  std::optional<Value> whole() {
    std::optional<Value> value = sum();
    skip_blanks();
    return at_ == text_.size() ? value : std::nullopt;
  }

 private:
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }
  void skip_blanks() {
    while (peek() == U' ' || peek() == 0xa0) ++at_;
  }
  bool take(char32_t c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool take(std::u32string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  std::optional<Value> sum() {
    if (++depth_ > deepest) return std::nullopt;
    std::optional<Value> value = product();
    for (skip_blanks(); value && (peek() == U'+' || peek() == U'-' || peek() == 0x2212); skip_blanks()) {
      const double sign = text_[at_++] == U'+' ? 1 : -1;
      const std::optional<Value> more = product();
      if (!more) return std::nullopt;
      if (value->constant && more->constant) {
        value = number(*value->constant + sign * *more->constant);
      } else {
        value->constant.reset();
        value->sum.insert(value->sum.end(), more->sum.begin(), more->sum.end());
      }
      if (value->sum.size() > most_terms) return std::nullopt;
    }
    --depth_;
    if (value) value->sum = without_outgrown(value->sum);
    return value;
  }

  std::optional<Value> product() {
    std::optional<Value> value = factor();
    while (value) {
      skip_blanks();
      const char32_t c = peek();
      const bool divides = c == U'/';
      if (divides || c == U'*' || c == 0xb7 || c == 0xd7 || c == 0x22c5 || c == 0x2219) {
        ++at_;
      } else if (!is_latin(c) && !is_digit(c) && !is_han(c) && c != U'(' && c != 0x221a) {
        break;
      }
      const std::optional<Value> more = factor();
      if (!more) return std::nullopt;
      value = times(*value, *more, divides);
    }
    return value;
  }

  static std::optional<Value> times(const Value& a, const Value& b, bool divides) {
    if (a.constant && b.constant) {
      if (divides && *b.constant == 0) return std::nullopt;
      return number(divides ? *a.constant / *b.constant : *a.constant * *b.constant);
    }
    if (a.sum.size() * b.sum.size() > most_terms || (divides && b.sum.size() != 1)) return std::nullopt;
    Value result;
    for (const Product& x : a.sum) {
      for (const Product& y : b.sum) {
        Product both = x;
        for (const auto& [base, power] : y) {
          double& sum = both[base];
          sum += divides ? -power : power;
          if (sum == 0) both.erase(base);
        }
        result.sum.push_back(std::move(both));
      }
    }
    return result;
  }

  std::optional<Value> factor() {
    std::optional<Value> value = base();
    while (value) {
      if (take(U'!')) {
        value = variable(text_of(value->sum) + "!");
      } else if (take(U'^') || take(U"**")) {
        const std::size_t from = at_;
        const std::optional<Value> exponent = base();
        if (!exponent) return std::nullopt;
        value = power(*value, *exponent, written(from));
      } else if (is_digit(peek()) && !value->constant && behind_letter_) {  // n2 is what normalization makes of n²
        value = power(*value, number(read_number()), "");
      } else {
        break;
      }
    }
    return value;
  }

  // `shown`: the exponent as it was written, whose constants matter: 2^(2n) is not 2^n.
  static Value power(const Value& value, const Value& exponent, const std::string& shown) {
    if (value.constant && exponent.constant) return number(std::pow(*value.constant, *exponent.constant));
    if (exponent.constant && value.sum.size() == 1) {
      Value result{{Product{}}, std::nullopt};
      for (const auto& [base, power] : value.sum[0]) result.sum[0][base] = power * *exponent.constant;
      return result;
    }
    const std::string base = value.constant ? fmt::format("{:g}", *value.constant) : fmt::format("({})", text_of(value.sum));
    return variable(base + "^(" + (exponent.constant ? fmt::format("{:g}", *exponent.constant) : shown) + ")");
  }

  // What was read since, without blanks and brackets around it.
  std::string written(std::size_t from) const {
    std::string text;
    for (char32_t c : text_.substr(from, at_ - from))
      if (c != U' ') append_utf8(text, c);
    if (text.size() < 3 || text.front() != '(') return text;
    text.pop_back();
    text.erase(0, 1);
    return text;
  }

  double read_number() {
    double value = 0, place = 1;
    bool fraction = false;
    for (; is_digit(peek()) || (peek() == U'.' && !fraction && is_digit(peek(1))); ++at_) {
      if (peek() == U'.') {
        fraction = true;
      } else {
        value = value * 10 + static_cast<double>(peek() - U'0');
        if (fraction) place *= 10;
      }
    }
    return value / place;
  }

  std::optional<Value> base() {
    skip_blanks();
    behind_letter_ = false;
    if (is_digit(peek())) return number(read_number());
    if (take(U'(')) {
      std::optional<Value> value = sum();
      skip_blanks();
      return take(U')') ? value : std::nullopt;
    }
    if (take(U"log") || take(U"lg") || take(U"ln")) return logarithm();
    if (take(U"sqrt") || take(static_cast<char32_t>(0x221a))) {
      const std::optional<Value> value = base();
      return value ? std::optional(power(*value, number(0.5), "")) : std::nullopt;
    }
    if (is_han(peek())) {
      std::string name;
      while (is_han(peek())) append_utf8(name, text_[at_++]);
      return variable(name);
    }
    return is_latin(peek()) ? std::optional(name()) : std::nullopt;
  }

  // "n", "mn" as a product, "capacity": up to a logarithm that is joined to it.
  Value name() {
    std::string letters;
    while (is_latin(peek()) && text_.substr(at_, 3) != U"log" &&
           (letters.empty() || (text_.substr(at_, 2) != U"lg" && text_.substr(at_, 2) != U"ln")))
      letters += static_cast<char>(text_[at_++]);
    behind_letter_ = true;
    if (letters.size() != 2) return variable(letters);
    if (letters[0] == letters[1]) return {{Product{{letters.substr(0, 1), 2}}}, std::nullopt};
    return {{Product{{letters.substr(0, 1), 1}, {letters.substr(1), 1}}}, std::nullopt};
  }

  std::optional<Value> logarithm() {
    if (++depth_ > deepest) return std::nullopt;
    double exponent = 1;
    if (take(U'_')) {
      if (is_digit(peek()))
        read_number();
      else
        at_ += at_ < text_.size();
    } else if (take(U'^')) {
      exponent = read_number();
    } else if (is_digit(peek())) {
      read_number();  // the base
    }
    skip_blanks();
    std::optional<Value> value = base();
    if (!value) return std::nullopt;
    if (take(U'^')) {  // log n^2 is 2 log n
      if (!base()) return std::nullopt;
    }
    --depth_;
    if (value->constant) return number(1);
    std::string inside = text_of(value->sum);
    if (value->sum.size() == 1 && value->sum[0].size() == 1) inside = value->sum[0].begin()->first;
    return Value{{Product{{"log(" + inside + ")", exponent}}}, std::nullopt};
  }

  std::u32string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool behind_letter_ = false;
};

// The text with n for its only variable, or nothing where there are several.
std::string shape_of(const std::string& text) {
  std::set<std::string> variables;
  std::string shape;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || static_cast<unsigned char>(text[end]) >= 0x80)) ++end;
    const std::string word = text.substr(at, end - at);
    if (word.empty()) {
      shape += text[at++];
      continue;
    }
    const bool is_variable = word != "log";
    if (is_variable) variables.insert(word);
    shape += is_variable ? "n" : word;
    at = end;
  }
  return variables.size() > 1 ? "" : shape;
}

}  // namespace

std::optional<Complexity> complexity_class(std::u32string_view inside) {
  if (inside.empty() || inside.size() > most_characters) return std::nullopt;
  const std::optional<Value> value = Reader(inside).whole();
  if (!value || value->sum.empty()) return std::nullopt;
  std::string text = text_of(value->sum);
  return Complexity{text, shape_of(text)};
}

}  // namespace viva
