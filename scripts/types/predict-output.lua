-- predict-output: what does the program print? Compared line by line.
--
-- White space, case, and Chinese brackets, commas and quotes do not matter, nor which kind of quotes is used, unless "spaces" is "exact". Blank
-- lines at the end never matter. Where lines are missing or too many the rest is aligned first (lib/order.lua), so that they do not spoil what
-- comes after them. The credit is the number of lines that agree, over the lines expected or given, whichever is more. A line that is an exception
-- ("ValueError: …") agrees with any line that names that exception.
local answers = require "answers"
local order = require "order"

local say = answers.say

local most_lines = 1000

local nothing_printed = {}
for phrase in ("nothing nooutput (nothing) (nooutput) itprintsnothing 无输出 没有输出 无 什么都不打印 什么也不打印 什么都没有 不打印 空"):gmatch "%S+" do
  nothing_printed[phrase] = true
end

local function without_blank_end(lines)
  while lines[#lines] and lines[#lines]:match "^%s*$" do lines[#lines] = nil end
  return lines
end

-- Of a copied traceback only the last line counts.
local function without_traceback(lines)
  local kept, inside = {}, false
  for _, line in ipairs(lines) do
    if line:match "^%s*Traceback %(most recent call last%)" then
      inside = true
    elseif not inside or not line:match "^%s" then
      inside = false
      kept[#kept + 1] = line
    end
  end
  return kept
end

local function lines_of(s)
  local lines = {}
  for line in (s:gsub("\r\n?", "\n") .. "\n"):gmatch "([^\n]*)\n" do lines[#lines + 1] = line end
  return lines
end

local function parse(q, input)
  local lines, too_long = nil, answers.too_long(input, answers.most_text)
  if too_long then return nil, too_long end
  if type(input) == "table" and answers.is_list(input) then
    lines = {}
    for i, value in ipairs(input) do lines[i] = answers.as_text(value) or "" end
  elseif answers.as_text(input) then
    lines = lines_of(answers.as_text(input))
  else
    return nil, say("Write the output line by line, as one text.", "请逐行写出输出内容。")
  end
  if #lines > most_lines then return nil, say("%d lines are too many.", "%d 行太多了。", #lines) end
  if #lines == 1 and nothing_printed[answers.squeeze(lines[1])] then lines = {} end
  return json.array(without_blank_end(without_traceback(lines)))
end

-- Comparing -------------------------------------------------------------------------------------------------------------------------------

local other_exceptions = { StopIteration = true, StopAsyncIteration = true, KeyboardInterrupt = true, SystemExit = true, GeneratorExit = true }

-- The name of the exception that a line of output reports.
local function exception_of(line)
  local name = line:match "^%s*([%a_][%w_.]*)"
  if not name then return nil end
  local last = name:match "[%w_]+$"
  local is_exception = last and (other_exceptions[last] or last:match "%wError$" or last:match "%wException$" or last:match "%wWarning$")
  return is_exception and last:lower() or nil
end

local function names_exception(line, exception)
  return text.fold(line):find("%f[%w_]" .. exception .. "%f[^%w_]") ~= nil
end

local function loose(line)
  return (text.fold(line):gsub("[%s`]+", ""):gsub('"', "'"))
end

-- A comparison of an expected and a given line. Folding is done once per line, not once per pair.
local function comparison(q, expected, given)
  if q.spaces == "exact" then return function(i, j) return expected[i] == given[j] end end
  local wanted, typed, exception = {}, {}, {}
  for i, line in ipairs(expected) do wanted[i], exception[i] = loose(line), exception_of(line) end
  for j, line in ipairs(given) do typed[j] = loose(line) end
  return function(i, j)
    return wanted[i] == typed[j] or (exception[i] ~= nil and names_exception(given[j], exception[i]))
  end
end

local function count_up(list)
  local numbers = {}
  for i in ipairs(list) do numbers[i] = i end
  return numbers
end

-- For each expected line whether it was given.
local function agreement(expected, given, same)
  local agrees = {}
  if #expected == #given then
    for i in ipairs(expected) do agrees[i] = same(i, i) end
  else
    for _, pair in ipairs(order.longest_common(count_up(expected), count_up(given), same)) do agrees[pair[1]] = true end
  end
  return agrees
end

local function part_of(i, expected, agrees)
  local part = { id = tostring(i), credit = agrees and 1 or 0 }
  if agrees then
    part.note = say("line %d: %s", "第 %d 行：%s", i, expected)
  else
    part.note = say("line %d is: %s", "第 %d 行应为：%s", i, expected)
  end
  return part
end

local function grade(q, response)
  local expected = q.output
  local agrees = agreement(expected, response, comparison(q, expected, response))
  local parts, agreed = {}, 0
  for i, line in ipairs(expected) do
    parts[i] = part_of(i, line, agrees[i])
    agreed = agreed + parts[i].credit
  end
  local surplus = #response - #expected
  if surplus > 0 then
    parts[#parts + 1] = { id = "surplus", credit = 0, weight = surplus, note = say("%d lines too many", "多了 %d 行", surplus) }
  end
  local most = math.max(#expected, #response)
  return { credit = most == 0 and 1 or agreed / most, parts = parts }
end

question_type {
  name = "predict-output",
  description = { en = "Say what the program prints.", zh = "写出程序的输出。" },
  fields = {
    output = secret(list{ "string" }),
    spaces = optional(one_of{ "free", "exact" }),
  },

  present = function(q, view)
    local help = say("Type the output, line by line. White space does not matter.", "逐行写出输出，空白不计较。")
    if q.spaces == "exact" then help = say("Type the output, line by line. Every space counts.", "逐行写出输出，空格也要一致。") end
    return { input = "text", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = function(q)
    local last = q.output[#q.output]
    if last and last:match "^%s*$" then
      return { { path = "/output/" .. (#q.output - 1), message = "a blank line at the end is never compared; leave it out" } }
    end
    return {}
  end,
  key = function(q) return json.array(q.output) end,
}
