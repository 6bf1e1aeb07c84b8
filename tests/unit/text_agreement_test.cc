// Two independent judges of the pattern matcher: recorded results of tests/data/pattern_reference.py, and a search by trial on small texts
// in which everything repeats.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "base/json.h"
#include "base/locations.h"
#include "text/arrangement.h"
#include "text/pattern.h"

using namespace viva;

namespace {

std::string shown(const std::vector<Unit>& all) {
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += all[i].sentence != all[i - 1].sentence ? " | " : all[i].clause != all[i - 1].clause ? ", " : " ";
    out += all[i].text;
  }
  return out;
}

struct Trial {
  const IndexedText& text;
  const std::vector<Arranger::Choice>& choices;
  std::vector<std::pair<int, Occurrence>> chosen;

  std::optional<Occurrence> search(std::size_t k) {
    if (k == choices.size()) return judged();
    for (const Occurrence& o : choices[k].occurrences) {
      const bool fits = std::all_of(chosen.begin(), chosen.end(), [&](const auto& other) {
        const auto& [group, s] = other;
        return group < choices[k].group ? s.start < o.start : s.end <= o.start || o.end <= s.start;
      });
      if (!fits) continue;
      chosen.emplace_back(choices[k].group, o);
      if (auto found = search(k + 1)) return found;
      chosen.pop_back();
    }
    return std::nullopt;
  }

  std::optional<Occurrence> judged() const {
    std::vector<Occurrence> spans;
    for (const auto& [group, s] : chosen) spans.push_back(s);
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    Occurrence whole = spans[0];
    for (std::size_t i = 1; i < spans.size(); ++i) {
      if (text.width(spans[i - 1].end, spans[i].start) > near_by) return std::nullopt;
      whole.end = std::max(whole.end, spans[i].end);
    }
    return whole;
  }
};

}  // namespace

TEST_CASE("patterns: the recorded results of the reference hold", "[text]") {
  std::ifstream file(home_folder() + "/tests/data/patterns.jsonl");
  REQUIRE(file);
  Glossary glossary;
  std::vector<Pattern> patterns;
  int pairs = 0;
  for (std::string line; std::getline(file, line);) {
    const auto parsed = parse_json(line);
    REQUIRE(parsed);
    if (parsed->contains("concept")) {
      REQUIRE(glossary.add((*parsed)["concept"], (*parsed)["says"]));
    } else if (parsed->contains("pattern")) {
      auto pattern = Pattern::compile((*parsed)["pattern"].get<std::string>(), glossary);
      INFO((*parsed)["pattern"]);
      INFO((pattern ? "" : pattern.error().text()));
      REQUIRE(pattern);
      patterns.push_back(*pattern);
    } else {
      const IndexedText text((*parsed)["text"].get<std::string>());
      INFO((*parsed)["text"]);
      CHECK(shown(text.units()) == (*parsed)["units"].get<std::string>());
      Json found = Json::array();
      for (std::size_t i = 0; i < patterns.size(); ++i, ++pairs) {
        const Json& unknown = (*parsed)["unknown"];
        if (std::find(unknown.begin(), unknown.end(), i) != unknown.end()) continue;
        if (auto match = patterns[i].find(text)) {
          found.push_back({i, match->unit_from, match->unit_to, patterns[i].negated(text, *match) ? 1 : 0});
          CHECK(match->from == text.units()[match->unit_from].from);
          CHECK(match->to == text.units()[match->unit_to - 1].to);
        }
      }
      if (found != (*parsed)["found"]) {
        for (const Json& one : found) {
          if (std::find((*parsed)["found"].begin(), (*parsed)["found"].end(), one) == (*parsed)["found"].end()) {
            FAIL_CHECK("found here: " << one << " " << patterns[one[0]].source());
          }
        }
        for (const Json& one : (*parsed)["found"]) {
          if (std::find(found.begin(), found.end(), one) == found.end())
            FAIL_CHECK("not found here: " << one << " " << patterns[one[0]].source());
        }
      }
    }
  }
  CHECK(pairs > 100000);
}

TEST_CASE("patterns: the arrangement chosen is the one that trial finds first", "[text]") {
  std::mt19937 random(7);  // the same on every machine, as are the remainders taken below
  auto below = [&](unsigned n) { return static_cast<std::uint32_t>(random() % n); };
  const std::string letters[] = {"a", "b", "c", "x", "x", "x", "x", "x", "数", "据"};
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string source;
    const unsigned length = 4 + below(26);
    for (unsigned i = 0; i < length; ++i) source += letters[below(10)] + " ";
    const IndexedText text(source);
    std::vector<Arranger::Choice> choices;
    const unsigned terms = 1 + below(5);
    int group = 0;
    for (unsigned t = 0; t < terms; ++t) {
      if (t > 0 && below(3) == 0) ++group;
      Term term;
      for (unsigned alternatives = 1 + below(2); alternatives > 0; --alternatives) {
        Atom& atom = term.emplace_back();
        for (unsigned pieces = 1 + below(5) / 4; pieces > 0; --pieces) atom.push_back(Piece::exact(letters[below(10)]));
      }
      choices.push_back({group, occurrences(term, text)});
    }
    Trial trial{text, choices, {}};
    const auto expected = trial.search(0);
    const auto actual = Arranger(text).arrange(choices);
    INFO(source);
    REQUIRE(actual.has_value() == expected.has_value());
    if (!actual) continue;
    ++found;
    REQUIRE(actual->start == expected->start);
    REQUIRE(actual->end == expected->end);
  }
  CHECK(found > 5000);
}
