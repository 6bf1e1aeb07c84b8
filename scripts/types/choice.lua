-- choice: pick one option, or every right one when the question says "many".
--
-- Answers may look like "a c", "A,C", "ac", "Ａ、Ｃ", "答案是 AC", "1 3", the text of an option, or in a file ["a", "c"] or [1, 3].
-- Letters always mean the order in which the author wrote the options. A wrong option that was picked is a part of kind "misconception", so that
-- follow-ups can ask `when: { misconception: "b" }`. "partial" says what an incomplete choice of many is worth:
--   all-or-nothing      (default) full credit for exactly the right set
--   per-option          every option decided rightly counts 1/n, whether it was picked or left out; picking nothing is worth nothing
--   per-option-penalty  right picks minus wrong picks, over the number of right options; never below 0
local answers = require "answers"

local say = answers.say

local alphabet = { "a", "b", "c", "d", "e", "f", "g", "h" } -- types built on this one may have more options

local function letter(position)
  return alphabet[position] or string.char(96 + position)
end

local function letters(positions)
  local names = {}
  for i, position in ipairs(positions) do names[i] = letter(position) end
  return table.concat(names, ", ")
end

local function holds(list, value)
  for i = 1, #list do
    if list[i] == value then return true end
  end
  return false
end

-- Reading: positions of options, or nil and why. ------------------------------------------------------------------------------------------

local leads = { "正确答案", "正确选项", "答案", "应该", "我", "选择", "选项", "选", "是", "为", "the", "correct", "right", "my", "answers", "answer",
  "is", "are", "i", "would", "choose", "pick", "options", "option" }

local function no_such(q, name)
  if #name > 40 then
    return nil, say("This names no option; type letters from a to %s.", "没有看到选项，请输入 a 到 %s 的字母。", letter(#q.options))
  end
  return nil, say("There is no option %s; the options are a to %s.", "没有选项 %s，可选的是 a 到 %s。", name, letter(#q.options))
end

local function position_of_text(q, s)
  local texts = {}
  for i, option in ipairs(q.options) do texts[i] = option.text end
  return answers.index(texts)[answers.squeeze(s)]
end

local function position_of_number(q, number)
  if #q.options <= 9 and q.options[number] then return number end
  return no_such(q, ("%g"):format(number))
end

-- "ac" is options a and c; "idea" is a word.
local function positions_of_word(q, word)
  local positions, seen = {}, {}
  for i = 1, #word do
    local name = word:sub(i, i)
    local position = name:byte() - 96
    if seen[name] or not q.options[position] then return no_such(q, #word > 1 and '"' .. word .. '"' or name) end
    seen[name] = true
    positions[i] = position
  end
  return positions
end

-- What nearly everybody types: letters of options, with or without spaces and commas between them. Returns positions, or nil when it is of another
-- form. An option whose text is of this form is refused by `validate`, so there is no need to look at the texts first.
local function plain_letters(q, s)
  if #s > 3 * #q.options then return nil end
  local positions
  for i = 1, #s do
    local byte = s:byte(i)
    if byte ~= 32 and byte ~= 44 then
      local position = byte <= 90 and byte - 64 or byte - 96
      if not q.options[position] or (positions and holds(positions, position)) then return nil end
      if positions then positions[#positions + 1] = position else positions = { position } end
    end
  end
  return positions
end

local function append(list, more)
  for _, value in ipairs(more) do list[#list + 1] = value end
end

local function from_words(q, s)
  s = (" " .. s .. " "):gsub("[%p%s]+", " "):gsub(" and ", " "):gsub(" or ", " ")
  s = s:gsub("和", " "):gsub("与", " "):gsub("跟", " "):gsub("及", " "):gsub("项", " ")
  local by_letter, by_number = {}, {}
  for word in s:gmatch "%S+" do
    local found, why
    if word:match "^%a+$" then
      found, why = positions_of_word(q, word)
      append(by_letter, found or {})
    elseif word:match "^%d+$" then
      found = true
      for digit in word:gmatch "%d" do by_number[#by_number + 1] = tonumber(digit) end
    end
    if not found then
      if why then return nil, why end
      return no_such(q, '"' .. word .. '"')
    end
  end
  if by_letter[1] and by_number[1] then
    return nil, say("Name options either by letter or by number, not both.", "请只用字母或只用数字来选，不要混用。")
  end
  for i, number in ipairs(by_number) do
    local position, why = position_of_number(q, number)
    if not position then return nil, why end
    by_number[i] = position
  end
  return by_letter[1] and by_letter or by_number
end

-- "b) It is gone." or "B. Because …": the letter counts. With several options to pick, the text after it has to be the option's own.
local function from_labelled(q, s)
  local name, rest = s:match "^%(?(%a)%s*[):.,]%s*(.+)$"
  if not name then return nil end
  local position = name:byte() - 96
  if not q.options[position] then return nil end
  if answers.says(rest, q.options[position].text) then return { position } end
  if q.many or rest:match "^%a[%s%p]" or rest:match "^%a$" then return nil end
  return { position }, { say("Only the letter %s was read.", "只读取了字母 %s。", letter(position)) }
end

local function from_piece(q, s)
  local position = position_of_text(q, s)
  if position then return { position } end
  s = answers.after_lead(s, leads)
  local positions, more = from_labelled(q, s)
  if positions then return positions, more end
  return from_words(q, s)
end

local function from_string(q, input)
  local plain = plain_letters(q, input)
  if plain then return plain end
  local folded = text.fold(input)
  plain = plain_letters(q, answers.after_lead(folded, leads))
  if plain then return plain end
  local whole = position_of_text(q, input)
  if whole then return { whole } end
  local positions, warnings = {}, nil
  for _, piece in ipairs(answers.without_empty(answers.split(folded, "\n;"))) do
    local found, more = from_piece(q, piece)
    if not found then return nil, more end
    append(positions, found)
    warnings = more or warnings
  end
  return positions, warnings
end

local function from_list(q, list)
  local positions = {}
  for _, value in ipairs(list) do
    local found, why
    if type(value) == "number" then
      found, why = position_of_number(q, value)
      found = found and { found }
    elseif type(value) == "string" then
      found, why = from_string(q, value)
    else
      found, why = nil, say("An option is named by a letter, a number or its text.", "请用字母、数字或选项原文来选。")
    end
    if not found then return nil, why end
    append(positions, found)
  end
  return positions
end

local function read(q, input)
  if type(input) == "number" then return from_list(q, { input }) end
  if type(input) == "string" then return from_string(q, input) end
  if answers.is_list(input) then return from_list(q, input) end
  return nil, say("Name options by letter, such as %s.", "请用字母来选，例如 %s。", q.many and "a c" or "a")
end

local function sorted_once(positions)
  if #positions == 1 then return positions end
  local seen, sorted = {}, {}
  for _, position in ipairs(positions) do
    if not seen[position] then sorted[#sorted + 1] = position end
    seen[position] = true
  end
  table.sort(sorted)
  return sorted
end

local function parse(q, input)
  local too_long = answers.too_long(input, answers.most_line)
  if too_long then return nil, too_long end
  local positions, more = read(q, input)
  if not positions then
    if type(input) == "string" and answers.is_nothing(input) then
      more = say("Name an option, a to %s, or skip the question.", "请选 a 到 %s，不会就跳过本题。", letter(#q.options))
    end
    return nil, more
  end
  positions = sorted_once(positions)
  if #positions == 0 then return nil, say("No option is named; the options are a to %s.", "没有选任何一项，可选的是 a 到 %s。", letter(#q.options)) end
  if #positions > 1 and not q.many then
    return nil, say("Choose one option; this names %s.", "这是单选题，你选了 %s。", letters(positions))
  end
  local names = { letter(positions[1]) }
  for i = 2, #positions do names[i] = letter(positions[i]) end
  return names, more
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

-- Of so many options `hit` were picked rightly, `wrong` wrongly, and `missed` not though they are right.
local credit_of = {
  ["all-or-nothing"] = function(hit, wrong, missed) return (wrong == 0 and missed == 0) and 1 or 0 end,
  ["per-option"] = function(hit, wrong, missed, all) return (all - wrong - missed) / all end,
  ["per-option-penalty"] = function(hit, wrong, missed) return math.max(0, hit - wrong) / (hit + missed) end,
}

local function part_of(position, option, picked, penalty)
  local id = letter(position)
  if picked and not option.correct then return { id = id, kind = "misconception", credit = -penalty, weight = 0, note = option.why } end
  return { id = id, credit = picked and 1 or 0, note = option.text }
end

local function grade(q, response)
  local options, hit, wrong, missed = q.options, 0, 0, 0
  for i = 1, #response do
    local name = response[i]
    if type(name) ~= "string" or #name ~= 1 or not options[name:byte() - 96] then error("a response is what parse gives: a list of letters of options, such as { \"a\", \"c\" }", 0) end
  end
  for i = 1, #options do
    if not holds(response, letter(i)) then
      if options[i].correct then missed = missed + 1 end
    elseif options[i].correct then
      hit = hit + 1
    else
      wrong = wrong + 1
    end
  end
  local penalty = q.partial == "per-option-penalty" and 1 / (hit + missed) or 0
  local parts = {}
  for i = 1, #options do
    local picked = holds(response, letter(i))
    if picked or options[i].correct then parts[#parts + 1] = part_of(i, options[i], picked, penalty) end
  end
  return { credit = q.many and credit_of[q.partial or "all-or-nothing"](hit, wrong, missed, #options) or hit, parts = parts }
end

-- Checking a question ---------------------------------------------------------------------------------------------------------------------

local function right_ones(q)
  local positions = {}
  for i, option in ipairs(q.options) do
    if option.correct then positions[#positions + 1] = i end
  end
  return positions
end

local function validate(q)
  local faults = {}
  local function fault(...) answers.fault(faults, ...) end
  for i, option in ipairs(q.options) do
    local path = "/options/" .. (i - 1)
    if not option.correct and not option.why then fault(path .. "/why", "missing: say why this option is wrong") end
    if option.correct and option.trap then fault(path .. "/trap", "a right option cannot be a trap; move it to a wrong one") end
    if plain_letters(q, answers.squeeze(localized(option.text, "en"))) then
      fault(path .. "/text", "would be taken for letters of options; add a word to it")
    end
    for j = 1, i - 1 do
      if answers.says(localized(option.text, "en"), q.options[j].text) then
        fault(path .. "/text", "reads like option %s; options must differ in more than case or white space", letter(j))
      end
    end
  end
  local right = #right_ones(q)
  if right == 0 then fault("/options", 'no option is right; give one "correct": true') end
  if right > 1 and not q.many then fault("/options", '%d options are right; keep one, or add "many": true', right) end
  if q.partial and not q.many then fault("/partial", 'only for questions with "many": true') end
  return faults
end

question_type {
  name = "choice",
  description = { en = "Pick one option, or every right one where the question says so.", zh = "选出正确的一项；题目注明多选时，选出所有正确项。" },
  fields = {
    options = count(list{ text = "text", correct = secret "boolean?", why = secret "text?", trap = secret "trap?" }, "2..8"),
    many = "boolean?",
    partial = optional(one_of{ "all-or-nothing", "per-option", "per-option-penalty" }),
  },

  present = function(q, view)
    local lines = {}
    for i, option in ipairs(q.options) do
      lines[i] = ("- %s) %s"):format(letter(i), answers.item(option.text, view.lang))
    end
    local help = q.many and say("Type the letters of all that are right, such as: a c", "输入所有正确项的字母，例如：a c")
      or say("Type one letter.", "输入一个字母。")
    return { body = table.concat(lines, "\n"), input = "line", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  key = function(q) return letters(right_ones(q)) end,
}
