-- All questions of the area lab in a fixed order: a round whose transcript stays the same when the bank grows.
local order = { "lab.even", "lab.tuple", "lab.gc", "lab.ports" }

round {
  name = "lab",
  description = { en = "The questions of the laboratory.", zh = "实验室题目。" },
  options = { questions = { 4, "Most questions" }, seconds = { 0, "Time for each question; 0 means no limit" } },
  run = function(r, opt)
    r:say{ en = "Welcome to the **lab**.", zh = "欢迎来到**实验室**。" }
    for number = 1, opt.questions do
      local result = r:ask(order[number], { seconds = opt.seconds > 0 and opt.seconds or nil })
      local next_one = r:follow_up(result)
      if next_one then r:ask(next_one) end
    end
    r:finish{ en = "That was all.", zh = "全部完成。" }
  end,
}
