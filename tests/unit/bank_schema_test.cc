#include <stdio.h>

#include <catch2/catch.hpp>
#include <set>

#include "bank/schema.h"
#include "bank_folder.h"

using namespace viva;

namespace {

void collect_references(const Json& value, std::set<std::string>& out) {
  for (const auto& item : value.items()) {
    if (item.key() == "$ref") out.insert(item.value().get<std::string>());
    if (item.value().is_structured()) collect_references(item.value(), out);
  }
}

// What the checking script prints about these files.
std::string checked(const std::string& schema_file, const std::string& files) {
  std::string command = "/usr/bin/python3 '" + home_folder() + "/tests/support/check_schema.py' " + files + " < '" + schema_file + "' 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string out;
  char part[4096];
  while (std::size_t got = ::fread(part, 1, sizeof part, pipe)) out.append(part, got);
  ::pclose(pipe);
  return out;
}

}  // namespace

TEST_CASE("schema: a closed object for each type, and every reference leads somewhere", "[bank]") {
  Json schema = question_schema(types(), Owner::shipped);
  CHECK(schema["properties"]["type"]["enum"].size() == 14);
  CHECK(schema["$defs"]["full_choice"]["additionalProperties"] == false);
  CHECK(schema["$defs"]["inline_choice"]["required"] == Json({"id", "options", "prompt", "seconds", "type"}));
  CHECK(question_schema(types(), Owner::pack)["$defs"]["full_choice"]["required"] ==
        Json({"difficulty", "id", "level", "options", "prompt", "seconds", "topics", "type"}));
  std::set<std::string> references;
  collect_references(schema, references);
  for (const std::string& reference : references) {
    INFO(reference);
    CHECK(schema.contains(Json::json_pointer(reference.substr(1))));
  }
}

TEST_CASE("schema: a validator of others accepts the questions and refuses broken ones", "[bank]") {
  if (::system("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") != 0) {
    WARN("python3-jsonschema is not installed: the schema was not tried");
    return;
  }
  ScratchBank scratch;
  std::string schema_file = scratch.root + "/schema.json";
  REQUIRE(write_file(schema_file, question_schema(types(), Owner::shipped).dump(1)));
  std::vector<Error> faults;
  Bank bank = Bank::load({{home_folder(), ""}}, faults);
  std::string files;
  for (const QuestionEntry& entry : bank.all()) files += " '" + bank.path_of(entry) + "'";
  CHECK(checked(schema_file, files) == std::to_string(bank.all().size()) + " files\n");

  Json question = *parse_json(*read_file(bank.path_of(*bank.find("linux.zombie-setsid"))));
  auto fault = [&](const std::string& pointer, const Json& value) {
    Json broken = question;
    broken[Json::json_pointer(pointer)] = value;
    scratch.write("linux/broken.json", to_text(broken));
    std::string out = checked(schema_file, "'" + scratch.root + "/questions/linux/broken.json'");
    return out.substr(0, out.find("\n1 files"));
  };
  CHECK(fault("/level", "mid") == "1 files\n");
  CHECK(fault("/promt", "x") == "/: Additional properties are not allowed ('promt' was unexpecte");
  CHECK(fault("/prompt", {{"en", "x"}}) == "/prompt: 'zh' is a required property");
  CHECK(fault("/prompt/zh", 5) == "/prompt/zh: 5 is not of type 'string'");
  CHECK(fault("/difficulty", 6) == "/difficulty: 6 is greater than the maximum of 5");
  CHECK(fault("/hints/0", {{"text", "x"}, {"cost", 2}}) == "/hints/0/cost: 2 is greater than the maximum of 1");
  CHECK(fault("/checks/0/credit", "full") == "/checks/0/credit: 'full' is not of type 'number'");
  CHECK(fault("/points/0/weight", "2") == "/points/0/weight: '2' is not of type 'number'");
  CHECK(fault("/follow_ups/0/question/options", 1) == "/follow_ups/0/question/options: 1 is not of type 'array'");
}
