// One Lua state with everything bounded: its memory by the allocator, its work by an instruction budget.
//
// The budget is counted, not timed, so the same script stops at the same place on every machine. Running out of it raises an error that
// `pcall` cannot keep: from then on every further instruction raises it again, until the call into the state has ended.
// Functions written in C++ that may run long charge the budget themselves, and large blocks of memory cost what filling them costs.
//
// Lua errors travel through C++ frames as foreign exceptions: destructors run, `catch` of C++ types passes them by, and `noexcept` ends the
// process. Outside of any call into the state there is nobody to catch one, and the process ends; so what may fail there goes through
// protect().
#pragma once

#include <cstddef>
#include <cstdint>
#include <lua.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "lua/blocks.h"

namespace viva {
class Glossary;
}

namespace viva::lua {

constexpr const char* prelude_name = "=(viva)";

// Finds the nearest function on the stack that is the author's own, not C and not the prelude.
bool authors_place(lua_State* lua, lua_Debug& place);

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

  // Raises a Lua error when the C stack is nearly used up, because C++ calls Lua calls C++ …, or the Lua stack. Whatever calls back into
  // Lua asks for it first, and whatever catches errors: a script that goes on after an error must do so where the budget is counted.
  void need_stack(lua_State* lua) const;
  // Memory that C++ objects in userdata hold: it counts like Lua's own. Raises a Lua error when it is too much.
  void hold(lua_State* lua, std::size_t bytes);
  void let_go(std::size_t bytes) { memory_used_ -= bytes; }

  // After a call failed: was it the budget, was it the memory? Such a state is not to be used again.
  bool out_of_budget() const { return out_of_budget_; }
  bool out_of_memory() const { return out_of_memory_; }
  std::size_t memory_limit() const { return memory_limit_; }

  // While it lives, the engine itself may use more memory than scripts may, so that it can put in and take out values at the brink. Never
  // while a script runs: it would use that up as well.
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

  std::vector<const void*> constants;  // tables that nobody can change: whoever looks for what scripts keep passes them by
  const Glossary* glossary = nullptr;  // for text.compile; lives longer than the state
  bool ran = false;                    // callbacks have run since somebody looked at what they keep
  std::string engine_fault;            // why the answer that is being graded cannot be graded, through no fault of scripts; empty: it can
  std::string printed;                 // what `print` wrote since it was last taken; bounded

 private:
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug* where);
  [[noreturn]] void raise_out_of_budget(lua_State* lua);

  Blocks blocks_;
  lua_State* lua_ = nullptr;
  std::size_t memory_limit_;
  std::size_t memory_used_ = 0;
  std::int64_t budget_ = 0;
  std::int64_t left_ = 0;
  std::size_t held_since_collected_ = 0;
  const char* stack_ = nullptr;  // where the C stack was when the budget was given
  bool out_of_budget_ = false;
  char out_of_budget_at_[100] = "";
  bool out_of_memory_ = false;
};

// Calls body(thread), whose stack holds the `arguments` values on top of the thread's; it returns how many results it left on top, of which
// `results` are kept (or LUA_MULTRET). False: a Lua error or C++ exception ended it, and its message is on top instead.
template <class Body>
bool protect(lua_State* thread, int arguments, int results, Body&& body) {
  using Plain = std::remove_reference_t<Body>;
  lua_CFunction call = [](lua_State* lua) {
    auto* inner = static_cast<Plain*>(lua_touserdata(lua, -1));
    lua_pop(lua, 1);
    return (*inner)(lua);
  };
  lua_pushcfunction(thread, call);
  lua_insert(thread, -1 - arguments);
  lua_pushlightuserdata(thread, const_cast<void*>(static_cast<const void*>(&body)));
  return lua_pcall(thread, arguments + 1, results, 0) == 0;
}

}  // namespace viva::lua
