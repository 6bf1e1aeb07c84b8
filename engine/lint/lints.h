// The lints, a file for each kind. All take the questions that are looked at, and write what they find.
#pragma once

#include "lint/material.h"
#include "text/pattern.h"

namespace viva {

// options.cc
void lint_key_positions(const Materials& questions, const Bank& bank, Warnings& warnings);  // no letter is the key too often
void lint_key_lengths(const Materials& questions, const Bank& bank, Warnings& warnings);    // nor is the longest or shortest option
void lint_sweeping_options(const Materials& questions, Warnings& warnings);                 // "all of the above"

// giveaways.cc
void lint_prompts(const Materials& questions, Warnings& warnings);                          // that contain the key
void lint_hints(const Materials& questions, const Glossary& glossary, Warnings& warnings);  // that tell more than their price

// languages.cc
void lint_languages(const Materials& questions, Warnings& warnings);  // the two texts do not say the same

// duplicates.cc
void lint_duplicates(const Materials& questions, Warnings& warnings);

// follow_ups.cc
void lint_follow_ups(const Materials& questions, const Bank& bank, Warnings& warnings);

// balance.cc
void lint_difficulty(const Materials& questions, const Bank& bank, Warnings& warnings);
void lint_seconds(const Materials& questions, Warnings& warnings);

// rubrics.cc
void lint_rubrics(const Materials& questions, const Glossary& glossary, Warnings& warnings);

}  // namespace viva
