#include "text/function_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/framing.h"
#include "text/utf8.h"

namespace viva {
namespace {

// Every word of every answer is looked up, so a word is one number: its first eight bytes, and a table of twice the size finds it at once.
class Words {
 public:
  Words(std::initializer_list<std::string_view> words) : slots_(512) {
    for (std::string_view word : words) {
      if (word.size() > 8)
        longer_.insert(word);
      else
        *place(IndexedText::head_of(word)) = IndexedText::head_of(word);
    }
  }
  bool contains(std::string_view word) const {
    if (word.empty()) return false;
    return word.size() > 8 ? longer_.contains(word) : *place(IndexedText::head_of(word)) != 0;
  }

 private:
  const std::uint64_t* place(std::uint64_t head) const {
    std::size_t at = static_cast<std::size_t>(head * 0x9e3779b97f4a7c15u >> 55);
    while (slots_[at] != 0 && slots_[at] != head) at = (at + 1) & (slots_.size() - 1);
    return &slots_[at];
  }
  std::uint64_t* place(std::uint64_t head) { return const_cast<std::uint64_t*>(std::as_const(*this).place(head)); }

  std::vector<std::uint64_t> slots_;
  std::unordered_set<std::string_view> longer_;
};

const Words& english() {
  static const Words words = {
      "a",       "an",      "the",    "this",   "that",  "these",  "those",  "it",      "its",     "itself",   "he",      "she",
      "they",    "them",    "their",  "theirs", "his",   "her",    "hers",   "we",      "us",      "our",      "ours",    "you",
      "your",    "yours",   "i",      "me",     "my",    "mine",   "myself", "is",      "are",     "was",      "were",    "be",
      "been",    "being",   "am",     "do",     "does",  "did",    "doing",  "done",    "has",     "have",     "had",     "having",
      "will",    "would",   "shall",  "should", "can",   "could",  "may",    "might",   "must",    "of",       "in",      "on",
      "at",      "by",      "for",    "with",   "from",  "to",     "into",   "onto",    "upon",    "over",     "under",   "about",
      "between", "through", "during", "before", "after", "above",  "below",  "up",      "down",    "out",      "off",     "again",
      "further", "then",    "once",   "and",    "or",    "but",    "if",     "because", "as",      "until",    "while",   "so",
      "than",    "too",     "very",   "just",   "also",  "only",   "own",    "same",    "such",    "both",     "each",    "few",
      "more",    "most",    "other",  "some",   "any",   "all",    "there",  "here",    "when",    "where",    "why",     "how",
      "what",    "which",   "who",    "whom",   "whose", "s",      "t",      "d",       "ll",      "m",        "o",       "re",
      "ve",      "don",     "let",    "lets",   "get",   "gets",   "got",    "one",     "however", "thus",     "hence",   "therefore",
      "e",       "g",       "etc",    "via",    "per",   "within", "across", "since",   "though",  "although", "whether", "either",
      "much",    "many",    "like",   "make",   "makes", "made",   "use",    "uses",    "used",    "using"};
  return words;
}

// After these no sentence goes on with one of `never_next`. "A" may be a name.
const Words& openers() {
  static const Words words = {"the", "an", "of", "and",   "or", "with", "from", "into",
                              "for", "by", "at", "every", "my", "your", "its",  "their"};
  return words;
}

const Words& never_next() {
  static const Words words = {"is",   "are",  "was",  "were",  "of",  "and",   "or",     "be",  "been", "has",
                              "have", "does", "will", "would", "can", "could", "should", "may", "must"};
  return words;
}

// Of German, French, Spanish, Italian, Portuguese and Dutch, without those that English has as well.
const Words& other_languages() {
  static const Words words = {"der",    "und",  "ist",  "nicht", "ein",   "eine", "einen",  "einem",   "einer", "eines", "zu",    "den",
                              "dem",    "mit",  "von",  "auf",   "fur",   "fuer", "werden", "wird",    "sind",  "sich",  "auch",  "als",
                              "bei",    "oder", "wenn", "dass",  "durch", "kann", "konnen", "koennen", "muss",  "nach",  "aus",   "uber",
                              "ueber",  "zum",  "zur",  "nur",   "noch",  "wie",  "haben",  "hat",     "keine", "kein",  "diese", "dieser",
                              "dieses", "da",   "im",   "vom",   "le",    "la",   "les",    "une",     "est",   "et",    "dans",  "pour",
                              "que",    "qui",  "pas",  "sur",   "avec",  "sont", "cette",  "ces",     "du",    "aux",   "ne",    "nous",
                              "vous",   "ils",  "elle", "etre",  "el",    "los",  "las",    "una",     "es",    "en",    "por",   "con",
                              "para",   "como", "pero", "del",   "lo",    "su",   "sus",    "il",      "gli",   "che",   "non",   "sono",
                              "della",  "di",   "nel",  "os",    "nao",   "uma",  "ao",     "dos",     "das",   "com",   "het",   "een",
                              "van",    "niet", "voor", "wordt", "deze",  "zijn"};
  return words;
}

// Characters that Chinese sentences are held together by.
bool is_particle(std::string_view character) {
  static const Words particles = {"的", "了", "是", "在", "不", "会", "要", "就", "把", "被", "让", "而", "都", "也",
                                  "还", "但", "所", "以", "和", "与", "或", "有", "没", "能", "可", "这", "那", "其",
                                  "到", "从", "对", "为", "因", "于", "则", "并", "后", "时", "再", "给"};
  return particles.contains(character);
}

// Letters of scripts that nothing here reads.
bool is_other_letter(char32_t c) {
  return (c >= 0x370 && c <= 0x1fff && (c < 0x1e00 || c > 0x1eff)) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x1100 && c <= 0x11ff) ||
         (c >= 0xac00 && c <= 0xd7a3);
}

// Those that stand in a word with Latin letters are there to be overlooked, and read as the Latin ones (units.h).
std::uint32_t other_letters(std::string_view text) {
  std::uint32_t count = 0, in_word = 0;
  bool latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = next_code_point(text, at);
    const bool other = point.valid && is_other_letter(point.value);
    const bool is_latin = (point.value | 0x20) >= 'a' && (point.value | 0x20) <= 'z';
    in_word += other;
    latin |= is_latin;
    if (!other && !is_latin && point.value != 0x200b && point.value != 0xad) {
      count += latin ? 0 : in_word;
      in_word = 0;
      latin = false;
    }
  }
  return count + (latin ? 0 : in_word);
}

}  // namespace

bool is_function_word(std::string_view word) { return english().contains(word); }

Form form_of(const IndexedText& answer, std::string_view original) {
  Form form;
  std::uint32_t foreign = 0;
  for (const IndexedText::Word& word : answer.words()) {
    if (!word.alphabetic) {
      const bool is_han = word.stem.empty();
      (is_han ? form.han : form.latin) += word.count;
      if (is_han && is_particle(word.text)) form.particles += word.count;
      continue;
    }
    form.latin += word.count;
    if (is_function_word(word.text))
      form.function_words += word.count;
    else if (other_languages().contains(word.text))
      foreign += word.count;
  }
  for (std::uint32_t i = 1; i < answer.size(); ++i) {
    const Unit &before = answer.units()[i - 1], &unit = answer.units()[i];
    form.han_pieces += before.han && unit.han && before.to != unit.from;
    if (before.clause == unit.clause && openers().contains(before.text) && (before.text == unit.text || never_next().contains(unit.text)))
      ++form.torn;
  }
  form.han_pieces += form.han > 0;
  form.framed = calls_itself_false(original);
  const double letters = form.han + 2.0 * form.latin;
  form.han_share = letters > 0 ? form.han / letters : 0;
  form.foreign =
      (foreign >= 2 && foreign > form.function_words && form.han_share < 0.3) || other_letters(original) * 2 > letters + form.han;
  return form;
}

}  // namespace viva
