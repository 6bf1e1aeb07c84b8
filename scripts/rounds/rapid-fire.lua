-- rapid-fire: short questions against the clock.
--
-- `seconds` in r:ask is a limit: when it runs out the question counts as skipped and the round goes on.
local quick_types = { "choice", "true-false", "numeric", "cloze", "predict-output" }

round {
  name = "rapid-fire",
  description = { en = "Short questions with a time limit each.", zh = "限时快答。" },
  scoring = "plain",
  options = {
    questions = { 10, { en = "Most questions", zh = "最多多少题" } },
    seconds = { 45, { en = "Time for each question", zh = "每题限时（秒）" } },
    area = { "", { en = "Only this area", zh = "只出这个领域的题" } },
    level = { "", { en = "Only this level", zh = "只出这个级别的题" }, { "", "junior", "mid", "senior" } },
  },

  run = function(r, opt)
    local wanted = { type = quick_types, area = opt.area ~= "" and opt.area or nil, level = opt.level ~= "" and opt.level or nil }
    local in_time, asked = 0, 0
    for _ = 1, opt.questions do
      local q = r:pick(wanted)
      if not q then break end
      local result = r:ask(q, { seconds = opt.seconds })
      asked = asked + 1
      if not result.timed_out then in_time = in_time + 1 end
    end
    if asked == 0 then
      r:say{ en = "No short question fits. Try another area, or any level.", zh = "没有合适的短题，换个领域或不限级别试试。" }
      return
    end
    r:say{ en = ("%d of %d in time."):format(in_time, asked), zh = ("%d 题中有 %d 题在时限内答完。"):format(asked, in_time) }
  end,
}
