#include "text/pattern.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/spelling.h"
#include "text/arrangement.h"
#include "text/negation.h"
#include "text/utf8.h"

namespace viva {
namespace {

// What is wrong, and at which byte. An empty message: nothing.
struct Fault {
  std::string message;
  std::size_t at = 0;
  explicit operator bool() const { return !message.empty(); }
};

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool is_digit_free_word(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The ASCII operator that a character looks like, or 0.
char operator_like(char32_t c) {
  constexpr std::u32string_view typed = U"＆＞！｜＄＝＊";
  const std::size_t at = typed.find(c);
  return at == typed.npos ? '\0' : "&>!|$=*"[at];
}

// What stands between the pieces of an atom: nothing but separators.
Fault check_between(std::string_view atom, std::size_t from, std::size_t to, bool behind_latin, bool before_piece) {
  for (std::size_t at = from; at < to;) {
    const std::size_t here = at;
    const char32_t c = next_code_point(atom, at).value;
    const std::string shown(atom.substr(here, at - here));
    if (const char meant = operator_like(c)) return {fmt::format("'{}' is a full-width character; write '{}'", shown, meant), here};
    switch (c) {
      case '*':
        if (here != from || !behind_latin) return {"'*' only goes behind a Latin word: 'lock*'", here};
        break;
      case '=':
        if (at != to || !before_piece) return {"'=' only goes before a word or number: '=no'", here};
        break;
      case '$':
        return {"'$' only goes before the name of a concept, with nothing else in front: 'word|$concept'", here};
      case '!':
        return {"'!' goes in front of the whole term: '!a|b' excludes both", here};
      case '&':
      case '>':
        return {fmt::format("'{0}' must stand between spaces: 'a {0} b'", shown), here};
      default:
        if (u_isalnum(static_cast<UChar32>(c))) {
          return {fmt::format("'{}' is never found in an answer; only Latin letters, digits and Han characters are", shown), here};
        }
    }
  }
  return {};
}

// "#2h", "O(n)": whether an alternative is a figure.
bool is_amount(std::string_view source) {
  return source.size() > 1 && source[0] == '#' &&
         (std::isdigit(static_cast<unsigned char>(source[1])) || source[1] == '-' || source[1] == '.');
}
bool is_complexity(std::string_view source) {
  return source.size() > 3 && (source[0] == 'O' || source[0] == 'o') && source[1] == '(' && source.back() == ')';
}

Fault read_figure(std::string_view source, Atom& atom) {
  Result<WantedFigure> figure = WantedFigure::read(source.substr(source[0] == '#' ? 1 : 0));
  if (!figure) return {figure.error().text(), 0};
  atom.push_back(Piece::amount(std::string(source), std::move(*figure)));
  return {};
}

// One alternative, or one saying of a concept.
Fault read_atom(std::string_view source, Atom& atom) {
  if (is_amount(source) || is_complexity(source)) return read_figure(source, atom);
  const std::vector<Unit> found = units(source);
  std::size_t done = 0;
  bool behind_latin = false;
  for (const Unit& unit : found) {
    if (Fault fault = check_between(source, done, unit.from, behind_latin, true)) return fault;
    const bool exactly = unit.from > done && source[unit.from - 1] == '=';
    const bool prefix = !unit.han && unit.to < source.size() && source[unit.to] == '*';
    if (exactly && prefix) return {fmt::format("'=' and '*' contradict each other; write '={0}' or '{0}*'", unit.text), unit.from - 1};
    if (prefix) {
      atom.push_back(Piece::prefix(unit.text));
    } else if (exactly || unit.han || !is_digit_free_word(unit.text)) {
      atom.push_back(Piece::exact(unit.text));
    } else {
      atom.push_back(Piece::word(unit.text));
    }
    done = unit.to;
    behind_latin = !unit.han;
  }
  if (Fault fault = check_between(source, done, source.size(), behind_latin, false)) return fault;
  if (atom.empty()) return {fmt::format("nothing to look for in '{}'; write a word, a number or Han characters", source), 0};
  return {};
}

bool is_concept_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

Status Glossary::add(const std::string& concept_name, const std::vector<std::string>& sayings) {
  if (!is_concept_name(concept_name)) {
    return error(fmt::format("'{}' cannot name a concept; use up to 64 small letters, digits and '-'", concept_name));
  }
  if (concepts_.count(concept_name))
    return error(fmt::format("the concept '{}' is given twice; put all its sayings into one list", concept_name));
  if (sayings.empty()) return error(fmt::format("the concept '{}' has no sayings; list the words people use for it", concept_name));
  Term term;
  for (const std::string& saying : sayings) {
    if (saying.size() > Pattern::most_bytes) {
      return error(
          fmt::format("the concept '{}' has a saying of {} bytes; the most is {}", concept_name, saying.size(), Pattern::most_bytes));
    }
    if (saying.find('|') != saying.npos) {
      return error(fmt::format("the concept '{}', saying '{}': '|' has no meaning here; list each saying by itself", concept_name, saying));
    }
    if (Fault fault = read_atom(saying, term.emplace_back())) {
      return error(fmt::format("the concept '{}', saying '{}': {}", concept_name, saying, fault.message));
    }
  }
  concepts_.emplace(concept_name, std::move(term));
  return ok();
}

const Term* Glossary::find(const std::string& concept_name) const {
  const auto found = concepts_.find(concept_name);
  return found == concepts_.end() ? nullptr : &found->second;
}

std::vector<std::string> Glossary::names() const {
  std::vector<std::string> names;
  for (const auto& [name, term] : concepts_) names.push_back(name);
  return names;
}

class PatternParser {
 public:
  PatternParser(std::string_view source, const Glossary& glossary) : source_(source), glossary_(glossary) {}

  Result<Pattern> parse() {
    if (source_.size() > Pattern::most_bytes) {
      return error(fmt::format("the pattern that begins '{}' has {} bytes, and the most is {}; make several patterns of it",
                               within(source_, 40), source_.size(), Pattern::most_bytes));
    }
    Fault fault = read();
    if (!fault) return std::move(pattern_);
    return error(fmt::format("in the pattern '{}' at character {}: {}", source_, character_at(fault.at), fault.message));
  }

 private:
  Fault read() {
    if (Fault fault = check_utf8()) return fault;
    pattern_.source_ = source_;
    start_part();
    bool empty = true, is_first = true;
    for (std::size_t at = 0; at < source_.size();) {
      std::size_t next = at;
      if (is_blank(next_code_point(source_, next).value)) {
        at = next;
        continue;
      }
      std::size_t end = at;
      while (end < source_.size() && !is_blank(next_code_point(source_, next = end).value)) end = next;
      const std::string_view token = source_.substr(at, end - at);
      const bool is_scope = is_first && read_denial(token);
      is_first = false;
      if (!is_scope) {
        if (Fault fault = read_token(token, at)) return fault;
        empty = false;
      }
      at = end;
    }
    if (empty) return {"the pattern is empty; write at least one word to look for", 0};
    return close_group({}, 0);
  }

  Fault check_utf8() const {
    for (std::size_t at = 0; at < source_.size();) {
      const std::size_t here = at;
      if (!next_code_point(source_, at).valid) return {"this is not UTF-8; save the file as UTF-8", here};
    }
    return {};
  }

  Fault read_token(std::string_view token, std::size_t at) {
    if (token == "&" || token == ">") {
      if (Fault fault = close_group(token, at)) return fault;
      operator_ = token;
      operator_at_ = at;
      if (token == "&") {
        start_part();
      } else {
        pattern_.parts_.back().emplace_back();
      }
      return {};
    }
    if (Fault fault = read_term(token, at)) return fault;
    if (pieces_ <= Pattern::most_pieces) return {};
    return {fmt::format("with its concepts the pattern stands for more than {} words; make several patterns of it", Pattern::most_pieces),
            at};
  }

  // "@clause" and its like; any other word with an @ is what it says.
  bool read_denial(std::string_view token) {
    constexpr std::pair<std::string_view, Pattern::Denial> scopes[] = {
        {"@clause", Pattern::Denial::clause}, {"@sentence", Pattern::Denial::sentence}, {"@any", Pattern::Denial::none}};
    for (const auto& [name, denial] : scopes) {
      if (token != name) continue;
      pattern_.denial_ = denial;
      return true;
    }
    return false;
  }

  void start_part() {
    pattern_.parts_.emplace_back(1);
    terms_ = 0;
  }

  // Called where an operator or the end closes a group: refuses one in which nothing is to be found.
  Fault close_group(std::string_view closer, std::size_t at) const {
    if (!pattern_.parts_.back().back().terms.empty()) return {};
    if (operator_.empty() && closer.empty()) return {"'!' only excludes what other words have found; add a word to find", 0};
    const auto [name, where] = operator_.empty() ? std::pair(closer, at) : std::pair(operator_, operator_at_);
    const char* note = pattern_.forbidden_.empty() ? "" : " (words with '!' do not count)";
    return {fmt::format("'{0}' needs something to find on both sides: 'first {0} second'{1}", name, note), where};
  }

  Fault read_term(std::string_view token, std::size_t at) {
    const bool forbids = token[0] == '!';
    if (forbids) {
      token.remove_prefix(1);
      ++at;
      if (token.empty()) return {"'!' must be joined to what it excludes: '!word'", at - 1};
      if (token[0] == '!') return {"one '!' is enough", at};
    }
    Term term;
    for (std::size_t from = 0; from <= token.size();) {
      const std::size_t bar = std::min(token.find('|', from), token.size());
      if (Fault fault = read_alternative(token.substr(from, bar - from), at + from, term)) return fault;
      from = bar + 1;
    }
    for (const Atom& atom : term) {
      pieces_ += atom.size();
      pattern_.has_figures_ |= !forbids && atom[0].kind == Piece::Kind::figure;
      for (const Piece& piece : atom)
        if (!forbids && piece.kind != Piece::Kind::prefix && is_negation_word(piece.text)) pattern_.denial_ = Pattern::Denial::none;
    }
    if (forbids) {
      pattern_.forbidden_.push_back(std::move(term));
      return {};
    }
    if (++terms_ > most_terms) {
      return {fmt::format("more than {} words to find near each other; leave some out, or put ' & ' between those that may be far apart",
                          most_terms),
              at};
    }
    pattern_.parts_.back().back().terms.push_back(std::move(term));
    return {};
  }

  Fault read_alternative(std::string_view alternative, std::size_t at, Term& term) {
    if (alternative.empty()) return {"a word is missing beside '|'; write one there or remove the '|'", at};
    if (alternative[0] != '$') {
      Atom atom;
      Fault fault = read_atom(alternative, atom);
      fault.at += at;
      if (!fault) term.push_back(std::move(atom));
      return fault;
    }
    const std::string name(alternative.substr(1));
    if (const Term* sayings = glossary_.find(name)) {
      term.insert(term.end(), sayings->begin(), sayings->end());
      return {};
    }
    std::string near = nearest(name, glossary_.names());
    near = near.empty() ? "; add it to the glossary, or write its words out" : "; did you mean '$" + near + "'?";
    return {fmt::format("unknown concept '{}'{}", alternative, near), at};
  }

  std::size_t character_at(std::size_t byte) const {
    std::size_t characters = 1;
    for (std::size_t at = 0; at < byte; ++characters) next_code_point(source_, at);
    return characters;
  }

  static std::string_view within(std::string_view text, std::size_t bytes) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size() && at <= bytes; next_code_point(text, at)) end = at;
    return text.substr(0, end);
  }

  std::string_view source_;
  const Glossary& glossary_;
  Pattern pattern_;
  std::string_view operator_;  // the last '&' or '>'
  std::size_t operator_at_ = 0;
  std::size_t pieces_ = 0;
  int terms_ = 0;  // of the part being read
};

Result<Pattern> Pattern::compile(std::string_view source, const Glossary& glossary) { return PatternParser(source, glossary).parse(); }

}  // namespace viva
