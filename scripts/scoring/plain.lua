-- plain: an answer is worth its credit. Every question counts the same.
--
-- The smallest scoring rule there is. `score` returns the points and the most there were; without `total` they are simply added up.
scoring_rule {
  name = "plain",
  description = { en = "Every question is worth one point; partial answers get their share.", zh = "每题 1 分，部分正确按比例给分。" },
  score = function(result) return result.credit, 1 end,
}
