// Patterns: what the key points of a question look for in an answer.
//
//   pattern = part { " & " part }      in one sentence, in any order
//   part    = group { " > " group }    in this order, near each other
//   group   = term { " " term }        near each other, in any order
//   term    = ["!"] atom { "|" atom }  one of these; "!": none of these may stand between the others or just before them
//   atom    = piece { "_" piece } | $concept | figure     side by side; a concept stands for all its sayings
//   piece   = word | =exact | stem* | 汉字串
//   figure  = #2h | #10..20ms | #12.5MB~5% | O(n^2)      an amount or a complexity class, however it is written
//
// In front of all of it, @clause, @sentence or @any says how far a denial reaches.
//
// questions/README.md explains it to those who write questions; the words used here are defined there.
//
//   Glossary glossary;
//   glossary.add("expire", {"过期", "expir*"});
//   auto pattern = Pattern::compile("hot|热点 > $expire !not", glossary);
//   if (!pattern) return pattern.error();
//   IndexedText answer("热点 key 过期");
//   if (auto match = pattern->find(answer)) …  // match->from == 0, match->to == 17
//
// Compiled patterns are immutable and may be shared between threads. find() takes time linear in the answer: no answer and no pattern that
// compiles can make it slow (10,000 equal words against eight terms: a few milliseconds), and nothing is left out to reach that.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/indexed_text.h"
#include "text/terms.h"

namespace viva {

// Concepts that patterns name as $concept, each with all the ways to say it, in any language.
class Glossary {
 public:
  // Sayings are atoms ("timed_out", "expir*", "过期"). Refused: a concept or saying that cannot be used, naming it; a concept given twice.
  Status add(const std::string& concept_name, const std::vector<std::string>& sayings);

  // nullptr: not known.
  const Term* find(const std::string& concept_name) const;
  std::vector<std::string> names() const;

 private:
  std::map<std::string, Term> concepts_;
};

class Pattern {
 public:
  static constexpr std::size_t most_bytes = 1000;
  static constexpr std::size_t most_pieces = 1000;  // with those that concepts stand for

  // An error quotes the pattern, tells the character where it is wrong (counted from 1) and what to write instead.
  static Result<Pattern> compile(std::string_view source, const Glossary& glossary);

  struct Match {
    std::uint32_t from, to;            // bytes of the answer, half-open
    std::uint32_t unit_from, unit_to;  // units of the answer, half-open
  };
  // The match in the first sentence that has one.
  std::optional<Match> find(const IndexedText& answer) const;

  // Whether the answer denies what was matched: an odd number of negations from three units before the match, in its clause, to its end;
  // with @clause from the beginning of its clause, with @sentence in all of its sentence. Never true with @any, and of a pattern that looks
  // for a negation itself.
  bool negated(const IndexedText& answer, const Match& match) const;

  const std::string& source() const { return source_; }

 private:
  friend class PatternParser;
  enum class Denial : std::uint8_t { near, clause, sentence, none };
  struct Group {
    std::vector<Term> terms;
  };
  using Part = std::vector<Group>;

  void widen(const IndexedText& answer, Match& match) const;
  bool forbidden(const IndexedText& answer, const std::vector<std::vector<Occurrence>>& found, Occurrence span) const;

  std::string source_;
  std::vector<Part> parts_;
  std::vector<Term> forbidden_;
  Denial denial_ = Denial::near;
  bool has_figures_ = false;
};

}  // namespace viva
