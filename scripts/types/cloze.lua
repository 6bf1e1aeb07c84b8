-- cloze: fill in blanks. The prompt marks them as [[name]]; "blanks" says for each name what is accepted.
--
-- Blanks are numbered in the order of the English prompt and shown as [ 1 ]. Answers may look like "venv; activate; -r", one blank a line,
-- "1: venv, 2: activate", "module: venv; script: activate", or in a file { "module": "venv" } or ["venv", "activate"]. Case, width, white
-- space and quotes do not matter. A "wrong" entry explains a known mistake.
local answers = require "answers"

local say = answers.say

-- Names of the blanks in order, and the number of each name.
local function blanks_in(prompt)
  local names, number = {}, {}
  for name in prompt:gmatch "%[%[([%w-]+)%]%]" do
    if not number[name] then
      names[#names + 1] = name
      number[name] = #names
    end
  end
  return names, number
end

local function blanks_of(q)
  return blanks_in(localized(q.prompt, "en"))
end

-- Reading: { name = text }, or nil and why. -----------------------------------------------------------------------------------------------

local function unknown_blank(names, name)
  return nil, say("There is no blank %s; the blanks are 1 to %d.", "没有第 %s 空，一共 %d 个空。", name, #names)
end

local function name_of(names, number, label)
  if number[label] then return label end
  return names[tonumber(label) or 0]
end

-- "1: venv" or "script: activate" in every piece; nil when a piece is of another form.
local function from_labels(names, number, pieces)
  local filled = {}
  for _, piece in ipairs(pieces) do
    local label, value = piece:match "^%[?%(?([%w-]+)%)?%]?%s*[:=.)]%s*(.+)$"
    local name = label and name_of(names, number, label)
    if not name or filled[name] then return nil end
    filled[name] = value
  end
  return filled
end

local function from_order(names, values)
  local filled = {}
  for i, name in ipairs(names) do
    if values[i] and values[i] ~= "" then filled[name] = values[i] end
  end
  return filled
end

-- The ways to cut a line into blanks, strongest separator first. Weak ones count only when they give exactly one piece for each blank.
local function pieces_of(s, wanted)
  local lines = answers.without_empty(answers.split(s, "\n"))
  if #lines > 1 then return lines end
  local pieces = answers.split(s, ";")
  if #pieces > 1 then return pieces end
  for _, separators in ipairs{ ",", "/", " " } do
    pieces = answers.without_empty(answers.split(s, separators))
    if #pieces == wanted then return pieces end
  end
  return { s }
end

local function from_string(q, input)
  local names, number = blanks_of(q)
  local folded = text.fold(input)
  if #names == 1 then
    local labelled = from_labels(names, number, { folded })
    return labelled or { [names[1]] = folded }
  end
  local pieces = pieces_of(folded, #names)
  local labelled = from_labels(names, number, answers.without_empty(pieces))
  if labelled and next(labelled) then return labelled end
  while #pieces > #names and pieces[#pieces] == "" do pieces[#pieces] = nil end
  if #pieces > #names then
    return nil, say("There are %d blanks, but %d answers; separate them with semicolons.", "一共 %d 个空，你写了 %d 个答案；请用分号隔开。", #names, #pieces)
  end
  return from_order(names, pieces)
end

local function from_list(q, list)
  local names = blanks_of(q)
  if #list > #names then return nil, say("There are %d blanks, but %d answers.", "一共 %d 个空，你写了 %d 个答案。", #names, #list) end
  local values = {}
  for i, value in ipairs(list) do values[i] = answers.as_text(value) or "" end
  return from_order(names, values)
end

local function from_object(q, object)
  local names, number = blanks_of(q)
  local filled = {}
  for label, value in pairs(object) do
    local name = name_of(names, number, label)
    if not name then return unknown_blank(names, label) end
    local written = answers.as_text(value)
    if written and written ~= "" then filled[name] = written end
  end
  return filled
end

local function parse(q, input)
  local written = answers.as_text(input)
  local filled, why = nil, answers.too_long(input, answers.most_line)
  if why then return nil, why end
  if written then
    filled, why = from_string(q, answers.is_nothing(written) and "" or written)
  elseif type(input) == "table" and answers.is_list(input) then
    filled, why = from_list(q, input)
  elseif type(input) == "table" then
    filled, why = from_object(q, input)
  else
    return nil, say("Write the blanks in order, separated by semicolons.", "请按顺序填写，用分号隔开。")
  end
  if not filled then return nil, why end
  local left = {}
  for i, name in ipairs((blanks_of(q))) do
    if not filled[name] then left[#left + 1] = i end
  end
  if left[1] then return filled, { say("Left empty: %s.", "未填：%s。", table.concat(left, ", ")) } end
  return filled
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

local function is_one_of(list, s)
  local squeezed = answers.squeeze(s)
  for _, accepted in ipairs(list) do
    if accepted == s or answers.squeeze(accepted) == squeezed then return true end
  end
  return false
end

local function known_mistake(blank, s)
  for _, mistake in ipairs(blank.wrong or {}) do
    if is_one_of(mistake.match, s) then return mistake end
  end
end

-- What is right, as the candidate reads it: in Chinese an ordinary word is told by the first Chinese form that is accepted; names and numbers stay.
local function shown(blank)
  local first, chinese = blank.accept[1], nil
  if first:match "^%l%l[%l ]+$" then
    for _, accepted in ipairs(blank.accept) do
      if not chinese and accepted:match "^[\228-\233]" then chinese = accepted end
    end
  end
  return { en = first, zh = chinese or first }
end

local function part_of(name, i, blank, s)
  local part = { id = name, credit = (s and is_one_of(blank.accept, s)) and 1 or 0 }
  local mistake = s and known_mistake(blank, s)
  if part.credit == 1 then
    part.note = say("[ %d ] %s", "[ %d ] %s", i, shown(blank))
  elseif mistake then
    part.note = say("[ %d ] is %s, not %s. %s", "[ %d ] 应为 %s，不是 %s。%s", i, shown(blank), s, mistake.why)
  elseif s then
    part.note = say("[ %d ] is %s, not %s", "[ %d ] 应为 %s，不是 %s", i, shown(blank), s)
  else
    part.note = say("[ %d ] is %s", "[ %d ] 应为 %s", i, shown(blank))
  end
  return part
end

local function grade(q, response)
  local names = blanks_of(q)
  local parts, right = {}, 0
  for i, name in ipairs(names) do
    parts[i] = part_of(name, i, q.blanks[name], response[name])
    right = right + parts[i].credit
  end
  return { credit = right / #names, parts = parts }
end

-- Checking a question ---------------------------------------------------------------------------------------------------------------------

local function check_names(q, lang, faults)
  local _, marked = blanks_in(localized(q.prompt, lang))
  for name in pairs(q.blanks) do
    if not marked[name] then
      answers.fault(faults, "/blanks/" .. name, "the %s prompt does not mark it; write [[%s]] where it belongs", lang, name)
    end
  end
  for name in pairs(marked) do
    if not q.blanks[name] then
      answers.fault(faults, "/prompt", '[[%s]] is marked in the %s prompt, but "blanks" has no "%s"', name, lang, name)
    end
  end
end

local function validate(q)
  local faults = {}
  check_names(q, "en", faults)
  check_names(q, "zh", faults)
  for name, blank in pairs(q.blanks) do
    for i, mistake in ipairs(blank.wrong or {}) do
      for j, match in ipairs(mistake.match) do
        if is_one_of(blank.accept, match) then
          local path = ("/blanks/%s/wrong/%d/match/%d"):format(name, i - 1, j - 1)
          answers.fault(faults, path, '"%s" is accepted as right above; remove one of them', match)
        end
      end
    end
  end
  return faults
end

-- The prompt with numbers in place of names. A bracket right after one would make it a Markdown link.
local function numbered(prompt, number)
  local shown = prompt:gsub("%[%[([%w-]+)%]%]", function(name) return ("[ %d ]"):format(number[name]) end)
  return (shown:gsub("(%[ %d+ %])%(", "%1 ("))
end

question_type {
  name = "cloze",
  description = { en = "Fill in the blanks.", zh = "填空。" },
  fields = {
    blanks = secret(map{ accept = list{ "string" }, wrong = optional(list{ match = list{ "string" }, trap = "trap?", why = "text" }) }),
  },

  present = function(q, view)
    local names, number = blanks_of(q)
    local help = #names == 1 and say("Type what belongs into the blank.", "输入空里该填的内容。")
      or say("Type the %d blanks in the order of their numbers, separated by semicolons or one a line.", "按编号顺序填写 %d 个空，用分号隔开，或者每行一个。", #names)
    return { prompt = numbered(localized(q.prompt, view.lang), number), input = "text", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  key = function(q)
    local key = {}
    for name, blank in pairs(q.blanks) do key[name] = blank.accept[1] end
    return key
  end,
}
