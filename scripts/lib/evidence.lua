-- What an answer shows beside the points of a rubric: how near it comes to the model answers, and what speaks against trusting that.
--
--   local seen = evidence.look(q, answer, units, weight, found)
--   seen.similarity   --> 0..1, nil where there is no model in a language of the answer
--   seen.parts        --> what the candidate reads about it: parts of kind "similarity" and "remark"
--   seen.cap          --> the most that the answer can earn
--   seen.review       --> whether a person should look
--   seen.foreign      --> written in a language that nothing here reads
--   evidence.band(credit, seen.review)   --> { low, high }: what people would most likely give
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
  denied = say("The answer calls all it says false.", "答案说自己讲的都不成立。"),
  flood = say("There is far more text here than an answer needs, and little of it belongs to the question.", "文字远远超过作答所需，大部分与题目无关。"),
  copied = say("Most of this is copied from the question.", "大部分内容抄自题目。"),
  assisted = say("Most of this is copied from the hints.", "大部分内容抄自提示。"),
  foreign = say("This is in a language that cannot be graded here; a person has to look.", "这种语言无法自动评分，需要人工查看。"),
}

-- What the form of an answer says, whatever it is about: adds to `seen`.
local function add(seen, name, cap)
  seen.parts[#seen.parts + 1] = { id = name, kind = "remark", credit = 0, weight = 0, note = remarks[name] }
  seen.review = true
  if cap and cap < seen.cap then seen.cap = cap end
end

local function lines_of(answer)
  local _, count = answer:gsub("[^\n]+", "")
  return count
end

-- Words without anything between them. Lists of lines are how many people answer, so this alone never costs credit. Nobody finds all of a model's words and so few of
-- those that hang them together.
local function is_list(form, near, answer)
  local listed
  if form.latin >= 8 and form.han < form.latin then
    local of_model = near and near.coverage >= 0.9 and near.precision >= 0.9 and near.order < 0.85
    local of_nobody = near and form.latin >= 20 and near.order < 0.06  -- no two words stand together as they do in a model
    listed = form.function_words < ((of_model or of_nobody) and 0.32 or 0.2) * form.latin
  else
    listed = form.han >= 12 and form.latin < form.han
      and (form.particles < 0.04 * form.han or (form.han_pieces >= 5 and form.han < 3.5 * form.han_pieces))
  end
  return listed and lines_of(answer) <= 2
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

-- What people would most likely give, going by what they gave where the credit was the same (measured on three sets: four of five marks and more lie within). A high credit
-- can be trusted; a low one may mean other words. Where something speaks against the answer the band reaches farther down.
function evidence.band(credit, review)
  if credit >= 0.85 then return { review and 0.5 or 0.75, 1 } end
  return { math.max(0, credit - (review and 0.45 or 0.25)), math.min(1, 0.6 + 2 * credit) }
end

local function percent(x) return ("%d"):format(math.floor(100 * x + 0.5)) end

-- Where there are points, they and not this number are the grade, so what people would give is told only without them.
local function similarity_part(near, weight, alone)
  local likeness = percent(near.credit)
  local note = { en = likeness .. "% like a model answer", zh = "与参考答案的接近程度为 " .. likeness .. "%" }
  if alone then
    local band = evidence.band(near.credit)
    note = say("%s; people would most likely give %s%% to %s%%.", "%s；由人来评大约会给 %s%% 到 %s%%。", note, percent(band[1]), percent(band[2]))
  end
  return { id = "model-answer", kind = "similarity", credit = near.credit, weight = weight, note = note }
end

-- The unit of the answer at a byte, by halving.
local function unit_at(units, byte)
  local first, last = 1, #units
  while first < last do
    local middle = math.floor((first + last + 1) / 2)
    if units[middle].from <= byte then first = middle else last = middle - 1 end
  end
  return first
end

-- The share of a text, cut into blocks of 20 units, that any of what was found lies in.
local function touched(units, found)
  local blocks, count = {}, 0
  for _, part in ipairs(found) do
    for _, span in ipairs(part.spans or {}) do
      for block = math.floor(unit_at(units, span[1]) / 20), math.floor(unit_at(units, math.max(span[1], span[2] - 1)) / 20) do
        if not blocks[block] then blocks[block], count = true, count + 1 end
      end
    end
  end
  return 20 * count / #units
end

-- Pages around little: most of the words are not the model's, or, where there is none, what was found lies far apart. Of that only a heap of texts is so sure
-- that it costs credit: thorough people write long.
local function add_flood(seen, near, form, units, found)
  if form.latin + form.han / 2 <= 400 then return end
  if near then
    if near.precision < 0.25 then add(seen, "flood", half) end
    return
  end
  local share = touched(units, found)
  if share < 0.25 then add(seen, "flood", share < 0.12 and half or nil) end
end

-- Looks at an answer that says something. `weight`: of the similarity among the parts; `found`: the parts of the points.
function evidence.look(q, answer, units, weight, found)
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
  end
  add_flood(seen, near, form, units, found)
  if form.foreign then
    seen.foreign = true
    add(seen, "foreign")
  elseif is_shuffled(form, near) then
    add(seen, "shuffled", half)
  elseif is_torn(form) then
    add(seen, "shuffled")
  elseif is_list(form, near, answer) then
    add(seen, "listed")
  end
  if form.framed then add(seen, "denied") end
  if q.prompt and text.copied(q.prompt, units) >= 0.6 then add(seen, "copied") end
  if q.hints and text.copied(q.hints, units) >= 0.6 then add(seen, "assisted") end
  return seen
end

return evidence
