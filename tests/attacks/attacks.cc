// Runs every attack of the .lua files in a folder against the script host, and prints a Markdown table of what came of each.
//
//   viva-attacks FOLDER       the folder with the .lua files and fake_worker.py
//
// A file is a list of attacks, each below a line `--- KIND: what it does`:
//
//   answer   the body of grade(q, response, env), for the answer "attack" among "first", "before", "after" and "last", which are harmless
//   parse    the body of parse(q, input), for the same
//   rule     the body of score(result, opt), for the same
//   round    the body of run(r, opt)
//   file     a whole file, with a type `t` perhaps, of which these five answers are graded
//
// A line `@repeat N TEXT` in one stands for TEXT so many times. Beside each attack there is an innocent script, which has to work as it does alone.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "base/locations.h"
#include "script/host.h"

using namespace viva;

namespace {

struct Attack {
  std::string kind, title, text;
};

struct Outcome {
  std::string verdict, message;
};

constexpr char innocent[] = "question_type { name = 'u', description = 'd', fields = {}, grade = function(q, r) return { credit = 1, parts = {{ id = ('p'):rep(2) }} } end }";
constexpr char plain[] = "scoring_rule { name = 'plain', description = 'd', score = function(r) return r.credit end }";

std::string expanded(const std::string& line) {
  if (line.rfind("@repeat ", 0) != 0) return line + "\n";
  std::size_t space = line.find(' ', 8);
  std::string text = line.substr(space + 1), out;
  if (std::size_t escape = text.find("\\27"); escape != std::string::npos) text.replace(escape, 3, "\x1b");
  for (int i = std::stoi(line.substr(8, space - 8)); i > 0; --i) out += text;
  return out + "\n";
}

std::vector<Attack> read_attacks(const std::string& file) {
  std::vector<Attack> attacks;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("--- ", 0) == 0) {
      std::size_t colon = line.find(": ");
      attacks.push_back({line.substr(4, colon - 4), line.substr(colon + 2), {}});
    } else if (!attacks.empty()) {
      attacks.back().text += expanded(line);
    }
  }
  return attacks;
}

// The attack as a file of Lua; what the author wrote begins on line 2.
std::string script_of(const Attack& attack) {
  const std::string guarded = "\n" + attack.text + "end";
  const std::string type = "question_type { name = 't', description = 'd', fields = {}, ";
  const std::string fine = "grade = function() return { credit = 1, parts = {{ id = 'a' }} } end";
  if (attack.kind == "answer") return type + "grade = function(q, response, env) if response ~= 'attack' then return { credit = 1 } end" + guarded + " }";
  if (attack.kind == "parse") return type + fine + ", parse = function(q, input) if input ~= 'attack' then return input end" + guarded + " }";
  if (attack.kind == "rule")
    return type + fine + " } scoring_rule { name = 'evil', description = 'd', options = { n = { 1, 'x' } }, score = function(result, opt)" + guarded + " }";
  if (attack.kind == "round") return "round { name = 'evil', description = 'd', run = function(r, opt)" + guarded + " }";
  return attack.text;
}

DomainOptions options() {
  DomainOptions options;
  options.program = worker_program();
  options.engine_version = "test";
  return options;
}

std::unique_ptr<ScriptHost> host_of(const std::string& script, DomainOptions how) {
  std::vector<ScriptFile> files = {{"lib/counter.lua", "return { n = 0 }", "attacks", "counter"},
                                   {"lib/endless.lua", "while true do end", "attacks", "endless"},
                                   {"scripts/lib/shipped.lua", "local t = { n = 0 }; return { table_of = function() return t end }", "shipped", "shipped"},
                                   {"plain.lua", plain, "attacks", ""},
                                   {"attack.lua", script, "attacks", ""},
                                   {"innocent.lua", innocent, "attacks", ""}};
  return ScriptHost::from_files({files}, {"attacks"}, std::move(how));
}

Json question(const std::string& id) {
  std::string type = id.substr(2);
  return {{"content", {{"id", id}, {"type", type}}}, {"type", type}, {"version", "q"}, {"type_version", "t"}};
}

// The records of the answers, one each; a single text when there are none.
std::vector<std::string> grade(ScriptHost& host, const std::string& id, const std::string& rule, const std::vector<std::string>& answers) {
  Frame request;
  request.header = {{"op", "grade"}, {"language", "en"}, {"rule", rule}};
  for (const std::string& answer : answers) request.body += to_text({{"candidate", "c"}, {"question", id}, {"answer", answer}}) + "\n";
  Result<Frame> reply = host.shipped().run(request);
  if (!reply) return {reply.error().text()};
  std::vector<std::string> records;
  std::istringstream lines(reply->body);
  for (std::string line; std::getline(lines, line);) records.push_back(line);
  return records;
}

Outcome outcome_of(const std::string& record) {
  Result<Json> parsed = parse_json(record);
  if (!parsed) return {"lost", record};
  std::string message = parsed->value("problem", "");
  if (message.empty() && parsed->contains("points")) message = "credit " + (*parsed)["credit"].dump() + ", points " + (*parsed)["points"].dump();
  return {parsed->value("verdict", "?"), message};
}

Outcome run_round(ScriptHost& host) {
  const Declaration* round = host.find("round", "evil");
  if (!round) return {"refused", host.problems().front().text()};
  Result<Json> done = host.invoke(*round, "run", Json::array({Json::object()}), [](const std::string&, const Json&) -> Result<Json> { return Json(1); });
  return done ? Outcome{"ended", ""} : Outcome{"stopped", done.error().text()};
}

Outcome run_answers(ScriptHost& host, const Attack& attack) {
  if (const Declaration* shown = host.find("question_type", "t"); shown->has("present"))
    if (Result<Json> presented = host.invoke(*shown, "present", Json::array({question("a.t")["content"], Json::object()})); !presented)
      return {"BROKEN", presented.error().text()};
  std::vector<std::string> records = grade(host, "a.t", attack.kind == "rule" ? "evil" : "plain", {"first", "before", "attack", "after", "last"});
  if (records.size() != 5) return {"lost", records.front()};
  Outcome outcome = outcome_of(records[2]);
  if (attack.kind == "answer" || attack.kind == "parse")
    for (int other : {0, 1, 3, 4})
      if (outcome_of(records[other]).verdict != "correct") return {"BROKEN", "another answer: " + records[other]};
  if (std::string printed = host.shipped().take_printed(); !printed.empty()) outcome.message += "; printed " + std::to_string(printed.size()) + " bytes";
  return outcome;
}

Outcome run(const Attack& attack, const std::string& alone) {
  std::unique_ptr<ScriptHost> host = host_of(script_of(attack), options());
  Status loaded = host->load(Json::object(), question);
  if (!loaded) return {"BROKEN", loaded.error().text()};
  Outcome outcome;
  if (attack.kind == "round")
    outcome = run_round(*host);
  else if (host->find("question_type", "t"))
    outcome = run_answers(*host, attack);
  else
    outcome = {"refused", ""};
  if (attack.kind == "file" && !host->problems().empty()) outcome = {"refused", host->problems().front().text()};
  std::vector<std::string> records = grade(*host, "a.u", "plain", {"x"});
  if (records.front() != alone) outcome = {"BROKEN", "the innocent script gave " + records.front()};
  return outcome;
}

// What the innocent script gives when it has a worker to itself.
std::string innocent_record() {
  std::unique_ptr<ScriptHost> host = host_of("", options());
  Status loaded = host->load(Json::object(), question);
  return loaded ? grade(*host, "a.u", "plain", {"x"}).front() : loaded.error().text();
}

// Workers that keep to no rule: fake_worker.py knows how each of them behaves.
Outcome run_fake(const std::string& folder, const std::string& behaviour) {
  DomainOptions how = options();
  how.program = folder + "/fake_worker.py";
  how.arguments = {behaviour};
  how.allowed = std::chrono::milliseconds(behaviour == "never-answers" ? 1000 : 10000);
  std::unique_ptr<ScriptHost> host = host_of("", how);
  Status loaded = host->load(Json::object(), question);
  if (!loaded) return {"refused", loaded.error().text()};
  std::vector<std::string> records = grade(*host, "a.u", "plain", {"x"});
  if (records.size() == 1 && host->shipped().lost()) return {"refused", records.front()};
  records = grade(*host, "a.u", "plain", {"x"});
  return {host->shipped().lost() ? "refused" : "passed on", records.empty() ? "no records, which whoever asked has to count" : records.front()};
}

// For a cell of a table: short, and nothing in it that a terminal obeys.
std::string cell(std::string text) {
  std::size_t cut = 120;
  while (text.size() > 240 && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  if (text.size() > 240) text = text.substr(0, cut) + " … (" + std::to_string(text.size()) + " bytes)";
  std::string out;
  for (char c : text) {
    if (c == '|' || c == '\n') out += c == '|' ? "\\|" : " ";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) out += "?";
    else out += c;
  }
  return out;
}

void print_row(const std::string& title, const Outcome& outcome) {
  std::printf("| %s | %s | %s |\n", cell(title).c_str(), outcome.verdict.c_str(), cell(outcome.message).c_str());
  std::fflush(stdout);
}

constexpr const char* table_head = "| attack | verdict | message |\n|---|---|---|\n";

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string folder = arguments[1], wanted = count > 2 ? arguments[2] : "";
  const std::string alone = innocent_record();
  for (const char* name : {"memory_and_work", "reach", "state", "results", "loading"}) {
    std::printf("\n## %s.lua\n\n%s", name, table_head);
    for (const Attack& attack : read_attacks(folder + "/" + name + ".lua"))
      if (wanted.empty() || attack.title.find(wanted) != std::string::npos) print_row(attack.kind + ": " + attack.title, run(attack, alone));
  }
  std::printf("\n## fake_worker.py\n\n%s", table_head);
  std::ifstream fake(folder + "/fake_worker.py");
  for (std::string line; std::getline(fake, line);) {
    std::size_t begin = line.find("def answer_"), end = line.find('(');
    if (begin != 0) continue;
    std::string behaviour = line.substr(11, end - 11);
    std::replace(behaviour.begin(), behaviour.end(), '_', '-');
    if (wanted.empty() || behaviour.find(wanted) != std::string::npos) print_row("worker: " + behaviour, run_fake(folder, behaviour));
  }
  std::printf("\n## children\n\n");
  int left = ::waitpid(-1, nullptr, WNOHANG) >= 0 ? 1 : 0;
  std::printf("%s\n", left ? "a process was left" : "no process is left");
  return left;
}
