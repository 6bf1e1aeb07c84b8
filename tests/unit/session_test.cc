#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bank/localized.h"
#include "base/locations.h"
#include "session/session.h"

using namespace viva;
namespace fs = std::filesystem;

namespace {

// A bank of three questions, scripts with one round, a store: in a folder of their own.
struct World {
  fs::path folder;
  std::unique_ptr<ScriptHost> host;
  Bank bank;
  std::unique_ptr<QuestionStore> questions;
  std::unique_ptr<Store> store;

  explicit World(const std::string& round) {
    char name[] = "/tmp/viva-session-XXXXXX";
    folder = ::mkdtemp(name);
    for (const char* id : {"one", "two", "three"})
      write("questions/a/" + std::string(id) + ".json",
            R"({"id":"a.)" + std::string(id) +
                R"(","type":"echo","topics":["t"],"covers":["c"],"level":"junior","difficulty":1,"seconds":60,"prompt":"Say yes","key":"yes","explanation":"Because.","hints":["h1",{"text":"h2","cost":0.5}],"references":["https://example.org/x"],"follow_ups":[{"when":{"below":0.5},"question":{"id":"again","type":"echo","prompt":"Again","seconds":10,"key":"y"}}]})");
    write("questions/index.json", R"({"areas":{"a":{"en":"A","zh":"甲"}},"topics":{"t":{"en":"T","zh":"题"}},"catalogue":{"c":{"area":"a","en":"C","zh":"丙"}}})");
    write("scripts/echo.lua",
          "question_type { name = 'echo', description = 'd', fields = { key = secret 'string' },\n"
          " parse = function(q, input) if input == '?' then return nil, { en = 'not that', zh = '不行' } end return input end,\n"
          " grade = function(q, response) return { credit = response == q.key and 1 or 0 } end }\n"
          "scoring_rule { name = 'plain', description = 'd', score = function(r) return r.credit end }");
    write("scripts/round.lua", "round { name = 'r', description = 'd', options = { n = { 2, 'how many' } },\n run = function(r, opt)\n" + round + "\n end }");
    load();
    store = std::move(*Store::open((folder / "viva.db").string()));
  }
  ~World() { fs::remove_all(folder); }

  void write(const std::string& file, const std::string& text) {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file) << text;
  }

  void load() {
    std::vector<Error> faults;
    bank = Bank::load({{folder.string(), ""}}, faults);
    for (const Error& fault : faults) UNSCOPED_INFO(fault.text());
    REQUIRE(faults.empty());
    DomainOptions options;
    options.program = worker_program();
    options.engine_version = engine_version();
    host = std::move(*ScriptHost::start(folder.string(), {}, options));
    questions = std::make_unique<QuestionStore>(bank, *host);
    Status loaded = host->load(Json::object(), [this](const std::string& id) { return questions->definition(id); });
    INFO((loaded ? "" : loaded.error().text()));
    REQUIRE(loaded);
    for (const Error& problem : host->problems()) FAIL(problem.text());
    for (const QuestionEntry& entry : bank.all())
      if (Result<const Json*> question = questions->question(entry.id); !question) FAIL(question.error().text());
  }

  SessionContext context() { return {*store, *host, bank, folder.string(), "me"}; }
};

// Plays a list of inputs; writes down everything it is told.
struct Player : Examiner {
  std::vector<std::string> inputs;
  std::vector<std::string> heard;
  bool accept_divergence = true;

  explicit Player(std::vector<std::string> given) : inputs(std::move(given)) {}

  AskOutcome ask(const AskRequest& request) override {
    heard.push_back("ask " + request.sheet->id() + (request.problem.empty() ? "" : " (" + request.problem + ")") +
                    (request.draft.text.empty() ? "" : " draft " + request.draft.text));
    AskOutcome outcome;
    outcome.seconds = 2;
    std::string input = inputs.empty() ? "leave" : inputs.front();
    if (!inputs.empty()) inputs.erase(inputs.begin());
    if (input == "leave") outcome.kind = AskOutcome::Kind::leave;
    if (input == "undo") outcome.kind = AskOutcome::Kind::undo;
    if (input == "skip") outcome.kind = AskOutcome::Kind::skipped;
    if (input.rfind("draft ", 0) == 0) {
      request.save_draft({input.substr(6), 1, 5});
      outcome.kind = AskOutcome::Kind::leave;
    }
    outcome.answer = input;
    return outcome;
  }
  void graded(const QuestionSheet&, const Graded& grade) override { heard.push_back(grade.record["verdict"]); }
  void say(const Json& text) override { heard.push_back("say " + localized(text, "en")); }
  void printed(const std::string& text) override { heard.push_back("printed " + text); }
  void warn(const std::string& text) override { heard.push_back("warning " + text); }
  bool diverged(std::size_t number, const std::string& logged, const std::string& now) override {
    heard.push_back("diverged at " + std::to_string(number) + ": " + logged + " / " + now);
    return accept_divergence;
  }
};

const char* two_questions = "for i = 1, opt.n do local q = r:pick{} if not q then break end r:say('number ' .. i) r:ask(q) end";

}  // namespace

TEST_CASE("a round asks, grades, repeats what cannot be read, and adds up", "[session]") {
  World world(two_questions);
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  Player player({"yes", "?", "no"});
  Result<SessionEnd> end = session->run(player);
  INFO((end ? "" : end.error().text()));
  REQUIRE(end);
  CHECK(end->kind == SessionEnd::Kind::finished);
  CHECK(end->ending == Json{{"points", 1.0}, {"max", 2.0}, {"answers", 2}, {"ungraded", 0}});
  REQUIRE(player.heard.size() == 7);
  CHECK(player.heard[0] == "say number 1");
  CHECK(player.heard[2] == "correct");
  CHECK(player.heard[5] == player.heard[4] + " (not that)");
  CHECK(player.heard[6] == "incorrect");
  CHECK(world.store->sessions().front().finished);
}

TEST_CASE("the same seed picks the same questions", "[session]") {
  World world(two_questions);
  auto heard = [&](const std::string& seed) {
    Player player({"a", "b"});
    REQUIRE((*Session::begin(world.context(), "r", Json::object(), "en", seed))->run(player));
    return player.heard;
  };
  CHECK(heard("42") == heard("42"));
}

TEST_CASE("leaving keeps the session; resuming replays the log in silence and gives back the draft", "[session]") {
  World world(two_questions);
  std::int64_t id;
  {
    auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
    id = session->id();
    Player player({"yes", "draft half an ans"});
    Result<SessionEnd> end = session->run(player);
    REQUIRE(end);
    CHECK(end->kind == SessionEnd::Kind::left);
    CHECK(!Session::resume(world.context(), id));  // it is open here
  }
  auto session = std::move(*Session::resume(world.context(), id));
  Player player({"yes"});
  Result<SessionEnd> end = session->run(player);
  REQUIRE(end);
  CHECK(end->ending["points"] == 2.0);
  REQUIRE(player.heard.size() == 2);  // nothing of the first question is said or asked again
  CHECK(player.heard[0].find(" draft half an ans") != std::string::npos);
  CHECK(player.heard[1] == "correct");
}

TEST_CASE("a session goes on with the scripts and questions it began with", "[session]") {
  World world(two_questions);
  std::int64_t id;
  {
    auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
    id = session->id();
    Player player({"yes"});
    REQUIRE(session->run(player));
  }
  world.write("scripts/round.lua", "round { name = 'r', description = 'd', run = function(r) r:say('quite another') end }");
  world.load();
  auto session = std::move(*Session::resume(world.context(), id));
  Player player({"yes"});
  Result<SessionEnd> end = session->run(player);
  INFO((end ? "" : end.error().text()));
  REQUIRE(end);
  CHECK(end->ending["points"] == 2.0);
  CHECK(player.heard.size() == 2);
}

TEST_CASE("undo asks the question before again, and then goes on as before", "[session]") {
  World world(two_questions);
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  Player player({"no", "undo", "yes", "yes"});
  Result<SessionEnd> end = session->run(player);
  REQUIRE(end);
  CHECK(end->ending["points"] == 2.0);
  CHECK(player.heard[1] == player.heard[5]);  // the first question, again
}

TEST_CASE("an edited script that asks for something else is told where, and the choice is the person's", "[session]") {
  World world(two_questions);
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  {
    Player player({"yes"});
    REQUIRE(session->run(player));
  }
  world.write("scripts/round.lua", "round { name = 'r', description = 'd', run = function(r) local q = r:pick{} r:say('new words') r:ask(q) end }");
  std::unique_ptr<ScriptHost> old = std::move(world.host);
  world.load();
  session->use_scripts(*world.host);
  Player no({});
  no.accept_divergence = false;
  Result<SessionEnd> left = session->run(no);
  REQUIRE(left);
  CHECK(left->kind == SessionEnd::Kind::left);
  REQUIRE(no.heard.size() == 1);
  CHECK(no.heard[0] == R"(diverged at 2: say {"text":"number 1"} / say {"text":"new words"})");
  Player yes({"yes"});
  Result<SessionEnd> end = session->run(yes);
  REQUIRE(end);
  CHECK(end->ending["answers"] == 1);
}

TEST_CASE("follow-ups whose conditions hold are offered once", "[session]") {
  World world("local q = r:pick{} local a = r:ask(q) local f = r:follow_up(a) if f then r:say(f.id) r:ask(f) end if r:follow_up(a) == nil then r:say('no more') end");
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  Player player({"no", "y"});
  Result<SessionEnd> end = session->run(player);
  INFO((end ? "" : end.error().text()));
  REQUIRE(end);
  CHECK(player.heard[2].find(".again") != std::string::npos);
  CHECK(player.heard.back() == "say no more");
}

TEST_CASE("a script that fails says where and loses nothing; one that ignores the end is stopped", "[session]") {
  World world("local q = r:pick{} r:ask(q) local x = nil + 1");
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  Player player({"yes"});
  Result<SessionEnd> end = session->run(player);
  REQUIRE(!end);
  CHECK(end.error().text() == "scripts/round.lua:3: attempt to perform arithmetic on a nil value");
  CHECK(session->answered() == 1);

  World stubborn("while true do pcall(function() r:finish('enough') end) end");
  auto endless = std::move(*Session::begin(stubborn.context(), "r", Json::object(), "en", "7"));
  Player nobody({});
  Result<SessionEnd> ended = endless->run(nobody);
  REQUIRE(ended);
  CHECK(ended->ending["why"] == "enough");
}

TEST_CASE("a worker that is killed while the round waits costs nothing", "[session]") {
  World world(two_questions);
  struct Killer : Player {
    Domain* domain;
    explicit Killer(Domain* victim) : Player({"yes", "yes"}), domain(victim) {}
    AskOutcome ask(const AskRequest& request) override {
      if (inputs.size() == 1) domain->stop();
      return Player::ask(request);
    }
  } player(&world.host->shipped());
  auto session = std::move(*Session::begin(world.context(), "r", Json::object(), "en", "7"));
  Result<SessionEnd> end = session->run(player);
  INFO((end ? "" : end.error().text()));
  REQUIRE(end);
  CHECK(end->ending["points"] == 2.0);
  CHECK(player.heard.size() == 6);
}

TEST_CASE("a question at fault is left out with a warning that names its line", "[session]") {
  World world(two_questions);
  world.write("questions/a/one.json", "{\"id\":\"a.one\",\n\"type\":\"echo\",\"prompt\":7}");
  std::vector<Error> faults;
  world.bank = Bank::load({{world.folder.string(), ""}}, faults);
  auto session = std::move(*Session::begin(world.context(), "r", {{"n", 3}}, "en", "7"));
  Player player({"yes", "yes", "yes"});
  Result<SessionEnd> end = session->run(player);
  REQUIRE(end);
  CHECK(end->ending["answers"] == 2);
  CHECK(std::any_of(player.heard.begin(), player.heard.end(),
                    [](const std::string& text) { return text.rfind("warning questions/a/one.json:1: ", 0) == 0; }));
}
