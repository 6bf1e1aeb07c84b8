// One Lua state with everything bounded: its memory by the allocator, its work by an instruction budget.
//
// The budget is counted, not timed, so the same script stops at the same place on every machine. Running out of it raises an error that
// `pcall` cannot keep: from then on every further instruction raises it again, until the call into the state has ended.
// Functions written in C++ that may run long charge the budget themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <lua.hpp>
#include <string>

namespace viva {
class Glossary;
}

namespace viva::lua {

class State {
 public:
  explicit State(std::size_t memory_bytes);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // nullptr when not even an empty state fits into the memory allowed.
  lua_State* get() const { return lua_; }
  static State& of(lua_State* lua);

  void allow(std::int64_t instructions);
  // Takes from the budget; raises a Lua error when it is used up. The caller must hold nothing that needs a destructor.
  void charge(lua_State* lua, std::int64_t instructions);

  // After a call failed: was it the budget, was it the memory? Such a state is not to be used again.
  bool out_of_budget() const { return out_of_budget_; }
  bool out_of_memory() const { return out_of_memory_; }

  // While it lives, the engine itself may use more memory than scripts may, so that it can put in and take out values at the brink.
  class Headroom {
   public:
    explicit Headroom(State& state) : state_(state) { state_.memory_limit_ += bytes; }
    ~Headroom() { state_.memory_limit_ -= bytes; }
    Headroom(const Headroom&) = delete;
    Headroom& operator=(const Headroom&) = delete;

   private:
    static constexpr std::size_t bytes = 64u << 20;
    State& state_;
  };

  const Glossary* glossary = nullptr;  // for text.compile; lives longer than the state
  std::string printed;  // what `print` wrote since it was last taken; bounded

 private:
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug* where);
  [[noreturn]] void raise_out_of_budget(lua_State* lua);

  lua_State* lua_ = nullptr;
  std::size_t memory_limit_;
  std::size_t memory_used_ = 0;
  std::int64_t budget_ = 0;
  std::int64_t left_ = 0;
  bool out_of_budget_ = false;
  bool out_of_memory_ = false;
};

}  // namespace viva::lua
