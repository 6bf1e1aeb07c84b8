-- redis: write commands, one a line; the replies and the data they leave are compared with those of the reference, on a real server.
--
-- Each fixture, a file of commands that fills the server, gives a case for each reply that counts ("day: reply 2") and one for the data ("day: state"); the
-- names are those of the files without their ends. `example` is shown, `fixtures` are hidden. "replies" says how each is compared: null (not at all), "exact" or
-- "any" (lists in any order); left out, all are exact. Times to live may differ by two seconds.
local answers = require "answers"
local cases = require "cases"
local code = require "code-question"

local slack = 2 -- seconds of a time to live
local say = answers.say
local data = say("state", "数据")
local no_command = say("(no command)", "（没有这条命令）")
local on_the_server = say("What the server holds beforehand, for example:", "服务器上原有的数据，例如：")

local function fixtures(q, also_hidden)
  local list = {}
  if q.example then list[1] = { file = q.example, public = true } end
  if also_hidden then
    for _, file in ipairs(q.fixtures or {}) do list[#list + 1] = { file = file, public = false } end
  end
  for _, one in ipairs(list) do one.name = one.file.file:gsub("%.%w+$", "") end
  return list
end

local function run_all(q, source, list)
  local calls = {}
  for i, one in ipairs(list) do calls[i] = { fixture = localized(one.file.text, "en") } end
  return program.run { language = "redis", source = source, calls = json.array(calls), limits = q.limits }
end

local function how_of(q, i)
  if not q.replies then return "exact" end
  local how = q.replies[i]
  return how ~= json.null and how or nil
end

-- Replies as redis-cli shows them, more or less.
local function shown(reply)
  if reply == json.null or reply == nil then return "(nil)" end
  return values.show(reply, "json", 600)
end

local function same_state(wanted, got)
  for key, entry in pairs(wanted) do
    local other = got[key]
    if not other or entry.type ~= other.type or not values.compare(entry.value, other.value) then return false, key end
    if (entry.expires == nil) ~= (other.expires == nil) then return false, key end
    if entry.expires and math.abs(entry.expires - other.expires) > slack then return false, key end
  end
  for key in pairs(got) do
    if not wanted[key] then return false, key end
  end
  return true
end

local function key_text(state, key)
  local entry = state[key]
  if not entry then return say("%s: (no such key)", "%s：（没有这个 key）", key) end
  local found = say("%s: %s %s", "%s：%s %s", key, entry.type, values.show(entry.value, "json", 400))
  if entry.expires then found = say("%s, expires in %d s", "%s，%d 秒后过期", found, math.ceil(entry.expires)) end
  return found
end

local function judge(q, one, wanted, got, ending, results)
  local function add(name, title)
    local result = { name = one.name .. ": " .. name, title = say("%s: %s", "%s：%s", one.name, title), public = one.public, weight = 1, verdict = "accepted" }
    results[#results + 1] = result
    if not got or got.raises then
      result.verdict, result.traceback = got and "runtime-error" or ending, got and cases.in_words(got.raises.message) or nil
      result.load = got and got.raises.type == "ReadError" or nil
    end
    return result
  end
  for i, reply in ipairs(wanted.replies) do
    local how = how_of(q, i)
    if how then
      local result = add("reply " .. i, say("reply %d", "第 %d 条回复", i))
      if result.verdict == "accepted" then
        result.tried = got.commands[i] or wanted.commands[i]:match "^%S+" .. " …?"
        local given = got.replies[i]
        if given == nil and i > #got.commands then
          result.verdict, result.expected, result.got = "wrong-answer", shown(reply), no_command
        elseif not values.compare(reply, given, { order = how == "any" and "any" or "same" }) then
          result.verdict, result.expected, result.got = "wrong-answer", shown(reply), shown(given)
        end
        if one.public == false then result.tried = nil end
      end
    end
  end
  if q.state == false then return end
  local result = add("state", data)
  if result.verdict ~= "accepted" then return end
  local same, key = same_state(wanted.state, got.state)
  if not same then result.verdict, result.expected, result.got = "wrong-answer", key_text(wanted.state, key), key_text(got.state, key) end
end

local function run(q, source, also_hidden)
  local list, results = fixtures(q, also_hidden), {}
  local wanted, given = run_all(q, localized(q.reference.text, "en"), list), run_all(q, source, list)
  for i, one in ipairs(list) do
    local right = wanted.results[i]
    if not right or right.raises then error("the reference of this question fails: " .. (right and right.raises.message or wanted.ending), 0) end
    judge(q, one, right, given.results[i], given.ending == "ended" and "runtime-error" or given.ending, results)
  end
  return results
end

local function present(q, view)
  local body
  if q.example then body = localized(on_the_server, view.lang) .. "\n\n```\n" .. localized(q.example.text, view.lang):gsub("\n+$", "") .. "\n```" end
  return { body = body, input = "code", help = code.help }
end

local function validate(q)
  local faults = {}
  if #(q.fixtures or {}) == 0 then answers.fault(faults, "/fixtures", "there is no hidden fixture; give one on which wrong commands fail") end
  for i, how in ipairs(q.replies or {}) do
    if how ~= json.null and how ~= "exact" and how ~= "any" then answers.fault(faults, ("/replies/%d"):format(i - 1), "is null, \"exact\" or \"any\", not '%s'", tostring(how)) end
  end
  code.validate_checks(q, nil, faults)
  return faults
end

question_type {
  name = "redis",
  description = { en = "Write Redis commands; replies and data are compared.", zh = "编写 Redis 命令，按回复和数据评分。" },
  fields = { example = "file?", fixtures = secret(count(list { "file" }, "1..")), reference = secret "file", replies = optional(secret(list { "any" })), state = optional(secret "boolean"),
    starter = "file?", limits = optional(record { seconds = "number 0.1..10?" }) },
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
