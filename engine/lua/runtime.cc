#include "lua/runtime.h"

#include <algorithm>
#include <cctype>

#include "lua/libraries.h"
#include "lua/purity.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

// A protected call of open_all and then of the prelude's load(files). Its argument is the list of files.
int open_and_load(lua_State* lua) {
  const Json& files = *static_cast<const Json*>(lua_touserdata(lua, 1));
  open_all(lua);
  lua_pushvalue(lua, -1);
  lua_setfield(lua, LUA_REGISTRYINDEX, "viva.functions");
  lua_getfield(lua, -1, "load");
  push_json(lua, files);
  lua_call(lua, 1, 1);
  lua_setfield(lua, LUA_REGISTRYINDEX, "viva.problems");
  return 0;
}

std::string text_at(lua_State* lua, int index) {
  std::size_t length;
  const char* text = lua_tolstring(lua, index, &length);
  return text ? std::string(text, length) : "(an error that is not a text)";
}

constexpr const char* yield_in_c = "attempt to yield across C-call boundary";

}  // namespace

Json describe_failure(const std::string& message, const std::string& traceback) {
  Json failure = {{"message", message}, {"traceback", traceback}};
  for (std::size_t colon = message.find(':'); colon != std::string::npos; colon = message.find(':', colon + 1)) {
    std::size_t end = colon + 1;
    while (end < message.size() && std::isdigit(static_cast<unsigned char>(message[end]))) ++end;
    if (end == colon + 1 || end - colon > 8 || message.compare(end, 2, ": ") != 0) continue;
    failure["file"] = message.substr(0, colon);
    failure["line"] = std::stoi(message.substr(colon + 1, end - colon - 1));
    failure["message"] = message.substr(end + 2);
    break;
  }
  return failure;
}

Runtime::Runtime(Json files, Limits limits, std::shared_ptr<const Glossary> glossary)
    : files_(std::move(files)), limits_(limits), glossary_(std::move(glossary)) {}

Runtime::~Runtime() = default;

std::vector<std::string> Runtime::reset() {
  state_ = std::make_unique<State>(limits_.memory_bytes);
  for (auto& [id, question] : questions_) question.content_ref = question.facts_ref = 0;
  if (!lua()) return {"there is not enough memory for a Lua state"};
  state_->glossary = glossary_.get();
  state_->allow(limits_.load_instructions);
  std::vector<std::string> problems;
  if (lua_cpcall(lua(), open_and_load, &files_) != 0) {
    problems.push_back(text_at(lua(), -1));
    lua_settop(lua(), 0);
    return problems;
  }
  lua_getfield(lua(), LUA_REGISTRYINDEX, "viva.problems");
  for (int i = 1; i <= static_cast<int>(lua_objlen(lua(), 1)); ++i) {
    lua_rawgeti(lua(), 1, i);
    problems.push_back(text_at(lua(), -1));
    lua_pop(lua(), 1);
  }
  lua_settop(lua(), 0);
  return problems;
}

Question* Runtime::find_question(const std::string& id) {
  auto found = questions_.find(id);
  return found == questions_.end() ? nullptr : &found->second;
}

void Runtime::prepare(Question& question) {
  if (question.content_ref) return;
  State::Headroom room(*state_);
  push_json(lua(), question.content);
  question.fingerprint = fingerprint(lua(), -1);
  question.content_ref = luaL_ref(lua(), LUA_REGISTRYINDEX);
  Json facts = Json::object();
  for (const char* key : {"id", "type", "area", "level", "difficulty"})
    if (question.content.contains(key)) facts[key] = question.content[key];
  if (question.content.contains("seconds")) facts["par"] = question.content["seconds"];
  push_json(lua(), facts);
  question.facts_ref = luaL_ref(lua(), LUA_REGISTRYINDEX);
}

lua_State* Runtime::new_thread(int& reference) {
  State::Headroom room(*state_);
  lua_State* thread = lua_newthread(lua());
  reference = luaL_ref(lua(), LUA_REGISTRYINDEX);
  return thread;
}

void Runtime::release(int reference) { luaL_unref(lua(), LUA_REGISTRYINDEX, reference); }

void Runtime::push_function(lua_State* thread, const char* name) {
  lua_getfield(thread, LUA_REGISTRYINDEX, "viva.functions");
  lua_getfield(thread, -1, name);
  lua_remove(thread, -2);
}

Outcome Runtime::resume(lua_State* thread, int arguments) {
  Outcome outcome;
  int status = lua_resume(thread, arguments);
  State::Headroom room(*state_);
  if (status == 0) {
    outcome.results = lua_gettop(thread);
    return outcome;
  }
  if (status == LUA_YIELD) {
    push_function(thread, "token");
    bool for_engine = lua_gettop(thread) == 4 && lua_rawequal(thread, 1, -1);
    lua_pop(thread, 1);
    if (for_engine) {
      outcome.kind = Outcome::Kind::calls_engine;
      outcome.name = text_at(thread, 2);
      std::string text;
      const char* problem = append_json(thread, 3, text);
      lua_settop(thread, 0);
      if (!problem) {
        outcome.arguments = *parse_json(text);
        return outcome;
      }
      // The author's call is at fault: let it fail there.
      lua_pushboolean(thread, 0);
      lua_pushstring(thread, problem);
      return resume(thread, 2);
    }
    lua_settop(thread, 0);
    outcome.kind = Outcome::Kind::failed;
    outcome.failure = describe_failure("coroutine.yield was called outside of a coroutine of the script's own", "");
    return outcome;
  }
  outcome.kind = Outcome::Kind::failed;
  std::string message = text_at(thread, -1);
  if (std::size_t at = message.find(yield_in_c); at != std::string::npos)
    message.replace(at, std::string(yield_in_c).size(), "the engine cannot be asked for something inside table.sort or string.gsub; do it before or after");
  luaL_traceback(lua(), thread, nullptr, 0);
  outcome.failure = describe_failure(message, text_at(lua(), -1));
  lua_pop(lua(), 1);
  return outcome;
}

void Runtime::remember() {
  State::Headroom room(*state_);
  push_function(lua(), "registered");
  remembered_ = fingerprint(lua(), -1);
  lua_pop(lua(), 1);
}

bool Runtime::kept_something() {
  std::uint64_t before = remembered_;
  remember();
  return remembered_ != before;
}

std::string Runtime::take_printed() { return std::exchange(state_->printed, {}); }

}  // namespace viva::lua
