-- A question that is answered with a program, and its cases: what the types `code` and `find-the-bug` have in common.
--
-- A case is tried in one of four ways:
--   { "args": […], "kwargs": {…}, "returns": … }   the function `entry` of the answer is called
--   { "call": "len(f(3))", "returns": … }          an expression in which the names of the answer are there
--   { "run": "keeps_name", "returns": … }          a function of the question's `driver` is called with the answer as a module
--   { "input": "3 4", "prints": "7" }              the answer is run as a program
-- and says what must come of it: `returns`, `raises` (the name of an exception, and `message`, which its text must hold), `after` (what the arguments are
-- then), `prints`. Or it says how the time may grow with the size `$n` of the input: `growth` (growth.lua); that is measured of answers only that pass every
-- other case. The time limit is one case's. Cases run together in one go; from one that ends the program the rest goes on in a new one.
local answers = require "answers"
local cases = require "cases"
local growth = require "growth"

local say = answers.say
local code = {}

local most_source = 128 * 1024
local most_ends = 2 -- of programs; then the other cases count as the last one

code.case_fields = {
  name = "string", group = "slug?", weight = "number 0..100?",
  args = optional(list { "any" }), kwargs = optional(map { "any" }), call = "string?", run = "string?", input = "text?", arguments = optional(list { "string" }),
  returns = "any?", raises = "string?", message = "string?", after = optional(list { "any" }), prints = "text?", status = "integer 0..255?", compare = "any?",
  growth = optional(record { at_most = one_of(growth.bounds), from = "integer 1..100000", to = "integer 8..10000000", line = "string?" }),
}

-- The fields of a question; a type may add to them.
function code.fields()
  return {
    language = "slug", profile = "slug?", entry = "string?", driver = optional(secret "file"), files = "folder?",
    limits = optional(record { seconds = "number 0.1..10?", memory_mb = "integer 16..1024?", processes = "integer 0..32?", disk_mb = "integer 0..64?" }),
    compare = "any?", examples = optional(list(code.case_fields)), cases = secret(list(code.case_fields)),
  }
end

-- Cases -----------------------------------------------------------------------------------------------------------------------------------

local function all_cases(q, also_hidden)
  local all = {}
  for _, case in ipairs(q.examples or {}) do all[#all + 1] = { case = case, public = true } end
  if also_hidden then
    for _, case in ipairs(q.cases or {}) do all[#all + 1] = { case = case, public = false } end
  end
  return all
end

local function is_program(q, case) return not (case.call or case.run or case.args or case.kwargs or q.entry or q.driver) end

local function driver_name(case) return case.run or (case.name:gsub("[%s-]+", "_")) end

local function uses_driver(q, case) return case.run ~= nil or (q.driver ~= nil and not case.call and not case.args) end

local function call_of(q, case)
  if case.call then return { call = case.call, after = false } end
  local call = { args = case.args or json.array {}, kwargs = case.kwargs, after = case.after ~= nil }
  call[uses_driver(q, case) and "driver" or "function"] = uses_driver(q, case) and driver_name(case) or q.entry
  return call
end

local function shown_arguments(q, case)
  local shown = {}
  for i, value in ipairs(case.args or {}) do shown[i] = values.show(value, q.language, 300) end
  for name, value in pairs(case.kwargs or {}) do shown[#shown + 1] = name .. "=" .. values.show(value, q.language, 300) end
  return table.concat(shown, ", ")
end

local function tried_text(q, case, lang)
  if case.growth then return nil end
  if case.call then return case.call end
  if is_program(q, case) then
    local input = localized(case.input or "", lang or "en")
    return input ~= "" and input or nil
  end
  if uses_driver(q, case) then return nil end
  return q.entry .. "(" .. shown_arguments(q, case) .. ")"
end

local function expected_text(q, case)
  if case.raises then return case.raises .. (case.message and ": …" .. case.message .. "…" or "") end
  if case.returns ~= nil then return values.show(case.returns, q.language, 600) end
  if case.after then return values.show(case.after, q.language, 600) end
  if case.prints then return localized(case.prints, "en") end
  return nil
end

local function text_compare(q, case)
  local how = case.compare or q.compare
  return how and how.spaces and { spaces = how.spaces } or { spaces = "line-ends" }
end

local function judge_text(expected, got, how, result)
  local same, _, only_spaces = values.compare(expected, got, how)
  if same then return end
  result.verdict = only_spaces and "presentation" or "wrong-answer"
  result.expected, result.got = expected, got
end

local function raised_as_asked(case, raised)
  local kind = false
  for _, name in ipairs(raised.kinds or {}) do kind = kind or name == case.raises end
  return (kind or raised.type == case.raises) and (not case.message or raised.message:find(case.message, 1, true) ~= nil)
end

local function judge_value(q, case, expected, got, result)
  local same, at = values.compare(expected, got, case.compare or q.compare)
  if same then return end
  result.verdict, result.expected, result.got, result.at = "wrong-answer", values.show(expected, q.language, 600), values.show(got, q.language, 600), at
  if #result.got < 200 then result.at = nil end
end

-- What came of a call: `line` as the language's harness reports it.
local function judge_call(q, case, line, result)
  result.output = line.output
  if line.raises then
    result.traceback, result.load = line.traceback and cases.in_words(line.traceback), line.load
    if case.raises and not line.load then
      if raised_as_asked(case, line.raises) then
        result.traceback = nil
        return
      end
      result.verdict, result.got, result.traceback = "wrong-answer", line.raises.type .. ": " .. line.raises.message, nil
      return
    end
    result.verdict = line.raises.type == "MemoryError" and "memory-limit" or "runtime-error"
    return
  end
  if case.raises then result.verdict, result.got = "wrong-answer", values.show(line.returns, q.language, 600) end
  if result.verdict == "accepted" and case.returns ~= nil then judge_value(q, case, case.returns, line.returns, result) end
  if result.verdict == "accepted" and case.after then judge_value(q, case, case.after, line.after, result) end
  if result.verdict == "accepted" and case.prints then judge_text(localized(case.prints, "en"), line.output, text_compare(q, case), result) end
end

-- A program that did not come to its end.
local function judge_end(outcome, result)
  result.verdict = outcome.ending == "ended" and "runtime-error" or outcome.ending
  local detail = (outcome.detail or "") ~= "" and cases.in_words(outcome.detail) or nil
  result.traceback = detail and outcome.errors ~= "" and say("%s\n%s", "%s\n%s", detail, outcome.errors) or detail or outcome.errors
  result.load = outcome.ending == "compile-error" or nil
end

local function judge_program(q, case, outcome, result)
  if outcome.ending ~= "ended" then
    judge_end(outcome, result)
    if outcome.traceback then result.traceback = outcome.traceback end
    return
  end
  if (outcome.status or 0) ~= (case.status or 0) then
    result.verdict, result.got = "runtime-error", cases.in_words(("exit status %d"):format(outcome.status or 0))
    result.traceback = outcome.errors
    return
  end
  if case.prints then judge_text(localized(case.prints, "en"), outcome.output, text_compare(q, case), result) end
end

-- Running ---------------------------------------------------------------------------------------------------------------------------------

local function spec_of(q, source)
  return { language = q.language, profile = q.profile, source = source, limits = q.limits, files = q.files, driver = q.driver and localized(q.driver.text, "en") }
end

local function new_result(q, one)
  local case = one.case
  return { case = case, name = case.name, public = one.public, group = case.group, weight = case.weight or 1, verdict = "accepted", tried = tried_text(q, case),
    expected = expected_text(q, case) }
end

-- Calls, as many as possible in one run. A case at which the program ends is tried once more by itself, so that no case pays for those before it.
local function run_calls(q, source, all, results)
  local at, alone, ends, last = 1, false, 0, nil
  while at <= #all do
    if ends >= most_ends then
      for i = at, #all do results[i].verdict = last end
      return
    end
    local calls = {}
    for i = at, #all do calls[#calls + 1] = call_of(q, all[i].case) end
    local spec = spec_of(q, source)
    spec.calls = json.array(calls)
    local outcome = program.run(spec)
    local lines = outcome.results
    for i, line in ipairs(lines) do judge_call(q, all[at].case, line, results[at]); at = at + 1 end
    if at > #all then return end
    alone = #lines == 0
    if alone then
      judge_end(outcome, results[at])
      last, ends, at = results[at].verdict, ends + 1, at + 1
      if results[at - 1].load then
        for i = at, #all do results[i].verdict, results[i].load = last, true end
        return
      end
    end
  end
end

local function run_programs(q, source, all, results)
  local ends, last = 0, nil
  for i, one in ipairs(all) do
    if ends >= most_ends then
      results[i].verdict = last
    else
      local spec = spec_of(q, source)
      spec.stdin = localized(one.case.input or "", "en")
      spec.arguments = one.case.arguments
      judge_program(q, one.case, program.run(spec), results[i])
      last = results[i].verdict
      if last:find "limit$" or last == "compile-error" then ends = last == "compile-error" and most_ends or ends + 1 end
    end
  end
end

-- The case on an input of the size n.
local function of_size(q, source, case, n)
  local spec = spec_of(q, source)
  if is_program(q, case) then
    spec.stdin, spec.arguments = growth.text_with_size(localized(case.input or "", "en"), case.growth.line, n), case.arguments
  else
    local call = growth.with_size(call_of(q, case), n)
    call.discard = true
    spec.calls = json.array { call }
  end
  local outcome = program.run(spec)
  local line = outcome.ending == "ended" and outcome.results and outcome.results[1]
  if line and line.raises then outcome.ending, outcome.traceback = line.raises.type == "MemoryError" and "memory-limit" or "runtime-error", line.traceback end
  return outcome
end

local function measure_growth(q, source, case, result)
  local bound = case.growth.at_most
  local found = growth.measure(bound, case.growth.from, case.growth.to, (q.limits or {}).seconds or 2, function(n) return of_size(q, source, case, n) end)
  if not found then return end
  if found.outcome then
    judge_end(found.outcome, result)
    result.traceback = found.outcome.traceback or result.traceback
    return
  end
  result.verdict = "growth"
  result.told = say("The time grows %s with the size n of the input; at most %s is asked for.", "时间随输入规模 n 的增长%s；要求不超过 %s。", found.seen, bound)
end

local function passes_all(results)
  for _, result in ipairs(results) do
    if result.verdict ~= "accepted" then return false end
  end
  return true
end

-- Runs the cases: examples, and the hidden ones as well. → results, as cases.lua takes them; without those of growth unless all others pass.
function code.run(q, source, also_hidden)
  local all = all_cases(q, also_hidden)
  local results, growing, calls, call_results, programs, program_results = {}, {}, {}, {}, {}, {}
  for _, one in ipairs(all) do
    local result = new_result(q, one)
    local list, into = calls, call_results
    if is_program(q, one.case) then list, into = programs, program_results end
    if one.case.growth then
      growing[#growing + 1] = result
    else
      list[#list + 1], into[#into + 1], results[#results + 1] = one, result, result
    end
  end
  if #calls > 0 then run_calls(q, source, calls, call_results) end
  if #programs > 0 then run_programs(q, source, programs, program_results) end
  if passes_all(results) then
    for _, result in ipairs(growing) do
      measure_growth(q, source, result.case, result)
      results[#results + 1] = result
    end
  end
  return results
end

-- The callbacks of a type ---------------------------------------------------------------------------------------------------------------

-- The source in what was typed or pasted: line ends of one kind, without a Markdown fence around it.
function code.parse(q, input)
  if type(input) ~= "string" then return nil, say("The answer is a program, as one text.", "请把程序作为一段文本提交。") end
  if #input > most_source then return nil, answers.too_long(input, most_source) end
  if input:find("\0", 1, true) then return nil, say("There is a zero byte in the program.", "程序中含有零字节。") end
  local source = input:gsub("\r\n?", "\n")
  local inside = source:match "^%s*```[%w+#-]*\n(.-)\n```%s*$"
  source = inside or source
  if not source:match "\n$" then source = source .. "\n" end
  return source
end

function code.grade(q, response) return cases.grade(code.run(q, response, true)) end

function code.try(q, input, wish)
  local source, problem = code.parse(q, input)
  if not source then return { passed = 0, total = 0, cases = json.array {}, text = problem } end
  return cases.report(code.run(q, source, wish.hidden))
end

function code.starter(q) return q.starter and q.starter.text or nil end

local function example_lines(q, lang)
  local lines = {}
  for _, case in ipairs(q.examples or {}) do
    local tried, expected = tried_text(q, case, lang), expected_text(q, case)
    if is_program(q, case) then
      lines[#lines + 1] = ("%s:\n%s\n→\n%s"):format(case.name, tried or "", expected or "")
    elseif tried and expected then
      local arrow = case.raises and (lang == "zh" and "  → 抛出 " or "  → raises ") or case.returns == nil and case.after and (lang == "zh" and "  → 参数变为 " or "  → arguments become ") or "  → "
      lines[#lines + 1] = tried .. arrow .. expected
    end
  end
  return lines
end

-- Markdown below the prompt: examples and bounds.
function code.body(q, lang)
  local pieces = {}
  local lines = example_lines(q, lang)
  if #lines > 0 then pieces[#pieces + 1] = "```\n" .. table.concat(lines, "\n") .. "\n```" end
  local limits, bounds = q.limits or {}, {}
  if limits.seconds then bounds[#bounds + 1] = (lang == "zh" and "每个用例 %g 秒" or "%g s for each case"):format(limits.seconds) end
  if limits.memory_mb then bounds[#bounds + 1] = (lang == "zh" and "内存 %d MiB" or "%d MiB of memory"):format(limits.memory_mb) end
  if #bounds > 0 then pieces[#pieces + 1] = (lang == "zh" and "限制：" or "Limits: ") .. table.concat(bounds, lang == "zh" and "，" or ", ") .. (lang == "zh" and "。" or ".") end
  return table.concat(pieces, "\n\n")
end

code.help = {
  en = "A program: .edit opens it in your editor, .run tries it on the examples, .submit hands it in.",
  zh = "答案是程序：.edit 打开编辑器，.run 运行示例，.submit 提交。",
}

function code.present(q, view)
  return { body = code.body(q, view.lang), input = "code", help = code.help }
end

-- Checks of questions -------------------------------------------------------------------------------------------------------------------

local fault = answers.fault

local function names_size(value)
  if type(value) == "string" then return value:find "%$n%f[^%w_]" ~= nil end
  if type(value) ~= "table" then return false end
  for _, item in pairs(value) do
    if names_size(item) then return true end
  end
  return false
end

local function validate_growth(q, case, path, faults)
  if case.returns ~= nil or case.raises or case.after or case.prints then fault(faults, path, "\"growth\" is measured, nothing else is compared; expect values in other cases") end
  if not (names_size { case.args or {}, case.kwargs or {}, case.call or "", localized(case.input or "", "en") } or case.growth.line) then
    fault(faults, path, "the input does not grow: write \"$n\" where its size belongs")
  end
  if case.growth.line and (#case.growth.line + 4) * case.growth.to > 900000 then
    fault(faults, path .. "/growth/line", "the largest input is longer than a program can be given; make \"to\" or the line smaller")
  end
  if case.growth.line and not is_program(q, case) then fault(faults, path .. "/growth/line", "\"line\" is for programs, which read it n times") end
  if case.growth.to < 8 * case.growth.from then fault(faults, path .. "/growth/to", "the largest size must be at least eight times the smallest, or nothing can be seen") end
  if ((q.limits or {}).seconds or 2) < 1 then fault(faults, path .. "/growth", "give a case at least 1 s (\"limits\"), so that growth shows before it ends") end
  for _, check in ipairs(q.checks or {}) do
    for _, name in ipairs(check.fails or {}) do
      if name == case.name then return end
    end
  end
  fault(faults, path .. "/growth", "no check fails '%s'; give a wrong solution that is right but for its growth, with \"verdict\": \"growth\"", case.name)
end

local function validate_case(q, case, path, names, faults)
  if names[case.name] then fault(faults, path .. "/name", "two cases are called '%s'; checks could not tell them apart", case.name) end
  names[case.name] = true
  local ways = 0
  for _, key in ipairs { "call", "run", "input" } do
    if case[key] ~= nil then ways = ways + 1 end
  end
  if (case.args or case.kwargs) and not case.run then ways = ways + 1 end
  if ways > 1 then fault(faults, path, "give one of \"args\", \"call\", \"run\" and \"input\": what is tried") end
  if (case.args or case.kwargs) and not case.run and not q.entry then fault(faults, path, "\"args\" need \"entry\", the function that is called with them") end
  if case.run and not q.driver then fault(faults, path .. "/run", "\"run\" needs \"driver\", the file that has this function") end
  if case.growth then return validate_growth(q, case, path, faults) end
  if case.returns == nil and case.raises == nil and case.after == nil and case.prints == nil and case.status == nil then
    fault(faults, path, "nothing is expected; give \"returns\", \"raises\", \"after\" or \"prints\"")
  end
  if is_program(q, case) and (case.returns ~= nil or case.raises or case.after) then
    fault(faults, path, "a program returns nothing; give \"prints\", or \"entry\" for a function that is called")
  end
  if case.message and not case.raises then fault(faults, path .. "/message", "\"message\" needs \"raises\", the exception whose text it is in") end
  if case.compare ~= nil and values.problem(case.compare) then fault(faults, path .. "/compare", "%s", values.problem(case.compare)) end
end

function code.validate(q)
  local faults, names = {}, {}
  for _, key in ipairs { "examples", "cases" } do
    for i, case in ipairs(q[key] or {}) do validate_case(q, case, ("/%s/%d"):format(key, i - 1), names, faults) end
  end
  if #(q.cases or {}) == 0 then fault(faults, "/cases", "there is no hidden case; whoever returns what the examples show would get full credit") end
  if q.compare ~= nil and values.problem(q.compare) then fault(faults, "/compare", "%s", values.problem(q.compare)) end
  code.validate_checks(q, names, faults)
  return faults
end

-- Programs must prove their cases: an accepted solution, and wrong ones that fail at cases that are named.
function code.validate_checks(q, names, faults)
  local right, wrong = 0, 0
  for i, check in ipairs(q.checks or {}) do
    if check.credit == 1 then right = right + 1 else wrong = wrong + 1 end
    for j, name in ipairs(check.fails or {}) do
      if names and not names[name] then fault(faults, ("/checks/%d/fails/%d"):format(i - 1, j - 1), "there is no case '%s'%s", name, "") end
    end
    if check.credit ~= 1 and not check.fails and not check.verdict then
      fault(faults, ("/checks/%d"):format(i - 1), "say why it is wrong: \"fails\", the cases that it fails, or \"verdict\"")
    end
  end
  if right < 1 then fault(faults, "/checks", "no solution must get full credit; add reference.%s with \"credit\": 1", "…") end
  if wrong < 2 then fault(faults, "/checks", "give at least two plausible wrong solutions (wrong-….…) and the cases that they must fail") end
end

return code
