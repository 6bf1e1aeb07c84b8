#include "lint/lint.h"

#include "lint/lints.h"
#include "lint/published.h"

namespace viva {

std::vector<Error> lint(const Bank& bank, const LintOptions& options) {
  const Materials questions = read_material(bank, options.first_folder, options.faulty);
  Warnings warnings(bank);
  lint_key_positions(questions, bank, warnings);
  lint_key_lengths(questions, bank, warnings);
  lint_sweeping_options(questions, warnings);
  lint_prompts(questions, warnings);
  lint_hints(questions, options.glossary, warnings);
  lint_languages(questions, warnings);
  lint_duplicates(questions, warnings);
  lint_follow_ups(questions, bank, warnings);
  lint_difficulty(questions, bank, warnings);
  lint_seconds(questions, warnings);
  lint_rubrics(questions, options.glossary, warnings);
  lint_published(questions, bank, options.first_folder, warnings);
  return std::move(warnings).sorted();
}

}  // namespace viva
