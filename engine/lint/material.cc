#include "lint/material.h"

#include "bank/validate.h"
#include "text/function_words.h"

namespace viva {
namespace {

bool is_letter(unsigned char byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }
bool is_word_byte(unsigned char byte) { return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '_'; }

void walk(const Json& value, const std::string& path, const std::function<void(const std::string&, const Json&)>& see) {
  if (value.is_object() && value.size() == 2 && value.contains("en") && value.contains("zh")) return see(path, value);
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items())
      if (inner.is_structured() && key != "checks" && key != "question") walk(inner, path + "/" + key, see);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], path + "/" + std::to_string(i), see);
  }
}

}  // namespace

Materials read_material(const Bank& bank, std::size_t first_folder, const std::set<std::string>& faulty) {
  Materials all;
  for (const auto* entries : {&bank.all(), &bank.all_inline()}) {
    for (const QuestionEntry& entry : *entries) {
      if (entry.folder < first_folder || faulty.count(entry.file)) continue;
      if (Result<Json> content = bank.question(entry.id); content) all.push_back({&entry, std::move(*content)});
    }
  }
  std::sort(all.begin(), all.end(), [](const Material& a, const Material& b) { return a.entry->id < b.entry->id; });
  return all;
}

std::string text_in(const Json& text, std::string_view language) {
  if (text.is_string()) return text.get<std::string>();
  if (text.is_object()) return text_in(member(text, language), language);
  std::string whole;
  if (!text.is_array()) return whole;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0) whole += '\n';
    if (text[i].is_string()) whole += text[i].get_ref<const std::string&>();
  }
  return whole;
}

const Json& member(const Json& object, std::string_view key) {
  static const Json none;
  if (!object.is_object()) return none;
  auto found = object.find(key);
  return found == object.end() ? none : *found;
}

const Json& list_in(const Json& object, std::string_view key) {
  static const Json none = Json::array();
  const Json& list = member(object, key);
  return list.is_array() ? list : none;
}

std::string string_in(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

double number_in(const Json& object, std::string_view key, double otherwise) {
  const Json& value = member(object, key);
  return value.is_number() ? value.get<double>() : otherwise;
}

void each_text(const Json& content, const std::function<void(const std::string& path, const Json& text)>& see) { walk(content, "", see); }

std::string asked_text(const Material& question, std::string_view language) {
  std::string all = text_in(member(question.content, "prompt"), language);
  auto add = [&](const Json& text) { all.append("\n").append(text_in(text, language)); };
  add(member(member(question.content, "code"), "text"));
  for (const Json& option : list_in(question.content, "options")) add(member(option, "text"));
  for (const Json& item : list_in(question.content, "items")) add(item);
  for (const Json& pair : list_in(question.content, "pairs")) add(member(pair, "left")), add(member(pair, "right"));
  for (const Json& right : list_in(question.content, "extra")) add(right);
  return all;
}

bool has_han(std::string_view utf8) {
  // U+4E00 to U+9FFF begin with the bytes E4 B8 to E9 BF.
  for (std::size_t i = 0; i + 2 < utf8.size(); ++i) {
    const auto first = static_cast<unsigned char>(utf8[i]), second = static_cast<unsigned char>(utf8[i + 1]);
    if (first > 0xE4 && first <= 0xE9) return true;
    if (first == 0xE4 && second >= 0xB8) return true;
  }
  return false;
}

int words_in(std::string_view utf8) {
  int count = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i)
    count += is_letter(static_cast<unsigned char>(utf8[i])) && (i == 0 || !is_letter(static_cast<unsigned char>(utf8[i - 1])));
  return count;
}

bool contains_words(std::string_view folded, std::string_view what) {
  if (what.empty()) return false;
  for (std::size_t at = folded.find(what); at != std::string_view::npos; at = folded.find(what, at + 1)) {
    const std::size_t end = at + what.size();
    const bool torn_before =
        at > 0 && is_word_byte(static_cast<unsigned char>(folded[at - 1])) && is_word_byte(static_cast<unsigned char>(what.front()));
    const bool torn_behind = end < folded.size() && is_word_byte(static_cast<unsigned char>(folded[end])) &&
                             is_word_byte(static_cast<unsigned char>(what.back()));
    if (!torn_before && !torn_behind) return true;
  }
  return false;
}

bool is_telling(std::string_view folded) { return folded.size() >= (has_han(folded) ? 6u : 4u) && !is_function_word(folded); }

void Warnings::add(const Material& question, const std::string& path, const std::string& message) {
  found_.push_back(fault_in(bank_, *question.entry, path, "warning: " + message));
}

void Warnings::add(const BankFolder& folder, const std::string& below_questions, const std::string& message) {
  found_.push_back(error_in(shown_file(folder, below_questions), 0, "warning: " + message));
}

std::vector<Error> Warnings::sorted() && {
  sort_errors(found_);
  return std::move(found_);
}

}  // namespace viva
