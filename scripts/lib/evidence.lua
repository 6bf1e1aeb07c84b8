-- What an answer shows beside the points of a rubric: how near it comes to the model answers, and what speaks against trusting that.
--
--   local seen = evidence.look(q, answer, units)
--   seen.similarity   --> 0..1, nil where there is no model in a language of the answer
--   seen.parts        --> what the candidate reads about it: parts of kind "similarity" and "remark"
--   seen.cap          --> the most that the answer can earn
--   seen.review       --> whether a person should look
--   seen.foreign      --> written in a language that nothing here reads
--
-- A form that nobody honest needs (a model's words in another order, a model with every sentence denied, pages around one sentence) caps the credit below one
-- half; one that an honest answer may have, too (a bare list, a torn sentence, a denial at the start) only asks for a look. Nothing here ever says that an answer is wrong.
local answers = require "answers"

local evidence = {}

local say = answers.say
local half = 0.45

evidence.unrelated = 0.35  -- nearness that any two texts about one thing may have

local remarks = {
  listed = say("Words are listed here, but hardly a sentence says how they hang together.", "这里主要是罗列词语，几乎没有说明它们之间的关系。"),
  shuffled = say("The words are those of a good answer, but their order makes no sentences.", "用词接近参考答案，但语序不成句子。"),
  opposed = say("Some of what a good answer says is denied here.", "参考答案中的一些说法在这里被否定了。"),
  denied = say("The answer begins by calling what follows false.", "答案一开头就说后面的内容不成立。"),
  flood = say("There is far more text here than an answer needs, and little of it belongs to the question.", "文字远远超过作答所需，大部分与题目无关。"),
  copied = say("Most of this is copied from the question.", "大部分内容抄自题目。"),
  assisted = say("Most of this is copied from the hints.", "大部分内容抄自提示。"),
  foreign = say("This is in a language that cannot be graded here; a person has to look.", "这种语言无法自动评分，需要人工查看。"),
}

local denials = { "it is false that", "it is not true that", "it is wrong that", "it is incorrect that", "it's false that", "it's not true that", "it is untrue that",
  "it is not the case that", "the following is false", "the following is wrong", "并非", "以下说法是错", "以下是错", "下面的说法是错", "下面是错", "这是错的:", "事实并不是", "说法错误:" }

-- What the form of an answer says, whatever it is about: adds to `seen`.
local function add(seen, name, cap)
  seen.parts[#seen.parts + 1] = { id = name, kind = "remark", credit = 0, weight = 0, note = remarks[name] }
  seen.review = true
  if cap and cap < seen.cap then seen.cap = cap end
end

local function begins_with_denial(answer)
  local start = text.fold(answer:sub(1, 200))
  for _, denial in ipairs(denials) do
    if start:sub(1, #denial) == denial then return true end
  end
  return false
end

local function lines_of(answer)
  local _, count = answer:gsub("[^\n]+", "")
  return count
end

-- Words without anything between them. Lists of lines are how many people answer, so this alone never costs credit.
local function is_list(form, answer)
  if lines_of(answer) > 2 then return false end
  if form.latin >= 8 and form.han < form.latin then return form.function_words < 0.2 * form.latin end
  if form.han < 12 or form.latin >= form.han then return false end
  return form.particles < 0.04 * form.han or (form.han_pieces >= 5 and form.han < 3.5 * form.han_pieces)
end

-- A model's words nearly all, its neighbours hardly any: nobody says the same so differently. Chinese keeps some runs when it is cut between words.
local function is_shuffled(form, near)
  if near == nil or form.latin + form.han < 12 then return false end
  if form.latin > form.han then return near.coverage >= 0.7 and near.precision >= 0.6 and near.order < 0.2 end
  return form.han >= 20 and near.coverage >= 0.8 and near.precision >= 0.7 and near.order < 0.36
end

-- Not what a sentence looks like, but a misprint or two do the same.
local function is_torn(form)
  return form.torn >= 2 and form.torn >= 0.03 * form.latin
end

-- A model nearly word for word, but with denials put in or left out. Where people say it in words of their own, what stands behind a "not" tells nothing: "not connected"
-- is "separated".
local function is_opposed(near)
  return near.coverage >= 0.7 and near.order >= 0.5 and near.denials ~= 0 and math.max(near.opposed, near.turned) >= 0.1
end

-- The model and denials, and little else: those who explain why something does not hold deny things as well, but say more than the model.
local function is_denial(near)
  return near.denials > 0 and math.max(near.opposed, near.turned) >= 0.25 and near.precision >= 0.75
end

-- People would most likely give this much, going by what they gave where the credit was the same: a high one can be trusted, a low one may mean other words.
local function band(credit)
  if credit >= 0.85 then return 0.8, 1 end
  if credit >= 0.6 then return credit - 0.2, 1 end
  return math.max(0, credit - 0.3), math.min(1, credit + 0.5)
end

local function percent(x) return ("%d"):format(math.floor(100 * x + 0.5)) end

-- Where there are points, they and not this number are the grade, so what people would give is told only without them.
local function similarity_part(near, weight, alone)
  local note = say("%s%% like a model answer", "与参考答案的接近程度为 %s%%", percent(near.credit))
  if alone then
    local low, high = band(near.credit)
    note = say("%s; people would most likely give %s%% to %s%%.", "%s；由人来评大约会给 %s%% 到 %s%%。", note, percent(low), percent(high))
  end
  return { id = "model-answer", kind = "similarity", credit = near.credit, weight = weight, note = note }
end

-- Looks at an answer that says something. `weight`: of the similarity among the parts.
function evidence.look(q, answer, units, weight)
  local seen = { parts = {}, cap = 1, review = false, foreign = false }
  local form = text.form(units, answer)
  local near = q.models and text.compare(text.models(q.prompt, q.models), units)
  if near then
    local alone = not (q.points or q.stance)
    seen.similarity = near.credit
    if weight > 0 or near.credit >= evidence.unrelated then seen.parts[1] = similarity_part(near, weight, alone) end
    -- Two Chinese texts about different things have many characters in common, but next to no three in a row.
    if alone and form.han >= form.latin and near.order < 0.04 and near.credit >= evidence.unrelated then seen.review = true end
    if is_opposed(near) then add(seen, "opposed", is_denial(near) and half or nil) end
    if near.precision < 0.25 and form.latin + form.han / 2 > 400 then add(seen, "flood", half) end
  end
  if form.foreign then
    seen.foreign = true
    add(seen, "foreign")
  elseif is_shuffled(form, near) then
    add(seen, "shuffled", half)
  elseif is_torn(form) then
    add(seen, "shuffled")
  elseif is_list(form, answer) then
    add(seen, "listed")
  end
  if begins_with_denial(answer) then add(seen, "denied") end
  if q.prompt and text.copied(q.prompt, units) >= 0.6 then add(seen, "copied") end
  if q.hints and text.copied(q.hints, units) >= 0.6 then add(seen, "assisted") end
  return seen
end

return evidence
