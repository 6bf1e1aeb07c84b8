#include "lua/state.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstdio>
#include <cstring>

#include "script/frame.h"

namespace viva::lua {
namespace {

constexpr int instructions_per_check = 1000;
constexpr std::size_t large_block = 4096, bytes_per_instruction = 16;
constexpr std::ptrdiff_t most_stack = 1 << 20;            // of the 8 MB there usually are
constexpr int slots_left = 2000;                          // of the Lua stack; with fewer than 21 hooks are not called, and nothing is counted
constexpr std::size_t most_held_uncollected = 16u << 20;  // the collector does not see what C++ objects hold

}  // namespace

State::State(std::size_t memory_bytes) : memory_limit_(memory_bytes) {
  lua_ = lua_newstate(allocate, this);
  if (!lua_) return;
  lua_atpanic(lua_, [](lua_State*) -> int { ::_exit(worker_at_fault); });
  luaJIT_setmode(lua_, 0, LUAJIT_MODE_ENGINE | LUAJIT_MODE_OFF);
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
    state.blocks_.give(block, old_size);
    state.memory_used_ -= old_size;
    return nullptr;
  }
  std::size_t used = state.memory_used_ - old_size + new_size;
  void* moved = new_size > old_size && used > state.memory_limit_ ? nullptr : state.blocks_.resize(block, old_size, new_size);
  if (moved) {
    state.memory_used_ = used;
    if (std::size_t larger = std::max(old_size, new_size); larger >= large_block) state.left_ -= static_cast<std::int64_t>(larger / bytes_per_instruction);
  } else {
    state.out_of_memory_ = true;
  }
  return moved;
}

void State::allow(std::int64_t instructions) {
  budget_ = left_ = instructions;
  out_of_budget_ = out_of_memory_ = false;
  stack_ = static_cast<const char*>(__builtin_frame_address(0));
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, instructions_per_check);
}

void State::charge(lua_State* lua, std::int64_t instructions) {
  left_ -= instructions;
  if (left_ <= 0) raise_out_of_budget(lua);
}

void State::need_stack(lua_State* lua) const {
  if (stack_ - static_cast<const char*>(__builtin_frame_address(0)) > most_stack) luaL_error(lua, "stack overflow: calls are nested too deeply");
  luaL_checkstack(lua, slots_left, "calls are nested too deeply");
}

void State::hold(lua_State* lua, std::size_t bytes) {
  held_since_collected_ += bytes;
  if (held_since_collected_ > most_held_uncollected) {
    held_since_collected_ = 0;
    charge(lua, static_cast<std::int64_t>(memory_used_ / bytes_per_instruction));
    lua_gc(lua, LUA_GCCOLLECT, 0);
  }
  if (memory_used_ + bytes > memory_limit_) {
    out_of_memory_ = true;
    luaL_error(lua, "not enough memory");
  }
  memory_used_ += bytes;
}

void State::on_count(lua_State* lua, lua_Debug*) {
  State& state = of(lua);
  state.left_ -= instructions_per_check;
  if (state.left_ <= 0) state.raise_out_of_budget(lua);
}

// The place where the budget ran out is told however often the error is raised again on its way out.
void State::raise_out_of_budget(lua_State* lua) {
  if (!out_of_budget_) {
    out_of_budget_ = true;
    lua_sethook(lua, on_count, LUA_MASKCOUNT, 1);
    lua_Debug where;
    out_of_budget_at_[0] = '\0';
    if (authors_place(lua, where)) std::snprintf(out_of_budget_at_, sizeof out_of_budget_at_, "%s:%d: ", where.short_src, where.currentline);
  }
  lua_pushfstring(lua, "%sgave up after %d million instructions; is there a loop that never ends?", out_of_budget_at_, static_cast<int>(budget_ / 1000000));
  lua_error(lua);
  std::abort();  // lua_error does not return
}

bool authors_place(lua_State* lua, lua_Debug& place) {
  for (int level = 0; lua_getstack(lua, level, &place); ++level)
    if (lua_getinfo(lua, "Sl", &place) && place.currentline > 0 && std::strcmp(place.source, prelude_name) != 0) return true;
  return false;
}

}  // namespace viva::lua
