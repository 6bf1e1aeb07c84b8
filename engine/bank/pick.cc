#include "bank/pick.h"

#include <algorithm>

#include "base/spelling.h"
#include "text/fold.h"

namespace viva {
namespace {

std::vector<std::string> words_from(const Json& value) {
  std::vector<std::string> words;
  if (value.is_string()) words.push_back(value);
  if (value.is_array())
    for (const Json& item : value)
      if (item.is_string()) words.push_back(item);
  return words;
}

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& item) { return holds(b, item); });
}

// Nothing asked, or one of what was asked is there.
bool meets(const std::vector<std::string>& asked, const std::vector<std::string>& there) {
  return asked.empty() || share_one(asked, there);
}

Status all_known(const char* what, const std::vector<std::string>& asked, const std::set<std::string>& known) {
  for (const std::string& one : asked) {
    if (known.count(one)) continue;
    std::vector<std::string> names(known.begin(), known.end());
    std::string meant = did_you_mean(one, names);
    if (meant.empty() && !names.empty() && names.size() <= 30) {
      meant = "; known:";
      for (const std::string& name : names) meant += (name == names.front() ? " " : ", ") + name;
    }
    return error(std::string("unknown ") + what + " '" + one + "'" + meant);
  }
  return ok();
}

Status check(const Bank& bank, const PickRequest& request) {
  std::set<std::string> areas, topics, types, families;
  for (const auto& [slug, name] : bank.areas()) areas.insert(slug);
  for (const auto& [slug, name] : bank.topics()) topics.insert(slug);
  for (const QuestionEntry& entry : bank.all()) {
    types.insert(entry.type);
    topics.insert(entry.topics.begin(), entry.topics.end());
    families.insert(entry.families.begin(), entry.families.end());
  }
  if (auto known = all_known("area", request.areas, areas); !known) return known;
  if (auto known = all_known("topic", request.topics, topics); !known) return known;
  if (auto known = all_known("question type", request.types, types); !known) return known;
  if (auto known = all_known("level", request.levels, {"junior", "mid", "senior"}); !known) return known;
  if (auto known = all_known("family", request.families, families); !known) return known;
  for (const std::string& id : request.ids) {
    if (!bank.find(id)) return error("there is no question '" + id + "'" + bank.like_id(id));
  }
  if (request.difficulty_from < 1 || request.difficulty_to > 5 || request.difficulty_from > request.difficulty_to)
    return error("difficulty " + std::to_string(request.difficulty_from) + " to " + std::to_string(request.difficulty_to) +
                 " is not a range within 1 to 5");
  return ok();
}

// A question whose difficulty is not given fits where none is asked for.
bool fits(const QuestionEntry& entry, const PickRequest& request) {
  bool any_difficulty = request.difficulty_from == 1 && request.difficulty_to == 5;
  return (request.areas.empty() || holds(request.areas, entry.area)) && meets(request.topics, entry.topics) &&
         (request.types.empty() || holds(request.types, entry.type)) && (request.levels.empty() || holds(request.levels, entry.level)) &&
         meets(request.families, entry.families) && !share_one(request.not_families, entry.families) &&
         (any_difficulty || (entry.difficulty >= request.difficulty_from && entry.difficulty <= request.difficulty_to));
}

void add_text(std::string& text, const Name& name) { text += name.en + "\n" + name.zh + "\n"; }

void add_texts(std::string& text, const Json& value) {
  if (value.is_string()) text += value.get_ref<const std::string&>() + "\n";
  if (value.is_structured())
    for (const Json& item : value) add_texts(text, item);
}

// What the words of a search are looked for in: nothing that would tell a key.
std::string searched_text(const Bank& bank, const QuestionEntry& entry) {
  std::string text = entry.id + "\n";
  if (auto area = bank.areas().find(entry.area); area != bank.areas().end()) add_text(text, area->second);
  for (const std::string& topic : entry.topics) {
    text += topic + "\n";
    if (auto name = bank.topics().find(topic); name != bank.topics().end()) add_text(text, name->second);
  }
  for (const std::string& id : entry.covers)
    if (auto covered = bank.catalogue().find(id); covered != bank.catalogue().end()) add_text(text, covered->second.name);
  if (Result<Json> question = bank.question(entry.id)) {
    for (const char* field : {"prompt", "code"})
      if (question->contains(field)) add_texts(text, (*question)[field]);
  }
  return fold(text);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool says(const std::string& text, const std::string& folded_word) {
  for (std::size_t at = text.find(folded_word); at != std::string::npos; at = text.find(folded_word, at + 1))
    if (at == 0 || !is_letter(text[at - 1]) || !is_letter(folded_word.front())) return true;
  return false;
}

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words)
    if (std::string one = fold(word); !one.empty()) out.push_back(one);
  return out;
}

std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

// 0..n-1, each equally likely: draws from the incomplete last stretch of multiples of n are thrown away.
std::size_t draw(std::uint64_t seed, std::size_t n) {
  std::uint64_t limit = UINT64_MAX - UINT64_MAX % n, drawn;
  do drawn = split_mix(seed);
  while (drawn >= limit);
  return drawn % n;
}

}  // namespace

Result<std::vector<const QuestionEntry*>> matching(const Bank& bank, const PickRequest& request) {
  if (auto known = check(bank, request); !known) return known.error();
  std::set<std::string> refused;
  for (const std::string& id : request.not_ids) {
    const QuestionEntry* entry = bank.find(id);
    refused.insert(entry ? entry->id : id);
  }
  const std::vector<std::string> words = folded(request.words);
  std::vector<const QuestionEntry*> found;
  auto consider = [&](const QuestionEntry& entry) {
    if (refused.count(entry.id) || !fits(entry, request)) return;
    const std::string text = words.empty() ? "" : searched_text(bank, entry);
    if (std::all_of(words.begin(), words.end(), [&](const std::string& word) { return says(text, word); })) found.push_back(&entry);
  };
  if (request.ids.empty()) {
    for (const QuestionEntry& entry : bank.all()) consider(entry);
    return found;
  }
  std::set<std::string> wanted;
  for (const std::string& id : request.ids) wanted.insert(bank.find(id)->id);
  for (const std::string& id : wanted) consider(*bank.find(id));
  return found;
}

Result<std::optional<std::string>> pick(const Bank& bank, const PickRequest& request, std::uint64_t seed) {
  auto found = matching(bank, request);
  if (!found) return found.error();
  if (found->empty()) return std::optional<std::string>();
  std::set<std::string> seen;
  for (const std::string& id : request.prefer_unseen ? request.seen : std::set<std::string>()) {
    const QuestionEntry* entry = bank.find(id);
    seen.insert(entry ? entry->id : id);
  }
  std::vector<const QuestionEntry*> fresh;
  for (const QuestionEntry* entry : *found) {
    if (!seen.count(entry->id)) fresh.push_back(entry);
  }
  const auto& candidates = fresh.empty() ? *found : fresh;
  return std::optional<std::string>(candidates[draw(seed, candidates.size())]->id);
}

Result<PickRequest> pick_request(const Json& wishes) {
  PickRequest request;
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"area", &request.areas},      {"topic", &request.topics}, {"type", &request.types}, {"level", &request.levels},
      {"family", &request.families}, {"ids", &request.ids},      {"words", &request.words}};
  for (auto [name, list] : lists) {
    if (!wishes.contains(name)) continue;
    *list = words_from(wishes[name]);
    if (list->empty() && !(wishes[name].is_structured() && wishes[name].empty()))
      return error(std::string("'") + name + "' is a name or a list of names");
    if (list->size() == 1 && list->front().empty()) list->clear();  // an option that was left empty
  }
  if (wishes.contains("difficulty")) {
    const Json& difficulty = wishes["difficulty"];
    if (difficulty.is_number_integer()) {
      request.difficulty_from = request.difficulty_to = difficulty;
    } else if (difficulty.is_object()) {
      request.difficulty_from = difficulty.value("from", 1);
      request.difficulty_to = difficulty.value("to", 5);
    } else {
      return error("'difficulty' is a number from 1 to 5, or { from = 2, to = 4 }");
    }
  }
  request.prefer_unseen = wishes.value("unseen", false);
  return request;
}

}  // namespace viva
