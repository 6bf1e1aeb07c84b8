-- screening: the difficulty follows the answers, like an interviewer who probes where somebody stands.
--
-- A right answer makes the next question harder, a wrong one easier, a half right one leaves it. Where no question of a difficulty is left, the
-- nearest is taken. Ungraded answers (credit nil) say nothing about the candidate and change nothing.
local easiest, hardest = 1, 5

-- A question of the difficulty, or of the nearest one that has any left: 3, then 2 and 4, then 1 and 5.
local function pick_near(r, wanted, difficulty)
  for distance = 0, hardest - easiest do
    for _, near in ipairs(distance == 0 and { difficulty } or { difficulty - distance, difficulty + distance }) do
      if near >= easiest and near <= hardest then
        wanted.difficulty = near
        local q = r:pick(wanted)
        if q then return q end
      end
    end
  end
  return nil
end

local function next_difficulty(difficulty, result)
  if result.credit == nil then return difficulty end
  if result.credit >= 0.8 then return math.min(hardest, difficulty + 1) end
  if result.credit < 0.4 then return math.max(easiest, difficulty - 1) end
  return difficulty
end

round {
  name = "screening",
  description = { en = "Questions get harder or easier with your answers.", zh = "题目难度随回答升降。" },
  scoring = "weighted",
  options = {
    questions = { 8, { en = "Most questions", zh = "最多多少题" } },
    start = { 2, { en = "Difficulty of the first question, 1 to 5", zh = "第一题的难度，1 到 5" } },
    area = { "", { en = "Only this area", zh = "只出这个领域的题" } },
    minutes = { 0, { en = "No new question after so many minutes; 0 means no limit", zh = "超过这么多分钟就不再出新题，0 表示不限" } },
  },

  run = function(r, opt)
    local wanted = { unseen = true, area = opt.area ~= "" and opt.area or nil }
    local difficulty, reached = opt.start, opt.start
    for _ = 1, opt.questions do
      if opt.minutes > 0 and r:elapsed() > opt.minutes * 60 then break end
      local q = pick_near(r, wanted, difficulty)
      if not q then break end
      difficulty = next_difficulty(q.difficulty, r:ask(q))
      reached = math.max(reached, difficulty)
    end
    r:say{
      en = ("You ended at difficulty %d of %d; the highest was %d."):format(difficulty, hardest, reached),
      zh = ("结束时的难度是 %d（最高 %d），本轮最高到过 %d。"):format(difficulty, hardest, reached),
    }
  end,
}
