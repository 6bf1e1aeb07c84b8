#include "text/complexity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "text/characters.h"
#include "text/utf8.h"

namespace viva {
namespace {

constexpr std::size_t most_characters = 100, most_terms = 64;
constexpr int deepest = 12;
constexpr int most_expanded = 6;  // (m + n)^2 is written out up to this power
constexpr double factorial = 1e6;

// What is multiplied: a constant, and bases ("n", "log(n)", "2^(n)", "n!") with their powers.
struct Term {
  double coefficient = 1;
  std::map<std::string, double> powers;

  bool is_constant() const { return powers.empty(); }
};

using Sum = std::vector<Term>;

Sum number(double value) { return {Term{value, {}}}; }
Sum named(const std::string& base) { return {Term{1, {{base, 1}}}}; }

std::optional<double> constant_of(const Sum& sum) {
  return sum.size() == 1 && sum[0].is_constant() ? std::optional(sum[0].coefficient) : std::nullopt;
}

enum class Constants { left_out, shown };

std::string text_of(const Term& term, Constants constants) {
  std::string text;
  if (constants == Constants::shown && (term.coefficient != 1 || term.is_constant())) text = fmt::format("{:g}", term.coefficient);
  for (const auto& [base, power] : term.powers) text += (text.empty() ? "" : "*") + base + (power == 1 ? "" : fmt::format("^{:g}", power));
  return text.empty() ? "1" : text;
}

std::string text_of(const Sum& sum, Constants constants = Constants::left_out) {
  std::set<std::string> terms;
  for (const Term& term : sum) terms.insert(text_of(term, constants));
  return fmt::format("{}", fmt::join(terms, "+"));
}

// How fast a term grows with a variable: by its exponential, its power, and its logarithm.
using Growth = std::array<double, 3>;

bool is_name(std::string_view text) { return !text.empty() && text.find_first_of("()*+^!,") == text.npos; }

std::string bracketed(const Sum& sum) {
  const std::string text = text_of(sum, Constants::shown);
  return is_name(text) ? text : "(" + text + ")";
}

// "n" of the base "2^(n)"; empty where the base is something else.
std::string exponent_in(const std::string& base) {
  const std::size_t at = base.find("^(");
  if (at == base.npos || !is_digit(base[0])) return {};
  const std::string exponent = base.substr(at + 2, base.size() - at - 3);
  return is_name(exponent) ? exponent : std::string();
}

// Nothing: a base is of no kind that can be compared.
std::optional<std::map<std::string, Growth>> growths(const Term& term) {
  std::map<std::string, Growth> found;
  for (const auto& [base, power] : term.powers) {
    if (is_name(base)) {
      found[base][1] += power;
    } else if (base.rfind("log(", 0) == 0 && is_name(base.substr(4, base.size() - 5))) {
      found[base.substr(4, base.size() - 5)][2] += power;
    } else if (base.back() == '!' && is_name(base.substr(0, base.size() - 1))) {
      found[base.substr(0, base.size() - 1)][0] += factorial * power;
    } else if (const std::string exponent = exponent_in(base); !exponent.empty()) {
      found[exponent][0] += power * std::log(std::strtod(base.c_str(), nullptr));
    } else {
      return std::nullopt;
    }
  }
  return found;
}

bool outgrows(const Term& a, const Term& b) {
  const auto of_a = growths(a), of_b = growths(b);
  if (!of_a || !of_b) return false;
  auto of = [](const std::map<std::string, Growth>& all, const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? Growth{} : found->second;
  };
  auto is_at_least = [&](const auto& entry) { return of(*of_a, entry.first) >= of(*of_b, entry.first); };
  return std::all_of(of_a->begin(), of_a->end(), is_at_least) && std::all_of(of_b->begin(), of_b->end(), is_at_least);
}

// Of terms that grow alike, whichever order they stand in, the plainest is kept: 4^n and not (2^n)^2.
bool is_plainer(const Term& a, const Term& b) {
  auto total = [](const Term& term) {
    return std::accumulate(term.powers.begin(), term.powers.end(), 0.0, [](double sum, const auto& factor) { return sum + factor.second; });
  };
  return std::pair(total(a), a.powers) < std::pair(total(b), b.powers);
}

// Without terms of nothing, those that others outgrow, and equal ones but the first.
Sum without_outgrown(const Sum& sum) {
  Sum kept;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    bool needless = sum[i].coefficient == 0;
    for (std::size_t j = 0; j < sum.size() && !needless; ++j) {
      if (sum[j].coefficient == 0) continue;
      const bool equal = sum[i].powers == sum[j].powers, outgrown = outgrows(sum[j], sum[i]);
      needless = equal ? j < i : outgrown && (!outgrows(sum[i], sum[j]) || is_plainer(sum[j], sum[i]));
    }
    if (!needless) kept.push_back(sum[i]);
  }
  return kept;
}

// Nothing: there are more terms than anybody means.
std::optional<Sum> times(const Sum& a, const Sum& b) {
  if (a.size() * b.size() > most_terms) return std::nullopt;
  Sum result;
  for (const Term& x : a) {
    for (const Term& y : b) {
      Term both{x.coefficient * y.coefficient, x.powers};
      for (const auto& [base, power] : y.powers) {
        double& sum = both.powers[base];
        sum += power;
        if (sum == 0) both.powers.erase(base);
      }
      result.push_back(std::move(both));
    }
  }
  return result;
}

// 2^(2n) is 4^n, and 2^(n+1) is twice 2^n; but n^(k+1) is another class than n^k.
Sum exponential(double base, const Sum& exponent) {
  if (base == 1) return number(1);
  Sum left;
  std::copy_if(exponent.begin(), exponent.end(), std::back_inserter(left), [](const Term& term) { return !term.is_constant(); });
  if (left.size() == 1) base = std::pow(base, std::exchange(left[0].coefficient, 1));
  return named(fmt::format("{:g}^({})", base, text_of(left, Constants::shown)));
}

std::optional<Sum> power(const Sum& base, const Sum& exponent) {
  const std::optional<double> count = constant_of(exponent), constant = constant_of(base);
  if (constant && !count) return exponential(*constant, exponent);
  if (count && base.size() == 1) {
    Term result{std::pow(base[0].coefficient, *count), {}};
    for (const auto& [name, power] : base[0].powers)
      if (*count != 0) result.powers[name] = power * *count;
    return Sum{result};
  }
  if (count && *count >= 1 && *count <= most_expanded && *count == std::floor(*count)) {
    std::optional<Sum> result = base;
    for (int i = 1; result && i < static_cast<int>(*count); ++i) result = times(*result, base);
    return result;
  }
  return named(bracketed(base) + "^(" + text_of(exponent, Constants::shown) + ")");
}

// Of a product the sum of the logarithms; of a power that of its base; of 2^n it is n.
Sum logarithm(const Sum& of) {
  const Sum sum = without_outgrown(of);
  if (constant_of(sum)) return number(1);
  if (sum.size() != 1) return named("log(" + text_of(sum) + ")");
  Sum result;
  for (const auto& [base, power] : sum[0].powers) {
    const std::string exponent = exponent_in(base);
    result.push_back({1, {{exponent.empty() ? "log(" + base + ")" : exponent, 1}}});
  }
  return without_outgrown(result);
}

class Reader {
 public:
  explicit Reader(std::u32string_view text) : text_(text) {}

  std::optional<Sum> whole() {
    std::optional<Sum> value = sum();
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

  // A difference is a sum here: what is taken away is outgrown, or else it counts.
  std::optional<Sum> sum() {
    if (++depth_ > deepest) return std::nullopt;
    std::optional<Sum> value = product();
    for (skip_blanks(); value && (peek() == U'+' || peek() == U'-' || peek() == 0x2212); skip_blanks()) {
      const double sign = text_[at_++] == U'+' ? 1 : -1;
      const std::optional<Sum> more = product();
      if (!more) return std::nullopt;
      if (const std::optional<double> a = constant_of(*value), b = constant_of(*more); a && b)
        value = number(*a + sign * *b);
      else
        value->insert(value->end(), more->begin(), more->end());
      if (value->size() > most_terms) return std::nullopt;
    }
    --depth_;
    return value;
  }

  std::optional<Sum> product() {
    std::optional<Sum> value = factor();
    while (value) {
      skip_blanks();
      const char32_t c = peek();
      const bool divides = c == U'/';
      if (divides || c == U'*' || c == 0xb7 || c == 0xd7 || c == 0x22c5 || c == 0x2219) {
        ++at_;
      } else if (!is_latin(c) && !is_digit(c) && !is_han(c) && c != U'(' && c != 0x221a) {
        break;
      }
      std::optional<Sum> more = factor();
      if (more && divides && constant_of(*more) == 0) return std::nullopt;
      if (more && divides) more = power(*more, number(-1));
      if (!more) return std::nullopt;
      value = times(*value, *more);
    }
    return value;
  }

  std::optional<Sum> factor() {
    std::optional<Sum> value = base();
    while (value) {
      if (take(U'!')) {
        value = named(bracketed(*value) + "!");
      } else if (take(U'^') || take(U"**")) {
        const std::optional<Sum> exponent = exponent_of_power();
        if (!exponent) return std::nullopt;
        value = power(*value, *exponent);
      } else if (is_digit(peek()) && behind_letter_) {  // n2 is what normalization makes of n²
        value = power(*value, number(read_number()));
      } else {
        break;
      }
    }
    return value;
  }

  // 2^n^2 is 2^(n^2).
  std::optional<Sum> exponent_of_power() {
    if (++depth_ > deepest) return std::nullopt;
    std::optional<Sum> value = factor();
    --depth_;
    return value;
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

  std::optional<Sum> base() {
    skip_blanks();
    behind_letter_ = false;
    if (is_digit(peek())) return number(read_number());
    if (take(U'(')) return rest_of_bracket();
    if (take(U"log") || take(U"lg") || take(U"ln")) return rest_of_logarithm();
    if (take(U"max(")) return rest_of_maximum();
    if (take(U"min(")) return rest_of_minimum();
    if (take(U"sqrt") || take(static_cast<char32_t>(0x221a))) {
      const std::optional<Sum> value = base();
      return value ? power(*value, number(0.5)) : std::nullopt;
    }
    if (is_han(peek())) {
      std::string name;
      while (is_han(peek())) append_utf8(name, text_[at_++]);
      return named(name);
    }
    return is_latin(peek()) ? std::optional(name()) : std::nullopt;
  }

  std::optional<Sum> rest_of_bracket() {
    std::optional<Sum> value = sum();
    skip_blanks();
    return take(U')') ? value : std::nullopt;
  }

  // What a list in brackets holds.
  std::optional<std::vector<Sum>> rest_of_list() {
    std::vector<Sum> all;
    do {
      const std::optional<Sum> one = sum();
      if (!one || all.size() == most_terms) return std::nullopt;
      all.push_back(*one);
    } while (take(U','));
    return take(U')') ? std::optional(all) : std::nullopt;
  }

  // max(m, n) is m + n.
  std::optional<Sum> rest_of_maximum() {
    const std::optional<std::vector<Sum>> list = rest_of_list();
    if (!list) return std::nullopt;
    Sum all;
    for (const Sum& one : *list) all.insert(all.end(), one.begin(), one.end());
    return all.size() <= most_terms ? std::optional(all) : std::nullopt;
  }

  std::optional<Sum> rest_of_minimum() {
    const std::optional<std::vector<Sum>> list = rest_of_list();
    if (!list) return std::nullopt;
    std::set<std::string> names;
    for (const Sum& one : *list) names.insert(text_of(without_outgrown(one)));
    return named(fmt::format("min({})", fmt::join(names, ",")));
  }

  // "n", "mn" and "nkm" as products, "capacity" and "row": up to a logarithm that is joined to it.
  Sum name() {
    std::string letters;
    while (is_latin(peek()) && text_.substr(at_, 3) != U"log" &&
           (letters.empty() || (text_.substr(at_, 2) != U"lg" && text_.substr(at_, 2) != U"ln")))
      letters += static_cast<char>(text_[at_++]);
    behind_letter_ = true;
    const bool is_product = letters.size() == 2 || (letters.size() == 3 && letters.find_first_of("aeiouy") == letters.npos);
    if (!is_product) return named(letters);
    Term product;
    for (char letter : letters) product.powers[std::string(1, letter)] += 1;
    return {product};
  }

  std::optional<Sum> rest_of_logarithm() {
    if (++depth_ > deepest) return std::nullopt;
    double exponent = 1;
    if (take(U'_')) {
      if (is_digit(peek()))
        read_number();
      else
        at_ += at_ < text_.size();
    } else if (is_digit(peek())) {
      read_number();  // the base
    }
    if (take(U'^')) exponent = read_number();
    skip_blanks();
    std::optional<Sum> value = base();
    if (value && take(U'^')) {  // log n^2 is 2 log n
      const std::optional<Sum> inner = base();
      value = inner ? power(*value, *inner) : std::nullopt;
    }
    --depth_;
    return value ? power(logarithm(*value), number(exponent)) : std::nullopt;
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
    const bool is_variable = word != "log" && word != "min";
    if (is_variable) variables.insert(word);
    shape += is_variable ? "n" : word;
    at = end;
  }
  return variables.size() > 1 ? "" : shape;
}

}  // namespace

std::optional<Complexity> complexity_class(std::u32string_view inside) {
  if (inside.empty() || inside.size() > most_characters) return std::nullopt;
  const std::optional<Sum> value = Reader(inside).whole();
  if (!value) return std::nullopt;
  const Sum reduced = without_outgrown(*value);
  if (reduced.empty()) return std::nullopt;
  std::string text = text_of(reduced);
  return Complexity{text, shape_of(text)};
}

}  // namespace viva
