-- Lua, as LuaJIT runs it. What it does with a program: lib/lua-harness.lua. The harness reads no JSON: its request is Lua.
local harness = require "lua-harness"
local results = require "harness-results"

local forms = { ["$float"] = { nan = "(0/0)", inf = "(1/0)", ["-inf"] = "(-1/0)" } }

-- A plain value as an expression of Lua. Null is nil, tags that Lua has nothing for are refused.
local function expression(value)
  if value == json.null or value == nil then return "nil" end
  if type(value) == "string" then return (("%q"):format(value):gsub("\\\n", "\\n"):gsub("\r", "\\r"):gsub("%z", "\\0")) end
  if type(value) ~= "table" then return type(value) == "number" and ("%.17g"):format(value) or tostring(value) end
  local key, content = next(value)
  if type(key) == "string" and key:sub(1, 1) == "$" and next(value, key) == nil then
    if key == "$float" then return forms[key][content] end
    if key == "$repeat" then return ("(%s):rep(%d)"):format(expression(content[1]), content[2]) end
    if key == "$lua" then return "(" .. content .. ")" end
    if key == "$range" then return ("(function() local t = {} for i = %d, %d do t[#t + 1] = i end return t end)()"):format(content[1], content[2] - 1) end
    if key == "$dict" then
      local parts = {}
      for i, pair in ipairs(content) do parts[i] = ("[%s] = %s"):format(expression(pair[1]), expression(pair[2])) end
      return "{" .. table.concat(parts, ", ") .. "}"
    end
    error(("Lua has nothing for the tag '%s'"):format(key), 0)
  end
  local parts, count = {}, #value
  for i = 1, count do parts[i] = expression(value[i]) end
  for name, item in pairs(value) do
    if type(name) ~= "number" then parts[#parts + 1] = ("[%s] = %s"):format(expression(name), expression(item)) end
  end
  return "{" .. table.concat(parts, ", ") .. "}"
end

local function request_of(spec)
  if spec.driver then error("a driver is for languages with modules; Lua's answers are called with \"call\"", 0) end
  local parts = { "source = " .. expression(spec.source or ""), "arguments = " .. expression(spec.arguments or {}) }
  local calls = {}
  for i, call in ipairs(spec.calls or {}) do
    local fields = { ("count = %d"):format(#(call.args or {})) }
    for _, name in ipairs { "function", "call", "args", "after", "discard" } do
      if call[name] then fields[#fields + 1] = ("[%q] = %s"):format(name, expression(call[name])) end
    end
    calls[i] = "{" .. table.concat(fields, ", ") .. "}"
  end
  if spec.calls then parts[#parts + 1] = "calls = {" .. table.concat(calls, ", ") .. "}" end
  return "return {" .. table.concat(parts, ", ") .. "}"
end

language {
  name = "lua",
  description = { en = "Lua 5.1, in LuaJIT.", zh = "Lua 5.1（LuaJIT）。" },
  extension = "lua",
  needs = { { file = "/usr/bin/luajit", package = "luajit" } },
  job = function(spec)
    return {
      runtime = { name = "lua", environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8" } },
      argv = { "/usr/bin/luajit", "-joff", "-e", harness }, input = spec.stdin, files = spec.files, collect = spec.collect, request = request_of(spec),
    }
  end,
  read = results.read,
  self_test = {
    { name = "program", source = "print(io.read('*n') + io.read('*n'))", stdin = "20 22\n", output = "42\n" },
    { name = "memory", source = "local kept = {} while true do kept[#kept + 1] = {} end", limits = { memory_mb = 32 }, ending = "memory-limit" },
    { name = "call", source = "function f(n) return { n, { name = 'x\\n' } } end", calls = { { ["function"] = "f", args = { 3 } } },
      results = { { returns = { 3, { name = "x\n" } }, output = "" } } },
  },
}
