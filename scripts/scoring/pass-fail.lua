-- pass-fail: an answer passes or it does not, and so does the round.
--
-- An answer passes with a credit of at least `mark`, the round when at least `share` of its answers do. `total` sees all results with their points and
-- decides; its note is shown at the end.
local function share_passed(results)
  local passed = 0
  for _, result in ipairs(results) do passed = passed + result.points end
  return passed, #results
end

scoring_rule {
  name = "pass-fail",
  description = { en = "Each answer passes or fails, and so does the round.", zh = "每题合格或不合格，整轮也是。" },
  options = {
    mark = { 0.6, { en = "Credit with which an answer passes", zh = "得分率达到多少算合格" } },
    share = { 0.6, { en = "Share of answers that must pass", zh = "多少比例的题合格，整轮才算合格" } },
  },
  score = function(result, opt) return result.credit >= opt.mark and 1 or 0, 1 end,
  total = function(results, opt)
    local passed, all = share_passed(results)
    local needed = math.ceil(opt.share * all - 1e-9)
    return {
      points = passed,
      max = all,
      passed = all > 0 and passed >= needed,
      note = {
        en = ("%d of %d answers passed; %d had to."):format(passed, all, needed),
        zh = ("共 %d 题，合格 %d 题；至少要合格 %d 题。"):format(all, passed, needed),
      },
    }
  end,
}
