#include "bank/side_files.h"

#include <filesystem>

#include "bank/json_scan.h"
#include "base/files.h"

namespace viva {
namespace {

namespace fs = std::filesystem;

bool is_plain_name(const std::string& name) {
  bool at_start = true;
  for (char c : name) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && (at_start || (c != '.' && c != '_' && c != '-' && c != '/'))) return false;
    at_start = c == '/';
  }
  return !at_start;
}

// "program.py" -> "program.zh.py"
std::string chinese_name(const std::string& name) {
  fs::path path(name);
  return (path.parent_path() / (path.stem().native() + ".zh" + path.extension().native())).native();
}

Result<std::string> read_side_file(const SideFolder& folder, const std::string& name) {
  auto path = side_file_path(folder, name);
  if (!path) return path.error();
  auto text = read_file(*path, largest_side_file);
  if (!text) return error(folder.shown + name + " " + text.error().message);
  if (text->substr(0, 3) == "\xef\xbb\xbf") text->erase(0, 3);
  for (std::size_t at = 0; at < text->size();) {
    std::size_t length = utf8_length(std::string_view(*text).substr(at, 4));
    if (length == 0)
      return error(folder.shown + name + " is not valid UTF-8 in line " + std::to_string(line_of(*text, at)) + "; save it as UTF-8");
    at += length;
  }
  return text;
}

bool is_code(const Json& value) {
  return value.is_object() && value.size() == 2 && value.contains("language") && (value.contains("file") || value.contains("lines"));
}

// A string; {"en", "zh"} when there is a variant for Chinese.
Result<Json> text_of_file(const SideFolder& folder, const std::string& name) {
  auto text = read_side_file(folder, name);
  if (!text) return text.error();
  std::string chinese = chinese_name(name);
  std::error_code failure;
  if (!fs::exists(fs::path(folder.path) / chinese, failure)) return Json(*text);
  auto chinese_text = read_side_file(folder, chinese);
  if (!chinese_text) return chinese_text.error();
  return Json{{"en", *text}, {"zh", *chinese_text}};
}

Status inline_one(Json& code, const SideFolder& folder, const std::string& pointer) {
  auto at = [&](const char* key, Error fault) {
    fault.path = pointer + "/" + key;
    return fault;
  };
  if (code.contains("lines")) {
    std::string text;
    if (!code["lines"].is_array()) return at("lines", error("expected a list of lines"));
    for (const Json& line : code["lines"]) {
      if (!line.is_string()) return at("lines", error("expected a list of lines, each a string"));
      text += line.get_ref<const std::string&>() + "\n";
    }
    code.erase("lines");
    code["text"] = text;
    return ok();
  }
  if (!code["file"].is_string()) return at("file", error("expected the name of a side file"));
  std::string name = code["file"];
  auto text = text_of_file(folder, name);
  if (!text) return at("file", text.error());
  code["text"] = std::move(*text);
  code.erase("file");
  return ok();
}

}  // namespace

Result<std::string> side_file_path(const SideFolder& folder, const std::string& name) {
  if (!is_plain_name(name))
    return error("the side file's name '" + name + "' must be of letters, digits, '.', '_' and '-', and lie in " + folder.shown);
  std::error_code failure;
  fs::path root = fs::canonical(folder.path, failure);
  fs::path path = failure ? fs::path() : fs::canonical(root / name, failure);
  if (failure) return error("there is no side file " + folder.shown + name);
  if (std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first != root.end())
    return error("the side file " + folder.shown + name + " is a link that leads out of its folder; put the file itself there");
  return path.native();
}

Result<Json> side_folder_files(const SideFolder& folder, const std::string& name) {
  auto path = side_file_path(folder, name);
  if (!path) return path.error();
  auto names = list_files(*path);
  if (!names) return error(folder.shown + name + " " + names.error().message);
  if (names->empty()) return error("the folder " + folder.shown + name + " has no files");
  Json files = Json::array();
  for (const std::string& one : *names) {
    auto text = read_side_file(folder, name + "/" + one);
    if (!text) return text.error();
    Json file = {{"path", one}, {"text", *text}};
    if (text->substr(0, 2) == "#!") file["executable"] = true;
    files.push_back(std::move(file));
  }
  return files;
}

Status inline_files(Json& tree, const FieldSpec& spec, const SideFolder& folder) {
  using Kind = FieldSpec::Kind;
  if (spec.kind == Kind::file && tree.is_string()) {
    const std::string name = tree;
    auto text = text_of_file(folder, name);
    if (!text) return text.error();
    tree = {{"file", name}, {"text", std::move(*text)}};
  } else if (spec.kind == Kind::folder && tree.is_string()) {
    auto files = side_folder_files(folder, tree);
    if (!files) return files.error();
    tree = std::move(*files);
  } else if ((spec.kind == Kind::list || spec.kind == Kind::map) && tree.is_structured()) {
    for (Json& item : tree)
      if (auto done = inline_files(item, spec.of[0], folder); !done) return done;
  } else if (spec.kind == Kind::record && tree.is_object()) {
    for (const FieldSpec& field : spec.of) {
      if (!tree.contains(field.name)) continue;
      if (auto done = inline_files(tree[field.name], field, folder); !done) return done;
    }
  }
  return ok();
}

Status inline_code(Json& tree, const SideFolder& folder, const std::string& pointer) {
  if (is_code(tree)) return inline_one(tree, folder, pointer);
  if (tree.is_array()) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (auto done = inline_code(tree[i], folder, pointer + "/" + std::to_string(i)); !done) return done;
    }
  } else if (tree.is_object()) {
    for (auto& [key, value] : tree.items()) {
      if (auto done = inline_code(value, folder, pointer + "/" + key); !done) return done;
    }
  }
  return ok();
}

}  // namespace viva
