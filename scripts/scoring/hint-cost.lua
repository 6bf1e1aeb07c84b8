-- hint-cost: every hint that was shown takes its price off the points.
--
-- Authors give hints a price ({ "text": …, "cost": 0.2 }); `each` is the price of those that have none. The points never go below 0.
scoring_rule {
  name = "hint-cost",
  description = { en = "Hints cost points.", zh = "看提示会扣分。" },
  options = {
    each = { 0.1, { en = "Share of the points that a hint without a price of its own costs", zh = "没有单独标价的提示，每条扣掉几成分" } },
  },
  score = function(result, opt)
    local price = result.hint_cost or 0
    if price == 0 then price = (result.hints or 0) * opt.each end
    return result.credit * math.max(0, 1 - price), 1
  end,
}
