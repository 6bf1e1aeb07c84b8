-- Languages, and running candidates' programs with them: `program.run` asks the language for a launch, the engine for an outcome, and the language again
-- what that means. Part of the prelude; see there.
local host, basics, registering = ...
local error, type, pairs, ipairs, tostring, pcall = error, type, pairs, ipairs, tostring, pcall
local format = string.format
local fail, call_engine, registered = basics.fail, basics.call_engine, registering.registered
local visible = host.visible
local encode, array, compare = visible.json.encode, visible.json.array, visible.values.compare

local function check_keys(what, given, known)
  if type(given) ~= "table" then fail(format("%s is a table, found a %s", what, type(given))) end
  for key, value in pairs(given) do
    local expected = known[key]
    if not expected then fail(format("%s knows no '%s'%s", what, tostring(key), host.did_you_mean(tostring(key), known))) end
    if expected ~= "any" and type(value) ~= expected then fail(format("%s: '%s' is a %s, found a %s", what, key, expected, type(value))) end
  end
end

-- Languages -----------------------------------------------------------------------------------------------------------------------------

local need_keys = { file = "any", package = "string", name = "string" }
local profile_keys = { description = "any", needs = "table", data = "any" }
local self_test_keys = { name = "string", profile = "string", source = "string", files = "table", stdin = "string", calls = "table", driver = "string",
  arguments = "table", options = "table", limits = "table", ending = "string", output = "string", results = "table" }

local function check_needs(what, needs)
  for i, need in ipairs(needs or {}) do
    check_keys(format("%s %d", what, i), need, need_keys)
    local first = type(need.file) == "table" and need.file[1] or need.file
    if type(first) ~= "string" or type(need.package) ~= "string" then
      fail(format("%s %d is written { file = \"/usr/bin/awk\", package = \"mawk\" }: what must be there, and the Debian package that has it", what, i))
    end
  end
end

-- The keys that only languages have, checked when one is registered.
function registering.kinds.language.read(entry, given)
  if not given.extension:match "^[%w]+$" then fail "language: 'extension' is the end of file names, without the dot: \"py\"" end
  check_needs("language: need", given.needs)
  local profiles = {}
  for name, profile in pairs(given.profiles or {}) do
    if type(name) ~= "string" then fail "language: profiles have names: profiles = { numpy = { needs = … } }" end
    check_keys(format("language: the profile '%s'", name), profile, profile_keys)
    check_needs(format("language: the profile '%s': need", name), profile.needs)
    profiles[#profiles + 1] = name
  end
  local tests = {}
  for i, test in ipairs(given.self_test or {}) do
    check_keys(format("language: self test %d", i), test, self_test_keys)
    if test.output == nil and test.results == nil and test.ending == nil then
      fail(format("language: self test %d expects nothing; give 'output', 'results' or 'ending'", i))
    end
    if test.profile and not (given.profiles and given.profiles[test.profile]) then fail(format("language: self test %d: there is no profile '%s'", i, test.profile)) end
    tests[i] = { name = test.name or tostring(i), profile = test.profile or "" }
  end
  entry.language = { extension = given.extension, profiles = array(profiles), needs = array(given.needs or {}), self_tests = array(tests) }
  entry.given = given
end

local function language_named(name)
  local entry = registered.language[name]
  if not entry then fail(format("there is no language '%s'%s", tostring(name), host.did_you_mean(tostring(name), registered.language))) end
  return entry
end

-- Running -------------------------------------------------------------------------------------------------------------------------------

local spec_keys = { language = "string", profile = "string", source = "string", files = "table", calls = "table", driver = "string", stdin = "string",
  arguments = "table", options = "table", collect = "table", limits = "table" }
local limit_keys = { seconds = "number", wall_seconds = "number", memory_mb = "number", output_kb = "number", disk_mb = "number", disk_files = "number",
  processes = "number", open_files = "number", reserve_mb = "number" }
local limit_defaults = { seconds = 2, memory_mb = 256, reserve_mb = 0, output_kb = 1024, disk_mb = 0, disk_files = 256, processes = 0, open_files = 64 }

-- The units of scripts into those of the cage. `wall_seconds` follows from `seconds` unless it is given: long enough that a busy
-- machine does not make an endless loop look idle.
local function limits_of(...)
  local own = {}
  for name, value in pairs(limit_defaults) do own[name] = value end
  for _, given in ipairs { ... } do
    check_keys("limits", given, limit_keys)
    for name, value in pairs(given) do own[name] = value end
  end
  return { cpu = own.seconds, wall = own.wall_seconds or 3 * own.seconds + 4, memory = own.memory_mb * 1048576, reserve = own.reserve_mb * 1048576, output = own.output_kb * 1024,
    disk = own.disk_mb * 1048576, disk_files = own.disk_files, processes = own.processes, open_files = own.open_files }
end

local ending_of = { crashed = "runtime-error" }
local function in_words(ending) return ending_of[ending] or (ending:gsub("_", "-")) end

-- Bytes that are no text come in another form; what is shown of them has U+FFFD where they are no UTF-8.
local function as_text(value)
  if type(value) == "table" then return value.base64 and host.text_of_base64(value.base64) or "" end
  return value
end

-- What the cage says, in the words of scripts.
local function outcome_of(raw)
  local files = {}
  for _, file in ipairs(raw.collected or {}) do files[file.path] = as_text(file.text) end
  return { ending = in_words(raw["end"]), detail = raw.detail, status = raw.exit_status, signal = raw.signal, output = as_text(raw.output or ""),
    errors = as_text(raw.errors or ""), output_cut = raw.output_cut or false, result = as_text(raw.result or ""), complete = raw.result_complete or false, files = files,
    files_cut = raw.collected_cut or false, measured = { seconds = raw.cpu_seconds, wall_seconds = raw.wall_seconds, memory_mb = (raw.memory_bytes or 0) / 1048576 } }
end

local function all_needs(given, profile, more)
  local needs = {}
  for _, list in ipairs { given.needs or {}, profile and profile.needs or {}, more or {} } do
    for _, need in ipairs(list) do
      needs[#needs + 1] = { files = type(need.file) == "table" and need.file or { need.file }, package = need.package, name = need.name }
    end
  end
  return array(needs)
end

local function run_with(entry, spec, more_needs)
  local given = entry.given
  local profile = spec.profile and (given.profiles or {})[spec.profile]
  if spec.profile and not profile then
    fail(format("the language '%s' has no profile '%s'%s", entry.name, spec.profile, host.did_you_mean(spec.profile, given.profiles or {})))
  end
  local launch = given.job(spec, profile and profile.data)
  if type(launch) ~= "table" then error(host.defined_at(given.job) .. format("job must return a table, the launch, not a %s", type(launch)), 0) end
  local request = {}
  for key, value in pairs(launch) do request[key] = value end
  request.limits = limits_of(launch.limits or {}, spec.limits or {})
  request.limits.memory = request.limits.memory + (launch.own_memory_mb or 0) * 1048576
  request.own_memory_mb = nil
  if launch.build then
    local build = {}
    for key, value in pairs(launch.build) do build[key] = value end
    build.limits = limits_of(launch.build.limits or {})
    request.build = build
  end
  request.runtime = launch.runtime or { name = entry.name }
  local raw = call_engine("program.run", { launch = request, runtime = spec.profile or entry.name, needs = all_needs(given, profile, more_needs) })
  if in_words(raw["end"]) == "engine-error" then host.engine_fault(raw.detail) end
  local outcome = outcome_of(raw)
  -- A program that is asked nothing has no result to finish; that its exit status is not 0 may be what it should do.
  if raw["end"] == "crashed" and raw.signal == 0 and not request.request then outcome.ending, outcome.detail = "ended", "" end
  if not given.read then return outcome end
  local read = given.read(outcome, spec)
  if type(read) ~= "table" then error(host.defined_at(given.read) .. format("read must return a table, the outcome, not a %s", type(read)), 0) end
  return read
end

local function run(spec)
  check_keys("program.run", spec, spec_keys)
  if spec.language == nil then fail "program.run: 'language' is missing; it is the name of a language, such as \"python\"" end
  return run_with(language_named(spec.language), spec)
end

local library = {
  run = run,
  extension = function(name) return language_named(name).given.extension end,
}

-- Self tests ----------------------------------------------------------------------------------------------------------------------------

local function shortcoming(test, outcome)
  local ending = test.ending or "ended"
  if outcome.ending ~= ending then return format("ends with %s instead of %s: %s", outcome.ending, ending, outcome.detail ~= "" and outcome.detail or outcome.errors) end
  if test.output and outcome.output ~= test.output then return format("prints %s instead of %s", encode(outcome.output), encode(test.output)) end
  if not test.results then return nil end
  local same, at = compare(test.results, outcome.results or array {})
  if not same then return format("results differ at %s: %s", at, visible.values.show(outcome.results or array {}, "json")) end
end

local proof_limits = { seconds = 10, wall_seconds = 30, memory_mb = 1024, disk_mb = 32, processes = 32 }

local callbacks = {
  -- Runs a program of an author, which shows that a key is right. → { ending, output, told }
  prove = function(entry, source)
    local how = entry.given.prove and entry.given.prove(source) or {}
    local spec = { language = entry.name, source = source, files = how.files, profile = how.profile, options = how.options, limits = how.limits or proof_limits }
    local outcome = run_with(entry, spec, how.needs)
    local told = outcome.traceback or (outcome.detail ~= "" and outcome.detail or outcome.errors)
    return { ending = outcome.ending, output = outcome.output, told = told }
  end,

  -- Runs one self test. → { name, problem }; no problem: it passed.
  try_out = function(entry, number)
    local test = entry.given.self_test[number]
    local spec = { language = entry.name }
    for key in pairs(spec_keys) do spec[key] = test[key] or spec[key] end
    return { name = test.name or tostring(number), problem = shortcoming(test, run_with(entry, spec)) }
  end,
}

return { library = library, callbacks = callbacks }
