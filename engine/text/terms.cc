#include "text/terms.h"

#include <algorithm>

namespace viva {
namespace {

constexpr std::size_t shortest_with_slip = 5;  // of the pattern's word; the answer's may be one shorter

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (char c : word) letters |= 1u << (c - 'a');
  return letters;
}

// A slip changes which letters occur by two at most. This sorts out nearly all words without looking at them.
bool two_differ_at_most(std::uint32_t letters, std::uint32_t others) {
  std::uint32_t differing = letters ^ others;
  differing &= differing - 1;  // takes one away; std::popcount is a call on the oldest processors that are built for
  differing &= differing - 1;
  return differing == 0;
}

bool is_slip(const Piece& piece, const IndexedText::Word& word) {
  const std::size_t wanted = piece.text.size(), found = word.text.size();
  if (!word.alphabetic || wanted > found + 1 || found > wanted + 1 || wanted < shortest_with_slip) return false;
  return two_differ_at_most(piece.letters, word.letters) && one_slip_apart(piece.text, word.text);
}

// Indices of the words that the piece matches.
void matching_words(const Piece& piece, const IndexedText& text, std::vector<std::uint32_t>& out) {
  out.clear();
  switch (piece.kind) {
    case Piece::Kind::exact: {
      const std::uint32_t found = text.find_word(piece.text);
      if (found != IndexedText::none) out.push_back(found);
      break;
    }
    case Piece::Kind::prefix: {
      const std::uint64_t head = IndexedText::head_of(piece.text);
      const std::uint64_t asked = piece.text.size() >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> (8 * piece.text.size()));
      for (const IndexedText::Sketch& sketch : text.latin_words()) {
        if (((sketch.head ^ head) & asked) != 0 && ((sketch.stem_head ^ head) & asked) != 0) continue;
        if (piece.matches(text.words()[sketch.word])) out.push_back(sketch.word);
      }
      break;
    }
    case Piece::Kind::stem:
      for (std::uint32_t i = text.find_stem(piece.stem); i != IndexedText::none; i = text.words()[i].next_of_stem) out.push_back(i);
      if (piece.text.size() < shortest_with_slip) break;
      for (const IndexedText::Sketch& sketch : text.latin_words()) {
        // The difference in length, plus one, is 0, 1 or 2: no branch for what is nearly always false.
        if ((sketch.length + 1 - piece.text.size() > 2) | !two_differ_at_most(piece.letters, sketch.letters)) continue;
        const IndexedText::Word& word = text.words()[sketch.word];
        if (is_slip(piece, word) && word.stem != piece.stem) out.push_back(sketch.word);
      }
      break;
    case Piece::Kind::figure:
      break;
  }
}

bool stands_at(const Atom& atom, const IndexedText& text, std::uint32_t start) {
  const std::size_t end = start + atom.size();
  if (end > text.size() || text.sentence_at(start) != text.sentence_at(static_cast<std::uint32_t>(end - 1))) return false;
  for (std::size_t i = 1; i < atom.size(); ++i) {
    if (!atom[i].matches(text.word_at(start + static_cast<std::uint32_t>(i)))) return false;
  }
  return true;
}

}  // namespace

Piece Piece::word(std::string text) {
  Piece piece{Kind::stem, std::move(text), {}, 0, nullptr};
  piece.stem = viva::stem(piece.text);
  piece.letters = letters_of(piece.text);
  return piece;
}

Piece Piece::amount(std::string text, WantedFigure figure) {
  return {Kind::figure, std::move(text), {}, 0, std::make_shared<const WantedFigure>(std::move(figure))};
}

bool Piece::matches(const IndexedText::Word& word) const {
  switch (kind) {
    case Kind::exact:
      return word.text == text;
    case Kind::prefix:
      return word.text.starts_with(text) || word.stem.starts_with(text);
    case Kind::stem:
      return word.stem == stem || is_slip(*this, word);
    case Kind::figure:
      return false;
  }
  return false;
}

std::vector<Occurrence> occurrences(const Term& term, const IndexedText& text) {
  std::vector<Occurrence> found;
  std::vector<std::uint32_t> words, positions;
  std::size_t alternatives_found = 0;
  for (const Atom& atom : term) {
    const std::size_t before = found.size();
    if (atom[0].kind == Piece::Kind::figure) {
      for (const Figure& figure : text.figures())
        if (atom[0].figure->matches(figure)) found.push_back({figure.start, figure.end});
      alternatives_found += found.size() > before;
      continue;
    }
    matching_words(atom[0], text, words);
    if (words.empty()) continue;
    positions.clear();
    for (std::uint32_t i : words) {
      const IndexedText::Word& word = text.words()[i];
      positions.insert(positions.end(), text.positions(word), text.positions(word) + word.count);
    }
    if (words.size() > 1) std::sort(positions.begin(), positions.end());
    for (std::uint32_t start : positions) {
      if (stands_at(atom, text, start)) found.push_back({start, start + static_cast<std::uint32_t>(atom.size())});
    }
    alternatives_found += found.size() > before;
  }
  auto by_sentence = [&](const Occurrence& a, const Occurrence& b) { return text.sentence_at(a.start) < text.sentence_at(b.start); };
  if (alternatives_found > 1 && !std::is_sorted(found.begin(), found.end(), by_sentence)) {
    std::stable_sort(found.begin(), found.end(), by_sentence);
  }
  return found;
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + 1 || b.size() > a.size() + 1) return false;
  std::size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
  a.remove_prefix(same);
  b.remove_prefix(same);
  if (a.empty() || b.empty()) return true;
  if (a.substr(1) == b.substr(1) || a == b.substr(1) || a.substr(1) == b) return true;
  return a.size() == b.size() && a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

}  // namespace viva
