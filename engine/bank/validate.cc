#include "bank/validate.h"

#include <set>
#include <tuple>

#include "bank/check_fields.h"
#include "bank/locate.h"
#include "bank/side_files.h"
#include "base/files.h"
#include "base/spelling.h"

namespace viva {
namespace {

std::vector<std::string> keys_of(const auto& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

const std::string* text_at(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get_ptr<const std::string*>() : nullptr;
}

const Json& member(const Json& object, const char* key) {
  static const Json none;
  if (!object.is_object()) return none;
  auto found = object.find(key);
  return found == object.end() ? none : *found;
}

// The strings of a list, with where they are.
std::vector<std::pair<std::string, std::string>> strings_of(const Json& list, const std::string& path) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
    if (list[i].is_string()) out.emplace_back(list[i].get<std::string>(), path + "/" + std::to_string(i));
  }
  return out;
}

// Ids of the parts that an answer can be told to have or lack. One of several ways to make a point (`of`) is named "point.way".
struct Parts {
  std::vector<std::string> points, misconceptions;

  void collect(const Json& value) {
    for (const auto& item : value.items()) {
      if (!item.value().is_structured()) continue;
      if (item.key() == "points" || item.key() == "clarify") add(item.value(), points);
      if (item.key() == "misconceptions") add(item.value(), misconceptions);
      if (item.key() == "stance" && text_at(item.value(), "id")) points.push_back(*text_at(item.value(), "id"));
      if (item.key() != "follow_ups" && item.key() != "checks") collect(item.value());
    }
  }

 private:
  static void add(const Json& list, std::vector<std::string>& ids, const std::string& of = {}) {
    for (const auto& one : list) {
      const std::string* id = text_at(one, "id");
      if (!id) continue;
      ids.push_back(of + *id);
      add(member(one, "of"), ids, of + *id + ".");
    }
  }
};

// The fields of each type together with the common ones, put together once for all questions.
class FieldsOfTypes {
 public:
  explicit FieldsOfTypes(const TypeFields& types) : types_(types) {}

  // nullptr: there is no such type.
  const FieldSpec* find(const std::string& type, bool whole, Owner owner) {
    auto declared = types_.find(type);
    if (declared == types_.end()) return nullptr;
    auto [made, added] = made_.try_emplace({type, whole, owner});
    if (added) made->second = question_fields(declared->second, whole, owner);
    return &made->second;
  }

 private:
  const TypeFields& types_;
  std::map<std::tuple<std::string, bool, Owner>, FieldSpec> made_;
};

// One file at a time.
class FileCheck {
 public:
  FileCheck(const Bank& bank, const QuestionEntry& entry, const Validation& how, FieldsOfTypes& types)
      : bank_(bank), entry_(entry), how_(how), types_(types) {
    side_ = {bank.side_folder_of(entry), entry.file.substr(0, entry.file.size() - 5) + "/"};
    fields_.pattern = how.pattern;
    fields_.file = [this](const std::string& name) {
      auto path = side_file_path(side_, name);
      return path ? std::string() : path.error().message;
    };
    fields_.folder = [this](const std::string& name) {
      auto files = side_folder_files(side_, name);
      return files ? std::string() : files.error().message;
    };
    fields_.trap = [this](const std::string& trap) { return trap_fault(trap); };
    fields_.question = [this](const Json& question, const std::string& path) { check_inline(question, path); };
  }

  std::vector<Error> run() {
    auto text = read_file(bank_.path_of(entry_), largest_question_file);
    if (!text) return {error_in(entry_.file, 0, text.error().message)};
    auto tree = parse_json(*text, entry_.file);
    if (!tree) return {tree.error()};
    covers_ = entry_.covers;
    check_place(*tree);
    check_question(*tree, "", true, entry_.level, entry_.difficulty);
    for (Error& fault : faults_) {
      fault.file = entry_.file;
      fault.line = line_of_pointer(*text, fault.path);
    }
    sort_errors(faults_);
    return std::move(faults_);
  }

 private:
  void fault(const std::string& path, std::string message) { faults_.push_back({std::move(message), {}, 0, path, {}}); }

  void check_place(const Json& tree) {
    if (const std::string* id = text_at(tree, "id"); id && *id != entry_.id)
      fault("/id", "the id is '" + *id + "', but the file's place makes it '" + entry_.id + "'");
    if (bank_.unnamed_areas().count(entry_.area)) {
      std::vector<std::string> named;
      for (const auto& [slug, name] : bank_.areas()) {
        if (!bank_.unnamed_areas().count(slug)) named.push_back(slug);
      }
      std::string meant = did_you_mean(entry_.area, named);
      fault("", "the area '" + entry_.area + "' has no name" + (meant.empty() ? "; add it to \"areas\" in " + index_file() : meant));
    }
  }

  std::string index_file() const { return shown_file(bank_.folders()[entry_.folder], "index.json"); }

  void check_inline(const Json& question, const std::string& path) {
    if (const std::string* id = text_at(question, "id"); id && !is_slug(*id))
      fault(path + "/id", "expected a name of small letters, digits and '-', found '" + *id + "'");
    auto around = std::tuple(covers_, level_, difficulty_);
    if (question.contains("covers")) {
      covers_.clear();
      for (const auto& [id, place] : strings_of(question["covers"], "")) covers_.push_back(id);
    }
    check_question(question, path, false, level_, difficulty_);
    std::tie(covers_, level_, difficulty_) = around;
  }

  void check_question(const Json& question, const std::string& path, bool whole, const std::string& level, int difficulty) {
    level_ = text_at(question, "level") ? *text_at(question, "level") : level;
    difficulty_ = member(question, "difficulty").is_number_integer() ? question["difficulty"].get<int>() : difficulty;
    check_shape(question, path, whole);
    check_difficulty(question, path);
    check_known(question, path, "covers", bank_.catalogue(), "unknown catalogue entry '");
    check_known(question, path, "topics", bank_.topics(), "unknown topic '", "; name it in \"topics\" in " + index_file());
    for (const auto& [reference, place] : strings_of(member(question, "references"), path + "/references")) {
      if (reference.compare(0, 8, "https://") != 0)
        fault(place, "expected an address that begins with https://, found '" + reference + "'");
    }
    Parts parts;
    parts.collect(question);
    const Json& follow_ups = member(question, "follow_ups");
    for (std::size_t i = 0; follow_ups.is_array() && i < follow_ups.size(); ++i)
      check_follow_up(follow_ups[i], parts, path + "/follow_ups/" + std::to_string(i));
    const Json& checks = member(question, "checks");
    for (std::size_t i = 0; checks.is_array() && i < checks.size(); ++i)
      check_check(checks[i], parts, path + "/checks/" + std::to_string(i));
    if (member(question, "prompt").is_object()) check_models(member(question, "models"), path + "/models");
  }

  void check_shape(const Json& question, const std::string& path, bool whole) {
    const std::string* type = text_at(question, "type");
    const Owner owner = bank_.folders()[entry_.folder].name.empty() ? Owner::shipped : Owner::pack;
    if (const FieldSpec* fields = type ? types_.find(*type, whole, owner) : nullptr)
      return check_fields(question, *fields, path, fields_, faults_);
    if (type) fault(path + "/type", "unknown question type '" + *type + "'" + like_type(*type));
    // Which fields it should have is not known, but those that all questions have can be looked at.
    for (const FieldSpec& field : common_fields(whole).of) {
      if (question.contains(field.name)) check_fields(question[field.name], field, path + "/" + field.name, fields_, faults_);
    }
  }

  std::string like_type(const std::string& type) const {
    std::vector<std::string> names = keys_of(how_.types);
    std::string meant = did_you_mean(type, names);
    if (!meant.empty()) return meant;
    for (const std::string& name : names) meant += (meant.empty() ? "; known: " : ", ") + name;
    return meant;
  }

  void check_difficulty(const Json& question, const std::string& path) {
    if (!question.contains("level") && !question.contains("difficulty")) return;
    int from = level_ == "junior" ? 1 : level_ == "mid" ? 2 : level_ == "senior" ? 3 : 0;
    if (from == 0 || difficulty_ < 1 || difficulty_ > 5 || (difficulty_ >= from && difficulty_ <= from + 2)) return;
    fault(path + (question.contains("difficulty") ? "/difficulty" : "/level"),
          "difficulty " + std::to_string(difficulty_) + " does not go with level '" + level_ + "', which has " + std::to_string(from) +
              " to " + std::to_string(from + 2));
  }

  void check_known(const Json& question, const std::string& path, const char* field, const auto& known, const char* unknown,
                   const std::string& remedy = {}) {
    std::set<std::string> before;
    for (const auto& [word, place] : strings_of(member(question, field), path + "/" + field)) {
      if (!before.insert(word).second) fault(place, "'" + word + "' is listed twice");
      if (known.count(word)) continue;
      std::string meant = did_you_mean(word, keys_of(known));
      fault(place, unknown + word + "'" + (meant.empty() ? remedy : meant));
    }
  }

  std::string trap_fault(const std::string& trap) const {
    if (!bank_.catalogue().count(trap)) return "unknown catalogue entry '" + trap + "'" + did_you_mean(trap, keys_of(bank_.catalogue()));
    if (std::find(covers_.begin(), covers_.end(), trap) == covers_.end())
      return "the trap '" + trap + "' is not in the question's \"covers\"; add it there";
    return {};
  }

  void check_part(const Json& id, const std::vector<std::string>& known, const char* what, const std::string& path) {
    if (known.empty() || !id.is_string()) return;
    const std::string& word = id.get_ref<const std::string&>();
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string meant = did_you_mean(word, known);
    if (meant.empty()) {
      for (const std::string& one : known) meant += (meant.empty() ? "; there are '" : ", '") + one + "'";
    }
    fault(path, std::string("this question has no ") + what + " '" + word + "'" + meant);
  }

  void check_follow_up(const Json& follow_up, const Parts& parts, const std::string& path) {
    if (!follow_up.is_object()) return;
    if (follow_up.contains("ask") == follow_up.contains("question"))
      fault(path, "give \"ask\", the id of a question, or \"question\", an inline one: one of them");
    if (const std::string* id = text_at(follow_up, "ask")) {
      if (!bank_.find(*id))
        fault(path + "/ask", "there is no question '" + *id + "'" + bank_.like_id(*id));
      else if (bank_.find(*id) == &entry_)
        fault(path + "/ask", "the question follows up with itself");
    }
    const Json& when = member(follow_up, "when");
    if (when.is_object() && when.empty())
      fault(path + "/when", "no condition is given; leave \"when\" out for a question that always follows");
    check_part(member(when, "missed"), parts.points, "part", path + "/when/missed");
    check_part(member(when, "found"), parts.points, "part", path + "/when/found");
    check_part(member(when, "misconception"), parts.misconceptions, "misconception", path + "/when/misconception");
    const Json &below = member(when, "below"), &at_least = member(when, "at_least");
    if (below.is_number() && at_least.is_number() && at_least.get<double>() >= below.get<double>())
      fault(path + "/when", "\"at_least\" is not less than \"below\": this never holds");
  }

  void check_check(const Json& check, const Parts& parts, const std::string& path) {
    if (!check.is_object()) return;
    if (check.contains("answer") == check.contains("file")) fault(path, "give the sample answer as \"answer\" or as \"file\", one of them");
    if (!check.contains("credit") && !check.contains("verdict"))
      fault(path, "say what the answer must get: \"credit\", 1 or [0.5, 0.8], or \"verdict\"");
    const Json& credit = member(check, "credit");
    if (credit.is_array() && credit.size() == 2 && credit[0].is_number() && credit[1].is_number() &&
        credit[0].get<double>() > credit[1].get<double>())
      fault(path + "/credit", "the range runs from the lower credit to the higher one");
    const Json& expect = member(check, "expect");
    for (const char* key : {"found", "missed", "misconceptions"}) {
      bool mistaken = std::string_view(key) == "misconceptions";
      for (const auto& [id, place] : strings_of(member(expect, key), path + "/expect/" + key))
        check_part(id, mistaken ? parts.misconceptions : parts.points, mistaken ? "misconception" : "part", place);
    }
  }

  void check_models(const Json& models, const std::string& path) {
    if (!models.is_array() || models.empty()) return;
    for (const char* language : {"en", "zh"}) {
      bool there = std::any_of(models.begin(), models.end(), [&](const Json& model) {
        const std::string* lang = text_at(model, "lang");
        return lang && *lang == language;
      });
      if (!there) fault(path, std::string("no model answer has \"lang\": \"") + language + "\"; give one in each language");
    }
  }

  const Bank& bank_;
  const QuestionEntry& entry_;
  const Validation& how_;
  FieldsOfTypes& types_;
  SideFolder side_;
  FieldChecks fields_;
  std::vector<Error> faults_;
  // Of the question being looked at, its own or taken over.
  std::vector<std::string> covers_;
  std::string level_;
  int difficulty_ = 0;
};

}  // namespace

std::vector<Error> validate(const Bank& bank, const QuestionEntry& entry, const Validation& how) {
  FieldsOfTypes types(how.types);
  return FileCheck(bank, entry, how, types).run();
}

std::vector<Error> validate(const Bank& bank, const Validation& how) {
  FieldsOfTypes types(how.types);
  std::vector<Error> all;
  for (const QuestionEntry& entry : bank.all()) {
    std::vector<Error> some = FileCheck(bank, entry, how, types).run();
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  sort_errors(all);
  return all;
}

Error fault_in(const Bank& bank, const QuestionEntry& entry, const std::string& path, const std::string& message) {
  Error fault{message, entry.file, 0, entry.pointer + path, {}};
  add_line(fault, bank.path_of(entry));
  return fault;
}

}  // namespace viva
