#include "text/copied.h"

namespace viva {
namespace {

// FNV-1a over the units with a mark between them: the same on every machine.
std::uint64_t hash_of_run(const IndexedText& text, std::uint32_t from) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3u; };
  for (std::uint32_t i = from; i < from + ShownText::run; ++i) {
    for (char c : text.units()[i].text) add(static_cast<unsigned char>(c));
    add(0);
  }
  return hash;
}

}  // namespace

ShownText::ShownText(const std::vector<std::string>& texts) {
  for (const std::string& source : texts) {
    const IndexedText text(source);
    for (std::uint32_t i = 0; i + run <= text.size(); ++i) runs_.insert(hash_of_run(text, i));
  }
}

double ShownText::share(const IndexedText& answer) const {
  if (answer.size() < run) return 0;
  const std::uint32_t all = answer.size() - run + 1;
  std::uint32_t shown = 0;
  for (std::uint32_t i = 0; i < all; ++i) shown += runs_.contains(hash_of_run(answer, i));
  return static_cast<double>(shown) / all;
}

}  // namespace viva
