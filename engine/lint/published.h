// What people have practised must stay what it is: questions/published.json remembers, of every published question, its id and a hash of
// its texts in each language.
//
//   { "published": { "redis.one-thread": {"en": "16 digits", "zh": "16 digits"}, … }, "retired": ["redis.old-one"] }
//
// So it is seen when an id is gone, with the history that people have of it, and when a text was changed in one language and not in the
// other. `viva check --publish` writes it when questions are published; a bank without the file has published nothing.
#pragma once

#include "lint/material.h"

namespace viva {

// Warnings about the folders from `first_folder` on. A file that cannot be read is one as well.
void lint_published(const Materials& questions, const Bank& bank, std::size_t first_folder, Warnings& warnings);

// The file's text once the questions of the folder, as they are, are published: what was published before and is gone stays in it, until
// somebody says that it is retired or renamed. An error: the file that is there cannot be read.
Result<std::string> publish(const Materials& questions, const Bank& bank, std::size_t folder);

}  // namespace viva
