-- The calls that register things: what they accept, in which file, and what the engine is told of it. Part of the prelude; see there.
local host, basics = ...
local fail = basics.fail
local error, type, pairs, ipairs, pcall, tostring, setmetatable = error, type, pairs, ipairs, pcall, tostring, setmetatable
local format = string.format

-- Fields ------------------------------------------------------------------------------------------------------------------------------

local spec_mark = { __metatable = "field" }
local simple = {}
for _, name in ipairs { "text", "string", "number", "integer", "boolean", "slug", "code", "pattern", "file", "folder", "trap", "question", "any" } do simple[name] = true end

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
  order_is_key = function(of) local spec = copy(to_spec(of)); spec.order_is_key = true; return spec end,
  optional = function(of) local spec = copy(to_spec(of)); spec.optional = true; return spec end,
  count = function(of, text) local spec = copy(to_spec(of)); range(text, spec, "count"); return spec end,
}

-- Registering -------------------------------------------------------------------------------------------------------------------------

local kinds = {
  question_type = {
    called = "question type",
    required = { name = "string", description = "text", fields = "table", grade = "function" },
    optional = { present = "function", parse = "function", validate = "function", generate = "function", key = "function", clarify = "function",
      starter = "function", try = "function" },
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
  language = {
    called = "language",
    required = { name = "string", description = "text", extension = "string", job = "function" },
    optional = { needs = "table", profiles = "table", prove = "function", read = "function", self_test = "table" },
  },
}

local registered = { question_type = {}, scoring_rule = {}, round = {}, language = {} }
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
    origin = entry.origin, callbacks = names, sources = sources, scoring = entry.scoring, language = entry.language }
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
  if kinds[kind].read then kinds[kind].read(entry, given) end
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

-- What the prelude needs of this part -------------------------------------------------------------------------------------------------

local registering = {
  constructors = constructors, kinds = kinds, registered = registered, foreign = foreign, of_packs = of_packs,
  is_a = is_a, register = register, with_defaults = with_defaults, require = require,
}

-- Before any file is run: the libraries there are.
function registering.know_libraries(files)
  for _, file in ipairs(files) do
    if file.library then libraries[file.library] = file end
  end
end

function registering.load_file(file, text, origin) run_file(file, text, origin, {}) end

-- After a file that may have broken off anywhere.
function registering.end_loading()
  loading = { file = "", origin = "", sources = {} }
  busy = {}
end

function registering.declared()
  local out = {}
  for kind, entries in pairs(registered) do
    for _, entry in pairs(entries) do
      out[#out + 1] = declaration(kind, entry)
    end
  end
  return out
end
-- Runs what was typed at the prompt, where things may be registered again. What it returns goes to `done`, after whether it failed.
function registering.at_prompt(chunk, done)
  local outer = loading
  loading = { file = "prompt", origin = "prompt", sources = { prompt = true } }
  local function back(...)
    loading = outer
    return done(...)
  end
  return back(pcall(chunk))
end

return registering
