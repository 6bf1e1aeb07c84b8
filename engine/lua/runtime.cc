#include "lua/runtime.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

#include "lua/libraries.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

constexpr std::size_t most_message = 4000;

std::string text_at(lua_State* lua, int index) {
  std::size_t length;
  const char* text = lua_tolstring(lua, index, &length);
  if (!text) return std::string("a ") + luaL_typename(lua, index) + " was raised as an error; raise a text: error(\"what is wrong\")";
  return readable({text, length}, most_message);
}

// Runs one file in an own budget; what is wrong with it, or nothing.
std::string load_file(lua_State* lua, const Json& file, std::int64_t instructions) {
  State& state = State::of(lua);
  state.allow(instructions);
  std::string problem;
  bool fine = protect(lua, 0, 0, [&](lua_State* inner) {
    Runtime::push_function(inner, "load_file");
    for (const char* key : {"file", "text", "origin"}) push_json(inner, file.at(key));
    lua_call(inner, 3, 0);
    return 0;
  });
  if (!fine) {
    problem = text_at(lua, -1);
    if (!describe_failure(problem, "").contains("file")) problem = file.value("file", "") + ": " + problem;
    lua_pop(lua, 1);
    lua_gc(lua, LUA_GCCOLLECT, 0);
  }
  state.allow(instructions);
  State::Headroom room(state);
  Runtime::push_function(lua, "end_loading");
  lua_call(lua, 0, 0);
  return problem;
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
    : files_(std::move(files)), limits_(limits), glossary_(std::move(glossary)) {
  for (const Json& file : files_)
    if (file.contains("library") && file.value("origin", "") == "shipped")
      shipped_libraries_.insert(std::string("@").append(file.value("file", "")));
}

Runtime::~Runtime() = default;

std::vector<std::string> Runtime::reset() {
  state_ = std::make_shared<State>(limits_.memory_bytes);
  for (auto& [id, question] : questions_) question.content_ref = question.facts_ref = 0;
  if (!lua()) throw std::runtime_error("there is not enough memory for a Lua state");
  state_->glossary = glossary_.get();
  state_->allow(limits_.load_instructions);
  std::vector<std::string> problems;
  bool opened = protect(lua(), 0, 0, [&](lua_State* inner) {
    open_all(inner);
    lua_setfield(inner, LUA_REGISTRYINDEX, "viva.functions");
    push_function(inner, "know_libraries");
    push_json(inner, files_);
    lua_call(inner, 1, 0);
    return 0;
  });
  if (!opened) throw std::runtime_error("the script host cannot be set up: " + text_at(lua(), -1));
  for (const Json& file : files_) {
    if (file.contains("library")) continue;
    if (std::string problem = load_file(lua(), file, limits_.load_instructions); !problem.empty()) problems.push_back(problem);
  }
  typed_ = false;
  remember();
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

void Runtime::release_in(State& state, int reference) {
  State::Headroom room(state);
  luaL_unref(state.get(), LUA_REGISTRYINDEX, reference);
}

void Runtime::push_function(lua_State* thread, const char* name) {
  lua_getfield(thread, LUA_REGISTRYINDEX, "viva.functions");
  lua_getfield(thread, -1, name);
  lua_remove(thread, -2);
}

namespace {

// A message that names no place, or one in the prelude, is told at the author's line.
std::string placed(lua_State* thread, const std::string& message) {
  const Json described = describe_failure(message, "");
  lua_Debug place;
  if ((described.contains("file") && described["file"].get_ref<const std::string&>() != "(viva)") || !authors_place(thread, place))
    return message;
  return std::string(place.short_src) + ":" + std::to_string(place.currentline) + ": " + described["message"].get<std::string>();
}

// A traceback of the author's own lines.
std::string without_prelude(const std::string& traceback) {
  std::string out;
  for (std::size_t at = 0; at < traceback.size();) {
    std::size_t end = std::min(traceback.find('\n', at), traceback.size() - 1) + 1;
    if (traceback.compare(at, 8, "\t(viva):") != 0) out.append(traceback, at, end - at);
    at = end;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

// What a thread that yielded wants of the engine; what is wrong with that, or nullptr.
const char* read_call(lua_State* thread, Outcome& outcome) {
  outcome.kind = Outcome::Kind::calls_engine;
  outcome.name = text_at(thread, 2);
  std::string text;
  if (const char* problem = append_json(thread, 3, text, 2)) return problem;
  Result<Json> arguments = parse_json(text);
  if (!arguments || !(arguments->is_object() || arguments->empty())) return "the engine is asked with a table of names and values";
  if (arguments->is_array()) *arguments = Json::object();
  outcome.arguments = std::move(*arguments);
  return nullptr;
}

}  // namespace

Outcome Runtime::resume(lua_State* thread, int arguments) {
  for (;;) {
    Outcome outcome;
    State::of(thread).ran = true;
    int status = lua_resume(thread, arguments);
    const std::size_t memory = State::of(thread).memory_limit();
    State::Headroom room(State::of(thread));
    if (status == 0) {
      outcome.results = lua_gettop(thread);
      return outcome;
    }
    if (status != LUA_YIELD) {
      outcome.kind = Outcome::Kind::failed;
      std::string message = text_at(thread, -1);
      if (std::size_t at = message.find(yield_in_c); at != std::string::npos)
        message.replace(at, std::string(yield_in_c).size(),
                        "the engine cannot be asked for something inside table.sort or string.gsub; do it before or after");
      if (State::of(thread).out_of_memory() && message == "not enough memory")
        message += ": a script may use " + std::to_string(memory >> 20) + " MiB";
      message = placed(thread, message);
      lua_State* home = State::of(thread).get();
      luaL_traceback(home, thread, nullptr, 0);
      outcome.failure = describe_failure(message, without_prelude(text_at(home, -1)));
      lua_pop(home, 1);
      return outcome;
    }
    push_function(thread, "token");
    bool for_engine = lua_gettop(thread) == 4 && lua_rawequal(thread, 1, -1);
    lua_pop(thread, 1);
    if (!for_engine) {
      lua_settop(thread, 0);
      outcome.kind = Outcome::Kind::failed;
      outcome.failure = describe_failure("coroutine.yield was called outside of a coroutine of the script's own", "");
      return outcome;
    }
    const char* problem = read_call(thread, outcome);
    lua_settop(thread, 0);
    if (!problem) return outcome;
    // The author's call is at fault: let it fail there.
    lua_pushboolean(thread, 0);
    lua_pushstring(thread, problem);
    arguments = 2;
  }
}

void Runtime::remember() {
  static const Sources none;
  State::Headroom room(*state_);
  push_function(lua(), "of_packs");  // a table, as is the other one: no Lua may run here, where its budget may be used up
  lua_pushnil(lua());
  has_packs_ = lua_next(lua(), -2);
  lua_pop(lua(), has_packs_ ? 3 : 1);
  push_function(lua(), has_packs_ ? "of_packs" : "registered");
  remembered_ = fingerprint(lua(), -1, has_packs_ ? shipped_libraries_ : none);
  lua_pop(lua(), 1);
}

bool Runtime::kept_something() {
  if (!std::exchange(state_->ran, false)) return false;
  std::uint64_t before = remembered_;
  remember();
  return remembered_ != before;
}

void Runtime::accept_typed() {
  typed_ = true;
  remember();
}

void Runtime::freshen() {
  if (kept_something() && !typed_) reset();
}

std::string Runtime::take_printed() { return std::exchange(state_->printed, {}); }

}  // namespace viva::lua
