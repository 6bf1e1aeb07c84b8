#include <new>

#include "lua/libraries.h"
#include "lua/state.h"
#include "lua/value.h"
#include "text/complexity.h"
#include "text/copied.h"
#include "text/fold.h"
#include "text/function_words.h"
#include "text/indexed_text.h"
#include "text/normal.h"
#include "text/pattern.h"
#include "text/similarity.h"
#include "text/width.h"

namespace viva::lua {
namespace {

constexpr const char* pattern_type = "viva.pattern";
constexpr const char* units_type = "viva.units";
constexpr const char* models_type = "viva.models";
constexpr const char* shown_type = "viva.shown";
constexpr std::size_t most_text = 256 << 10;

constexpr int most_compiled = 4096, most_models_kept = 1024;

// Objects of C++ live in userdata. What they hold beside is counted as the memory of the state, by an estimate from above.
template <class Object>
struct Kept {
  Object object;
  std::size_t bytes;
};

template <class Object>
void push_kept(lua_State* lua, Object object, std::size_t bytes, const char* type) {
  State::of(lua).hold(lua, bytes);
  new (lua_newuserdata(lua, sizeof(Kept<Object>))) Kept<Object>{std::move(object), bytes};
  luaL_getmetatable(lua, type);
  lua_setmetatable(lua, -2);
}

template <class Object>
int destroy(lua_State* lua) {
  auto* kept = static_cast<Kept<Object>*>(lua_touserdata(lua, 1));
  State::of(lua).let_go(kept->bytes);
  kept->~Kept<Object>();
  return 0;
}

const char* checked_text(lua_State* lua, int index, std::size_t& length) {
  const char* text = luaL_checklstring(lua, index, &length);
  if (length > most_text) luaL_error(lua, "the text is longer than 256 KiB");
  State::of(lua).charge(lua, static_cast<std::int64_t>(200 + 20 * length));
  return text;
}

int text_fold(lua_State* lua) {
  std::size_t length;
  const char* text = checked_text(lua, 1, length);
  std::string folded = fold({text, length});
  lua_pushlstring(lua, folded.data(), folded.size());
  return 1;
}

int text_width(lua_State* lua) {
  std::size_t length;
  const char* text = checked_text(lua, 1, length);
  lua_pushinteger(lua, columns({text, length}));
  return 1;
}

int text_complexity(lua_State* lua) {
  std::size_t length;
  const char* text = checked_text(lua, 1, length);
  std::u32string inside;
  for (const NormalChar& c : normalize({text, length})) inside += c.value;
  const std::optional<Complexity> found = complexity_class(inside);
  if (!found) return 0;
  lua_pushlstring(lua, found->text.data(), found->text.size());
  return 1;
}

int text_units(lua_State* lua) {
  std::size_t length;
  const char* text = checked_text(lua, 1, length);
  push_kept(lua, IndexedText(std::string_view(text, length)), 1000 + 200 * length, units_type);
  return 1;
}

const IndexedText& checked_units(lua_State* lua, int index) {
  return static_cast<Kept<IndexedText>*>(luaL_checkudata(lua, index, units_type))->object;
}

int units_length(lua_State* lua) {
  lua_pushinteger(lua, checked_units(lua, 1).size());
  return 1;
}

// units[i] → { text, from, to, sentence, clause }
int units_index(lua_State* lua) {
  const IndexedText& answer = checked_units(lua, 1);
  lua_Integer at = luaL_checkinteger(lua, 2);
  if (at < 1 || at > static_cast<lua_Integer>(answer.size())) {
    lua_pushnil(lua);
    return 1;
  }
  const Unit& unit = answer.units()[static_cast<std::size_t>(at - 1)];
  lua_createtable(lua, 0, 5);
  lua_pushlstring(lua, unit.text.data(), unit.text.size());
  lua_setfield(lua, -2, "text");
  const std::pair<const char*, double> numbers[] = {
      {"from", unit.from}, {"to", unit.to}, {"sentence", unit.sentence}, {"clause", unit.clause}};
  for (auto [name, value] : numbers) {
    lua_pushnumber(lua, value);
    lua_setfield(lua, -2, name);
  }
  return 1;
}

// Pushes the compiled pattern, or what is wrong with it and returns false.
bool compile(lua_State* lua, const char* source, std::size_t length) {
  static const Glossary none;
  const Glossary* glossary = State::of(lua).glossary;
  Result<Pattern> pattern = Pattern::compile({source, length}, glossary ? *glossary : none);
  if (!pattern) {
    std::string why = pattern.error().text();
    lua_pushlstring(lua, why.data(), why.size());
    return false;
  }
  std::size_t of_concepts = std::string_view(source, length).find('$') == std::string_view::npos ? 0 : 20'000;
  push_kept(lua, std::move(*pattern), 1000 + 120 * length + of_concepts, pattern_type);
  return true;
}

// Functions that keep what they made have one upvalue: a userdata with the number of things kept, whose environment maps what each was made
// from to it; there it does not count as something that a script kept. What was made before costs the same as what is new: how far the
// budget reaches must not depend on earlier answers.

// Pushes what was made from the value at `index`, or returns false.
bool push_kept_for(lua_State* lua, int index) {
  lua_getfenv(lua, lua_upvalueindex(1));
  lua_pushvalue(lua, index);
  lua_rawget(lua, -2);
  lua_remove(lua, -2);
  if (!lua_isnil(lua, -1)) return true;
  lua_pop(lua, 1);
  return false;
}

// Keeps what is on top of the stack, and forgets all others when there are more than `most`.
void keep_for(lua_State* lua, int index, int most) {
  int& kept = *static_cast<int*>(lua_touserdata(lua, lua_upvalueindex(1)));
  if (++kept > most) {
    kept = 1;
    lua_newtable(lua);
    lua_setfenv(lua, lua_upvalueindex(1));
  }
  lua_getfenv(lua, lua_upvalueindex(1));
  lua_pushvalue(lua, index);
  lua_pushvalue(lua, -3);
  lua_rawset(lua, -3);
  lua_pop(lua, 1);
}

// text.compile(pattern): the same pattern is compiled once in a state, unless there are very many.
int text_compile(lua_State* lua) {
  std::size_t length;
  const char* source = luaL_checklstring(lua, 1, &length);
  lua_settop(lua, 1);
  State::of(lua).charge(lua, 5000);
  if (push_kept_for(lua, 1)) return 1;
  if (!compile(lua, source, length)) return luaL_error(lua, "%s", lua_tostring(lua, -1));
  keep_for(lua, 1, most_compiled);
  return 1;
}

// text.problem(pattern): what is wrong with it, or nil.
int text_problem(lua_State* lua) {
  std::size_t length;
  const char* source = luaL_checklstring(lua, 1, &length);
  State::of(lua).charge(lua, 5000);
  if (compile(lua, source, length)) lua_pushnil(lua);
  return 1;
}

// text.find(compiled, units): from, to, negated; or nil.
int text_find(lua_State* lua) {
  const Pattern& pattern = static_cast<Kept<Pattern>*>(luaL_checkudata(lua, 1, pattern_type))->object;
  const IndexedText& answer = checked_units(lua, 2);
  State::of(lua).charge(lua, static_cast<std::int64_t>(50 + answer.size() * (1 + pattern.source().size() / 32)));
  std::optional<Pattern::Match> match = pattern.find(answer);
  if (!match) {
    lua_pushnil(lua);
    return 1;
  }
  lua_pushinteger(lua, match->from);
  lua_pushinteger(lua, match->to);
  lua_pushboolean(lua, pattern.negated(answer, *match));
  return 3;
}

// A text of a question: a string, a list of lines, or {en, zh} of these; `add` gets each whole string. Raises nothing; needs 6 places on
// the stack.
template <class Add>
void each_text(lua_State* lua, int index, Add add) {
  if (index < 0) index = lua_gettop(lua) + 1 + index;
  if (lua_type(lua, index) == LUA_TSTRING) {
    std::size_t length;
    const char* text = lua_tolstring(lua, index, &length);
    return add(std::string(text, length));
  }
  if (lua_type(lua, index) != LUA_TTABLE) return;
  std::string lines;
  for (int i = 1;; ++i) {
    lua_rawgeti(lua, index, i);
    const bool is_line = lua_type(lua, -1) == LUA_TSTRING;
    if (is_line) {
      std::size_t length;
      const char* line = lua_tolstring(lua, -1, &length);
      if (i > 1) lines += '\n';
      lines.append(line, length);
    }
    lua_pop(lua, 1);
    if (!is_line) break;
  }
  if (!lines.empty()) return add(lines);
  for (const char* language : {"en", "zh"}) {
    for (lua_pushnil(lua); lua_next(lua, index) != 0; lua_pop(lua, 1))
      if (lua_type(lua, -2) == LUA_TSTRING && std::string_view(lua_tostring(lua, -2)) == language) each_text(lua, -1, add);
  }
}

// The model answer at the top of the stack: {lang, text}.
ModelAnswer model_answer(lua_State* lua) {
  ModelAnswer model;
  if (lua_type(lua, -1) != LUA_TTABLE) return model;
  const int table = lua_gettop(lua);
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_pop(lua, 1)) {
    if (lua_type(lua, -2) != LUA_TSTRING) continue;
    const std::string_view key = lua_tostring(lua, -2);
    if (key == "lang" && lua_type(lua, -1) == LUA_TSTRING) model.language = lua_tostring(lua, -1);
    if (key == "text") each_text(lua, -1, [&](const std::string& text) { model.text.append(model.text.empty() ? "" : "\n").append(text); });
  }
  return model;
}

ModelAnswers read_models(lua_State* lua) {
  std::vector<std::string> questions;
  each_text(lua, 1, [&](std::string text) { questions.push_back(std::move(text)); });
  std::vector<ModelAnswer> models;
  for (int i = 1;; ++i) {
    lua_rawgeti(lua, 2, i);
    const bool is_model = lua_type(lua, -1) == LUA_TTABLE;
    if (is_model) models.push_back(model_answer(lua));
    lua_pop(lua, 1);
    if (!is_model) break;
  }
  return ModelAnswers(questions, models);
}

// text.models(prompt, models): made once for each list of models.
int text_models(lua_State* lua) {
  luaL_checktype(lua, 2, LUA_TTABLE);
  lua_settop(lua, 2);
  State::of(lua).charge(lua, 50'000);
  if (push_kept_for(lua, 2)) return 1;
  luaL_checkstack(lua, 20, nullptr);
  ModelAnswers models = read_models(lua);
  const std::size_t bytes = models.bytes();
  push_kept(lua, std::move(models), bytes, models_type);
  keep_for(lua, 2, most_models_kept);
  return 1;
}

// text.compare(models, units): { credit, model, coverage, precision, order, opposed, turned, denials }, or nil where there is no model to
// compare with.
int text_compare(lua_State* lua) {
  const ModelAnswers& models = static_cast<Kept<ModelAnswers>*>(luaL_checkudata(lua, 1, models_type))->object;
  const IndexedText& answer = checked_units(lua, 2);
  State::of(lua).charge(lua, static_cast<std::int64_t>(500 + answer.size() * 20));
  const Similarity found = models.compare(answer);
  if (!found.comparable) {
    lua_pushnil(lua);
    return 1;
  }
  lua_createtable(lua, 0, 8);
  const std::pair<const char*, double> numbers[] = {{"credit", found.credit},     {"model", static_cast<double>(found.model + 1)},
                                                    {"coverage", found.coverage}, {"precision", found.precision},
                                                    {"order", found.order},       {"opposed", found.opposed},
                                                    {"turned", found.turned},     {"denials", static_cast<double>(found.denials)}};
  for (auto [name, value] : numbers) {
    lua_pushnumber(lua, value);
    lua_setfield(lua, -2, name);
  }
  return 1;
}

// Every string in the value on top of the stack, to the depth of {hints = {{text = {en = {"…"}}}}}. Raises nothing.
void gather_strings(lua_State* lua, int depth, std::vector<std::string>& strings) {
  const int value = lua_gettop(lua);
  if (lua_type(lua, value) == LUA_TSTRING) {
    std::size_t length;
    const char* text = lua_tolstring(lua, value, &length);
    strings.emplace_back(text, length);
  }
  if (lua_type(lua, value) != LUA_TTABLE || depth == 0) return;
  for (lua_pushnil(lua); lua_next(lua, value) != 0; lua_pop(lua, 1)) gather_strings(lua, depth - 1, strings);
}

ShownText read_shown(lua_State* lua, int index) {
  std::vector<std::string> strings;
  lua_pushvalue(lua, index);
  gather_strings(lua, 5, strings);
  lua_pop(lua, 1);
  return ShownText(strings);
}

// text.copied(shown, units): the share of the answer's runs of five units that stand in the texts shown. What it looks them up in is kept
// by `shown`.
int text_copied(lua_State* lua) {
  luaL_checkany(lua, 1);
  luaL_argcheck(lua, !lua_isnil(lua, 1), 1, "texts expected, got nil");
  const IndexedText& answer = checked_units(lua, 2);
  lua_settop(lua, 2);
  luaL_checkstack(lua, 30, nullptr);
  State::of(lua).charge(lua, static_cast<std::int64_t>(10'000 + answer.size() * 10));
  if (!push_kept_for(lua, 1)) {
    ShownText shown = read_shown(lua, 1);
    const std::size_t bytes = shown.bytes();
    push_kept(lua, std::move(shown), bytes, shown_type);
    keep_for(lua, 1, most_models_kept);
  }
  lua_pushnumber(lua, static_cast<Kept<ShownText>*>(luaL_checkudata(lua, -1, shown_type))->object.share(answer));
  return 1;
}

// text.form(units, s): what the answer looks like, whatever it says.
int text_form(lua_State* lua) {
  const IndexedText& answer = checked_units(lua, 1);
  std::size_t length;
  const char* original = checked_text(lua, 2, length);
  const Form form = form_of(answer, {original, length});
  lua_createtable(lua, 0, 9);
  const std::pair<const char*, double> numbers[] = {{"latin", form.latin},
                                                    {"han", form.han},
                                                    {"function_words", form.function_words},
                                                    {"torn", form.torn},
                                                    {"particles", form.particles},
                                                    {"han_pieces", form.han_pieces},
                                                    {"han_share", form.han_share}};
  for (auto [name, value] : numbers) {
    lua_pushnumber(lua, value);
    lua_setfield(lua, -2, name);
  }
  lua_pushboolean(lua, form.foreign);
  lua_setfield(lua, -2, "foreign");
  lua_pushboolean(lua, form.framed);
  lua_setfield(lua, -2, "framed");
  return 1;
}

void set_keeping_function(lua_State* lua, const char* name, lua_CFunction function) {
  *static_cast<int*>(lua_newuserdata(lua, sizeof(int))) = 0;
  lua_newtable(lua);
  lua_setfenv(lua, -2);
  lua_pushcclosure(lua, function, 1);
  lua_setfield(lua, -2, name);
}

void make_type(lua_State* lua, const char* name, lua_CFunction finalizer, std::initializer_list<luaL_Reg> methods) {
  luaL_newmetatable(lua, name);
  lua_pushcfunction(lua, finalizer);
  lua_setfield(lua, -2, "__gc");
  lua_pushstring(lua, name);
  lua_setfield(lua, -2, "__metatable");
  for (const luaL_Reg& method : methods) {
    lua_pushcfunction(lua, method.func);
    lua_setfield(lua, -2, method.name);
  }
  lua_pop(lua, 1);
}

constexpr luaL_Reg functions[] = {{"fold", text_fold}, {"width", text_width},     {"units", text_units}, {"problem", text_problem},
                                  {"find", text_find}, {"compare", text_compare}, {"form", text_form},   {"complexity", text_complexity},
                                  {nullptr, nullptr}};

}  // namespace

void push_text_library(lua_State* lua) {
  make_type(lua, pattern_type, destroy<Pattern>, {});
  make_type(lua, models_type, destroy<ModelAnswers>, {});
  make_type(lua, shown_type, destroy<ShownText>, {});
  make_type(lua, units_type, destroy<IndexedText>, {{"__len", units_length}, {"__index", units_index}});
  lua_newtable(lua);
  luaL_register(lua, nullptr, functions);
  set_keeping_function(lua, "compile", text_compile);
  set_keeping_function(lua, "models", text_models);
  set_keeping_function(lua, "copied", text_copied);
}

}  // namespace viva::lua
