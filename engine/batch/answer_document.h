// A JSON document of answers, as one candidate or a class hands it in:
//
//   {"candidate": "x", "answers": [{"question": …, "answer": …}, …]}      the candidate may be left out of the answers
//   [{"candidate": …, "question": …, "answer": …}, …]                     or a list of documents of the first kind
//
// It is taken apart into the lines of an answer file; what is wrong with single answers is found where lines are read.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace viva {

constexpr std::size_t largest_document = 64u << 20;  // bytes

// `emit` gets each answer as one line of JSON, with the line of the document where it begins; it returns false to stop. An error when the
// text is not such a document; nothing is emitted then.
Status read_answer_document(std::string_view text, const std::string& file,
                            const std::function<bool(long line, std::string_view answer)>& emit);

// Does a file whose first line with something in it is this hold a document rather than lines? Only a reading of the whole can tell; false:
// surely not.
bool may_begin_document(std::string_view first_line);

}  // namespace viva
