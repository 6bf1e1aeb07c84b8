#include "repl/lua_prompt.h"

#include <algorithm>

#include "bank/pick.h"
#include "repl/interrupts.h"

namespace viva {
namespace {

Json view_of(const QuestionEntry& entry) {
  Json view = {{"id", entry.id}, {"type", entry.type}, {"area", entry.area}, {"topics", entry.topics}};
  if (!entry.level.empty()) view["level"] = entry.level;
  if (entry.difficulty) view["difficulty"] = entry.difficulty;
  if (entry.seconds) view["seconds"] = entry.seconds;
  return view;
}

// What the `bank` of the prompt asks for.
Result<Json> answer_call(Desk& desk, const std::string& name, const Json& arguments) {
  if (name == "bank.question") {
    Result<const Json*> question = desk.questions().question(arguments.value("id", ""));
    if (!question) return question.error();
    return **question;
  }
  if (name == "bank.list") {
    Result<PickRequest> request = pick_request(arguments);
    if (!request) return request.error();
    Result<std::vector<const QuestionEntry*>> found = matching(desk.bank(), *request);
    if (!found) return found.error();
    Json views = Json::array();
    for (const QuestionEntry* entry : *found) views.push_back(view_of(*entry));
    return views;
  }
  if (name == "program.run") return desk.host().run_program(arguments);
  return error("'" + name + "' is for rounds, and cannot be asked for at the prompt");
}

void show_values(Desk& desk, const Json& values) {
  std::string line;
  for (const Json& value : values) line.append(line.empty() ? "" : "\t").append(value.get<std::string>());
  if (!values.empty()) desk.screen.verbatim(line);
}

}  // namespace

LuaOutcome try_lua(Desk& desk, const std::string& text, const std::string& name) {
  Result<Domain*> prompt = desk.host().prompt();
  if (!prompt) {
    desk.screen.error(prompt.error());
    return LuaOutcome::failed;
  }
  Frame request;
  request.header = {{"op", "type"}, {"text", text}, {"name", name}};
  Interrupts::stop((*prompt)->process_id());
  Result<Frame> reply = (*prompt)->run(std::move(request),
                                       [&](const std::string& call, const Json& arguments) { return answer_call(desk, call, arguments); });
  const bool stopped = Interrupts::came();
  Interrupts::stop(0);
  desk.screen.verbatim((*prompt)->take_printed());
  if (!reply) {
    if ((*prompt)->lost() && stopped) {
      desk.screen.note(wording::lua_stopped);
    } else {
      desk.screen.error(reply.error());
      if ((*prompt)->lost()) desk.screen.note(wording::lua_lost);
    }
    if ((*prompt)->lost()) (void)(*prompt)->load();  // the next line would tell of a failure
    desk.host().refresh();
    return LuaOutcome::failed;
  }
  desk.host().refresh();
  const Json done = reply->header.value("done", Json::object());
  if (done.value("incomplete", false)) return LuaOutcome::incomplete;
  show_values(desk, done.value("values", Json::array()));
  return LuaOutcome::done;
}

LuaOutcome run_lua(Desk& desk, const std::string& text, const std::string& name) {
  const LuaOutcome outcome = try_lua(desk, text, name);
  if (outcome != LuaOutcome::incomplete) return outcome;
  desk.screen.error(error_in(name.substr(1), static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1,
                             std::string(in(wording::lua_incomplete, desk.language()))));
  return LuaOutcome::failed;
}

}  // namespace viva
