-- From an answer to a grade: parse, grade and score, and what they may return. Part of the prelude; see there.
local host, basics, registering = ...
local fail, read_only, is_range = basics.fail, basics.read_only, basics.is_range
local registered, foreign = registering.registered, registering.foreign
local error, type, pairs, ipairs, tostring = error, type, pairs, ipairs, tostring
local format = string.format

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
  if credit == 0 or credit == 1 then return credit end
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
  local credit = check_credit(callbacks.grade, result)
  if facts.judged then
    credit = host.exact(facts.judged.credit)
    result.credit, result.review = credit, result.review or facts.judged.review
  end
  local verdict = verdict_of(credit)
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

return { evaluate = evaluate, generate = generate }
