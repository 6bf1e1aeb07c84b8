-- The part of the script host that is easier to say in Lua: what the calls that register things accept, how a callback is run, how a
-- round asks the engine for something. It is given the libraries and returns the functions that the engine calls.
--
-- The parts in files of their own, registering.lua and evaluating.lua, are called with what they need of this one and of each other.
local host, environment = ...
local raw_yield, raw_resume = coroutine.yield, coroutine.resume
local error, type, pairs, ipairs, select, pcall, tostring, setmetatable = error, type, pairs, ipairs, select, pcall, tostring, setmetatable
local unpack, format, concat = unpack, string.format, table.concat
local token = {} -- marks a yield that is meant for the engine

-- Copies of what scripts see, behind tables that cannot be changed; each is made once, when the state is. --------------------------

-- A copy whose readers are told when they want what is not there. Found entries cost no call: __index is a table down to the last resort.
local function complete(content, missing)
  local known = {}
  for key, value in pairs(content) do known[key] = value end
  return setmetatable(known, { __index = function(_, key) error(missing(tostring(key), known), 2) end })
end

local function read_only(content, name)
  return host.constant(setmetatable({}, {
    __index = complete(content, function(key, known) return format("'%s.%s' does not exist%s", name, key, host.did_you_mean(key, known)) end),
    __newindex = function(_, key) error(format("'%s' cannot be changed (setting '%s')", name, tostring(key)), 2) end,
    __metatable = "read-only",
  }))
end

-- Calls to the engine -----------------------------------------------------------------------------------------------------------------

-- The level of the author's line is found by walking out of the prelude.
local function fail(message) error(host.where() .. message, 0) end

local function call_engine(name, request)
  local answered, value = raw_yield(token, name, request or {})
  if not answered then fail(value) end
  return value
end

local function forward(thread, fine, first, ...)
  if fine and first == token then return forward(thread, raw_resume(thread, raw_yield(token, ...))) end
  return fine, first, ...
end

-- How often each coroutine was resumed: what is kept in one shows only there (see purity.h).
local resumed = host.resumed

local function resume(thread, ...)
  host.need_stack()
  if type(thread) == "thread" then resumed[thread] = (resumed[thread] or 0) + 1 end
  return forward(thread, raw_resume(thread, ...))
end

local function after_wrap(fine, ...)
  if not fine then error((...), 0) end
  return ...
end

local coroutines = {
  create = coroutine.create, status = coroutine.status, running = coroutine.running, yield = coroutine.yield, resume = resume,
  wrap = function(body)
    local thread = coroutine.create(body)
    return function(...) return after_wrap(resume(thread, ...)) end
  end,
}

local function after_xpcall(handler, fine, ...)
  if fine then return true, ... end
  return false, handler(...)
end

local function bounded_pcall(body, ...)
  host.need_stack()
  return pcall(body, ...)
end

-- Lua's own runs the handler where the instruction budget is not counted.
local function xpcall(body, handler, ...) return after_xpcall(handler, bounded_pcall(body, ...)) end

local function localized(value, lang)
  if type(value) ~= "table" then return value end
  if value.en ~= nil or value.zh ~= nil then
    value = value[lang] or value.en or value.zh
    if type(value) ~= "table" then return value end
  end
  return concat(value, "\n")
end

local function is_range(most) return type(most) == "number" and most >= 1 and most <= 2 ^ 53 and most == math.floor(most) end

-- The other parts -----------------------------------------------------------------------------------------------------------------------

local basics = { fail = fail, call_engine = call_engine, read_only = read_only, is_range = is_range }
local registering = host.parts.registering(host, basics)
local evaluating = host.parts.evaluating(host, basics, registering)
local programs = host.parts.programs(host, basics, registering)
local is_a, registered, with_defaults = registering.is_a, registering.registered, registering.with_defaults

-- Rounds --------------------------------------------------------------------------------------------------------------------------------

local function expect(value, kind, what)
  if type(value) ~= kind then fail(format("%s, found a %s", what, type(value))) end
end

local pick_keys = { area = true, topic = true, type = true, level = true, difficulty = true, family = true, ids = true, words = true, unseen = true }
local ask_keys = { seconds = true, section = true, weight = true }

local function check_request(method, request, known)
  if request == nil then return {} end
  expect(request, "table", format("%s takes a table of wishes", method))
  for key in pairs(request) do
    if not known[key] then fail(format("%s knows no '%s'%s", method, tostring(key), host.did_you_mean(tostring(key), known))) end
  end
  return request
end

local null = host.null
local function from_engine(value) if value == null then return nil end return value end

local round_methods = {}
function round_methods.pick(_, request) return from_engine(call_engine("pick", check_request("r:pick", request, pick_keys))) end
function round_methods.ask(_, question, request)
  local id = type(question) == "table" and question.id or question
  expect(id, "string", "r:ask takes a question (what r:pick gave, or an id)")
  return call_engine("ask", { id = id, options = check_request("r:ask", request, ask_keys) })
end
function round_methods.follow_up(_, result)
  if type(result) ~= "table" or type(result.id) ~= "string" then fail("r:follow_up takes a result of r:ask") end
  return from_engine(call_engine("follow_up", { id = result.id }))
end
function round_methods.say(_, text)
  if not is_a("text", text) then fail("r:say takes a text: a string or { en = …, zh = … }") end
  call_engine("say", { text = type(text) == "table" and { en = text.en, zh = text.zh } or text })
end
function round_methods.random(_, most)
  if not is_range(most) then fail("r:random takes a whole number from 1 to 2^53") end
  return call_engine("random", { most = most })
end
function round_methods.elapsed(_) return call_engine("elapsed") end
function round_methods.finish(_, why)
  if why ~= nil and not is_a("text", why) then fail("r:finish takes a text: a string or { en = …, zh = … }") end
  call_engine("finish", { why = why })
end

local round = read_only(round_methods, "r")

-- What the prompt has beside --------------------------------------------------------------------------------------------------------

local bank = {
  list = function(request) return call_engine("bank.list", check_request("bank.list", request, pick_keys)) end,
  question = function(id) expect(id, "string", "bank.question takes an id"); return from_engine(call_engine("bank.question", { id = id })) end,
}

-- What the engine calls ---------------------------------------------------------------------------------------------------------------

local functions = {
  evaluate = evaluating.evaluate,
  generate = evaluating.generate,
  rule = function(name) return registered.scoring_rule[name] and registered.scoring_rule[name].callbacks.score end,
  options = function(kind, name, given) return with_defaults(registered[kind][name], given) end,
  has_type = function(name) return registered.question_type[name] ~= nil end,
  token = token,
  registered = registered,
  of_packs = registering.of_packs,
  know_libraries = registering.know_libraries,
  load_file = registering.load_file,
  end_loading = registering.end_loading,
  declared = registering.declared,
}

-- Any other callback, by name.
function functions.invoke(kind, name, callback, arguments)
  local entry = registered[kind] and registered[kind][name]
  local body = entry and (kind == "language" and programs.callbacks[callback] or entry.callbacks[callback])
  if not body then error(format("there is no %s '%s' with a callback '%s'", kind, name, callback), 0) end
  if kind == "round" then
    body(round, with_defaults(entry, arguments[1]))
    return null
  end
  if kind == "language" then return body(entry, unpack(arguments, 1, arguments.n or #arguments)) end
  if callback == "total" then return body(arguments[1], with_defaults(entry, arguments[2])) end
  return body(unpack(arguments, 1, arguments.n or #arguments))
end

-- A line typed at the prompt: an expression or statements.
local function show(value, depth, seen)
  if type(value) == "string" then return (format("%q", value):gsub("\\\n", "\\n")) end
  if type(value) ~= "table" then return tostring(value) end
  if seen[value] then return "{…}" end
  if depth > 4 then return "{…}" end
  seen[value] = true
  local parts, count = {}, 0
  for key, item in pairs(value) do
    count = count + 1
    if count > 200 then parts[#parts + 1] = "…"; break end
    local shown = show(item, depth + 1, seen)
    if type(key) == "number" and key == count then
      parts[#parts + 1] = shown
    elseif type(key) == "string" and key:match("^[%a_][%w_]*$") then
      parts[#parts + 1] = key .. " = " .. shown
    else
      parts[#parts + 1] = "[" .. show(key, depth + 1, seen) .. "] = " .. shown
    end
  end
  seen[value] = nil
  return #parts == 0 and "{}" or "{ " .. concat(parts, ", ") .. " }"
end

local typed = setmetatable({ bank = bank }, { __index = environment, __metatable = "prompt" })

local function shown(count, ...)
  local out = {}
  for i = 1, count do out[i] = show((select(i, ...)), 1, {}) end
  return out
end

local function after_typed(fine, ...)
  if not fine then error((...), 0) end
  return shown(select("#", ...), ...)
end

local function but_first(_, ...) return ... end

-- An expression, else statements. `return f()` would be a tail call, after which nobody knows at which line of the author's f was called; one of
-- two values of a list is none.
function functions.compile_typed(text, name)
  local values, unfinished = host.compile("return nil, " .. text, name, typed)
  if values then return function() return but_first(values()) end end
  local chunk, problem = host.compile(text, name, typed)
  if chunk then return chunk end
  return nil, unfinished:sub(-7) == "'<eof>'" and unfinished or problem
end
function functions.run_typed(chunk) return registering.at_prompt(chunk, after_typed) end

-- The environment of scripts ------------------------------------------------------------------------------------------------------------

local visible = host.visible -- name -> function or library, made by the engine
visible.coroutine = read_only(coroutines, "coroutine")
visible.pcall = bounded_pcall
visible.xpcall = xpcall
visible.require = registering.require
visible.localized = localized
visible.program = programs.library
for name, constructor in pairs(registering.constructors) do visible[name] = constructor end
for kind in pairs(registering.kinds) do
  visible[kind] = function(given) registering.register(kind, given) end
end
for _, name in ipairs { "string", "table", "math", "json", "text", "values", "program" } do visible[name] = read_only(visible[name], name) end

setmetatable(host.constant(environment), {
  __index = complete(visible, function(name, known)
    return format("the variable '%s' is not declared%s", name, host.did_you_mean(name, known))
  end),
  __newindex = function(_, name) error(format("the variable '%s' is not declared; write: local %s", tostring(name), tostring(name)), 2) end,
  __metatable = "environment",
})

return functions
