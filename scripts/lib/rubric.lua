-- Grading free text by a rubric: points, a stance, misconceptions. The fields are those of short-answer; true-false uses the points for its
-- reason and scenario all of it.
--
--   local grade = rubric.grade(q, answer)      --> { credit, parts, review, band }: what `grade` of a question type returns
--
-- A point is found when one of its patterns matches. It counts half when the words around the match deny it (unless `polarity` is "any"),
-- and a person is asked to look (`review`). A `required` point that is missing keeps the credit at 0.8 or less. Misconceptions subtract
-- their penalty at the end. Model answers are a second opinion (evidence.lua): it can lift the credit, at most to the mean of both, and lowers it only
-- where no sample answers (`checks`) have tried the points; what no honest answer looks like caps it. The parts carry what was matched as spans of the answer.
local answers = require "answers"
local evidence = require "evidence"

local rubric = {}

local missing_required_cap = 0.8
local denied_credit = 0.5
local untried_doubt = 0.25      -- what the similarity decides where no sample answers have tried the points
local no_evidence_credit = 0.5  -- of an answer in a language that nothing here reads

rubric.point_fields = {
  id = "slug",
  weight = "number 0..",
  text = "text",
  any = optional(list{ "pattern" }),
  k = "integer 1..8?",
  of = optional(list{ id = "slug", text = "text", any = list{ "pattern" } }),
  required = "boolean?",
  polarity = optional(one_of{ "any", "same" }),
}

rubric.fields = {
  points = secret(optional(list(rubric.point_fields))),
  stance = secret(optional(record{
    id = "slug", weight = "number 0..", text = "text",
    right = list{ "pattern" }, wrong = list{ "pattern" }, if_wrong = "number 0..1",
  })),
  misconceptions = secret(optional(list{ id = "slug", trap = "trap?", any = list{ "pattern" }, penalty = "number 0..1", text = "text" })),
}

-- The best match of several patterns: credit (0 when there is none) and its span.
local function best_match(patterns, units, polarity)
  local credit, span = 0, nil
  for _, pattern in ipairs(patterns) do
    local from, to, negated = text.find(text.compile(pattern), units)
    if from then
      local worth = (negated and polarity ~= "any") and denied_credit or 1
      if worth > credit then credit, span = worth, { from, to } end
      if credit == 1 then break end
    end
  end
  return credit, span
end

-- Where the first of several patterns begins; of two at one place the longer match comes first.
local function first_match(patterns, units)
  local first
  for _, pattern in ipairs(patterns) do
    local from, to = text.find(text.compile(pattern), units)
    if from and (not first or from < first[1] or (from == first[1] and to > first[2])) then first = { from, to } end
  end
  return first
end

local function part_of(item, id, weight, credit, span)
  return { id = id, weight = weight, credit = credit, note = item.text, spans = span and { span } or nil }
end

-- A point that asks for `k` things `of` a list. Every thing is a part without weight, so that follow-ups can ask about it.
local function some_of(point, units)
  local sum, denied, parts, spans = 0, false, {}, {}
  for _, item in ipairs(point.of) do
    local credit, span = best_match(item.any, units, point.polarity)
    sum = sum + credit
    denied = denied or credit == denied_credit
    if span then spans[#spans + 1] = span end
    parts[#parts + 1] = part_of(item, point.id .. "." .. item.id, 0, credit, span)
  end
  local whole = part_of(point, point.id, point.weight, math.min(1, sum / point.k))
  whole.spans = spans[1] and spans or nil
  table.insert(parts, 1, whole)
  return whole.credit, denied, parts
end

local function single(point, units)
  local credit, span = best_match(point.any, units, point.polarity)
  return credit, credit == denied_credit, { part_of(point, point.id, point.weight, credit, span) }
end

local function append(parts, more)
  for _, part in ipairs(more) do parts[#parts + 1] = part end
end

-- Looks for every point: { got, total, parts, denied, missing }, where `missing` says that a required point was not found.
function rubric.look_for(points, units)
  local found = { got = 0, total = 0, parts = {}, denied = false, missing = false }
  for _, point in ipairs(points) do
    local credit, denied, parts = (point.k and some_of or single)(point, units)
    found.got = found.got + point.weight * credit
    found.total = found.total + point.weight
    found.denied = found.denied or denied
    found.missing = found.missing or (point.required == true and credit == 0)
    append(found.parts, parts)
  end
  return found
end

-- Which side the answer takes first: "right", "wrong" or "none".
local function stance_of(stance, units)
  local right, wrong = first_match(stance.right, units), first_match(stance.wrong, units)
  local is_right = right and (not wrong or right[1] < wrong[1] or (right[1] == wrong[1] and right[2] >= wrong[2]))
  if is_right then return "right", right end
  if wrong then return "wrong", wrong end
  return "none", nil
end

local function stance_part(stance, units)
  local side, span = stance_of(stance, units)
  local part = part_of(stance, stance.id, stance.weight, side == "right" and 1 or 0, span)
  part.kind, part.stance = "stance", side
  return part
end

local function misconception_parts(misconceptions, units)
  local parts, penalty = {}, 0
  for _, misconception in ipairs(misconceptions) do
    local credit, span = best_match(misconception.any, units)
    if credit > 0 then
      local part = part_of(misconception, misconception.id, 0, -misconception.penalty, span)
      part.kind = "misconception"
      parts[#parts + 1] = part
      penalty = penalty + misconception.penalty
    end
  end
  return parts, penalty
end

-- What points and stance say, of an answer with these units.
local function by_points(q, units, parts)
  local cap = 1
  local found = rubric.look_for(q.points or {}, units)
  local got, total = found.got, found.total
  if q.stance then
    local part = stance_part(q.stance, units)
    got, total = got + part.weight * part.credit, total + part.weight
    if part.stance == "wrong" then cap = q.stance.if_wrong end
    parts[#parts + 1] = part
  end
  append(parts, found.parts)
  if found.missing then cap = math.min(cap, missing_required_cap) end
  return { got = got, total = total, cap = cap, review = found.denied or (found.missing and got > 0) }
end

-- Points and nearness together. Each misses good answers in its own way, so where nearness is higher the mean is nearer to what people give. Below
-- evidence.unrelated any two texts about one thing are. `tried`: sample answers have shown that the points find what they should; then a model that is worded
-- otherwise takes nothing from points that were found.
local function blend(share, similarity, tried)
  if not share then return similarity or 0 end
  if not similarity then return share end
  local least = tried and share or share + untried_doubt * (similarity - share)
  return math.max(least, (share + math.max(0, (similarity - evidence.unrelated) / (1 - evidence.unrelated))) / 2)
end

-- Where a person should look: models alone are least sure in the middle (measured: there two of three grades are off by more than 0.3, elsewhere one of three or less); points
-- and models together where one of them finds a good answer and the other nothing. Other words than a model's are no reason to doubt what points found.
local function is_doubtful(credit, share, similarity)
  if similarity == nil then return false end
  if share == nil then return credit > 0.32 and credit < 0.53 end
  return similarity - share > 0.45 or share - similarity > 0.7
end

-- `answer` is a string. An answer that says nothing earns nothing, whatever the patterns are.
function rubric.grade(q, answer)
  answer = answers.plain(answer)
  local nothing = answers.is_nothing(answer)
  local units = text.units(nothing and "" or answer)
  local parts = {}
  local points = by_points(q, units, parts)
  local misconceptions, penalty = misconception_parts(q.misconceptions or {}, units)
  append(parts, misconceptions)
  if nothing then return { credit = 0, parts = parts, review = false, band = { 0, 0 }, got = 0, total = points.total } end

  local weight = 1  -- of the similarity among the parts
  if points.total > 0 then weight = q.checks and 0 or points.total * untried_doubt / (1 - untried_doubt) end
  local seen = evidence.look(q, answer, units, weight, parts)
  append(parts, seen.parts)
  local share
  if points.total > 0 then share = points.got / points.total end
  local credit = blend(share, seen.similarity, q.checks)
  local review = points.review or seen.review or is_doubtful(credit, share, seen.similarity)
  if seen.similarity == nil and share == nil or seen.foreign then
    credit, review = math.max(credit, no_evidence_credit), true
  end
  credit = math.max(0, math.min(points.cap, seen.cap, credit) - penalty)
  return {
    credit = credit,
    parts = parts,
    review = review,
    band = evidence.band(credit, review),
    got = points.got, total = points.total,
  }
end

local function check_ids(items, path, seen, faults)
  for i, item in ipairs(items) do
    if seen[item.id] then
      answers.fault(faults, ("%s/%d/id"):format(path, i - 1), '"%s" is the id of an earlier part; give each part its own', item.id)
    end
    seen[item.id] = true
  end
end

local function check_point(point, path, faults)
  local function fault(field, ...) answers.fault(faults, path .. field, ...) end
  if (point.any ~= nil) == (point.of ~= nil) then
    return fault("", 'a point has either "any" (patterns), or "k" and "of" (so many of a list)')
  end
  if (point.k ~= nil) ~= (point.of ~= nil) then return fault("", '"k" and "of" go together: so many of a list') end
  if point.k and point.k > #point.of then
    fault("/k", "asks for %d of %d; ask for at most %d", point.k, #point.of, #point.of)
  end
  if point.of then check_ids(point.of, path .. "/of", {}, faults) end
end

-- Faults of points at `path` that their fields alone do not show.
function rubric.validate_points(points, path, seen)
  local faults, weight = {}, 0
  check_ids(points, path, seen or {}, faults)
  for i, point in ipairs(points) do
    weight = weight + point.weight
    check_point(point, path .. "/" .. (i - 1), faults)
  end
  if weight == 0 then answers.fault(faults, path, "all weights are 0, so nothing can be earned; give one point a weight") end
  return faults
end

function rubric.validate(q)
  local seen = {}
  if q.stance then seen[q.stance.id] = true end
  local faults = {}
  if q.points then
    faults = rubric.validate_points(q.points, "/points", seen)
  elseif not q.models then
    answers.fault(faults, "", 'there is nothing to grade by; give "points", or "models" (model answers), or best both')
  end
  check_ids(q.misconceptions or {}, "/misconceptions", seen, faults)
  return faults
end

return rubric
