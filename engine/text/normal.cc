#include "text/normal.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <stdexcept>
#include <string>

#include "text/utf8.h"

namespace viva {
namespace {

// Marks behind one letter that are reordered together. More than Unicode's stream-safe format allows (30) is no language but an attempt
// to make sorting them slow.
constexpr std::int32_t longest_cluster = 32;

const UNormalizer2& nfkc_casefold() {
  static const UNormalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* found = unorm2_getNFKCCasefoldInstance(&status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot load its normalization data: ") + u_errorName(status));
    return found;
  }();
  return *instance;
}

bool is_common_han(char32_t c) { return c >= 0x3400 && c <= 0x9fff; }

// Whether the character can be normalized without what stands before it.
bool begins_cluster(char32_t c) {
  return c < 0x80 || is_common_han(c) || unorm2_hasBoundaryBefore(&nfkc_casefold(), static_cast<UChar32>(c));
}

class Cluster {
 public:
  void start(char32_t c, std::uint32_t from, std::uint32_t to) {
    length_ = 0;
    count_ = 0;
    first_ = c;
    from_ = from;
    extend(c, to);
  }

  bool full() const { return count_ == longest_cluster; }

  void extend(char32_t c, std::uint32_t to) {
    U16_APPEND_UNSAFE(source_, length_, static_cast<UChar32>(c));
    ++count_;
    to_ = to;
  }

  void write(std::vector<NormalChar>& out) {
    if (count_ == 1 && (first_ < 0x80 || is_common_han(first_))) {
      out.push_back({first_ >= 'A' && first_ <= 'Z' ? first_ + 32 : first_, from_, to_});
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = unorm2_normalize(&nfkc_casefold(), source_, length_, result_, capacity, &status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalize a text: ") + u_errorName(status));
    for (std::int32_t i = 0; i < length;) {
      UChar32 c = 0;
      U16_NEXT(result_, i, length, c);
      out.push_back({static_cast<char32_t>(c), from_, to_});
    }
  }

 private:
  // One character becomes at most 18 code units (U+FDFA).
  static constexpr std::int32_t capacity = longest_cluster * 20;
  char32_t first_ = 0;
  std::uint32_t from_ = 0, to_ = 0;
  std::int32_t length_ = 0, count_ = 0;
  UChar source_[longest_cluster * 2];
  UChar result_[capacity];
};

}  // namespace

std::string_view within_limit(std::string_view utf8) {
  if (utf8.size() <= max_text_bytes) return utf8;
  std::size_t end = max_text_bytes;
  for (int back = 0; back < 3 && (static_cast<unsigned char>(utf8[end]) & 0xc0) == 0x80; ++back) --end;
  return utf8.substr(0, end);
}

std::vector<NormalChar> normalize(std::string_view utf8) {
  utf8 = within_limit(utf8);
  std::vector<NormalChar> out;
  out.reserve(utf8.size());
  Cluster cluster;
  bool open = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto from = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(utf8, at).value;
    const auto to = static_cast<std::uint32_t>(at);
    if (open && !cluster.full() && !begins_cluster(c)) {
      cluster.extend(c, to);
      continue;
    }
    if (open) cluster.write(out);
    cluster.start(c, from, to);
    open = true;
  }
  if (open) cluster.write(out);
  return out;
}

}  // namespace viva
