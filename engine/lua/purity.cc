#include "lua/purity.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "lua/state.h"

namespace viva::lua {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdull;
  return x ^ (x >> 32);
}

// Which tables and functions were met. A walk is part of every frame, so it must not allocate: the slots are kept from walk to walk, and
// those of an earlier one count as empty.
class Met {
 public:
  Met() { ++walk_; }

  // False: it was met before.
  bool insert(const void* value) {
    if (2 * ++count_ > slots_.size()) grow();
    return put(value);
  }

 private:
  struct Slot {
    const void* value;
    std::uint64_t walk;
  };

  bool put(const void* value) {
    std::size_t mask = slots_.size() - 1;
    for (std::size_t at = mix(0, reinterpret_cast<std::uintptr_t>(value)) & mask;; at = (at + 1) & mask) {
      if (slots_[at].walk != walk_) {
        slots_[at] = {value, walk_};
        return true;
      }
      if (slots_[at].value == value) {
        --count_;
        return false;
      }
    }
  }

  void grow() {
    std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : before)
      if (slot.walk == walk_) put(slot.value);
  }

  static inline std::vector<Slot> slots_ = std::vector<Slot>(1024);
  static inline std::uint64_t walk_ = 0;
  std::size_t count_ = 0;
};

// Of a text of four to eight bytes all, of a longer one the ends.
template <class Word>
std::uint64_t ends_of(const char* text, std::size_t length) {
  Word first, last;
  std::memcpy(&first, text, sizeof first);
  std::memcpy(&last, text + length - sizeof last, sizeof last);
  return mix(first, last);
}

// Strings with the same content are the same in a state. Should one be freed and another take its place, its length or its ends tell.
std::uint64_t hash_of(const char* text, std::size_t length) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint64_t>(static_cast<unsigned char>(text[at])); };
  const std::uint64_t ends = length >= 8   ? ends_of<std::uint64_t>(text, length)
                             : length >= 4 ? ends_of<std::uint32_t>(text, length)
                             : length > 0  ? byte(0) | byte(length / 2) << 8 | byte(length - 1) << 16
                                           : 0;
  return mix(mix(reinterpret_cast<std::uintptr_t>(text), length), ends);
}

class Walk {
 public:
  Walk(lua_State* lua, const Sources& trusted) : lua_(lua), trusted_(trusted) {
    lua_newtable(lua_);  // values still to be looked into; a list, so that deep data needs no deep stack
    pending_ = lua_gettop(lua_);
    for (const void* table : State::of(lua).constants) seen_.insert(table);
  }

  std::uint64_t run(int index) {
    lua_pushvalue(lua_, index);
    std::uint64_t sum = take();
    while (count_ > 0) {
      lua_rawgeti(lua_, pending_, count_);
      lua_pushnil(lua_);
      lua_rawseti(lua_, pending_, count_--);
      sum += lua_istable(lua_, -1) ? table() : function();
      lua_pop(lua_, 1);
    }
    lua_remove(lua_, pending_);
    return sum;
  }

 private:
  // The hash of the value at this index, by itself; what it contains is put on the list.
  std::uint64_t hash_at(int index) {
    const int type = lua_type(lua_, index);
    const auto hash = static_cast<std::uint64_t>(type);
    switch (type) {
      case LUA_TBOOLEAN: return mix(hash, static_cast<std::uint64_t>(lua_toboolean(lua_, index)));
      case LUA_TNUMBER: {
        const double number = lua_tonumber(lua_, index);
        std::uint64_t bits;
        std::memcpy(&bits, &number, sizeof bits);
        return mix(hash, bits);
      }
      case LUA_TSTRING: {
        std::size_t length;
        const char* text = lua_tolstring(lua_, index, &length);
        return mix(hash, hash_of(text, length));
      }
      case LUA_TTABLE:
      case LUA_TFUNCTION: {
        const void* address = lua_topointer(lua_, index);
        if (seen_.insert(address)) {
          lua_pushvalue(lua_, index);
          lua_rawseti(lua_, pending_, ++count_);
        }
        return mix(hash, reinterpret_cast<std::uintptr_t>(address));
      }
      case LUA_TTHREAD: {
        const std::uint64_t own = mix(hash, reinterpret_cast<std::uintptr_t>(lua_topointer(lua_, index)));
        lua_pushvalue(lua_, index);
        lua_getfield(lua_, LUA_REGISTRYINDEX, "viva.resumed");
        lua_insert(lua_, -2);
        lua_rawget(lua_, -2);
        const std::uint64_t resumed = static_cast<std::uint64_t>(lua_tonumber(lua_, -1));
        lua_pop(lua_, 2);
        return mix(own, resumed);
      }
      default: return mix(hash, reinterpret_cast<std::uintptr_t>(lua_topointer(lua_, index)));
    }
  }

  // The same of the value on top, which is popped.
  std::uint64_t take() {
    const std::uint64_t hash = hash_at(-1);
    lua_pop(lua_, 1);
    return hash;
  }

  std::uint64_t table() {
    std::uint64_t hash = mix(1, reinterpret_cast<std::uintptr_t>(lua_topointer(lua_, -1)));
    int self = lua_gettop(lua_);
    std::uint64_t entries = 0;
    for (lua_pushnil(lua_); lua_next(lua_, self); lua_pop(lua_, 1)) entries += mix(hash_at(-2), hash_at(-1));  // a sum: their order does not matter
    if (lua_getmetatable(lua_, self)) hash = mix(hash, take());
    return mix(hash, entries);
  }

  std::uint64_t function() {
    std::uint64_t hash = mix(2, reinterpret_cast<std::uintptr_t>(lua_topointer(lua_, -1)));
    int self = lua_gettop(lua_);
    if (lua_iscfunction(lua_, -1)) {  // what pairs and string.gmatch give remembers how far it is
      for (int i = 1; lua_getupvalue(lua_, self, i); ++i) hash = mix(hash, take());
      return hash;
    }
    lua_Debug facts;
    lua_pushvalue(lua_, -1);
    lua_getinfo(lua_, ">S", &facts);
    if (std::strcmp(facts.source, prelude_name) ==
        0) {  // the prelude changes its own state, but what coroutine.wrap gives holds the script's
      for (int i = 1; lua_getupvalue(lua_, self, i); ++i) {
        if (lua_isthread(lua_, -1))
          hash = mix(hash, take());
        else
          lua_pop(lua_, 1);
      }
      return hash;
    }
    if (!trusted_.empty() && trusted_.find(std::string_view(facts.source)) != trusted_.end()) return hash;
    for (int i = 1; lua_getupvalue(lua_, self, i); ++i) hash = mix(hash, take());
    lua_getfenv(lua_, self);
    return mix(hash, take());
  }

  lua_State* lua_;
  const Sources& trusted_;
  int pending_ = 0;
  int count_ = 0;
  Met seen_;
};

}  // namespace

std::uint64_t fingerprint(lua_State* lua, int index, const Sources& trusted) {
  lua_checkstack(lua, 12);
  if (index < 0) index = lua_gettop(lua) + index + 1;
  return Walk(lua, trusted).run(index);
}

}  // namespace viva::lua
