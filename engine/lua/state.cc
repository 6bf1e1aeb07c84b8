#include "lua/state.h"

#include <cstdlib>

namespace viva::lua {
namespace {

constexpr int instructions_per_check = 1000;
constexpr std::size_t large_block = 4096, bytes_per_instruction = 16;
constexpr std::ptrdiff_t most_stack = 1 << 20;            // of the 8 MB there usually are
constexpr std::size_t most_held_uncollected = 16u << 20;  // the collector does not see what C++ objects hold

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
    state.blocks_.give(block, old_size);
    state.memory_used_ -= old_size;
    return nullptr;
  }
  std::size_t used = state.memory_used_ - old_size + new_size;
  void* moved = new_size > old_size && used > state.memory_limit_ ? nullptr : state.blocks_.resize(block, old_size, new_size);
  if (moved) {
    state.memory_used_ = used;
    if (new_size >= large_block && new_size > old_size) state.left_ -= static_cast<std::int64_t>((new_size - old_size) / bytes_per_instruction);
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
