#include "text/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/characters.h"
#include "text/measures.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace viva {
namespace {

constexpr std::size_t longest_name = 16;  // of a unit
constexpr double same_enough = 1e-9;      // relative
constexpr std::u32string_view numerals = U"零一二三四五六七八九";

bool is_letter(char32_t c) { return is_latin(c) || c == U'μ'; }
bool is_name(char32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }

// The characters of a text as figures are read from them: normalized, but 10² is 10^2 and no 102.
std::vector<NormalChar> characters_of(std::string_view text) {
  std::vector<NormalChar> characters = normalize(text), out;
  out.reserve(characters.size());
  bool raised = false;
  for (const NormalChar& c : characters) {
    std::size_t at = c.from;
    const char32_t original = is_digit(c.value) ? next_code_point(text, at).value : U' ';
    const bool is_raised =
        original == 0xb2 || original == 0xb3 || original == 0xb9 || original == 0x2070 || (original >= 0x2074 && original <= 0x2079);
    if (is_raised && !raised) out.push_back({U'^', c.from, c.to});
    raised = is_raised;
    out.push_back(c);
  }
  return out;
}

struct SaidClass {
  std::string_view english, chinese, other_chinese;
  const char32_t* inside;
};
constexpr SaidClass said_classes[] = {{"constant", "常数", "常量", U"1"},    {"logarithmic", "对数", "", U"logn"},
                                      {"linear", "线性", "", U"n"},          {"linearithmic", "", "", U"nlogn"},
                                      {"quadratic", "平方", "二次", U"n^2"}, {"cubic", "立方", "三次", U"n^3"},
                                      {"exponential", "指数", "", U"2^n"}};
constexpr std::string_view behind_english[] = {"time", "complexity", "space", "memory", "cost", "steps"};
constexpr std::string_view behind_chinese[] = {"时间", "复杂度", "级", "阶", "空间"};

class FigureReader {
 public:
  FigureReader(std::string_view text, const std::vector<Unit>& units) : units_(units), text_(characters_of(text)) {}

  std::vector<Figure> read() {
    for (std::size_t at = 0; at < text_.size();) at = read_at(at);
    return std::move(found_);
  }

 private:
  char32_t peek(std::size_t at) const { return at < text_.size() ? text_[at].value : U'\0'; }

  std::string word_at(std::size_t from, std::size_t to) const {
    std::string word;
    for (std::size_t i = from; i < to; ++i) append_utf8(word, text_[i].value);
    return word;
  }

  std::size_t end_of_letters(std::size_t at) const {
    while (is_letter(peek(at))) ++at;
    return at;
  }

  std::size_t skip_blanks(std::size_t at) const {
    while (peek(at) == U' ' || peek(at) == 0xa0) ++at;
    return at;
  }

  // Where to go on. Names are passed as a whole, so that nothing is read inside of them.
  std::size_t read_at(std::size_t at) {
    const char32_t c = peek(at);
    if ((c == U'o' || c == U'θ' || c == U'ω') && peek(at + 1) == U'(') return read_complexity(at);
    if (is_digit(c)) return read_number(at);
    if (is_letter(c) || c == U'_') return read_word(at);
    if (is_han(c)) return read_han(at);
    return at + 1;
  }

  // Characters [from, to) are the figure, unless it begins inside of a unit: then it is part of a name.
  void add(std::size_t from, std::size_t to, Figure figure) {
    figure.from = text_[from].from;
    figure.to = text_[to - 1].to;
    auto begins_before = [](const Unit& unit, std::uint32_t byte) { return unit.from < byte; };
    const auto first = std::lower_bound(units_.begin(), units_.end(), figure.from, begins_before);
    const auto behind = std::lower_bound(first, units_.end(), figure.to, begins_before);
    if (first == behind || (first != units_.begin() && std::prev(first)->to > figure.from)) return;
    figure.start = static_cast<std::uint32_t>(first - units_.begin());
    figure.end = static_cast<std::uint32_t>(behind - units_.begin());
    found_.push_back(std::move(figure));
  }

  void add_amount(std::size_t from, std::size_t to, Dimension dimension, double decimal, double binary) {
    add(from, to, Figure{.dimension = dimension, .decimal = decimal, .binary = binary});
  }

  // Complexity classes ------------------------------------------------------------------------------------------------------------------

  std::size_t read_complexity(std::size_t at) {
    std::size_t end = at + 2;
    std::u32string inside;
    for (int depth = 1; end < text_.size() && inside.size() <= 100; ++end) {
      depth += peek(end) == U'(' ? 1 : peek(end) == U')' ? -1 : 0;
      if (depth == 0) break;
      inside += peek(end);
    }
    if (peek(end) != U')') return at + 2;
    std::optional<Complexity> found = complexity_class(inside);
    if (!found) return at + 2;
    add(at, end + 1, Figure{.dimension = Dimension::complexity, .complexity = std::move(*found)});
    return end + 1;
  }

  // Whether one of the words stands there; `end` is then behind it.
  template <class Words>
  bool follows(std::size_t at, const Words& words, std::size_t& end) const {
    for (std::string_view word : words) {
      std::size_t i = at;
      for (std::size_t byte = 0; byte < word.size(); ++i)
        if (peek(i) != next_code_point(word, byte).value) break;
      if (word_at(at, std::min(i, text_.size())) != word) continue;
      end = i;
      return true;
    }
    return false;
  }

  void add_said(std::size_t from, std::size_t to, const SaidClass& said) {
    add(from, to,
        Figure{
            .start = 0, .end = 0, .dimension = Dimension::complexity, .complexity = *complexity_class(said.inside), .any_variable = true});
  }

  // Numbers -------------------------------------------------------------------------------------------------------------------------------

  std::size_t end_of_digits(std::size_t at) const {
    while (is_digit(peek(at))) ++at;
    return at;
  }

  // Digits, in groups of three or not, and a fraction.
  std::size_t read_plain(std::size_t at, double& value) const {
    std::string digits;
    std::size_t end = end_of_digits(at);
    digits += word_at(at, end);
    if (end - at <= 3) {
      while (peek(end) == U',' && end_of_digits(end + 1) == end + 4) {
        digits += word_at(end + 1, end + 4);
        end += 4;
      }
    }
    if (peek(end) == U'.' && is_digit(peek(end + 1))) {
      const std::size_t last = end_of_digits(end + 1);
      digits += word_at(end, last);
      end = last;
    }
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) value = HUGE_VAL;
    return end;
  }

  // The exponent behind a plain number: "e6", "^6", "*10^6".
  std::size_t read_exponent(std::size_t at, double& value) const {
    auto integer = [&](std::size_t from, std::size_t& end) -> std::optional<double> {
      const bool minus = peek(from) == U'-';
      const std::size_t first = from + (minus || peek(from) == U'+');
      end = end_of_digits(first);
      if (end == first || end - first > 4) return std::nullopt;
      double exponent = 0;
      for (std::size_t i = first; i < end; ++i) exponent = exponent * 10 + static_cast<double>(peek(i) - U'0');
      return minus ? -exponent : exponent;
    };
    std::size_t end = at;
    if (peek(at) == U'e') {
      if (const auto exponent = integer(at + 1, end); exponent && !is_name(peek(end))) {
        value *= std::pow(10, *exponent);
        return end;
      }
    }
    if (peek(at) == U'^' || (peek(at) == U'*' && peek(at + 1) == U'*')) {
      if (const auto exponent = integer(at + (peek(at) == U'^' ? 1 : 2), end)) {
        value = std::pow(value, *exponent);
        return end;
      }
    }
    const std::size_t sign = skip_blanks(at);
    if (peek(sign) == U'*' || peek(sign) == U'×' || peek(sign) == U'x') {
      const std::size_t ten = skip_blanks(sign + 1);
      if (peek(ten) == U'1' && peek(ten + 1) == U'0' && peek(ten + 2) == U'^') {
        if (const auto exponent = integer(ten + 3, end)) {
          value *= std::pow(10, *exponent);
          return end;
        }
      }
    }
    return at;
  }

  std::size_t read_number(std::size_t at) {
    const bool is_part = at > 0 && (is_name(peek(at - 1)) || (peek(at - 1) == U'.' && at > 1 && is_name(peek(at - 2))));
    double value = 0;
    std::size_t end = read_plain(at, value);
    const bool goes_on = peek(end) == U'.' && is_digit(peek(end + 1));  // a version
    if (is_part || goes_on) return end;
    if (at > 0 && peek(at - 1) == U'-' && (at == 1 || !is_name(peek(at - 2)))) value = -value;
    end = read_exponent(end, value);
    add_with_unit(at, end, value, true);
    return end;
  }

  // Han numerals below ten thousand, 半 and 俩; 0 where there are none.
  std::size_t read_numerals(std::size_t at, double& value) const {
    double done = 0, digit = 0;
    std::size_t end = at;
    for (bool going = true; going; end += going) {
      const char32_t c = peek(end);
      const std::size_t numeral = numerals.find(c);
      if (c == U'半' && end == at) return value = 0.5, at + 1;
      if (c == U'两' || c == U'俩')
        digit = 2;
      else if (numeral != numerals.npos)
        digit = static_cast<double>(numeral);
      else if (c == U'十' || c == U'百' || c == U'千')
        done += (digit == 0 ? 1 : digit) * (c == U'十' ? 10 : c == U'百' ? 100 : 1000), digit = 0;
      else
        going = false;
    }
    value = done + digit;
    return end;
  }

  std::size_t read_han(std::size_t at) {
    std::size_t end = at;
    for (const SaidClass& said : said_classes) {
      const std::string_view names[] = {said.chinese, said.other_chinese};
      for (std::string_view name : names)
        if (!name.empty() && follows(at, std::initializer_list<std::string_view>{name}, end) && follows(end, behind_chinese, end)) {
          add_said(at, end, said);
          return end;
        }
    }
    double value = 0;
    end = read_numerals(at, value);
    if (end > at && value > 0) add_with_unit(at, end, value, false);
    return std::max(end, at + 1);
  }

  std::size_t read_word(std::size_t at) {
    const std::size_t end = end_of_letters(at);
    if (end == at || is_name(peek(end))) {
      std::size_t past = at;
      while (is_name(peek(past))) ++past;
      return past;
    }
    if (end - at > longest_name) return end;
    const std::string word = word_at(at, end);
    const std::size_t next = peek(end) == U'-' ? end + 1 : skip_blanks(end);
    for (const SaidClass& said : said_classes) {
      std::size_t last = next;
      if (word == said.english && follows(next, behind_english, last) && !is_letter(peek(last))) add_said(at, last, said);
    }
    double value = number_named(word);
    if (value == 0) return end;
    std::size_t number_end = end;
    if (const std::size_t last = end_of_letters(next); value == 0.5 && (word_at(next, last) == "an" || word_at(next, last) == "a"))
      number_end = last;
    add_with_unit(at, number_end, value, false);
    return end;
  }

  // Units ---------------------------------------------------------------------------------------------------------------------------------

  // The name of a unit at a place: letters to their end, or the longest run of Han characters that is one. Returns its end, or the place.
  std::size_t name_at(std::size_t at, std::string& name) const {
    if (peek(at) == U'%' || peek(at) == U'‰') return name = word_at(at, at + 1), at + 1;
    if (is_letter(peek(at))) {
      const std::size_t end = end_of_letters(at);
      if (is_name(peek(end)) || end - at > longest_name) return at;
      return name = word_at(at, end), end;
    }
    if (peek(at) == U'个') ++at;
    for (std::size_t length = 3; length > 0; --length) {
      if (at + length > text_.size()) continue;
      name = word_at(at, at + length);
      if (is_han(peek(at)) && !measures_named(name).empty()) return at + length;
    }
    return at;
  }

  // "/s", "per second", "每秒" behind a unit or a number: how many seconds, and where it ends.
  std::size_t read_per(std::size_t at, double& seconds) const {
    std::size_t from = skip_blanks(at);
    std::string name;
    if (peek(from) == U'/') {
      from = skip_blanks(from + 1);
    } else if (peek(from) == U'每') {
      ++from;
    } else {
      const std::size_t end = end_of_letters(from);
      if (const std::string word = word_at(from, std::min(end, from + 4)); word != "per" && word != "a") return at;
      from = skip_blanks(end);
    }
    const std::size_t end = name_at(from, name);
    for (const Measure& measure : end > from ? measures_named(name) : std::vector<Measure>()) {
      if (measure.dimension != Dimension::time) continue;
      seconds = measure.decimal;
      return end;
    }
    return at;
  }

  void add_rates(std::size_t from, std::size_t unit_end, Dimension dimension, double decimal, double binary) {
    double seconds = 0;
    const std::size_t end = read_per(unit_end, seconds);
    if (end == unit_end) return;
    add_amount(from, end, dimension, decimal / seconds, binary / seconds);
  }

  // A number that stands at [from, end), and what is measured in it. `alone`: it counts without a unit as well.
  void add_with_unit(std::size_t from, std::size_t end, double value, bool alone) {
    if (!std::isfinite(value)) return;
    std::size_t behind = skip_blanks(peek(end) == U'-' ? end + 1 : end);
    std::string name;
    std::size_t unit_end = name_at(behind, name);
    if (unit_end == behind) name.clear();
    if (alone && (!is_name(peek(end)) || !measures_named(name).empty())) add_amount(from, end, Dimension::number, value, value);
    for (const Measure& measure : measures_named(name)) {
      if (measure.dimension == Dimension::number) {
        if (alone || unit_end - behind > 1 || is_han(peek(behind))) add_multiplied(from, unit_end, value * measure.decimal);
        continue;
      }
      add_amount(from, unit_end, measure.dimension, value * measure.decimal, value * measure.binary);
      if (measure.dimension == Dimension::data)
        add_rates(from, unit_end, Dimension::data_rate, value * measure.decimal, value * measure.binary);
    }
    if (alone && measures_named(name).empty()) add_counted_rate(from, end, value);
  }

  // "200 requests per second", "200 次/秒", "200/s".
  void add_counted_rate(std::size_t from, std::size_t end, double value) {
    std::size_t behind = skip_blanks(end);
    if (const std::size_t last = end_of_letters(behind); last > behind && word_at(behind, std::min(last, behind + 4)) != "per") {
      behind = last;
    } else if (peek(behind) == U'次' || peek(behind) == U'个' || peek(behind) == U'条') {
      ++behind;
    }
    add_rates(from, behind, Dimension::rate, value, value);
  }

  // "20 million bytes", "2 万次/秒".
  void add_multiplied(std::size_t from, std::size_t end, double value) {
    add_amount(from, end, Dimension::number, value, value);
    const std::size_t behind = skip_blanks(end);
    std::string name;
    const std::size_t unit_end = name_at(behind, name);
    if (unit_end == behind) name.clear();
    for (const Measure& measure : measures_named(name)) {
      if (measure.dimension == Dimension::number) continue;
      add_amount(from, unit_end, measure.dimension, value * measure.decimal, value * measure.binary);
    }
    if (name.empty() || measures_named(name).empty()) add_counted_rate(from, end, value);
  }

  const std::vector<Unit>& units_;
  std::vector<NormalChar> text_;
  std::vector<Figure> found_;
};

// The one figure that is all of the source.
Result<Figure> whole_figure(std::string_view source) {
  std::vector<Figure> whole;
  for (Figure& figure : figures(source, units(source)))
    if (figure.from == 0 && figure.to == source.size()) whole.push_back(std::move(figure));
  if (whole.empty() && source.find('(') != source.npos)
    return error(fmt::format("'{}' is no complexity class that can be read; write it as in O(n*log(n)), O(2^n), O(m+n)", source));
  if (whole.empty())
    return error(fmt::format("'{}' is no number with a unit that is known (KB, MiB, ms, s, min, h, %, qps, MB/s, 万)", source));
  if (whole.size() > 1) return error(fmt::format("the unit of '{}' has several meanings; write min, MB, GB or all the digits", source));
  return whole[0];
}

}  // namespace

std::vector<Figure> figures(std::string_view text, const std::vector<Unit>& units) { return FigureReader(text, units).read(); }

bool WantedFigure::matches(const Figure& figure) const {
  if (figure.dimension != dimension) return false;
  if (dimension == Dimension::complexity)
    return figure.any_variable ? figure.complexity.shape == complexity.shape : figure.complexity.text == complexity.text;
  auto within = [](double value, double low, double high) {
    const double slack = same_enough * std::max(std::fabs(low), std::fabs(high));
    return value >= low - slack && value <= high + slack;
  };
  return within(figure.decimal, low_decimal, high_decimal) || within(figure.binary, low_binary, high_binary);
}

Result<WantedFigure> WantedFigure::read(std::string_view source) {
  double tolerance = 0;
  const std::string_view whole = source;
  if (const std::size_t sign = source.rfind('~'); sign != source.npos) {
    const Result<Figure> share = whole_figure(source.substr(sign + 1));
    if (!share || share->dimension != Dimension::share || share->decimal <= 0)
      return error(fmt::format("the tolerance of '{}' is a share, such as '~5%'", whole));
    tolerance = share->decimal;
    source = source.substr(0, sign);
  }
  std::string low_source(source);
  const std::size_t dots = source.find("..");
  if (dots != source.npos) {
    low_source = source.substr(0, dots);
    source = source.substr(dots + 2);
  }
  Result<Figure> high = whole_figure(source);
  if (!high) return high.error();
  if (high->dimension == Dimension::complexity)
    return WantedFigure{.dimension = Dimension::complexity, .complexity = std::move(high->complexity)};
  Figure low = *high;
  if (dots != source.npos && source != whole && low_source != source) {
    // The unit behind the second number is that of the first as well.
    const std::size_t number_end = source.find_first_not_of("0123456789.,-");
    const std::string unit = low_source.find_first_not_of("0123456789.,-") == low_source.npos && number_end != source.npos
                                 ? std::string(source.substr(number_end))
                                 : std::string();
    Result<Figure> read = whole_figure(low_source + unit);
    if (!read) return read.error();
    if (read->dimension != high->dimension || read->decimal > high->decimal)
      return error(fmt::format("'{}' is no range: the smaller amount goes first, and both measure the same", whole));
    low = *read;
  }
  auto lowered = [&](double value) { return value - tolerance * std::fabs(value); };
  auto raised = [&](double value) { return value + tolerance * std::fabs(value); };
  return WantedFigure{.dimension = high->dimension,
                      .low_decimal = lowered(low.decimal),
                      .high_decimal = raised(high->decimal),
                      .low_binary = lowered(low.binary),
                      .high_binary = raised(high->binary)};
}

}  // namespace viva
