-- The part of the script host that is easier to say in Lua: what the calls that register things accept, how a callback is run, how a
-- round asks the engine for something. It is given the libraries and returns the functions that the engine calls.
local host, environment = ...
local raw_yield, raw_resume = coroutine.yield, coroutine.resume
local error, type, pairs, ipairs, select, pcall, tostring, setmetatable = error, type, pairs, ipairs, select, pcall, tostring, setmetatable
local unpack, format, concat, sort = unpack, string.format, table.concat, table.sort
local token = {} -- marks a yield that is meant for the engine

-- Copies of what scripts see, behind tables that cannot be changed. -----------------------------------------------------------------

local function read_only(content, name)
  return setmetatable({}, {
    __index = function(_, key)
      local value = content[key]
      if value == nil then error(format("'%s.%s' does not exist%s", name, tostring(key), host.did_you_mean(key, content)), 2) end
      return value
    end,
    __newindex = function(_, key) error(format("'%s' cannot be changed (setting '%s')", name, tostring(key)), 2) end,
    __metatable = "read-only",
  })
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

-- Fields ------------------------------------------------------------------------------------------------------------------------------

local spec_mark = { __metatable = "field" }
local simple = {}
for _, name in ipairs { "text", "string", "number", "integer", "boolean", "slug", "code", "pattern", "file", "trap", "question", "any" } do simple[name] = true end

local function mark(spec) return setmetatable(spec, spec_mark) end
local function is_spec(value) return type(value) == "table" and host.metatable(value) == spec_mark end

local function copy(spec)
  local out = {}
  for key, value in pairs(spec) do out[key] = value end
  return mark(out)
end

local function range(text, spec, whole)
  local low, high = text:match("^(%-?[%d.]-)%.%.(%-?[%d.]*)$")
  if not low or (low ~= "" and not tonumber(low)) or (high ~= "" and not tonumber(high)) then
    fail(format("'%s' in the field '%s' is not a range; write it like 0..1, 1.. or ..8", text, whole))
  end
  spec.min, spec.max = tonumber(low), tonumber(high)
end

local function parse_field(text)
  local body, optional = text:match("^(.-)(%??)$")
  local name, rest = body:match("^(%S+)%s*(.-)$")
  if not name or not simple[name] then fail(format("'%s' is no type of field%s", text, host.did_you_mean(name or "", simple))) end
  local spec = { type = name }
  if rest ~= "" then
    if name ~= "number" and name ~= "integer" then fail(format("the field '%s': only numbers have a range", text)) end
    range(rest, spec, text)
  end
  if optional == "?" then spec.optional = true end
  return mark(spec)
end

local to_spec

local function to_fields(fields)
  local out = {}
  for key, value in pairs(fields) do
    if type(key) ~= "string" then fail(format("fields have names, and [%s] is not one", tostring(key))) end
    out[key] = to_spec(value)
  end
  return out
end

to_spec = function(value)
  if is_spec(value) then return value end
  if type(value) == "string" then return parse_field(value) end
  if type(value) ~= "table" then fail(format("expected a type of field like \"text?\", found a %s", type(value))) end
  if value[1] ~= nil then return to_spec(value[1]) end
  return mark { type = "record", fields = to_fields(value) }
end

local constructors = {
  list = function(of) return mark { type = "list", of = to_spec(of) } end,
  map = function(of) return mark { type = "map", of = to_spec(of) } end,
  record = function(fields) return mark { type = "record", fields = to_fields(fields) } end,
  one_of = function(values) return mark { type = "one_of", values = values } end,
  secret = function(of) local spec = copy(to_spec(of)); spec.secret = true; return spec end,
  optional = function(of) local spec = copy(to_spec(of)); spec.optional = true; return spec end,
  count = function(of, text) local spec = copy(to_spec(of)); range(text, spec, "count"); return spec end,
}

-- Registering -------------------------------------------------------------------------------------------------------------------------

local kinds = {
  question_type = {
    called = "question type",
    required = { name = "string", description = "text", fields = "table", grade = "function" },
    optional = { present = "function", parse = "function", validate = "function", generate = "function", key = "function", clarify = "function" },
  },
  scoring_rule = {
    called = "scoring rule",
    required = { name = "string", description = "text", score = "function" },
    optional = { options = "table", total = "function" },
  },
  round = {
    called = "round",
    required = { name = "string", description = "text", run = "function" },
    optional = { options = "table", scoring = "string" },
  },
}

local registered = { question_type = {}, scoring_rule = {}, round = {} }
local loading = { file = "", origin = "", sources = {} }

local function is_a(kind, value)
  if kind ~= "text" then return type(value) == kind end
  return type(value) == "string" or (type(value) == "table" and type(value.en) == "string" and type(value.zh) == "string")
end

local expectation = { text = "a text (a string, or { en = …, zh = … })", string = "a string", table = "a table", ["function"] = "a function" }

local function check_keys(kind, given)
  if type(given) ~= "table" then fail(format("%s takes one table: %s { name = …, … }", kind, kind)) end
  local known = {}
  for _, group in ipairs { kinds[kind].required, kinds[kind].optional } do
    for key, expected in pairs(group) do known[key] = expected end
  end
  for key, value in pairs(given) do
    local expected = known[key]
    if not expected then fail(format("%s has no key '%s'%s", kind, tostring(key), host.did_you_mean(tostring(key), known))) end
    if not is_a(expected, value) then fail(format("%s: '%s' is %s, found a %s", kind, key, expectation[expected], type(value))) end
  end
  for key, expected in pairs(kinds[kind].required) do
    if given[key] == nil then fail(format("%s: '%s' is missing; it is %s", kind, key, expectation[expected])) end
  end
  if not given.name:match("^[a-z][a-z0-9-]*$") then
    fail(format("%s: the name '%s' may only have small letters, digits and '-', and starts with a letter", kind, given.name))
  end
end

local function check_options(kind, options)
  local out = {}
  for name, declared in pairs(options or {}) do
    local default = type(declared) == "table" and declared[1]
    local expected = type(default)
    if type(name) ~= "string" or type(declared) ~= "table" or (expected ~= "number" and expected ~= "string" and expected ~= "boolean")
      or not is_a("text", declared[2]) then
      fail(format("%s: the option '%s' is written %s = { default, \"help\" }, with a number, string or boolean as default", kind, tostring(name), tostring(name)))
    end
    if declared[3] ~= nil and type(declared[3]) ~= "table" then fail(format("%s: the values allowed for '%s' are a list", kind, name)) end
    out[name] = { default = default, help = declared[2], type = expected, allowed = declared[3] }
  end
  return out
end

-- What the engine is told of an entry.
local function declaration(kind, entry)
  local names, sources = {}, {}
  for name in pairs(entry.callbacks) do names[#names + 1] = name end
  for source in pairs(entry.sources) do sources[#sources + 1] = source end
  return { kind = kind, name = entry.name, description = entry.description, fields = entry.fields, options = entry.options, file = entry.file, line = entry.line,
    origin = entry.origin, callbacks = names, sources = sources, scoring = entry.scoring }
end

local most_registered = 100 -- by one file
local foreign = {} -- rules that did not ship: they get copies of what is part of the record
local of_packs = {} -- the callbacks that did not ship, by kind and name of what they are of

local function register(kind, given)
  if loading.file == "" then fail(format("%s can only be called while its file is run, not from a callback", kind)) end
  check_keys(kind, given)
  local before = registered[kind][given.name]
  if before and not (before.origin == "prompt" and loading.origin == "prompt") then
    fail(format("the %s '%s' is there already (%s:%d); choose another name", kinds[kind].called, given.name, before.file, before.line))
  end
  local entry = { name = given.name, description = given.description, origin = loading.origin, sources = loading.sources, scoring = given.scoring,
    options = check_options(kind, given.options), callbacks = {} }
  entry.file, entry.line = host.position()
  if kind == "question_type" then
    entry.fields = {}
    for name, value in pairs(given.fields) do
      if type(name) ~= "string" then fail("question_type: fields have names: fields = { answer = \"string\" }") end
      entry.fields[name] = to_spec(value)
    end
  end
  for key, value in pairs(given) do
    if type(value) == "function" then entry.callbacks[key] = value end
  end
  local problem = host.not_plain(declaration(kind, entry))
  if problem then fail(format("%s '%s': what it declares cannot be passed on: %s", kind, given.name, problem)) end
  loading.count = (loading.count or 0) + 1
  if loading.count > most_registered then fail(format("one file registers more than %d things; is there a loop?", most_registered)) end
  if kind == "scoring_rule" and loading.origin ~= "shipped" then foreign[given.score] = true end
  registered[kind][given.name] = entry
  if entry.origin ~= "shipped" then of_packs[kind .. " " .. given.name] = entry.callbacks end
end

-- Options that were asked for, over their defaults. They come checked from the engine.
local function with_defaults(entry, given)
  local out = {}
  for name, option in pairs(entry.options) do out[name] = option.default end
  for name, value in pairs(given or {}) do out[name] = value end
  return out
end

-- Files of the trust domain -----------------------------------------------------------------------------------------------------------

-- Each origin has its own copy of a library, so that a pack cannot change one under the shipped scripts.
local libraries, loaded = {}, {} -- name -> file; origin -> name -> { value, sources }
local busy = {}

local function run_file(file, text, origin, sources)
  local chunk, problem = host.compile(text, "@" .. file)
  if not chunk then error(problem, 0) end
  local outer = loading
  loading = { file = file, origin = origin, sources = sources }
  sources[file] = true
  local fine, value = pcall(chunk)
  loading = outer
  if not fine then error(value, 0) end
  return value
end

local function library_named(name)
  if type(name) ~= "string" then fail("require takes the name of a file in scripts/lib, without .lua") end
  local library = libraries[name]
  if not library or (library.origin ~= "shipped" and library.origin ~= loading.origin) then
    fail(format("there is no library '%s' (a file scripts/lib/%s.lua)%s", name, name, host.did_you_mean(name, libraries)))
  end
  return library
end

local function require(name)
  if loading.file == "" then fail("require can only be called while a file is run, not from a callback; put it at the top: local x = require \"x\"") end
  local library = library_named(name)
  local mine = loaded[loading.origin] or {}
  loaded[loading.origin] = mine
  if not mine[name] then
    if busy[name] then fail(format("the library '%s' requires itself, by way of others", name)) end
    busy[name] = true
    local sources = {}
    local fine, value = pcall(run_file, library.file, library.text, loading.origin, sources)
    busy[name] = nil
    if not fine then error(value, 0) end
    if value == nil then fail(format("the library '%s' returns nothing (it should end with: return …)", name)) end
    mine[name] = { value = value, sources = sources }
  end
  for source in pairs(mine[name].sources) do loading.sources[source] = true end
  return mine[name].value
end

-- Rounds --------------------------------------------------------------------------------------------------------------------------------

local function expect(value, kind, what)
  if type(value) ~= kind then fail(format("%s, found a %s", what, type(value))) end
end

local pick_keys = { area = true, topic = true, type = true, level = true, difficulty = true, family = true, ids = true, unseen = true }
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

local function is_range(most) return type(most) == "number" and most >= 1 and most <= 2 ^ 53 and most == math.floor(most) end

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

local function new_round() return read_only(round_methods, "r") end

-- What the prompt has beside --------------------------------------------------------------------------------------------------------

local bank = {
  list = function(request) return call_engine("bank.list", check_request("bank.list", request, pick_keys)) end,
  question = function(id) expect(id, "string", "bank.question takes an id"); return from_engine(call_engine("bank.question", { id = id })) end,
}

-- Answers -----------------------------------------------------------------------------------------------------------------------------

local compose = {} -- what grade gets as env

local function type_named(name)
  local entry = registered.question_type[name]
  if not entry then fail(format("there is no question type '%s'%s", tostring(name), host.did_you_mean(tostring(name), registered.question_type))) end
  return entry.callbacks
end

function compose.grade(name, q, response) return type_named(name).grade(q, response, compose) end
function compose.parse(name, q, input)
  local parse = type_named(name).parse
  if parse then return parse(q, input) end
  return input
end

compose = read_only(compose, "env")

local function blame(callback, message) error(host.defined_at(callback) .. message, 0) end

local function check_credit(callback, result)
  if type(result) ~= "table" then blame(callback, format("grade must return a table { credit = 0..1, … }, not a %s", type(result))) end
  if host.metatable(result) then blame(callback, "grade must return a plain table, without a metatable") end
  local credit = result.credit
  if type(credit) ~= "number" or credit ~= credit or credit < 0 or credit > 1 then
    blame(callback, format("grade must return a credit from 0 to 1, not %s", tostring(credit)))
  end
  result.credit = host.exact(credit) -- 49 × 1/49 is 1
  return result.credit
end

local function check_points(callback, points, most)
  if type(points) ~= "number" or not (points >= -1e6 and points <= 1e6) then
    blame(callback, format("score must return a number of points from -1000000 to 1000000, not %s", tostring(points)))
  end
  if most == nil then most = 1 end
  if type(most) ~= "number" or not (most >= 0 and most <= 1e6) then
    blame(callback, format("score must return as its second value the most points there were (0 to 1000000), not %s", tostring(most)))
  end
  return points, most
end

local function verdict_of(credit)
  if credit >= 1 then return "correct" end
  if credit <= 0 then return "incorrect" end
  return "partial"
end

local function copy_parts(parts)
  local out = {}
  for i, part in ipairs(type(parts) == "table" and parts or {}) do
    local own = part
    if type(part) == "table" then
      own = {}
      for key, value in pairs(part) do own[key] = value end
    end
    out[i] = own
  end
  return out
end

local function score(rule, opt, facts, verdict, result, seconds, hints, hint_cost)
  local given = { id = facts.id, type = facts.type, area = facts.area, level = facts.level, difficulty = facts.difficulty, par = facts.par,
    verdict = verdict, credit = result and result.credit or 0, parts = result and result.parts or {}, seconds = seconds, hints = hints, hint_cost = hint_cost,
    weight = facts.weight, section = facts.section }
  if foreign[rule] then given.parts = copy_parts(given.parts) end
  return check_points(rule, rule(given, opt))
end

-- One answer: verdict, response, result, points, most, warnings (or why it is invalid).
local function evaluate(kind, facts, q, input, rule, opt, seconds, hints, hint_cost)
  local callbacks = registered.question_type[kind].callbacks
  if input == nil then
    return "skipped", nil, nil, score(rule, opt, facts, "skipped", nil, seconds, hints, hint_cost)
  end
  local response, remarks = input, nil
  if callbacks.parse then
    response, remarks = callbacks.parse(q, input)
    if response == nil then
      local points, most = score(rule, opt, facts, "invalid", nil, seconds, hints, hint_cost)
      return "invalid", nil, nil, points, most, remarks
    end
  end
  local result = callbacks.grade(q, response, compose)
  local verdict = verdict_of(check_credit(callbacks.grade, result))
  local points, most = score(rule, opt, facts, verdict, result, seconds, hints, hint_cost)
  return verdict, response, result, points, most, remarks
end

local function random_from(seed)
  local drawn = 0
  return function(most)
    if not is_range(most) then fail("random takes a whole number from 1 to 2^53") end
    drawn = drawn + 1
    return host.draw(seed, drawn, most)
  end
end

-- A variant of the question: its own fields, with those that generate gives put over them.
local function generate(kind, q, seed)
  local callback = registered.question_type[kind].callbacks.generate
  if not callback then error(format("the question type '%s' has no variants", kind), 0) end
  local fields = callback(q, random_from(seed))
  if type(fields) ~= "table" then blame(callback, format("generate must return a table of fields, not a %s", type(fields))) end
  local out = {}
  for key, value in pairs(q) do out[key] = value end
  for key, value in pairs(fields) do out[key] = value end
  return out
end

-- What the engine calls ---------------------------------------------------------------------------------------------------------------

local functions = {
  evaluate = evaluate,
  generate = generate,
  rule = function(name) return registered.scoring_rule[name] and registered.scoring_rule[name].callbacks.score end,
  options = function(kind, name, given) return with_defaults(registered[kind][name], given) end,
  has_type = function(name) return registered.question_type[name] ~= nil end,
  token = token,
  registered = registered,
  of_packs = of_packs,
}

-- Any other callback, by name.
function functions.invoke(kind, name, callback, arguments)
  local entry = registered[kind] and registered[kind][name]
  local body = entry and entry.callbacks[callback]
  if not body then error(format("there is no %s '%s' with a callback '%s'", kind, name, callback), 0) end
  if kind == "round" then
    body(new_round(), with_defaults(entry, arguments[1]))
    return null
  end
  if callback == "total" then return body(arguments[1], with_defaults(entry, arguments[2])) end
  return body(unpack(arguments, 1, arguments.n or #arguments))
end

-- Before any file is run: the libraries there are.
function functions.know_libraries(files)
  for _, file in ipairs(files) do
    if file.library then libraries[file.library] = file end
  end
end

function functions.load_file(file, text, origin) run_file(file, text, origin, {}) end

-- After a file that may have broken off anywhere.
function functions.end_loading()
  loading = { file = "", origin = "", sources = {} }
  busy = {}
end

function functions.declared()
  local out = {}
  for kind, entries in pairs(registered) do
    for _, entry in pairs(entries) do
      out[#out + 1] = declaration(kind, entry)
    end
  end
  return out
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

local function run_typed(chunk)
  local outer = loading
  loading = { file = "prompt", origin = "prompt", sources = { prompt = true } }
  local function done(fine, ...)
    loading = outer
    if not fine then error((...), 0) end
    return shown(select("#", ...), ...)
  end
  return done(pcall(chunk))
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
functions.run_typed = run_typed

-- The environment of scripts ------------------------------------------------------------------------------------------------------------

local visible = host.visible -- name -> function or library, made by the engine
visible.coroutine = read_only(coroutines, "coroutine")
visible.pcall = bounded_pcall
visible.xpcall = xpcall
visible.require = require
visible.localized = localized
for name, constructor in pairs(constructors) do visible[name] = constructor end
for kind in pairs(kinds) do
  visible[kind] = function(given) register(kind, given) end
end
for _, name in ipairs { "string", "table", "math", "json", "text" } do visible[name] = read_only(visible[name], name) end

setmetatable(environment, {
  __index = function(_, name)
    local value = visible[name]
    if value == nil then
      error(format("the variable '%s' is not declared%s", tostring(name), host.did_you_mean(tostring(name), visible)), 2)
    end
    return value
  end,
  __newindex = function(_, name) error(format("the variable '%s' is not declared; write: local %s", tostring(name), tostring(name)), 2) end,
  __metatable = "environment",
})

return functions
