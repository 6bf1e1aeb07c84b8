#include "mutate.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

namespace viva::fuzz {
namespace {

constexpr std::size_t longest = 1u << 16;

// What breaks readers: ends of ranges, bytes that are never UTF-8, characters that are wide, joined or unseen, brackets of every kind.
const std::string interesting[] = {std::string(1, '\0'),
                                   "\x7f",
                                   "\xff",
                                   "\x80",
                                   "\xc0\x80",
                                   "\xed\xa0\x80",
                                   "\xf4\x90\x80\x80",
                                   "\xef\xbb\xbf",
                                   "\xe2\x80\xae",
                                   "\u0301",
                                   "中",
                                   "🙂",
                                   "\r",
                                   "\n",
                                   "\t",
                                   "\x1b[2J",
                                   "-1",
                                   "1e400",
                                   "-0",
                                   "0.1",
                                   "9007199254740993",
                                   "99999999999999999999",
                                   "\\u0000",
                                   "\\ud800",
                                   "\"",
                                   "\\",
                                   "[",
                                   "]",
                                   "{",
                                   "}",
                                   ",",
                                   ":"};

}  // namespace

Mutator::Mutator(std::vector<std::string> corpus, std::uint64_t seed) : corpus_(std::move(corpus)), state_(seed) {
  std::set<std::string> words;
  for (const std::string& text : corpus_) {
    std::string word;
    for (char c : text) {
      if (std::isspace(static_cast<unsigned char>(c))) {
        if (!word.empty() && word.size() < 40 && words.size() < 2000) words.insert(word);
        word.clear();
      } else {
        word += c;
      }
    }
  }
  words_.assign(words.begin(), words.end());
  words_.insert(words_.end(), std::begin(interesting), std::end(interesting));
}

std::size_t Mutator::below(std::size_t n) {  // SplitMix64
  state_ += 0x9e3779b97f4a7c15ull;
  std::uint64_t x = state_;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
  return n == 0 ? 0 : static_cast<std::size_t>((x ^ (x >> 31)) % n);
}

std::string Mutator::piece_of(const std::string& text) {
  std::size_t from = below(text.size() + 1);
  return text.substr(from, below(std::min<std::size_t>(text.size() - from, 200) + 1));
}

void Mutator::change(std::string& text) {
  const std::size_t at = below(text.size() + 1), left = text.size() - at;
  switch (below(9)) {
    case 0:
      if (left > 0) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
      break;
    case 1:
      if (left > 0) text[at] = static_cast<char>(below(256));
      break;
    case 2:
      text.insert(at, 1, static_cast<char>(below(256)));
      break;
    case 3:
      text.erase(at, below(std::min<std::size_t>(left, 30) + 1));
      break;
    case 4:
      text.resize(at);
      break;
    case 5:
      text.insert(at, piece_of(text));
      break;
    case 6:
      text.insert(at, piece_of(corpus_[below(corpus_.size())]));
      break;
    case 7:
      text.insert(at, std::begin(interesting)[below(std::size(interesting))]);
      break;
    default: {
      const std::string word = words_[below(words_.size())];
      std::string many;
      for (std::size_t times = below(10) == 0 ? below(300) : 1; times > 0; --times) many += word;
      text.insert(at, many);
    }
  }
  if (text.size() > longest) text.resize(longest);
}

std::string Mutator::next() {
  std::string text = corpus_[below(corpus_.size())];
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
  return text;
}

}  // namespace viva::fuzz
