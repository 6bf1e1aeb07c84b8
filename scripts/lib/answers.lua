-- Reading what people type: full-width letters, Chinese punctuation, lists, "I don't know".
--
--   local answers = require "answers"
--   answers.same("ＡＦ＿ＩＮＥＴ", "af_inet")            --> true
--   answers.split("a； b;c", ";")                        --> { "a； b", "c" }: fold first where Chinese punctuation may occur
--   answers.say("No option %s.", "没有选项 %s。", "f")   --> { en = "No option f.", zh = "没有选项 f。" }
--
-- Compare through `squeeze` or `same`, never with ==: case, width and white space must not cost anybody a point.
local answers = {}

local function fill(form, lang, ...)
  local values = { ... }
  for i = 1, select("#", ...) do
    if type(values[i]) == "table" then values[i] = localized(values[i], lang) end
  end
  return (form:format(unpack(values)))
end

-- A text in both languages. Arguments may be texts of a question: each language gets its own.
function answers.say(en, zh, ...)
  return { en = fill(en, "en", ...), zh = fill(zh, "zh", ...) }
end

-- The folded text without white space, Markdown's backticks, quotes around it, and a full stop, comma or semicolon at its end.
function answers.squeeze(s)
  local squeezed = text.fold(s):gsub("[%s`]+", "")
  local bare = squeezed:gsub("^[\"']+", ""):gsub("[\"'.,;]+$", "")
  return bare ~= "" and bare or squeezed
end

function answers.same(a, b)
  return answers.squeeze(a) == answers.squeeze(b)
end

-- Whether `s` is `value` in one of its languages.
function answers.says(s, value)
  local squeezed = answers.squeeze(s)
  return squeezed == answers.squeeze(localized(value, "en")) or squeezed == answers.squeeze(localized(value, "zh"))
end

-- The positions of texts by their squeezed wording in either language: index[answers.squeeze "what was typed"]. Of equal ones the first counts.
function answers.index(texts)
  local index = {}
  for i, value in ipairs(texts) do
    local en, zh = localized(value, "en"), localized(value, "zh")
    local squeezed = answers.squeeze(en)
    index[squeezed] = index[squeezed] or i
    if zh ~= en then
      squeezed = answers.squeeze(zh)
      index[squeezed] = index[squeezed] or i
    end
  end
  return index
end

-- A text of a question as an item of a Markdown list: further lines are indented, and names such as Meta.__new__ do not turn bold.
function answers.item(value, lang)
  local s = localized(value, lang)
  if not s:find("`", 1, true) then s = s:gsub("_", "\\_") end
  return (s:gsub("\n", "\n   "))
end

function answers.trim(s)
  return s:match "^%s*(.-)%s*$"
end

-- The pieces of `s` between any of the characters in `separators`, trimmed. Empty pieces are kept.
function answers.split(s, separators)
  local pieces = {}
  for piece in (s .. separators:sub(1, 1)):gmatch("([^" .. separators .. "]*)[" .. separators .. "]") do
    pieces[#pieces + 1] = answers.trim(piece)
  end
  return pieces
end

function answers.without_empty(pieces)
  local kept = {}
  for _, piece in ipairs(pieces) do
    if piece ~= "" then kept[#kept + 1] = piece end
  end
  return kept
end

-- Adds a fault to the list that `validate` returns; the message is filled in like a format.
function answers.fault(faults, path, message, ...)
  faults[#faults + 1] = { path = path, message = message:format(...) }
end

-- Tags that only say how a text looks, in which they end a line or not. An answer may well be about others.
local ends_line = {}
for tag in ("a b code em font i small span strong sub sup tt u"):gmatch "%S+" do ends_line[tag] = false end
for tag in ("blockquote br center div h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul"):gmatch "%S+" do ends_line[tag] = true end

local entities = { ["&nbsp;"] = " ", ["&lt;"] = "<", ["&gt;"] = ">", ["&amp;"] = "&", ["&quot;"] = '"', ["&#39;"] = "'" }

local function blanks(s) return (" "):rep(#s) end

-- `s` without markup: spaces stand in its place, so that every byte of the rest is where it was. Tags of HTML go where the whole text is HTML (it begins
-- and ends with a tag), so that "use <b>" keeps its tag; of a Markdown link its address goes, of a block of code the name of its language.
function answers.plain(s)
  if s:find("](", 1, true) then
    s = s:gsub("%]%([^()%s]*%)", blanks)
  end
  if s:find("```", 1, true) then
    s = s:gsub("```%a*", blanks)
  end
  if not (s:match "^%s*<%a[^<>]*>" and s:match "<[^<>]+>%s*$") then return s end
  s = s:gsub("(</?(%a%w*)[^<>]*>)", function(whole, tag)
    local ends = ends_line[tag:lower()]
    if ends ~= nil then return (ends and "\n" or " ") .. blanks(whole:sub(2)) end
  end)
  return (s:gsub("&#?%w+;", function(entity) return entities[entity] and entities[entity] .. blanks(entity:sub(2)) end))
end

-- Whether a JSON value is a list (an empty table is one).
function answers.is_list(value)
  return type(value) == "table" and (value[1] ~= nil or next(value) == nil)
end

-- `s` (folded) without the words that only lead up to an answer ("the answer is", "我选"), of which there may be several in a row. A Latin word
-- ends where its letters end: "answer" is not the beginning of "answering".
function answers.after_lead(s, leads)
  local shorter = s:gsub("^[%s:=,]+", "")
  for _, lead in ipairs(leads) do
    local rest = shorter:sub(#lead + 1)
    local whole_word = not (lead:match "%a$" and rest:match "^%a")
    if whole_word and shorter:sub(1, #lead) == lead then return answers.after_lead(rest, leads) end
  end
  return shorter
end

-- The text of a JSON value that may stand for a short answer: 204 is "204". Nil for everything else.
function answers.as_text(value)
  if type(value) == "string" then return value end
  if type(value) == "number" then return (("%.14g"):format(value)) end
  return nil
end

-- Reading must end soon whatever was pasted. Types whose answers are a line or so say no beyond this, those for longer texts beyond `most_text`.
answers.most_line = 2000
answers.most_text = 64 * 1024

local function length_of(value)
  if type(value) == "string" then return #value end
  if type(value) ~= "table" then return 8 end
  local length = 0
  for key, item in pairs(value) do length = length + length_of(item) + (type(key) == "string" and #key or 0) end
  return length
end

-- Why an answer (a string, or a list or object of strings) is too long to be read; nil when it is not.
function answers.too_long(input, most)
  if length_of(input) <= most then return nil end
  return answers.say("The answer is too long; at most %d bytes are read.", "答案太长了，最多 %d 字节。", most)
end

local gave_up = {}
for phrase in ([[idon'tknow idontknow don'tknow dontknow idk dunno noidea ihavenoidea notsure i'mnotsure pass skip n/a ? ??
  不知道 我不知道 不清楚 不太清楚 我不清楚 不懂 没学过 没听说过 忘了 忘记了 不记得 不记得了 不晓得 没思路 不知道怎么答]]):gmatch "%S+" do
  gave_up[phrase] = true
end

local longest_nothing = 200  -- bytes

-- Whether nothing was said: white space, or "I don't know" in one of the ways people write it.
function answers.is_nothing(s)
  if #s > longest_nothing and s:find "%S" then return false end
  local said = answers.squeeze(s):gsub("[!~]+$", "")
  return said == "" or gave_up[said] == true
end

return answers
