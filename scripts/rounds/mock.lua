-- mock: an interview in sections, with follow-up questions where something was missed, and a summary by section.
--
--   .round mock areas=linux,network,database level=mid questions=2
--
-- r:follow_up(result) gives the first follow-up of that question whose conditions hold, and the next one when asked again. Follow-ups are asked in the
-- section of their question and count half.
local function split(list)
  local names = {}
  for name in list:gmatch "[^%s,]+" do names[#names + 1] = name end
  return names
end

local function add(tally, result)
  tally.points = tally.points + (result.points or 0)
  tally.max = tally.max + (result.max or 0)
end

-- Asks one question and then what follows from its answer.
local function ask_with_follow_ups(r, q, section, most, tally)
  local result = r:ask(q, { section = section })
  add(tally, result)
  for _ = 1, most do
    local follow_up = r:follow_up(result)
    if not follow_up then return end
    add(tally, r:ask(follow_up, { section = section, weight = 0.5 }))
  end
end

-- An area that has nothing to ask, or nothing left, has no section: nil.
local function ask_section(r, number, area, opt)
  local tally
  for _ = 1, opt.questions do
    local q = r:pick{ area = area, level = opt.level ~= "" and opt.level or nil, unseen = true }
    if not q then break end
    if not tally then
      tally = { name = q.area_name, points = 0, max = 0 }
      r:say{ en = ("## Section %d: %s"):format(number, localized(q.area_name, "en")), zh = ("## 第 %d 部分：%s"):format(number, localized(q.area_name, "zh")) }
    end
    ask_with_follow_ups(r, q, area, opt.follow_ups, tally)
  end
  return tally
end

-- "- Linux: 1.5 of 2 points" for each section.
local function summary(tallies, form, lang)
  local lines = {}
  for number, tally in ipairs(tallies) do
    lines[number] = form:format(localized(tally.name, lang), ("%.4g"):format(tally.points), ("%.4g"):format(tally.max))
  end
  return table.concat(lines, "\n")
end

round {
  name = "mock",
  description = { en = "A whole interview: sections by area, follow-ups where something was missed, a summary.", zh = "完整的模拟面试：分领域进行，答漏了会追问，最后小结。" },
  scoring = "weighted",
  options = {
    areas = { "python-core,linux,network,database,design", { en = "Sections: areas, separated by commas", zh = "面试分哪几部分：领域名，用逗号隔开" } },
    questions = { 2, { en = "Most questions of a section", zh = "每部分最多多少题" } },
    follow_ups = { 2, { en = "Most follow-ups of a question", zh = "每题最多追问几次" } },
    level = { "", { en = "Only this level", zh = "只出这个级别的题" }, { "", "junior", "mid", "senior" } },
    minutes = { 60, { en = "No new section after so many minutes", zh = "超过这么多分钟就不再开始新的部分" } },
  },

  run = function(r, opt)
    local tallies = {}
    for _, area in ipairs(split(opt.areas)) do
      if r:elapsed() > opt.minutes * 60 then break end
      tallies[#tallies + 1] = ask_section(r, #tallies + 1, area, opt)
    end
    r:say{ en = "## Summary\n\n" .. summary(tallies, "- %s: %s of %s points", "en"), zh = "## 小结\n\n" .. summary(tallies, "- %s：%s 分（满分 %s）", "zh") }
  end,
}
