-- ordering: put items in order. "items" is the right order.
--
-- The items are shown in another order, that of their English wording (lib/order.lua), numbered from 1. Numbers in an answer mean the numbers
-- shown, everywhere: "3 1 2", "312", "c a b", "3 > 1 > 2". The texts of the items work as well, one a line or separated by semicolons, and in a
-- file a list of numbers or texts. Every item must be named once. The credit is the longest run of items, gaps allowed, that stand in the right
-- order, over the number of items: one misplaced item of seven costs one seventh.
local answers = require "answers"
local order = require "order"

local say = answers.say

-- Reading: positions in q.items, or nil and why. ------------------------------------------------------------------------------------------

local function position_of_label(shown, label)
  local number = tonumber(label) or (label:match "^%a$" and label:byte() - 96)
  return number and shown[number]
end

-- Resolves all names with `resolve`; nil and the first name it does not know.
local function resolve_all(names, resolve)
  local positions = {}
  for i, name in ipairs(names) do
    positions[i] = resolve(name)
    if not positions[i] then return nil, name end
  end
  return positions
end

local function by_texts(q, names)
  local index = answers.index(q.items)
  return resolve_all(names, function(name)
    return index[answers.squeeze(name)] or index[answers.squeeze((name:gsub("^%(?%d+[.):]%s*", "")))]
  end)
end

local function by_labels(q, names)
  local shown = order.shown(q.items)
  return resolve_all(names, function(name) return position_of_label(shown, name) end)
end

local function characters(s)
  local list = {}
  for character in s:gmatch "%w" do list[#list + 1] = character end
  return list
end

local function from_string(q, input)
  local folded = text.fold(input):gsub("→", ">"):gsub("[-=]+>", ">")
  for _, separators in ipairs{ "\n", ">", ";", ",", " " } do
    local names = answers.without_empty(answers.split(folded, separators))
    local may_be = #names > 1 and #names <= 2 * #q.items
    local positions = may_be and (by_texts(q, names) or by_labels(q, names))
    if positions then return positions end
  end
  local labels = answers.without_empty(answers.split(folded, "\n>;,. "))
  if #labels == 1 and #q.items <= 9 then labels = characters(labels[1]) end
  local positions, unknown = by_labels(q, labels)
  if positions then return positions end
  return nil, say('"%s" is no item; write the numbers 1 to %d in order, such as: 2 1 3', "“%s” 不是选项；请按顺序写出 1 到 %d 的编号，例如：2 1 3",
    #unknown > 40 and "…" or unknown, #q.items)
end

local function from_list(q, list)
  local names = {}
  for i, value in ipairs(list) do names[i] = answers.as_text(value) or "?" end
  local positions = by_texts(q, names)
  if positions then return positions end
  local unknown
  positions, unknown = by_labels(q, names)
  if positions then return positions end
  return nil, say('"%s" is no item', "“%s” 不是选项", unknown)
end

-- Every item once: what is missing or doubled is named by the number that is shown.
local function incomplete(q, positions)
  local seen, doubled, missing = {}, {}, {}
  for _, position in ipairs(positions) do seen[position] = (seen[position] or 0) + 1 end
  for number, position in ipairs(order.shown(q.items)) do
    if not seen[position] then missing[#missing + 1] = number end
    if (seen[position] or 0) > 1 then doubled[#doubled + 1] = number end
  end
  if doubled[1] then
    return say("Named more than once: %s. Every item belongs in the order once.", "重复了：%s。每一项只能出现一次。", table.concat(doubled, ", "))
  end
  if missing[1] then
    return say("Missing: %s. Every item belongs in the order once.", "缺少：%s。每一项都要出现一次。", table.concat(missing, ", "))
  end
end

local function parse(q, input)
  local positions, why = nil, answers.too_long(input, answers.most_line)
  if why then return nil, why end
  if type(input) == "string" and not answers.is_nothing(input) then
    positions, why = from_string(q, input)
  elseif type(input) == "table" and answers.is_list(input) then
    positions, why = from_list(q, input)
  else
    return nil, say("Write the numbers 1 to %d in order, such as: 2 1 3", "请按顺序写出 1 到 %d 的编号，例如：2 1 3", #q.items)
  end
  if not positions then return nil, why end
  why = incomplete(q, positions)
  if why then return nil, why end
  return positions
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

local function grade(q, response)
  local key = {}
  for i in ipairs(q.items) do key[i] = i end
  local kept = {}
  for _, pair in ipairs(order.longest_common(key, response)) do kept[pair[1]] = true end

  local parts, in_order = {}, 0
  for i, item in ipairs(q.items) do
    local part = { id = tostring(i), credit = kept[i] and 1 or 0 }
    if kept[i] then
      part.note = say("%d. %s", "%d. %s", i, item)
      in_order = in_order + 1
    elseif i == 1 then
      part.note = say("%d. %s: this comes first", "%d. %s：应排在最前", i, item)
    else
      part.note = say("%d. %s: this comes after %s", "%d. %s：应排在“%s”之后", i, item, q.items[i - 1])
    end
    parts[i] = part
  end
  return { credit = in_order / #q.items, parts = parts }
end

local function validate(q)
  local faults = {}
  for i, item in ipairs(q.items) do
    for j = 1, i - 1 do
      if answers.says(localized(item, "en"), q.items[j]) then
        answers.fault(faults, "/items/" .. (i - 1), "reads like item %d; items must differ in more than case or white space", j)
      end
    end
  end
  return faults
end

question_type {
  name = "ordering",
  description = { en = "Put the items in order.", zh = "给各项排序。" },
  fields = { items = order_is_key(count(list{ "text" }, "3..12")) },

  present = function(q, view)
    local lines = {}
    for number, position in ipairs(order.shown(q.items)) do
      lines[number] = ("%d. %s"):format(number, answers.item(q.items[position], view.lang))
    end
    local help = say("Type all numbers in the right order, such as: 2 1 3", "按正确顺序输入所有编号，例如：2 1 3")
    return { body = table.concat(lines, "\n"), input = "line", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  key = function(q)
    local key = {}
    for i, item in ipairs(q.items) do key[i] = localized(item, "en") end
    return key
  end,
}
