#include "repl/completion.h"

#include <algorithm>
#include <set>

#include "repl/commands.h"

namespace viva {
namespace {

using Words = std::vector<std::string>;

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

Words that_begin(const Words& words, std::string_view with) {
  std::set<std::string> found;
  for (const std::string& word : words)
    if (begins(word, with)) found.insert(word);
  return {found.begin(), found.end()};
}

void append(Words& words, const Words& more) { words.insert(words.end(), more.begin(), more.end()); }

Words with_space(Words words) {
  for (std::string& word : words) word += ' ';
  return words;
}

Words ids_of(const Desk& desk) {
  Words words;
  for (const QuestionEntry& entry : desk.bank().all()) words.push_back(entry.id);
  return words;
}

Words slugs_of(const std::map<std::string, Name>& names) {
  Words words;
  for (const auto& [slug, name] : names) words.push_back(slug);
  return words;
}

Words topics_of(const Desk& desk) {
  Words words = slugs_of(desk.bank().topics());
  for (const QuestionEntry& entry : desk.bank().all()) append(words, entry.topics);
  return words;
}

// "NAME=" for each option, or its values once the '=' is there.
Words round_options(const Desk& desk, const std::string& round, std::string_view word) {
  const Declaration* declared = desk.material.host->find("round", round);
  if (!declared) return {};
  const std::size_t equals = word.find('=');
  Words words;
  if (equals == std::string_view::npos) {
    for (const auto& [name, option] : declared->options.items()) words.push_back(name + "=");
    words.push_back("seed=");
    return words;
  }
  const std::string name(word.substr(0, equals));
  Words values;
  if (name == "area") values = slugs_of(desk.bank().areas());
  if (name == "topic") values = topics_of(desk);
  if (name == "type") values = desk.material.host->names("question_type");
  if (declared->options.contains(name)) {
    const Json allowed = declared->options[name].value("allowed", Json::array());
    for (const Json& value : allowed)
      if (value.is_string() && !value.get_ref<const std::string&>().empty()) values.push_back(value);
    if (declared->options[name].value("type", "") == "boolean") values = {"true", "false"};
  }
  for (const std::string& value : values) words.push_back(name + "=" + value);
  return with_space(words);
}

// What may stand behind the command; `before` are the words between, `word` the one that is being typed.
Words arguments(const Desk& desk, const std::string& command, const Words& before, std::string_view word) {
  const ScriptHost& host = *desk.material.host;
  if (command == "help" && before.empty()) {
    Words words;
    for (const PromptCommand& one : commands()) words.push_back(one.name);
    return words;
  }
  if (command == "ask" && before.empty()) return ids_of(desk);
  if (command == "lang" && before.empty()) return {"en", "zh"};
  if (command == "round") return before.empty() ? with_space(host.names("round")) : round_options(desk, before.front(), word);
  if (command == "list") {
    Words words = {"junior ", "mid ", "senior "};
    if (before.empty()) append(words, {"areas", "topics", "types", "rounds", "rules"});
    append(words, with_space(slugs_of(desk.bank().areas())));
    append(words, with_space(topics_of(desk)));
    append(words, with_space(host.names("question_type")));
    return words;
  }
  return {};
}

Completion complete_command(const Desk& desk, std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) {
    Words words;
    const int now = desk.open ? PromptCommand::asking : PromptCommand::idle;
    for (const PromptCommand& command : commands())
      if (command.when & now) words.push_back(fmt::format(".{}{}", command.name, *command.argument ? " " : ""));
    return {0, that_begin(words, line)};
  }
  std::string name(line.substr(1, space - 1));
  Words whole;
  for (const PromptCommand& command : commands())
    if (begins(command.name, name)) whole.push_back(command.name);
  if (whole.size() == 1) name = whole.front();
  const std::size_t from = line.rfind(' ') + 1;
  const std::string_view word = line.substr(from);
  return {from, that_begin(arguments(desk, name, words_of(std::string(line.substr(space, from - space))), word), word)};
}

const std::map<std::string, Words>& fields() {
  static const std::map<std::string, Words> known = {
      {"bank", {"list", "question"}},
      {"coroutine", {"create", "resume", "running", "status", "wrap", "yield"}},
      {"env", {"grade", "parse"}},
      {"json", {"array", "decode", "encode", "null"}},
      {"math",
       {"abs", "ceil", "cos", "exp", "floor", "fmod", "huge", "log", "log10", "max", "min", "modf", "pi", "pow", "sin", "sqrt", "tan"}},
      {"program", {"extension", "run"}},
      {"r", {"ask", "elapsed", "finish", "follow_up", "pick", "random", "say"}},
      {"string", {"byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"}},
      {"table", {"concat", "insert", "maxn", "remove", "sort"}},
      {"text", {"compile", "find", "fold", "units", "width"}},
      {"values", {"compare", "problem", "show"}},
      {"view", {"lang"}},
  };
  return known;
}

Words globals() {
  return {"and",          "assert",   "bank",     "break",   "coroutine", "count",        "do",           "else",    "elseif",
          "end",          "error",    "false",    "for",     "function",  "getmetatable", "if",           "in",      "ipairs",
          "json",         "language", "list",     "local",   "localized", "map",          "math",         "next",    "nil",
          "not",          "one_of",   "optional", "or", "order_is_key",      "pairs",     "pcall",        "print",        "program", "question_type",
          "rawequal",     "record",   "repeat",   "require", "return",    "round",        "scoring_rule", "secret",  "select",
          "setmetatable", "string",   "table",    "text",    "then",      "tonumber",     "tostring",     "true",    "type",
          "unpack",       "until",    "values",   "while",   "xpcall"};
}

// The keys of the registering call that the chunk is in.
Words keys_in(std::string_view chunk) {
  const std::pair<const char*, Words> calls[] = {
      {"question_type",
       {"name", "description", "fields", "present", "parse", "grade", "validate", "generate", "key", "clarify", "starter", "try"}},
      {"language", {"name", "description", "extension", "needs", "profiles", "job", "read", "self_test"}},
      {"scoring_rule", {"name", "description", "options", "score", "total"}},
      {"round", {"name", "description", "options", "scoring", "run"}}};
  Words keys;
  std::size_t last = 0;
  for (const auto& [name, words] : calls) {
    const std::size_t at = chunk.rfind(name);
    if (at == std::string_view::npos || at < last) continue;
    last = at;
    keys = words;
  }
  for (std::string& key : keys) key += " = ";
  return keys;
}

Completion complete_lua(const Desk& desk, std::string_view before, std::string_view line) {
  auto in_word = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t from = line.size();
  while (from > 0 && in_word(line[from - 1])) --from;
  const std::string_view word = line.substr(from);
  if (from > 0 && (line[from - 1] == '.' || line[from - 1] == ':')) {
    std::size_t owner = from - 1;
    while (owner > 0 && in_word(line[owner - 1])) --owner;
    auto known = fields().find(std::string(line.substr(owner, from - 1 - owner)));
    return {from, known == fields().end() ? Words() : that_begin(known->second, word)};
  }
  Words words = globals();
  append(words, desk.names);
  append(words, keys_in(std::string(before) + std::string(line)));
  return {from, that_begin(words, word)};
}

}  // namespace

Completion complete_line(const Desk& desk, std::string_view typed_before, std::string_view line, std::size_t cursor) {
  line = line.substr(0, cursor);
  if (typed_before.empty() && is_command(line)) return complete_command(desk, line);
  if (typed_before.empty() && line == ".") return complete_command(desk, line);
  if (desk.open) return {};
  return complete_lua(desk, typed_before, line);
}

}  // namespace viva
