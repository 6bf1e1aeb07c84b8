-- timed: the time a question is meant to take is free; after that an answer loses points, but never all of them.
--
--   --rule timed --rule-option factor=1.5      half as much time again is free
--   --rule timed --rule-option par=30          30 seconds for every question, whatever its own time is
--
-- An answer that took twice the free time loses `penalty` of its points, one that took three times twice that, down to the share `least`. Without
-- a time (files of answers need not have one) nothing is lost. An answer that ran out of time is skipped and has no credit to begin with.
scoring_rule {
  name = "timed",
  description = { en = "Slow answers lose points.", zh = "答得慢会扣分。" },
  options = {
    par = { 0, { en = "Seconds without penalty; 0 takes each question's own time", zh = "多少秒以内不扣分，0 表示按每题的建议用时" } },
    factor = { 1, { en = "How many times the question's own time is free", zh = "建议用时的几倍以内不扣分" } },
    penalty = { 0.25, { en = "Share of the points lost when twice the free time was taken", zh = "用时达到不扣分时间的两倍时，扣掉几成分" } },
    least = { 0.5, { en = "Share of the points that a right answer keeps, however slow", zh = "答得再慢，答对了至少保留几成分" } },
  },
  score = function(result, opt)
    local free = opt.par > 0 and opt.par or (result.par or 0) * opt.factor
    if not result.seconds or free <= 0 or result.seconds <= free then return result.credit, 1 end
    local over = result.seconds / free - 1
    return result.credit * math.max(opt.least, 1 - opt.penalty * over), 1
  end,
}
