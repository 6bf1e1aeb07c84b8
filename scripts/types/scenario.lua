-- scenario: an open problem. The candidate may ask questions first, then describes a solution, which is graded like a short answer.
--
-- Questions are sentences that end with a question mark and lines that begin with one. "clarify" holds the replies: { id, any = patterns, reply,
-- weight }. Typed alone, questions are answered by `clarify` below and are no attempt; handed in alone, they cannot be read as an answer. Inside an
-- answer they are left out of the grading, and each one that asks something worth knowing counts as a point found with its weight: asking helps,
-- not asking costs nothing.
local answers = require "answers"
local evidence = require "evidence"
local rubric = require "rubric"

local say = answers.say

-- Questions in an answer ------------------------------------------------------------------------------------------------------------------

local ends = { ["?"] = "?", ["？"] = "?", ["。"] = ".", ["！"] = ".", ["；"] = ".", ["."] = ".", ["!"] = ".", [";"] = "." }

-- The end of the sentence that begins at `position` of a line: whether it asks, and its last byte; nil when the line ends first. ASCII marks end a
-- sentence only before white space: "a.b" and "a?b" go on.
local function sentence_end(line, position)
  while true do
    local first = line:find("[?.!;\227\239]", position)
    if not first then return nil end
    local mark = line:byte(first) < 128 and line:sub(first, first) or line:sub(first, first + 2)
    local last = first + #mark - 1
    if ends[mark] and (#mark > 1 or last == #line or line:sub(last + 1, last + 1):match "%s") then return ends[mark] == "?", last end
    position = last + 1
  end
end

-- Calls visit(sentence, is_question) for each sentence with its mark. A question mark at the beginning of a line makes the line a question.
local function each_sentence(s, visit)
  for line in s:gmatch "[^\n]*\n?" do
    local is_question = line:match "^[ \t]*%?" or line:match "^[ \t]*？"
    local from = 1
    while from <= #line do
      local asks, last
      if not is_question then asks, last = sentence_end(line, from) end
      visit(line:sub(from, last or #line), is_question ~= nil or asks == true)
      from = (last or #line) + 1
    end
  end
end

-- The questions in `s`, and `s` with spaces in their place, so that spans of the rest stay right.
local function without_questions(s)
  local questions, kept = {}, {}
  each_sentence(s, function(sentence, is_question)
    if is_question then questions[#questions + 1] = sentence end
    kept[#kept + 1] = is_question and sentence:gsub("[^\n]", " ") or sentence
  end)
  return questions, table.concat(kept)
end

-- Which entries of "clarify" the questions ask about, in their authored order.
local function asked_about(q, questions)
  local units, asked = text.units(table.concat(questions, "\n")), {}
  for _, entry in ipairs(q.clarify or {}) do
    for _, pattern in ipairs(entry.any) do
      if text.find(text.compile(pattern), units) then
        asked[#asked + 1] = entry
        break
      end
    end
  end
  return asked
end

local function clarify(q, input)
  if type(input) ~= "string" then return nil end
  local questions, rest = without_questions(input)
  if #questions == 0 or not answers.is_nothing(rest) then return nil end
  local replies = {}
  for i, entry in ipairs(asked_about(q, questions)) do replies[i] = entry.reply end
  if #replies == 0 then replies[1] = say("If the task does not tell, it is for you to decide. State what you assume.", "题目里没写的由你来定，说明你的假设就行。") end
  return replies
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

-- Whether nothing is left of the answer without its questions but the numbers of a list. "?" and "I don't know" are answers, worth nothing.
local function asks_only(input, rest)
  local left = text.fold(rest):gsub("%d+[.)]", "")
  return not left:find "[%w\128-\255]" and not answers.is_nothing(input)
end

local function parse(q, input)
  if type(input) ~= "string" then
    return nil, say("The answer is not a text. Write it as one string.", "答案不是文本，请写成一个字符串。")
  end
  local too_long = answers.too_long(input, answers.most_text)
  if too_long then return nil, too_long end
  local questions, rest = without_questions(input)
  if #questions > 0 and asks_only(input, rest) then
    return nil, say(
      "There are only questions here (sentences with a question mark), no answer yet. Describe your solution; good questions in it count as well.",
      "这里只有提问（带问号的句子），还没有作答。请写出方案；写在其中的好问题同样计分。")
  end
  return { answer = rest, questions = json.array(questions) }
end

local function grade(q, response)
  local result = rubric.grade(q, response.answer)
  local parts, weight = result.parts, 0
  for _, entry in ipairs(asked_about(q, response.questions)) do
    weight = weight + (entry.weight or 0)
    parts[#parts + 1] = { id = entry.id, credit = 1, weight = entry.weight or 0, note = entry.reply }
  end
  local asked = weight > 0 and (1 - result.credit) * weight / (result.total + weight) or 0
  local credit = result.credit + asked
  return { credit = credit, parts = parts, review = result.review, band = asked > 0 and evidence.band(credit, result.review) or result.band }
end

local function validate(q)
  local faults = rubric.validate(q)
  local seen = {}
  for i, entry in ipairs(q.clarify or {}) do
    if seen[entry.id] then
      answers.fault(faults, ("/clarify/%d/id"):format(i - 1), '"%s" is the id of an earlier reply; give each its own', entry.id)
    end
    seen[entry.id] = true
  end
  return faults
end

local function fields()
  local all = {
    clarify = secret(optional(list{ id = "slug", any = list{ "pattern" }, reply = "text", weight = "number 0..?" })),
    self_assess = "boolean?",
  }
  for name, field in pairs(rubric.fields) do all[name] = field end
  return all
end

question_type {
  name = "scenario",
  description = { en = "Solve an open problem; you may ask questions first.", zh = "开放式场景题，可以先提问再作答。" },
  fields = fields(),

  present = function(q, view)
    local help = say("Ask first, if you like: a line that is only a question gets a reply. Then describe your solution in one answer.",
      "可以先提问：只写问句会得到答复。然后把方案完整地写成一份回答。")
    if q.self_assess then
      help = say("%s Afterwards compare it with the model answer (viva show %s --key): the grade sees which points you name, not how well they fit together.",
        "%s答完后请对照参考答案（viva show %s --key）：评分只看提到了哪些要点，看不出整体设计的好坏。", help, q.id)
    end
    return { input = "text", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = validate,
  clarify = clarify,
}
