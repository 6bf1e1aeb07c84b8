-- true-false: is the statement true? Where the question has a "reason", half of the credit is for saying why.
--
-- The answer begins with its verdict, in any usual wording of both languages: "False, because …", "I think it's wrong", "不对，……", "√". Longer
-- wordings win, so that "不对" is not read as "对". The reason is the rest of the answer, graded by points like a short answer; a wrong verdict
-- is worth nothing, whatever the reason. In a file the answer may also be true or false, or { "answer": false, "reason": "…" }.
local answers = require "answers"
local rubric = require "rubric"

local say = answers.say

-- Reading the verdict ---------------------------------------------------------------------------------------------------------------------

local wordings = {
  ["true"] = { "true", "t", "yes", "y", "yep", "yeah", "right", "that's right", "correct", "agree", "agreed", "√", "✓", "✔", "☑", "✅",
    "对", "对的", "正确", "是", "是的", "真", "真的", "没错", "没有错", "没问题", "成立", "属实", "同意" },
  ["false"] = { "false", "f", "no", "n", "nope", "wrong", "incorrect", "untrue", "disagree", "x", "*", "✗", "✘", "❌",
    "not true", "not right", "not correct", "not necessarily", "not always", "not really", "not quite", "isn't true", "isn't right", "isn't correct",
    "don't agree", "do not agree",
    "错", "错的", "错误", "错了", "不对", "不正确", "不是", "不是的", "不成立", "不一定", "不属实", "不同意", "否", "假", "假的", "有误", "未必" },
}

local longest_lead = 200  -- bytes in which the verdict must come

local leads = { "i", "think", "believe", "say", "would", "i'd", "guess", "it", "it's", "is", "that", "that's", "this", "the", "statement", "claim", "sentence",
  "my", "answer", "我", "认为", "觉得", "判断", "答案", "应该", "应当", "这", "该", "句", "话", "个", "种", "条", "说法", "描述", "陈述", "是", "为", "肯定", "当然" }

-- Characters after which a single 对, 错, 是 … is still a verdict: 对于 and 是否 are not.
local may_follow = {}
for character in ("的 了 吧 啊 呀 哦 因 理 原 由"):gmatch "%S+" do may_follow[character] = true end

local function ends_after(wording, rest)
  if rest == "" then return true end
  if wording:match "[%a]$" then return not rest:match "^[%w_']" end
  if #wording > 3 or not wording:match "^[\228-\233]" then return true end
  return rest:byte() < 128 or may_follow[rest:sub(1, 3)] == true
end

local function verdict_at_start(s)
  local best, length = nil, 0
  for verdict, list in pairs(wordings) do
    for _, wording in ipairs(list) do
      local fits = #wording > length and s:sub(1, #wording) == wording and ends_after(wording, s:sub(#wording + 1))
      if fits then best, length = verdict, #wording end
    end
  end
  return best
end

local function verdict_of(s)
  s = s:gsub("^[%s\"'(:=,.-]+", "")
  local verdict = verdict_at_start(s)
  if verdict then return verdict end
  for _, lead in ipairs(leads) do
    local rest = s:sub(#lead + 1)
    if s:sub(1, #lead) == lead and not (lead:match "%a$" and rest:match "^[%a']") then
      verdict = verdict_of(rest)
      if verdict then return verdict end
    end
  end
  local after = s:match "^是(.*)"  -- "是树，因为……": the rest is no verdict of its own
  if after and not (after:match "^否" or after:match "^不" or after:match "^因") then return "true" end
  return nil
end

local function unreadable()
  return nil, say("Begin with true or false.", "请先写“对”或“错”。")
end

local function from_string(q, input)
  if answers.is_nothing(input) then return { verdict = "none" } end
  local verdict = verdict_of(text.fold(input):sub(1, longest_lead))
  if not verdict then return unreadable() end
  return { verdict = verdict, reason = q.reason and input or nil }
end

local function from_object(q, input)
  local response
  if type(input.answer) == "boolean" then
    response = { verdict = tostring(input.answer) }
  elseif type(input.answer) == "string" then
    local why
    response, why = from_string(q, input.answer)
    if not response then return nil, why end
  else
    return unreadable()
  end
  if type(input.reason) == "string" then response.reason, response.apart = input.reason, true end
  return response
end

local function parse(q, input)
  local too_long = answers.too_long(input, answers.most_text)
  if too_long then return nil, too_long end
  if type(input) == "string" then return from_string(q, input) end
  if type(input) == "boolean" then return { verdict = tostring(input) } end
  if type(input) == "table" then return from_object(q, input) end
  return unreadable()
end

-- Grading ---------------------------------------------------------------------------------------------------------------------------------

local function verdict_part(q, response, weight)
  local right = response.verdict == tostring(q.answer)
  return {
    id = "verdict",
    kind = "stance",
    stance = response.verdict == "none" and "none" or (right and "right" or "wrong"),
    credit = right and 1 or 0,
    weight = weight,
    note = q.answer and say("The statement is true.", "这句话是对的。") or say("The statement is false.", "这句话是错的。"),
  }
end

local function grade(q, response)
  if not q.reason then
    local part = verdict_part(q, response, 1)
    return { credit = part.credit, parts = { part } }
  end
  local reason = rubric.grade({ points = q.reason.points }, response.reason or "")
  local part = verdict_part(q, response, reason.total)
  if part.credit == 0 then return { credit = 0, parts = { part } } end
  local parts = { part }
  for _, point in ipairs(reason.parts) do
    if response.apart then point.spans = nil end  -- spans are places in a typed answer, and this one was an object
    parts[#parts + 1] = point
  end
  return { credit = 0.5 + 0.5 * reason.credit, parts = parts, review = reason.review }
end

question_type {
  name = "true-false",
  description = { en = "Say whether the statement is true or false, and why if asked.", zh = "判断对错；题目要求时说明理由。" },
  fields = {
    answer = secret "boolean",
    trap = secret "trap?",
    reason = optional(record{ required = "boolean?", points = secret(list(rubric.point_fields)) }),
  },

  present = function(q, view)
    local help = say("Type true or false.", "输入“对”或“错”。")
    if q.reason then
      help = q.reason.required and say("Begin with true or false, then say why: the reason is half of the credit.", "先写“对”或“错”，再说明理由：理由占一半分。")
        or say("Begin with true or false; say why, if you can.", "先写“对”或“错”，能说明理由更好。")
    end
    return { input = q.reason and "text" or "line", help = localized(help, view.lang) }
  end,

  parse = parse,
  grade = grade,
  validate = function(q) return q.reason and rubric.validate_points(q.reason.points, "/reason/points") or {} end,
  key = function(q)
    if q.reason then return nil end
    return tostring(q.answer)
  end,
}
