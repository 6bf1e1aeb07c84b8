// Choosing questions.
//
//   PickRequest request;
//   request.areas = {"http"};
//   request.difficulty_to = 3;
//   Result<std::optional<std::string>> id = pick(bank, request, seed);
//
// The same bank, request and seed give the same question on every machine: candidates are taken in the bytewise order of their ids,
// and chance is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "base/result.h"

namespace viva {

// An empty list means any. A question must meet every field that is given, and one item of each list.
struct PickRequest {
  std::vector<std::string> areas, topics, types, levels, families;
  std::vector<std::string> ids;  // only these; inline questions and former ids too
  // Each of these is in the question's id, prompt, program or the names of what it is about, in one of the languages. Case, width and
  // punctuation do not matter; a word in Latin letters is found where a word begins with it. The files are read for it: some
  // milliseconds for hundreds of questions.
  std::vector<std::string> words;
  int difficulty_from = 1, difficulty_to = 5;
  std::vector<std::string> not_ids, not_families;
  bool prefer_unseen = false;  // takes one of `seen` only when nothing else is left
  std::set<std::string> seen;  // ids
};

// The request that scripts write: {"area", "topic", "type", "level", "family", "ids", "words": a name or a list of names, "difficulty": 1..5 or
// {"from", "to"}, "unseen": true}. An empty name counts as not given.
Result<PickRequest> pick_request(const Json& wishes);

// Errors: an area, topic, type, level, family or id that the bank does not know, with what was meant; a difficulty outside 1 to 5.
Result<std::vector<const QuestionEntry*>> matching(const Bank& bank, const PickRequest& request);
Result<std::optional<std::string>> pick(const Bank& bank, const PickRequest& request, std::uint64_t seed);

}  // namespace viva
