-- shell: write a command or script; what it prints and leaves behind is compared with what the reference does in the same folder.
--
-- `tree` is the folder it runs in, `hidden` are other ones. Each folder gives a case for each thing that `compare` names: stdout, stderr, status, and files.
-- With one folder the cases are called "stdout", "all.log"; those of hidden folders have the folder's name in front: "spaces: stdout".
local answers = require "answers"
local cases = require "cases"
local code = require "code-question"

local no_file = answers.say("(no such file)", "（没有这个文件）")
local titles = { stdout = "标准输出", stderr = "标准错误", status = "退出状态" }
local default_compare = { stdout = "line-ends", status = true }

local function trees(q, also_hidden)
  local list = { { name = nil, files = q.tree, public = true } }
  if also_hidden then
    for _, tree in ipairs(q.hidden or {}) do list[#list + 1] = { name = tree.name, files = tree.tree, stdin = tree.input, public = false } end
  end
  return list
end

local function run_in(q, source, tree)
  local collect = json.array {}
  if (q.compare or default_compare).files then collect[1] = "**" end
  return program.run { language = "bash", source = source, files = tree.files, stdin = localized(tree.stdin or q.input or "", "en"), limits = q.limits, collect = collect }
end

local function file_names(wanted, how, before)
  if how ~= "all" then return how end
  local names, seen = {}, {}
  for path in pairs(wanted) do names[#names + 1], seen[path] = path, true end
  for _, file in ipairs(before or {}) do
    if not seen[file.path] then names[#names + 1] = file.path end -- taken away
  end
  table.sort(names)
  return names
end

local function compared(result, wanted, got, spaces)
  result.expected, result.got = wanted or no_file, got or no_file
  if wanted == nil or got == nil then
    if wanted ~= got then result.verdict = "wrong-answer" end
    return
  end
  local same, _, only_spaces = values.compare(wanted, got, { spaces = spaces })
  if not same then result.verdict = only_spaces and "presentation" or "wrong-answer" end
end

-- The cases of one folder.
local function judge(q, tree, wanted, got, results)
  local how = q.compare or default_compare
  local function add(name, title)
    local result = { name = (tree.name and tree.name .. ": " or "") .. name, public = tree.public, weight = 1, verdict = "accepted" }
    result.title = title and { en = result.name, zh = (tree.name and tree.name .. "：" or "") .. title }
    results[#results + 1] = result
    if got.ending ~= "ended" then
      result.verdict = got.ending
      result.traceback = (got.detail or "") ~= "" and cases.in_words(got.detail) or got.errors
    end
    return result
  end
  for _, stream in ipairs { "stdout", "stderr" } do
    local spaces = how[stream]
    if spaces and spaces ~= "no" then
      local result = add(stream, titles[stream])
      local key = stream == "stdout" and "output" or "errors"
      if result.verdict == "accepted" then compared(result, wanted[key], got[key], spaces) end
      if result.verdict ~= "accepted" and stream == "stdout" and got.errors ~= "" then result.traceback = got.errors end
    end
  end
  if how.status then
    local result = add("status", titles.status)
    if result.verdict == "accepted" then compared(result, tostring(wanted.status), tostring(got.status), "exact") end
  end
  for _, path in ipairs(how.files and file_names(wanted.files, how.files, tree.files) or {}) do
    local result = add(path)
    if result.verdict == "accepted" then compared(result, wanted.files[path], got.files[path], "line-ends") end
  end
end

local function run(q, source, also_hidden)
  local results = {}
  for _, tree in ipairs(trees(q, also_hidden)) do
    local wanted = run_in(q, localized(q.reference.text, "en"), tree)
    if wanted.ending ~= "ended" then error("the reference of this question does not come to its end: " .. wanted.ending, 0) end
    judge(q, tree, wanted, run_in(q, source, tree), results)
  end
  return results
end

local most_lines = 40

local function present(q, view)
  local pieces = {}
  for _, file in ipairs(q.tree or {}) do
    local shown = file.text:gsub("\n+$", "")
    local _, lines = shown:gsub("\n", "\n")
    if lines < most_lines and #shown < 3000 then pieces[#pieces + 1] = ("`%s`\n\n```\n%s\n```"):format(file.path, shown) else pieces[#pieces + 1] = ("`%s`"):format(file.path) end
  end
  return { body = table.concat(pieces, "\n\n"), input = "code", help = code.help }
end

local function validate(q)
  local faults = {}
  local how = q.compare or default_compare
  if not (how.stdout or how.stderr or how.status or how.files) then answers.fault(faults, "/compare", "nothing is compared; name stdout, stderr, status or files") end
  local names = {}
  for i, tree in ipairs(q.hidden or {}) do
    if names[tree.name] then answers.fault(faults, ("/hidden/%d/name"):format(i - 1), "two hidden folders are called '%s'", tree.name) end
    names[tree.name] = true
  end
  code.validate_checks(q, nil, faults)
  return faults
end

local spaces = function() return optional(one_of { "exact", "line-ends", "free", "no" }) end

question_type {
  name = "shell",
  description = { en = "Write a shell command or script; its output and what it changes count.", zh = "编写 shell 命令或脚本，按输出和产生的改动评分。" },
  fields = { tree = "folder?", hidden = optional(secret(list { name = "string", tree = "folder?", input = "text?" })), input = "text?", reference = secret "file", starter = "file?",
    compare = optional(secret(record { stdout = spaces(), stderr = spaces(), status = "boolean?", files = "any?" })),
    limits = optional(record { seconds = "number 0.1..10?", processes = "integer 1..64?", disk_mb = "integer 1..64?" }) },
  present = present,
  parse = code.parse,
  grade = function(q, response) return cases.grade(run(q, response, true)) end,
  validate = validate,
  starter = code.starter,
  try = function(q, input, wish)
    local source, problem = code.parse(q, input)
    if not source then return { passed = 0, total = 0, cases = json.array {}, text = problem } end
    return cases.report(run(q, source, wish.hidden))
  end,
}
