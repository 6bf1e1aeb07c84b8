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
    par = { 0, "Seconds without penalty; 0 takes each question's own time" },
    factor = { 1, "How many times the question's own time is free" },
    penalty = { 0.25, "Share of the points lost when twice the free time was taken" },
    least = { 0.5, "Share of the points that a right answer keeps, however slow" },
  },
  score = function(result, opt)
    local free = opt.par > 0 and opt.par or (result.par or 0) * opt.factor
    if not result.seconds or free <= 0 or result.seconds <= free then return result.credit, 1 end
    local over = result.seconds / free - 1
    return result.credit * math.max(opt.least, 1 - opt.penalty * over), 1
  end,
}
