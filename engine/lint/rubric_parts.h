// The points of a rubric as lints ask about them: where is each found?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "text/pattern.h"

namespace viva {

struct RubricPart {
  std::string id, path;  // path: within the question
  double weight = 0;
  bool misconception = false;
  std::vector<Pattern> any;
  std::vector<RubricPart> of;  // of a point that asks for `k` of a list
  std::size_t k = 0;

  bool found_in(const IndexedText& text) const;  // `k` of them, or any pattern; denied or not
  // The words in which any pattern is found; nothing: it is not, or it is a point that asks for `k`.
  std::optional<Pattern::Match> match_in(const IndexedText& text) const;
};

// Points of the question and of a true-false question's reason, and misconceptions. What has no patterns that can be read is left out.
std::vector<RubricPart> rubric_parts(const Json& question, const Glossary& glossary);

}  // namespace viva
