-- drill: questions of one area or topic, one after another, those not seen yet first.
--
--   .round drill area=redis questions=5
--   .round drill topic=generators level=mid
--
-- `r:pick` returns nil when nothing is left, and the loop ends.
round {
  name = "drill",
  description = { en = "Questions of one area or topic, new ones first.", zh = "针对一个领域或主题刷题，没做过的优先。" },
  scoring = "plain",
  options = {
    area = { "", { en = "Only this area, such as redis", zh = "只出这个领域的题，如 redis" } },
    topic = { "", { en = "Only this topic, such as generators", zh = "只出这个主题的题，如 generators" } },
    type = { "", { en = "Only this question type, such as choice", zh = "只出这种题型，如 choice" } },
    level = { "", { en = "Only this level", zh = "只出这个级别的题" }, { "", "junior", "mid", "senior" } },
    questions = { 10, { en = "Most questions", zh = "最多多少题" } },
  },

  run = function(r, opt)
    local wanted = { unseen = true }
    for _, name in ipairs{ "area", "topic", "type", "level" } do
      if opt[name] ~= "" then wanted[name] = opt[name] end
    end
    for asked = 0, opt.questions - 1 do
      local q = r:pick(wanted)
      if not q then
        if asked == 0 then
          r:say{ en = "No question fits. Ask for less: another area or topic, or any level.", zh = "没有符合条件的题目，请放宽条件：换个领域或主题，或者不限级别。" }
        end
        return
      end
      r:ask(q)
    end
  end,
}
