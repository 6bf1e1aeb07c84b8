#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <random>

#include "bank/json_scan.h"
#include "bank/locate.h"
#include "bank_folder.h"

using namespace viva;
using Texts = std::vector<std::string>;

TEST_CASE("bank: questions are found by id, former id and as inline questions", "[bank]") {
  ScratchBank scratch;
  scratch.write("web/http.json", R"({
    "id": "web.http", "type": "short-answer", "topics": ["http", "caching"], "covers": ["s000-001"], "level": "mid", "difficulty": 3,
    "seconds": 90, "family": ["verbs"], "formerly": ["http.verbs"],
    "prompt": {"en": "First line.\nSecond.", "zh": ["第一行。", "第二行。"]},
    "follow_ups": [
      {"question": {"id": "again", "type": "choice", "prompt": "A?", "seconds": 20, "level": "senior",
                    "follow_ups": [{"question": {"id": "deep", "type": "cloze", "prompt": "B?"}}]}},
      {"question": {"id": "other", "type": "choice", "prompt": "C \u4e2d?"}}
    ] })");
  scratch.question("db/index.json");
  std::vector<Error> faults;
  Bank bank = Bank::load({{scratch.root, ""}}, faults);
  CHECK(texts(faults) == Texts{});
  REQUIRE(bank.all().size() == 2);
  CHECK(bank.all()[0].id == "db.index");
  const QuestionEntry& http = *bank.find("web.http");
  CHECK(http.file == "questions/web/http.json");
  CHECK((http.area == "web" && http.type == "short-answer" && http.level == "mid" && http.difficulty == 3 && http.seconds == 90));
  CHECK((http.topics == Texts{"http", "caching"} && http.covers == Texts{"s000-001"} && http.families == Texts{"verbs"}));
  CHECK((http.title.en == "First line." && http.title.zh == "第一行。"));
  CHECK(http.inline_ids == Texts{"web.http.again", "web.http.other"});
  CHECK(bank.find("http.verbs") == &http);
  CHECK(bank.find("http.nothing") == nullptr);

  const QuestionEntry& deep = *bank.find("web.http.again.deep");
  CHECK((deep.parent == "web.http.again" && deep.pointer == "/follow_ups/0/question/follow_ups/0/question"));
  CHECK((deep.level == "senior" && deep.difficulty == 3 && deep.topics == Texts{"http", "caching"}));
  CHECK(bank.find("web.http.other")->title.zh == "C 中?");

  Json tree = *bank.question("web.http.again.deep");
  CHECK(to_text(tree) == R"({"area":"web","covers":["s000-001"],"difficulty":3,"id":"web.http.again.deep","level":"senior","prompt":"B?",)"
                         R"("topics":["http","caching"],"type":"cloze"})");
  CHECK(bank.question("http.verbs")->at("id") == "web.http");
  CHECK(bank.question("web.htpt").error().text() == "there is no question 'web.htpt'; did you mean 'web.http'?");
}

TEST_CASE("bank: code comes with the question, in both languages where there are two", "[bank]") {
  ScratchBank scratch;
  scratch.question("web/code.json", R"("code": {"language": "python", "file": "p.py"}, "more": [{"language": "sh", "lines": ["a", "b"]}])");
  scratch.write("web/code/p.py", "print(1)\n");
  std::vector<Error> faults;
  Bank bank = Bank::load({{scratch.root, ""}}, faults);
  CHECK(bank.question("web.code")->at("code") == Json({{"language", "python"}, {"text", "print(1)\n"}}));
  CHECK(bank.question("web.code")->at("more")[0] == Json({{"language", "sh"}, {"text", "a\nb\n"}}));
  scratch.write("web/code/p.zh.py", "\xef\xbb\xbfprint(2)\n");
  CHECK(bank.question("web.code")->at("code")["text"] == Json({{"en", "print(1)\n"}, {"zh", "print(2)\n"}}));

  scratch.write("web/code/p.py", "a\n\xff");
  CHECK(bank.question("web.code").error().text() ==
        "questions/web/code.json:1: /code/file: questions/web/code/p.py is not valid UTF-8 in line 2; save it as UTF-8");
  std::filesystem::remove(scratch.root + "/questions/web/code/p.py");
  CHECK(bank.question("web.code").error().text() == "questions/web/code.json:1: /code/file: there is no side file questions/web/code/p.py");
  std::filesystem::create_symlink("/etc/passwd", scratch.root + "/questions/web/code/p.py");
  CHECK(bank.question("web.code").error().text() ==
        "questions/web/code.json:1: /code/file: the side file questions/web/code/p.py is a link that leads out of its folder; put the file "
        "itself there");
  scratch.question("web/code.json", R"("code": {"language": "python", "file": "../p.py"})");
  CHECK(bank.question("web.code").error().text() ==
        "questions/web/code.json:1: /code/file: the side file's name '../p.py' must be of letters, digits, '.', '_' and '-', and lie in "
        "questions/web/code/");
}

TEST_CASE("bank: each faulty file is one clear error, and the rest loads", "[bank]") {
  ScratchBank scratch;
  scratch.question("web/good.json");
  scratch.question("web/Bad Name.json");
  scratch.question("stray.json");
  scratch.write("web/a-syntax.json", "{\n  \"type\": \"choice\",\n}");
  scratch.write("web/b-twice.json", "{\n  \"type\": \"choice\",\n  \"type\": \"cloze\"\n}");
  scratch.write("web/c-utf8.json", "{ \"type\": \"choice\",\n \"prompt\": \"\xc3\x28\" }");
  scratch.write("web/d-deep.json", "{\"type\": \"choice\", \"x\": " + std::string(100000, '[') + std::string(100000, ']') + "}");
  scratch.write("web/e-list.json", "[1]");
  scratch.write("web/f-typeless.json", "\n{ \"prompt\": \"What?\" }");
  scratch.write("web/g-empty.json", "");
  scratch.write("web/h-bom.json", "\xef\xbb\xbf{ \"type\": \"choice\" }");
  scratch.write("web/i-after.json", "{ \"type\": \"choice\" } x");
  scratch.write("web/i-zero.json", std::string("{ \"type\": \"choice\" }\0{", 22));
  std::filesystem::create_directories(scratch.root + "/questions/web/j-folder.json");
  std::filesystem::create_symlink("k-loop.json", scratch.root + "/questions/web/k-loop.json");
  std::filesystem::create_symlink("loop", scratch.root + "/questions/loop");
  std::filesystem::create_directory_symlink("..", scratch.root + "/questions/upwards");
  scratch.write("web/l-huge.json", "");
  std::filesystem::resize_file(scratch.root + "/questions/web/l-huge.json", 1u << 30);
  ::mkfifo((scratch.root + "/questions/web/m-pipe.json").c_str(), 0600);
  std::vector<Error> faults;
  Bank bank = Bank::load({{scratch.root, ""}}, faults);
  REQUIRE(bank.all().size() == 2);
  CHECK((bank.all()[0].id == "web.good" && bank.all()[1].id == "web.h-bom"));
  std::vector<std::string> told = texts(faults);
  for (std::string& text : told) text = text.substr(0, text.find(" - "));  // what the JSON library says after it is its own
  CHECK(told == Texts{
                    "questions/loop: cannot be listed: Too many levels of symbolic links",
                    "questions/stray.json: a question is kept in the folder of its area: questions/AREA/stray.json",
                    "questions/web/Bad Name.json: the names of the file and of its folder are the question's id; make them of small "
                    "letters, digits and '-'",
                    "questions/web/a-syntax.json:3: not valid JSON: syntax error while parsing object key",
                    "questions/web/b-twice.json:3: the key \"type\" is given twice in one object",
                    "questions/web/c-utf8.json:2: not valid JSON: syntax error while parsing value",
                    "questions/web/d-deep.json:1: nested deeper than 64 levels",
                    "questions/web/e-list.json:1: a question is a JSON object: { \"id\": …, \"type\": …, … }",
                    "questions/web/f-typeless.json:2: the field 'type' is missing: the name of a question type, \"type\": \"choice\"",
                    "questions/web/g-empty.json:1: not valid JSON: syntax error while parsing value",
                    "questions/web/i-after.json:1: not valid JSON: syntax error while parsing value",
                    "questions/web/i-zero.json:1: not valid JSON: a zero byte",
                    "questions/web/j-folder.json: is a folder, not a file",
                    "questions/web/k-loop.json: cannot be opened: Too many levels of symbolic links",
                    "questions/web/l-huge.json: is larger than the 4 MiB a file of this kind may have",
                    "questions/web/m-pipe.json: is not a regular file",
                });
}

TEST_CASE("bank: no questions folder is an error for the shipped bank, and fine for a pack", "[bank]") {
  std::vector<Error> faults;
  Bank::load({{"/nowhere", ""}, {"/nowhere", "mypack"}}, faults);
  CHECK(texts(faults) == Texts{"questions/: cannot be listed: No such file or directory"});
}

TEST_CASE("bank: clashes of ids name both files, the earlier folder wins", "[bank]") {
  ScratchBank shipped, pack;
  shipped.question("web/http.json", "\"formerly\": [\"web.old\"]");
  pack.question("web/http.json", R"("seconds": 77, "follow_ups": [{"question": {"id": "x", "type": "choice", "prompt": "?"}}])");
  pack.question("web/second.json", "\n\"formerly\": [\"web.http\", \"web.old\"]");
  pack.question("web/twins.json", R"("a": {"id": "x", "type": "choice", "prompt": "?"},
    "b": {"id": "x", "type": "choice", "prompt": "?"})");
  std::vector<Error> faults;
  Bank bank = Bank::load({{shipped.root, ""}, {pack.root, "mypack"}}, faults);
  CHECK(
      texts(faults) ==
      Texts{
          "mypack/questions/web/http.json: the id 'web.http' is taken by questions/web/http.json; rename this file",
          "mypack/questions/web/second.json:2: /formerly: 'web.http' is the id of questions/web/http.json; a former id must not be in use",
          "mypack/questions/web/second.json:2: /formerly: 'web.old' is a former id of 'web.http' too; keep it in one of them",
          "mypack/questions/web/twins.json:2: /b/id: the id 'web.twins.x' is taken by another inline question of this file; rename one",
      });
  CHECK(bank.find("web.http")->seconds == 0);
  CHECK(bank.find("web.http.x") == nullptr);
  CHECK(bank.find("web.twins.x")->pointer == "/a");
}

TEST_CASE("bank: names and concepts of all folders come together", "[bank]") {
  ScratchBank shipped, pack;
  shipped.write("index.json", R"({"areas": {"web": {"en": "Web", "zh": "网络"}}, "topics": {"tls": {"en": "TLS", "zh": "TLS"}},
    "catalogue": {"s000-001": {"area": "web", "en": "The lock", "zh": "锁", "erratum": "wrong"}}})");
  shipped.write("glossary.json", R"({"concepts": {"yes": {"name": {"en": "yes", "zh": "是"}, "says": ["yes"]}}})");
  pack.write("index.json", R"({"topics": {"mine": {"en": "Mine", "zh": "我的"}}})");
  pack.write("glossary.json", R"({"concepts": {"no": {"name": {"en": "no", "zh": "不"}, "says": ["no"]},
    "yes": {"name": {"en": "yes", "zh": "对"}, "says": ["yes"]}}})");
  pack.question("hobby/chess.json");
  std::vector<Error> faults;
  Bank bank = Bank::load({{shipped.root, ""}, {pack.root, "mypack"}}, faults);
  CHECK(texts(faults) == Texts{"mypack/questions/glossary.json:2: /concepts/yes: the concept 'yes' means something else in an earlier "
                               "glossary; use another name"});
  CHECK(bank.areas().at("web").zh == "网络");
  CHECK(bank.areas().at("hobby").en == "hobby");
  CHECK(bank.topics().size() == 2);
  CHECK(bank.catalogue().at("s000-001").erratum == Erratum::wrong);
  CHECK(bank.glossary()["concepts"].size() == 2);

  shipped.write("index.json", "{\n\"areas\": {\"web\": {\"en\": 1, \"zh\": \"x\"}},\n\"topcis\": {}}");
  faults.clear();
  Bank::load({{shipped.root, ""}}, faults);
  CHECK(texts(faults) == Texts{"questions/index.json:2: /areas/web/en: expected a string, found number",
                               "questions/index.json:3: /topcis: unknown field 'topcis'; did you mean 'topics'?"});
}

TEST_CASE("bank: the line of a value is that of its key, or where the path ends", "[bank]") {
  std::string text = "{\n \"a\": [\n  1,\n  {\"b/c\":\n 2}\n ],\n \"d\\u0065\": {}\n}";
  CHECK(line_of_pointer(text, "") == 1);
  CHECK(line_of_pointer(text, "/a") == 2);
  CHECK(line_of_pointer(text, "/a/0") == 3);
  CHECK(line_of_pointer(text, "/a/1") == 4);
  CHECK(line_of_pointer(text, "/a/1/b~1c") == 4);
  CHECK(line_of_pointer(text, "/a/7/x") == 2);
  CHECK(line_of_pointer(text, "/de") == 7);
  CHECK(line_of_pointer(text, "/nothing") == 1);
  CHECK(line_of_pointer("{\"a\": ", "/a/b") == 1);
}

TEST_CASE("bank: the quick scan and the strict parser accept the same texts", "[bank]") {
  auto accepts = [](const std::string& text) {
    JsonScan scan(text);
    while (scan.next() != Token::end && scan.token() != Token::bad) continue;
    return scan.token() == Token::end;
  };
  std::string many = "{";
  for (int i = 0; i < 40; ++i) many += "\"k" + std::to_string(i) + "\": 0, ";
  for (const std::string& text : {std::string("1"),
                                  std::string("-0.5e+3"),
                                  std::string("01"),
                                  std::string("1."),
                                  std::string("-"),
                                  std::string("1e999"),
                                  std::string("1e-999"),
                                  std::string("[1,]"),
                                  std::string("{\"a\":1,\"\\u0061\":2}"),
                                  std::string("\"\\ud83d\\ude00\""),
                                  std::string("\"\\ud83d\""),
                                  std::string("\"\\ude00\""),
                                  std::string("\"\\x\""),
                                  std::string("\"\t\""),
                                  std::string("\"\x7f\""),
                                  std::string("\"\xed\xa0\x80\""),
                                  std::string("\"\xf4\x90\x80\x80\""),
                                  std::string("\"\xe4\xb8\xad\""),
                                  std::string("[1 2]"),
                                  std::string("{\"a\" 1}"),
                                  std::string("{\"a\":1 \"b\":2}"),
                                  std::string("nul"),
                                  std::string("truex"),
                                  std::string("{}}"),
                                  std::string("]"),
                                  std::string("  "),
                                  std::string("\xef\xbb\xbf[]"),
                                  many + "\"x\": 1}",
                                  many + "\"k0\": 1}",
                                  std::string("[") + std::string(400, '9') + "]"}) {
    INFO(text);
    CHECK(accepts(text) == static_cast<bool>(parse_json(text)));
  }
  const std::string seed = R"({"a": [1, -2.5e3, true, null, "é中\n\u4e2d😀"], "b": {"c": "", "d": {}}, "e": []})";
  const std::string bytes = std::string(1, 0) + "{}[]\",:\\ \nue0a-+.1tf\x80\xc3\xe4\xb8\xf0";
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text = seed;
    for (int edits = 1 + static_cast<int>(random() % 3); edits > 0; --edits) {
      std::size_t at = random() % text.size();
      if (random() % 2)
        text[at] = bytes[random() % bytes.size()];
      else
        text.erase(at, 1 + random() % 3);
    }
    INFO(text);
    REQUIRE(accepts(text) == static_cast<bool>(parse_json(text)));
  }
}
