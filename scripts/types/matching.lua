-- matching: for each name on the left, the right description. "pairs" holds the right ones, "extra" descriptions that belong to nothing.
--
-- The left side is lettered a, b, c … in the order of the question; the right side, with the extra ones, is numbered in the order of its English
-- wording (lib/order.lua), because the authored order is the key. Numbers in an answer mean the numbers shown, everywhere. Answers may look
-- like "a3 b1 c2", "a-3, b-1", "3a 1b 2c", "a3b1c2", "3 1 2" (for a, b, c), "WSGI: 1; uwsgi: 2", with texts on both sides, or in a file
-- { "WSGI": "a Python calling convention …" }, { "WSGI": 1 } or [3, 1, 2]. Each right pair counts the same. Names that differ only in case are
-- told apart by case.
local answers = require "answers"
local order = require "order"

local say = answers.say

local longest_piece = 400  -- of a pair that is typed with its texts

local function letter(position)
  return string.char(96 + position)
end

-- All right sides: those of the pairs, then the extra ones.
local function right_sides(q)
  local sides = {}
  for i, pair in ipairs(q.pairs) do sides[i] = pair.right end
  for _, extra in ipairs(q.extra or {}) do sides[#sides + 1] = extra.text end
  return sides
end

local function shown_order(q)
  return order.shown(right_sides(q), #q.pairs)
end

-- Reading: for each pair the position of the right side that was chosen, 0 for none. ------------------------------------------------------

-- Both sides by what people may write for them, made once for each answer.
local function sides_of(q)
  local lefts, exact, doubtful = {}, {}, {}
  for i, pair in ipairs(q.pairs) do
    lefts[i] = pair.left
    exact[localized(pair.left, "en")], exact[localized(pair.left, "zh")] = i, i
  end
  local index = answers.index(lefts)
  for i, left in ipairs(lefts) do
    local squeezed = answers.squeeze(localized(left, "en"))
    if index[squeezed] ~= i then doubtful[squeezed] = true end  -- uWSGI and uwsgi: only the exact spelling tells
  end
  return { exact = exact, lefts = index, doubtful = doubtful, rights = answers.index(right_sides(q)), shown = shown_order(q), count = #q.pairs }
end

local function left_of(sides, s)
  local trimmed = answers.trim(s)
  if sides.exact[trimmed] then return sides.exact[trimmed] end
  local squeezed = answers.squeeze(trimmed)
  if sides.lefts[squeezed] and not sides.doubtful[squeezed] then return sides.lefts[squeezed] end
  local label = squeezed:match "^%(?(%a)[).]?$"
  local position = label and label:byte() - 96
  return position and position <= sides.count and position or nil
end

local function right_of(sides, s)
  local squeezed = answers.squeeze(s)
  if sides.rights[squeezed] then return sides.rights[squeezed] end
  local number = squeezed:match "^%(?(%d+)[).]?$"
  return number and sides.shown[tonumber(number)]
end

local function no_left(s)
  if #s > 40 then return nil, say("Write the pairs such as: a3 b1", "请按这样的格式写：a3 b1") end
  return nil, say('"%s" is not on the left side; write pairs such as: a3 b1', "左边没有“%s”；请按这样的格式写：a3 b1", s)
end

local function no_right(sides, s)
  return nil, say('"%s" is not on the right side; the numbers are 1 to %d', "右边没有“%s”；编号是 1 到 %d", #s > 40 and "…" or s, #sides.shown)
end

local function nothing_chosen(q)
  local chosen = {}
  for i in ipairs(q.pairs) do chosen[i] = 0 end
  return chosen
end

-- "WSGI: 1" cut at each separator in turn, until the left side is known.
local function cut(sides, piece)
  if #piece > longest_piece then return nil end
  for _, separator in ipairs{ "[-=]+>", "→", "：", ":", "=", "%s%-%s", "%s", "%-" } do
    local from = 1
    while true do
      local first, last = piece:find(separator, from)
      if not first then break end
      local left = left_of(sides, piece:sub(1, first - 1))
      local rest = answers.trim(piece:sub(last + 1))
      if left and rest ~= "" then return left, rest end
      from = last + 1
    end
  end
end

local function from_pairs(q, sides, pieces)
  local chosen = nothing_chosen(q)
  for _, piece in ipairs(pieces) do
    local left, rest = cut(sides, piece)
    if not left then return no_left(piece) end
    if chosen[left] ~= 0 then return nil, say("%s is matched twice.", "%s 配对了两次。", q.pairs[left].left) end
    chosen[left] = right_of(sides, rest)
    if not chosen[left] then return no_right(sides, rest) end
  end
  return chosen
end

-- The right sides of a, b, c … in this order; empty ones stay open.
local function from_values(q, sides, values)
  local chosen = nothing_chosen(q)
  for i, value in ipairs(values) do
    if value ~= "" then
      chosen[i] = right_of(sides, value)
      if not chosen[i] then return no_right(sides, value) end
    end
  end
  return chosen
end

-- "3 1 2 4" and "3124": the right sides of a, b, c …; nil when the answer is of another form.
local function from_numbers(q, sides, folded)
  if not folded:match "^[%d%s%p]+$" then return nil end
  local numbers = {}
  for number in folded:gmatch "%d+" do numbers[#numbers + 1] = number end
  if #numbers == 1 and #numbers[1] == #q.pairs and #sides.shown <= 9 then
    local digits = numbers[1]
    for i = 1, #digits do numbers[i] = digits:sub(i, i) end
  end
  if #numbers ~= #q.pairs then return nil end
  return from_values(q, sides, numbers)
end

-- The letters and numbers of an answer in order, and what stands between one and the next; nil when there are words or other signs.
local function labels_and_gaps(folded)
  local labels, gaps = {}, {}
  for label, gap in folded:gsub("^[%s()]+", ""):gsub("(%a)(%d)", "%1\1%2"):gsub("(%d)(%a)", "%1\1%2"):gmatch "(%w+)([^%w]*)" do
    if not label:match "^%a$" and not label:match "^%d+$" or gap:find "[^%s\1%-:=.>,;/|()]" then return nil end
    labels[#labels + 1], gaps[#gaps + 1] = label, gap
  end
  return labels, gaps
end

-- How far a gap parts two labels, inside a pair and from one pair to the next. A dash or colon joins the two of a pair, and "a-3b-2" can only be read
-- so; from pair to pair it parts less than anything else.
local function strength(gap, inside)
  if gap:find "[,;/|\n]" then return 3 end
  if gap:find "[-:=.>]" then return inside and 1 or 0 end
  if gap:find "%s" then return 2 end
  return inside and 0 or 1
end

-- "a3 b1 c2", "A-3, B-1", "3a 1b 2c", "a3b1c2"; nil when the answer is of another form, or the gaps pair the labels otherwise: "a 3b 1c 2".
local function from_labels(q, sides, folded)
  local labels, gaps = labels_and_gaps(folded)
  if not labels or #labels == 0 or #labels % 2 == 1 then return nil end
  local pieces, inside, between, orders = {}, 0, math.huge, {}
  for i = 1, #labels, 2 do
    local left, right = labels[i], labels[i + 1]
    local letter_first = left:match "%a" ~= nil
    if not letter_first then left, right = right, left end
    if not (left:match "%a" and right:match "%d") then return nil end
    if not letter_first and (left_of(sides, right) or sides.rights[left]) then return nil end  -- a name on the left is a number, such as 404
    pieces[#pieces + 1] = left .. ":" .. right
    orders[letter_first] = true
    inside = math.max(inside, strength(gaps[i], true))
    if i > 1 then between = math.min(between, strength(gaps[i - 1], false)) end
  end
  if inside > between or (inside == between and orders[true] and orders[false]) then return nil end
  return from_pairs(q, sides, pieces)
end

local function from_string(q, sides, input)
  local folded = text.fold(input):gsub("→", ">")
  local chosen, why = from_numbers(q, sides, folded)
  if chosen or why then return chosen, why end
  chosen, why = from_labels(q, sides, folded)
  if chosen or why then return chosen, why end
  local raw = input:gsub("；", ";"):gsub("，", ",")  -- not folded: case may tell two names apart
  local pieces = answers.without_empty(answers.split(raw, "\n;"))
  if #pieces == 1 then pieces = answers.without_empty(answers.split(raw, ",")) end
  return from_pairs(q, sides, pieces)
end

local function from_list(q, sides, list)
  if #list > #q.pairs then return nil, say("There are %d names, but %d answers.", "一共 %d 个名称，你写了 %d 个答案。", #q.pairs, #list) end
  local values = {}
  for i, value in ipairs(list) do values[i] = answers.as_text(value) or "" end
  return from_values(q, sides, values)
end

local function from_object(q, sides, object)
  local chosen = nothing_chosen(q)
  for name, value in pairs(object) do
    local left = left_of(sides, name)
    if not left then return no_left(name) end
    local written = answers.as_text(value)
    if written and written ~= "" then
      chosen[left] = right_of(sides, written)
      if not chosen[left] then return no_right(sides, written) end
    end
  end
  return chosen
end

local function read(q, input)
  local sides = sides_of(q)
  if type(input) == "string" and not answers.is_nothing(input) then return from_string(q, sides, input) end
  if type(input) == "table" and answers.is_list(input) then return from_list(q, sides, input) end
  if type(input) == "table" then return from_object(q, sides, input) end
  return nil, say("Write the pairs such as: a3 b1", "请按这样的格式写：a3 b1")
end

local function parse(q, input)
  local too_long = answers.too_long(input, answers.most_line)
  if too_long then return nil, too_long end
  local chosen, why = read(q, input)
  if not chosen then return nil, why end
  local left = {}
  for i, position in ipairs(chosen) do
    if position == 0 then left[#left + 1] = letter(i) end
  end
  if #left == #chosen then return nil, say("Nothing is matched; write pairs such as: a3 b1", "还没有配对；请按这样的格式写：a3 b1") end
  if left[1] then return chosen, { say("Left open: %s.", "未配对：%s。", table.concat(left, ", ")) } end
  return chosen
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

local function grade(q, response)
  local parts, right = {}, 0
  for i, pair in ipairs(q.pairs) do
    local credit = response[i] == i and 1 or 0
    right = right + credit
    parts[i] = { id = letter(i), credit = credit, note = say("%s: %s", "%s：%s", pair.left, pair.right) }
  end
  return { credit = right / #q.pairs, parts = parts }
end

local function validate(q)
  local faults, sides = {}, right_sides(q)
  for i, side in ipairs(sides) do
    for j = 1, i - 1 do
      if answers.says(localized(side, "en"), sides[j]) then
        local path = i <= #q.pairs and ("/pairs/%d/right"):format(i - 1) or ("/extra/%d/text"):format(i - #q.pairs - 1)
        answers.fault(faults, path, "the same as an earlier right side; every one must be a description of its own")
      end
    end
  end
  for i, pair in ipairs(q.pairs) do
    for j = 1, i - 1 do
      if localized(pair.left, "en") == localized(q.pairs[j].left, "en") then
        answers.fault(faults, ("/pairs/%d/left"):format(i - 1), "the same as an earlier left side; name it otherwise")
      end
    end
  end
  return faults
end

local function body(q, lang)
  local lines = {}
  for i, pair in ipairs(q.pairs) do lines[i] = ("- %s) %s"):format(letter(i), answers.item(pair.left, lang)) end
  lines[#lines + 1] = ""
  local sides = right_sides(q)
  for number, position in ipairs(shown_order(q)) do lines[#lines + 1] = ("%d. %s"):format(number, answers.item(sides[position], lang)) end
  return table.concat(lines, "\n")
end

question_type {
  name = "matching",
  description = { en = "Match names with descriptions.", zh = "配对：把名称和说明对应起来。" },
  fields = {
    pairs = order_is_key(count(list{ left = "text", right = "text" }, "3..8")),
    extra = order_is_key(optional(list{ text = "text", trap = secret "trap?" })),
  },

  present = function(q, view)
    local help = say("Type a letter and a number for each, such as: a3 b1", "每项写一个字母加一个编号，例如：a3 b1")
    return { body = body(q, view.lang), input = "line", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  key = function(q)
    local key = {}
    for _, pair in ipairs(q.pairs) do key[localized(pair.left, "en")] = localized(pair.right, "en") end
    return key
  end,
}
