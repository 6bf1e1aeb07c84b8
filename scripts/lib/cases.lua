-- What came of a program's cases, as a grade and as text. For the question types that run programs.
--
--   cases.grade(results)        --> { credit, parts }: a part for the examples and one for each group of hidden cases
--   cases.report(results)       --> { passed, total, text, cases }: what `.run` shows, every failed example in full
--   cases.in_words(problem)     --> what the engine or a language says of a program, as a text in both languages; other strings as they are
--
-- A result is { name, title, public, group, weight, verdict, tried, expected, got, output, traceback, at, load }: `verdict` is "accepted", or why not; `tried` is
-- the input as people write it; `title` is what they read in place of the name; title, expected, got, output and traceback are texts or nil; `load` says that
-- the program failed before any case was tried. Of hidden cases only counts are told, and `told`, a text.
local answers = require "answers"

local say = answers.say
local cases = {}

local verdicts = {
  accepted = { en = "passes", zh = "通过" },
  ["wrong-answer"] = { en = "wrong answer", zh = "结果不对" },
  presentation = { en = "only white space differs", zh = "只有空白不同" },
  ["runtime-error"] = { en = "runtime error", zh = "运行出错" },
  ["time-limit"] = { en = "too slow", zh = "超时" },
  ["idle-limit"] = { en = "waits for ever", zh = "等待超时" },
  ["memory-limit"] = { en = "too much memory", zh = "内存超限" },
  ["output-limit"] = { en = "too much output", zh = "输出超限" },
  ["process-limit"] = { en = "too many processes", zh = "进程数超限" },
  growth = { en = "grows too fast", zh = "增长过快" },
  policy = { en = "does something that is not allowed", zh = "执行了不允许的操作" },
  ["compile-error"] = { en = "does not compile", zh = "编译失败" },
}

function cases.verdict_text(verdict) return verdicts[verdict] or { en = verdict, zh = verdict } end

-- Whole texts only: within what a program printed nothing is ours.
local said = {
  { "^exit status (%d+)$", "退出状态 %s" },
  { "^signal: (.+)$", "信号：%s" },
  { "^forbidden call$", "禁用的系统调用" },
  { "^forbidden call: (.+)$", "禁用的系统调用：%s" },
  { "^(%w+): the answer defines no '(.+)'$", "%s：答案里没有定义 '%s'" },
  { "^the answer defines no '(.+)'$", "答案里没有定义 '%s'" },
  { "^interrupted$", "已中断" },
  { "^the answer wrote to the descriptor of its results$", "答案向传送结果的描述符写入了内容" },
  { "^more than (%d+) rows$", "超过 %s 行" },
  { "^line (%d+): (%S+) is not allowed here$", "第 %s 行：这里不允许使用 %s" },
  { "^line (%d+): No closing quotation$", "第 %s 行：引号没有闭合" },
  { "^line (%d+): No escaped character$", "第 %s 行：末尾的反斜杠后面没有字符" },
}

function cases.in_words(problem)
  if type(problem) ~= "string" then return problem end -- a program may write such a line itself
  for _, one in ipairs(said) do
    local first, second = problem:match(one[1])
    if first then return { en = problem, zh = one[2]:format(first, second) } end
  end
  return problem
end

-- Bounded, and in a fence that it cannot close.
local function fenced(lines)
  local body = table.concat(lines, "\n")
  local fence = "```"
  while body:find(fence, 1, true) do fence = fence .. "`" end
  return fence .. "\n" .. body .. "\n" .. fence
end

local most_shown = 2000

local function cut(s)
  if #s <= most_shown then return s end
  local kept = s:sub(1, most_shown):gsub("[\128-\255]*$", "")
  return kept .. "…"
end

local labels = {
  en = { expected = "expected  ", got = "got       ", output = "printed   ", at = "differs at  " },
  zh = { expected = "期望  ", got = "实际  ", output = "输出  ", at = "不同之处  " },
}

-- A text of several lines goes below its label.
local function labelled(lines, label, value, lang)
  if not value then return end
  value = cut(localized(value, lang))
  if value == "" then value = lang == "zh" and "（无）" or "(nothing)" end
  if value:find("\n", 1, true) then
    lines[#lines + 1] = (label:gsub("%s+$", ""))
    for line in (value:gsub("\n$", "") .. "\n"):gmatch "([^\n]*)\n" do lines[#lines + 1] = "  " .. line end
  else
    lines[#lines + 1] = label .. value
  end
end

local function failure_in(result, lang)
  local label, lines, title = labels[lang], {}, localized(result.title or result.name, lang)
  if result.told then return ("%s%s%s"):format(title, lang == "zh" and "：" or ": ", localized(result.told, lang)) end
  if result.tried and not result.load then lines[#lines + 1] = cut(result.tried) end
  if not result.load then labelled(lines, label.expected, result.expected, lang) end
  labelled(lines, label.got, result.got, lang)
  if result.at and result.at ~= "" then labelled(lines, label.at, result.at, lang) end
  if result.output and result.output ~= "" then labelled(lines, label.output, result.output, lang) end
  if result.traceback and result.traceback ~= "" then labelled(lines, "", result.traceback, lang) end
  local head = localized(cases.verdict_text(result.verdict), lang)
  if not result.load then head = ("%s%s%s"):format(title, lang == "zh" and "：" or ": ", head) end
  return #lines > 0 and head .. "\n\n" .. fenced(lines) or head
end

-- One failed case in full.
function cases.failure(result) return { en = failure_in(result, "en"), zh = failure_in(result, "zh") } end

local function groups_of(results)
  local groups, by_id = {}, {}
  for _, result in ipairs(results) do
    local id = result.public and "examples" or result.group or "cases"
    local group = by_id[id]
    if not group then
      group = { id = id, public = result.public, name = not result.public and result.group or nil, passed = 0, total = 0, weight = 0, gained = 0, verdicts = {}, order = {} }
      by_id[id], groups[#groups + 1] = group, group
    end
    group.total, group.weight = group.total + 1, group.weight + result.weight
    if result.verdict == "accepted" then
      group.passed, group.gained = group.passed + 1, group.gained + result.weight
    else
      if not group.verdicts[result.verdict] then group.order[#group.order + 1] = result.verdict end
      group.verdicts[result.verdict] = (group.verdicts[result.verdict] or 0) + 1
      group.first, group.told = group.first or result, group.told or result.told
    end
  end
  return groups
end

local group_names = { large = { en = "Large inputs", zh = "大规模输入" } } -- the usual one; others are read as their author wrote them

local function count_text(group)
  local note
  if group.public then
    note = group.total == 1 and (group.passed == 1 and say("The example passes.", "示例通过。") or say("The example fails.", "示例未通过。"))
      or say("%d of %d examples pass.", "%d/%d 个示例通过。", group.passed, group.total)
  else
    note = say("%d of %d hidden cases pass.", "%d/%d 个隐藏用例通过。", group.passed, group.total)
    if group.name then note = say("%s: %s", "%s：%s", group_names[group.name] or group.name, note) end
  end
  if group.public or group.passed == group.total then return note end
  local en, zh = {}, {}
  for i, verdict in ipairs(group.order) do
    local text = cases.verdict_text(verdict)
    en[i], zh[i] = ("%d× %s"):format(group.verdicts[verdict], text.en), ("%s %d 个"):format(text.zh, group.verdicts[verdict])
  end
  return { en = note.en .. " (" .. table.concat(en, ", ") .. ")", zh = note.zh .. "（" .. table.concat(zh, "，") .. "）" }
end

local function with_failure(note, result)
  local text = cases.failure(result)
  return { en = note.en .. "\n\n" .. text.en, zh = note.zh .. "\n\n" .. text.zh }
end

function cases.grade(results)
  local parts, weight, gained, told = {}, 0, 0, false
  for i, group in ipairs(groups_of(results)) do
    local note = count_text(group)
    if not group.public and group.told then note = { en = note.en .. " " .. group.told.en, zh = note.zh .. group.told.zh } end
    if group.first and not told and (group.public or group.first.load) then
      note, told = with_failure(note, group.first), true
    end
    weight, gained = weight + group.weight, gained + group.gained
    parts[i] = { id = group.id, credit = group.weight > 0 and group.gained / group.weight or 0, weight = group.weight, note = note }
  end
  return { credit = weight > 0 and gained / weight or 0, parts = parts }
end

function cases.report(results)
  local en, zh, list, passed = {}, {}, {}, 0
  for i, result in ipairs(results) do
    list[i] = { name = result.name, verdict = result.verdict }
    if result.verdict == "accepted" then
      passed = passed + 1
    elseif not (result.load and i > 1) then
      local text = cases.failure(result)
      en[#en + 1], zh[#zh + 1] = text.en, text.zh
    end
  end
  local head = say("%d of %d pass.", "%d/%d 个通过。", passed, #results)
  table.insert(en, 1, head.en)
  table.insert(zh, 1, head.zh)
  return { passed = passed, total = #results, cases = json.array(list), text = { en = table.concat(en, "\n\n"), zh = table.concat(zh, "\n\n") } }
end

return cases
