-- weighted: harder questions are worth more points, and so are those that a round weighs more (r:ask(q, { weight = 2 })).
--
-- A score may be any number of points; its second value is the most there were, so that shares stay right.
local worth = {
  difficulty = function(result) return result.difficulty or 1 end,
  time = function(result) return (result.par or 60) / 60 end,
  none = function() return 1 end,
}

scoring_rule {
  name = "weighted",
  description = { en = "Questions count by difficulty or by the minutes they are meant to take, times the weight that a round gives them.",
    zh = "按难度或预计用时（分钟）计分，再乘以轮次给的权重。" },
  options = {
    by = { "difficulty", { en = "What a question counts by", zh = "按什么给题目加权" }, { "difficulty", "time", "none" } },
  },
  score = function(result, opt)
    local weight = worth[opt.by](result) * (result.weight or 1)
    return result.credit * weight, weight
  end,
}
