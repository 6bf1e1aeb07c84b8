#include "text/units.h"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>

#include "text/characters.h"
#include "text/utf8.h"

namespace viva {
namespace {

bool is_word(char32_t c) { return is_latin(c) || is_digit(c); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'‘' || c == U'ʼ'; }

// The letter below the accents: é → e. Only Latin letters are worth the look.
char32_t without_accents(char32_t c) {
  while ((c >= 0xc0 && c <= 0x24f) || (c >= 0x1e00 && c <= 0x1eff)) {
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[8];
    const std::int32_t length = unorm2_getRawDecomposition(unorm2_getNFCInstance(&status), static_cast<UChar32>(c), parts, 8, &status);
    if (U_FAILURE(status) || length < 1) return c;
    c = parts[0];
  }
  return c;
}

// The Latin letter that a Cyrillic or Greek one looks like, or the letter itself.
char32_t look_alike(char32_t c) {
  if (c < 0x370 || c > 0x52f) return c;
  static constexpr std::pair<char32_t, char> pairs[] = {{U'а', 'a'}, {U'в', 'b'}, {U'с', 'c'}, {U'ԁ', 'd'}, {U'е', 'e'}, {U'һ', 'h'}, {U'і', 'i'},
                                                 {U'ј', 'j'}, {U'к', 'k'}, {U'м', 'm'}, {U'о', 'o'}, {U'р', 'p'}, {U'ѕ', 's'}, {U'т', 't'},
                                                 {U'у', 'y'}, {U'х', 'x'}, {U'α', 'a'}, {U'ο', 'o'}, {U'ρ', 'p'}, {U'ν', 'v'}, {U'ι', 'i'},
                                                 {U'κ', 'k'}, {U'τ', 't'}, {U'υ', 'u'}, {U'χ', 'x'}};
  for (auto [letter, latin] : pairs)
    if (letter == c) return static_cast<char32_t>(latin);
  return c;
}

// 2: ends a sentence, 1: ends a clause, 0: neither. Full-width forms have become ASCII before.
int boundary(const std::vector<NormalChar>& text, std::size_t i) {
  switch (text[i].value) {
    case U'。':
    case U'!':
    case U'?':
    case U';':
    case U'\n':
      return 2;
    case U'.':
      return i + 1 == text.size() || u_isUWhiteSpace(static_cast<UChar32>(text[i + 1].value)) ? 2 : 0;
    case U',':
    case U':':
    case U'、':
    case U'(':
    case U')':
      return 1;
    default:
      return 0;
  }
}

// Whether "n't" begins at i and ends a word there.
bool is_negation(const std::vector<NormalChar>& text, std::size_t i) {
  if (i + 2 >= text.size() || text[i].value != 'n' || !is_apostrophe(text[i + 1].value) || text[i + 2].value != 't') return false;
  return i + 3 == text.size() || (!is_word(text[i + 3].value) && text[i + 3].value != '_');
}

class Reader {
 public:
  explicit Reader(std::string_view utf8) : text_(normalize(utf8)) {
    for (NormalChar& c : text_) c.value = without_accents(c.value);
    unmask();
  }

  std::vector<Unit> read() {
    units_.reserve(text_.size() / 4 + 1);
    for (std::size_t i = 0; i < text_.size();) {
      const char32_t c = text_[i].value;
      if (is_negation(text_, i)) {
        i = add("not", i, i + 3, false);
      } else if (is_word(c)) {
        i = read_word(i);
      } else if (is_han(c)) {
        std::string han;
        append_utf8(han, c);
        i = add(std::move(han), i, i + 1, true);
      } else {
        const int ends = boundary(text_, i++);
        if (ends > 0) ++clause_;
        if (ends > 1) ++sentence_;
      }
    }
    return std::move(units_);
  }

 private:
  // Cyrillic or Greek letters inside a Latin word are there to be overlooked. A word of theirs alone stays what it is.
  void unmask() {
    auto is_letter = [&](std::size_t i) { return is_word(text_[i].value) || look_alike(text_[i].value) != text_[i].value; };
    for (std::size_t from = 0, to = 0; from < text_.size(); from = to + 1) {
      bool latin = false;
      for (to = from; to < text_.size() && is_letter(to); ++to) latin |= is_word(text_[to].value);
      if (latin)
        for (std::size_t i = from; i < to; ++i) text_[i].value = look_alike(text_[i].value);
    }
  }

  std::size_t read_word(std::size_t from) {
    std::string word;
    std::size_t i = from;
    while (i < text_.size() && is_word(text_[i].value) && !is_negation(text_, i)) word += static_cast<char>(text_[i++].value);
    if (i + 1 < text_.size() && text_[i].value == '+' && text_[i + 1].value == '+') {
      word += "++";
      i += 2;
    } else if (i < text_.size() && text_[i].value == '#') {
      word += '#';
      ++i;
    }
    return add(std::move(word), from, i, false);
  }

  std::size_t add(std::string word, std::size_t from, std::size_t to, bool han) {
    units_.push_back({std::move(word), text_[from].from, text_[to - 1].to, sentence_, clause_, han});
    return to;
  }

  std::vector<NormalChar> text_;
  std::vector<Unit> units_;
  int sentence_ = 0, clause_ = 0;
};

constexpr std::size_t remembered_words = 1024;
constexpr std::size_t longest_remembered = 32;

struct CloseStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

}  // namespace

std::vector<Unit> units(std::string_view utf8) { return Reader(utf8).read(); }

std::string stem(std::string_view word) {
  // Answers of one batch use the same words over and over. A word has one place here and pushes out the one that was there before.
  // Snowball's working state is not shared between threads, and neither is this.
  thread_local const std::unique_ptr<sb_stemmer, CloseStemmer> english(sb_stemmer_new("english", "UTF_8"));
  thread_local std::vector<std::pair<std::string, std::string>> known(remembered_words);
  if (!english) throw std::runtime_error("Snowball has no English stemmer");
  auto& [remembered, its_stem] = known[std::hash<std::string_view>{}(word) % remembered_words];
  if (remembered == word) return its_stem;
  const sb_symbol* stemmed = sb_stemmer_stem(english.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (!stemmed) throw std::bad_alloc();
  std::string result(reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(english.get())));
  if (word.size() <= longest_remembered) {
    remembered = word;
    its_stem = result;
  }
  return result;
}

}  // namespace viva
