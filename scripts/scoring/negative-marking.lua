-- negative-marking: a wrong guess costs what guessing would have earned on average, so that guessing blindly is worth nothing.
--
-- With n options that is 1/(n-1): a third for four, everything for true or false. Only questions that can be guessed are affected, and only
-- answers without any credit. Skipping costs nothing; nor does an answer that cannot be read.
local guesses = {
  ["choice"] = function(opt) return opt.options end,
  ["true-false"] = function() return 2 end,
}

scoring_rule {
  name = "negative-marking",
  description = { en = "Wrong choices cost points; skipping costs nothing.", zh = "选错倒扣分，跳过不扣。" },
  options = {
    penalty = { 0, { en = "Points off for a wrong choice; 0 takes 1/(options-1)", zh = "选错一题倒扣多少分，0 表示扣 1/(选项数-1)" } },
    options = { 4, { en = "How many options a choice question has, for the penalty of blind guessing", zh = "选择题按几个选项计算乱猜的倒扣分" } },
  },
  score = function(result, opt)
    local options = guesses[result.type]
    if not options or result.verdict ~= "incorrect" then return result.credit, 1 end
    local penalty = opt.penalty > 0 and opt.penalty or 1 / math.max(1, options(opt) - 1)
    return -penalty, 1
  end,
}
