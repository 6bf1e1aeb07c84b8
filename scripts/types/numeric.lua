-- numeric: a number, a quantity with its unit, or a complexity class.
--
-- "value" with "unit" and "tolerance" ("5%", or a number in the same unit; exact without it), or "complexity" such as "N log k". Everything about
-- reading is in lib/quantities.lua and lib/complexity.lua: thousands separators, 2^32, 3.5×10^6, 万 and 亿, units in both languages, O and Θ. A
-- missing unit, or one of another dimension, is no attempt: the candidate is told. Where the prompt itself names the unit ("how many bytes"),
-- "unit_in_prompt": true lets a bare number count as one of that unit. A "wrong" entry explains a known mistake.
local answers = require "answers"
local complexity = require "complexity"
local quantities = require "quantities"

local say = answers.say

local function parse(q, input)
  local too_long = answers.too_long(input, answers.most_line)
  if too_long then return nil, too_long end
  if type(input) == "table" and input.value ~= nil then
    input = (answers.as_text(input.value) or "") .. " " .. (answers.as_text(input.unit) or "")
  end
  local written = answers.as_text(input)
  if not written or answers.is_nothing(written) then return nil, say("Write a number.", "请写一个数。") end
  if not q.complexity then return quantities.read(written, q.unit, q.unit_in_prompt) end
  local class, why = complexity.read(written)
  if not class then return nil, why end
  return { complexity = class }
end

local function is_it(q, wanted, response)
  if response.complexity then return wanted.complexity ~= nil and response.complexity == complexity.read(wanted.complexity) end
  return wanted.value ~= nil and quantities.agree(response, q.tolerance, wanted.value, wanted.unit or q.unit)
end

local function key_text(q)
  if q.complexity then return ("O(%s)"):format(q.complexity) end
  return ("%.12g"):format(q.value) .. (q.unit and " " .. q.unit or "")
end

local function grade(q, response)
  local part = { id = "value", credit = is_it(q, q, response) and 1 or 0, note = say("%s", "%s", key_text(q)) }
  if part.credit == 0 then
    part.note = say("The answer is %s.", "答案是 %s。", key_text(q))
    for _, mistake in ipairs(q.wrong or {}) do
      if is_it(q, mistake, response) then
        local given = key_text{ value = mistake.value, unit = mistake.unit or q.unit, complexity = mistake.complexity }
        part.note = say("The answer is %s, not %s. %s", "答案是 %s，不是 %s。%s", key_text(q), given, mistake.why)
        break
      end
    end
  end
  return { credit = part.credit, parts = { part } }
end

-- Checking a question ---------------------------------------------------------------------------------------------------------------------

local function check_quantity(q, fault)
  if q.tolerance ~= nil and type(q.tolerance) ~= "number" then
    local is_share = type(q.tolerance) == "string" and q.tolerance:match "^%s*[%d.]+%s*%%%s*$"
    if not is_share then fault("/tolerance", 'expected a number in the unit of the answer, or a share such as "5%%"') end
  end
  for i, mistake in ipairs(q.wrong or {}) do
    local path = "/wrong/" .. (i - 1)
    if not mistake.value then
      fault(path, 'missing "value": the wrong answer that this explains')
    elseif quantities.dimension_of(mistake.unit or q.unit) ~= quantities.dimension_of(q.unit) then
      fault(path .. "/unit", "measures something else than the unit of the answer, so nobody can give this answer")
    else
      local same = quantities.read(("%.12g %s"):format(mistake.value, mistake.unit or q.unit or ""), q.unit)
      if same and is_it(q, q, same) then fault(path .. "/value", "is right within the tolerance") end
    end
  end
end

local function check_complexity(q, fault)
  local class = complexity.read(q.complexity)
  if not class then return fault("/complexity", 'cannot be read; write for example "N log k"') end
  for i, mistake in ipairs(q.wrong or {}) do
    local path = "/wrong/" .. (i - 1)
    local other = mistake.complexity and complexity.read(mistake.complexity)
    if not mistake.complexity then
      fault(path, 'missing "complexity": the wrong answer that this explains')
    elseif not other then
      fault(path .. "/complexity", 'cannot be read; write for example "N log k"')
    elseif other == class then
      fault(path .. "/complexity", "is the same class as the answer")
    end
  end
end

local function validate(q)
  local faults = {}
  local function fault(...) answers.fault(faults, ...) end
  if (q.value ~= nil) == (q.complexity ~= nil) then
    fault("", 'a numeric question has either "value" or "complexity"')
  elseif q.complexity then
    if q.unit or q.tolerance then fault(q.unit and "/unit" or "/tolerance", "does not go with a complexity class") end
    check_complexity(q, fault)
  else
    if q.unit_in_prompt and not q.unit then fault("/unit_in_prompt", 'goes with "unit"') end
    check_quantity(q, fault)
  end
  return faults
end

question_type {
  name = "numeric",
  description = { en = "Answer with a number and its unit, or with a complexity class.", zh = "用数值（带单位）或复杂度回答。" },
  fields = {
    value = secret "number?",
    unit = "string?",
    unit_in_prompt = "boolean?",
    tolerance = secret "any?",
    complexity = secret "string?",
    wrong = secret(optional(list{ value = "number?", unit = "string?", complexity = "string?", trap = "trap?", why = "text" })),
  },

  present = function(q, view)
    local help = say("Type one line, such as 1,024 or O(n log n).", "输入一行，例如 1,024 或 O(n log n)。")
    if q.unit and not q.unit_in_prompt then help = say("Type a number with its unit. 1,024 and 2^10 are fine.", "输入数值和单位，1,024、2^10 这样的写法都可以。") end
    return { input = "line", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  key = key_text,
}
