#include "repl/code_color.h"

#include <algorithm>
#include <string>
#include <vector>

namespace viva {
namespace {

struct Grammar {
  std::vector<std::string_view> names;  // behind the fence
  std::string_view line_comment;
  std::string_view block_comment, block_comment_end;
  std::string_view quotes;
  bool triple_quotes;
  bool any_case;  // of keywords
  std::vector<std::string_view> keywords;
};

const Grammar* grammar_of(std::string_view language) {
  static const std::vector<Grammar> grammars = {
      {{"python", "py"}, "#", "", "", "'\"", true, false, {"and",      "as",     "assert", "async",    "await", "break",  "class",
                                                           "continue", "def",    "del",    "elif",     "else",  "except", "False",
                                                           "finally",  "for",    "from",   "global",   "if",    "import", "in",
                                                           "is",       "lambda", "None",   "nonlocal", "not",   "or",     "pass",
                                                           "raise",    "return", "True",   "try",      "while", "with",   "yield"}},
      {{"sql"}, "--", "/*", "*/", "'\"", false, true, {"all",   "alter",   "and",     "as",       "asc",    "begin",    "between", "by",
                                                       "case",  "commit",  "create",  "delete",   "desc",   "distinct", "drop",    "else",
                                                       "end",   "exists",  "explain", "for",      "from",   "group",    "having",  "if",
                                                       "in",    "index",   "inner",   "insert",   "into",   "is",       "join",    "key",
                                                       "left",  "like",    "limit",   "not",      "null",   "on",       "or",      "order",
                                                       "outer", "primary", "right",   "rollback", "select", "set",      "table",   "then",
                                                       "union", "unique",  "update",  "values",   "when",   "where",    "with"}},
      {{"lua"}, "--", "--[[", "]]", "'\"", false, false, {"and", "break",    "do",     "else", "elseif", "end",   "false",
                                                          "for", "function", "if",     "in",   "local",  "nil",   "not",
                                                          "or",  "repeat",   "return", "then", "true",   "until", "while"}},
      {{"sh", "bash", "shell", "console"},
       "#",
       "",
       "",
       "'\"",
       false,
       false,
       {"case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in", "local", "return", "then", "until",
        "while"}},
      {{"c", "cpp", "c++", "java", "go", "js", "javascript", "ts", "typescript", "rust"},
       "//",
       "/*",
       "*/",
       "'\"`",
       false,
       false,
       {"auto",   "bool",     "break",     "case",     "catch",   "char",    "class",    "const",     "continue", "default", "defer",
        "do",     "double",   "else",      "enum",     "export",  "extends", "false",    "final",     "float",    "fn",      "for",
        "func",   "function", "go",        "if",       "import",  "in",      "int",      "interface", "let",      "long",    "match",
        "mut",    "new",      "nil",       "null",     "nullptr", "package", "private",  "protected", "public",   "range",   "return",
        "select", "sizeof",   "static",    "struct",   "super",   "switch",  "template", "this",      "throw",    "true",    "try",
        "type",   "typedef",  "undefined", "unsigned", "use",     "using",   "var",      "void",      "volatile", "while"}},
      {{"json"}, "", "", "", "\"", false, false, {"true", "false", "null"}},
      {{"yaml", "toml", "ini", "conf", "nginx", "dockerfile"}, "#", "", "", "'\"", false, false, {"true", "false", "null"}},
  };
  for (const Grammar& grammar : grammars)
    if (std::find(grammar.names.begin(), grammar.names.end(), language) != grammar.names.end()) return &grammar;
  return nullptr;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80); }

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::size_t end_of(std::string_view text, std::string_view sign, std::size_t from) {
  const std::size_t found = text.find(sign, from);
  return found == std::string_view::npos ? text.size() : found + sign.size();
}

std::size_t end_of_string(std::string_view text, std::size_t at, bool triple_quotes) {
  const char quote = text[at];
  const std::string three(3, quote);
  if (triple_quotes && text.substr(at, 3) == three) return end_of(text, three, at + 3);
  for (++at; at < text.size() && text[at] != quote && (text[at] != '\n' || quote == '`'); ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

}  // namespace

void color_code(Styled& code, std::string_view language) {
  const Grammar* grammar = grammar_of(lower(language));
  if (!grammar) return;
  const std::string_view text = code.text;
  auto starts = [&](std::size_t at, std::string_view sign) { return !sign.empty() && text.substr(at, sign.size()) == sign; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    Look how = look::none;
    if (starts(at, grammar->block_comment)) {
      end = end_of(text, grammar->block_comment_end, at + grammar->block_comment.size());
      how = look::faint;
    } else if (starts(at, grammar->line_comment)) {
      end = std::min(text.find('\n', at), text.size());
      how = look::faint;
    } else if (grammar->quotes.find(text[at]) != std::string_view::npos) {
      end = end_of_string(text, at, grammar->triple_quotes);
      how = look::literal;
    } else if (is_word(text[at])) {
      while (end < text.size() && is_word(text[end])) ++end;
      const std::string_view word = text.substr(at, end - at);
      const auto& keywords = grammar->keywords;
      if (is_digit(word[0])) {
        how = look::literal;
      } else if (std::find(keywords.begin(), keywords.end(), grammar->any_case ? lower(word) : std::string(word)) != keywords.end()) {
        how = look::keyword;
      }
    }
    std::fill(code.looks.begin() + static_cast<std::ptrdiff_t>(at), code.looks.begin() + static_cast<std::ptrdiff_t>(end), how);
    at = end;
  }
}

}  // namespace viva
