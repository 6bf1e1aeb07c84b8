#include "lua/state.h"

#include <cstdlib>

namespace viva::lua {
namespace {

constexpr int instructions_per_check = 1000;

}  // namespace

State::State(std::size_t memory_bytes) : memory_limit_(memory_bytes) {
  lua_ = lua_newstate(allocate, this);
  if (lua_) luaJIT_setmode(lua_, 0, LUAJIT_MODE_ENGINE | LUAJIT_MODE_OFF);
}

State::~State() {
  if (lua_) lua_close(lua_);
}

State& State::of(lua_State* lua) {
  void* self = nullptr;
  lua_getallocf(lua, &self);
  return *static_cast<State*>(self);
}

void* State::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size) {
  State& state = *static_cast<State*>(self);
  if (new_size == 0) {
    std::free(block);
    state.memory_used_ -= old_size;
    return nullptr;
  }
  std::size_t used = state.memory_used_ - old_size + new_size;
  void* moved = new_size > old_size && used > state.memory_limit_ ? nullptr : std::realloc(block, new_size);
  if (moved) {
    state.memory_used_ = used;
  } else {
    state.out_of_memory_ = true;
  }
  return moved;
}

void State::allow(std::int64_t instructions) {
  budget_ = left_ = instructions;
  out_of_budget_ = out_of_memory_ = false;
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, instructions_per_check);
}

void State::charge(lua_State* lua, std::int64_t instructions) {
  left_ -= instructions;
  if (left_ <= 0) raise_out_of_budget(lua);
}

void State::on_count(lua_State* lua, lua_Debug*) {
  State& state = of(lua);
  state.left_ -= instructions_per_check;
  if (state.left_ <= 0) state.raise_out_of_budget(lua);
}

void State::raise_out_of_budget(lua_State* lua) {
  if (!out_of_budget_) {
    out_of_budget_ = true;
    lua_sethook(lua, on_count, LUA_MASKCOUNT, 1);
  }
  lua_Debug where;
  if (lua_getstack(lua, 0, &where) && lua_getinfo(lua, "Sl", &where) && where.currentline <= 0 && lua_getstack(lua, 1, &where))
    lua_getinfo(lua, "Sl", &where);
  lua_pushfstring(lua, "%s:%d: gave up after %d million instructions; is there a loop that never ends?", where.short_src, where.currentline,
                  static_cast<int>(budget_ / 1000000));
  lua_error(lua);
  std::abort();  // lua_error does not return
}

}  // namespace viva::lua
