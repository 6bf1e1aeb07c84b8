-- The Lua that runs a candidate's program in LuaJIT: as lib/python-harness.lua does it, for programs and calls of functions.
return [==[
local io, type, pairs, pcall, xpcall, tostring, loadstring, setfenv, error, select, unpack = io, type, pairs, pcall, xpcall, tostring, loadstring, setfenv, error, select, unpack
local traceback, getinfo, format, concat, sort, byte, char = debug.traceback, debug.getinfo, string.format, table.concat, table.sort, string.byte, string.char
local gsub, sub, match, rep, floor, exit, setmetatable, getmetatable = string.gsub, string.sub, string.match, string.rep, math.floor, os.exit, setmetatable, debug.getmetatable
local ffi = require "ffi"
ffi.cdef "long write(int, const void *, size_t); long read(int, void *, size_t);"
local C = ffi.C

local function send(text)
  local at = 0
  while at < #text do
    local rest = sub(text, at + 1)
    at = at + tonumber(C.write(3, rest, #rest))
  end
end

local function receive()
  local parts, buffer = {}, ffi.new("char[?]", 65536)
  while true do
    local got = tonumber(C.read(3, buffer, 65536))
    if got <= 0 then return concat(parts) end
    parts[#parts + 1] = ffi.string(buffer, got)
  end
end

local function quoted(s)
  return '"' .. gsub(s, '[%c"\\\127]', function(c) return format("\\u%04x", byte(c)) end) .. '"'
end

local function is_text(s)
  return not match(s, "[\192\193\245-\255]") and match(gsub(gsub(gsub(s, "[\240-\244][\128-\191][\128-\191][\128-\191]", ""), "[\224-\239][\128-\191][\128-\191]", ""), "[\194-\223][\128-\191]", ""), "^[%z\1-\127]*$")
end

local encode
local function sorted(keys) sort(keys, function(a, b) return tostring(a) < tostring(b) end) return keys end

encode = function(value, depth)
  local kind = type(value)
  if value == nil then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "number" then
    if value ~= value then return '{"$float":"nan"}' end
    if value == 1 / 0 or value == -1 / 0 then return value > 0 and '{"$float":"inf"}' or '{"$float":"-inf"}' end
    return format(value == floor(value) and value < 1e15 and value > -1e15 and "%d" or "%.17g", value)
  end
  if kind == "string" then
    if is_text(value) then return quoted(value) end
    return '{"$bytes":' .. quoted((gsub(value, "[^\32-\91\93-\126]", function(c) return format("\\x%02x", byte(c)) end))) .. "}"
  end
  if kind ~= "table" or depth > 24 then return '{"$object":"' .. kind .. '"}' end
  local count, keys, plain = 0, {}, true
  for key in pairs(value) do
    keys[#keys + 1] = key
    if type(key) ~= "string" or sub(key, 1, 1) == "$" then plain = false end
  end
  count = #value
  local out = {}
  if count == #keys then
    for i = 1, count do out[i] = encode(value[i], depth + 1) end
    return "[" .. concat(out, ",") .. "]"
  end
  for i, key in pairs(sorted(keys)) do
    out[i] = plain and quoted(key) .. ":" .. encode(value[key], depth + 1) or "[" .. encode(key, depth + 1) .. "," .. encode(value[key], depth + 1) .. "]"
  end
  return plain and "{" .. concat(out, ",") .. "}" or '{"$dict":[' .. concat(out, ",") .. "]}"
end

local function told(problem, trace)
  problem = tostring(problem)
  local line = match(problem, "^answer%.lua:(%d+):") or match(problem, "answer%.lua:(%d+):")
  local text = { problem }
  for step in string.gmatch(trace or "", "[^\n]+") do
    if match(step, "^%s*answer%.lua:") then text[#text + 1] = "  " .. match(step, "^%s*(.*)$") end
  end
  local message = gsub(problem, "^answer%.lua:%d+: ", "")
  return format('"raises":{"type":"error","kinds":["error"],"message":%s,"line":%s},"traceback":%s', encode(sub(message, 1, 500), 1), line or "null", encode(sub(concat(text, "\n"), 1, 2000), 1))
end

-- sandbox/program.h: what ends for want of memory says so by this status, and no zero byte. Such an error has no place.
local function leave_without_memory(problem)
  if problem == "not enough memory" then exit(86) end
end

local request = assert(loadstring(receive(), "=request"))()

local function new_space(out)
  local space = setmetatable({}, { __index = _G })
  space._G = space
  space.print = function(...)
    local parts = {}
    for i = 1, select("#", ...) do parts[i] = tostring((select(i, ...))) end
    out[#out + 1] = concat(parts, "\t") .. "\n"
  end
  return space
end

local function perform(call)
  local out, loaded, line = {}, false, nil
  local fine, problem = xpcall(function()
    local chunk, why = loadstring(request.source, "=answer.lua")
    if not chunk then error(why, 0) end
    local space = new_space(out)
    local exported = setfenv(chunk, space)()
    loaded = true
    local args = call.args or {}
    local value
    if call.call then
      value = setfenv(assert(loadstring("return " .. call.call, "=call")), space)()
    else
      local found = type(exported) == "table" and exported[call["function"]] or space[call["function"]]
      if found == nil then error("the answer defines no '" .. call["function"] .. "'", 0) end
      value = found(unpack(args, 1, call.count))
    end
    line = '"returns":' .. (call.discard and "null" or encode(value, 1))
    if call.after then line = line .. ',"after":' .. encode(args, 1) end
  end, function(why) return told(why, traceback("", 2)) end)
  if not fine then leave_without_memory(problem) end
  if not fine then line = problem .. (loaded and "" or ',"load":true') end
  send("{" .. line .. ',"output":' .. encode(sub(concat(out), 1, 65536), 1) .. "}\n")
end

if request.calls then
  for _, call in pairs(request.calls) do perform(call) end
  send("\0")
  exit(0)
end
arg = request.arguments
io.stdout:setvbuf "full"
local status = 0
local fine, problem = xpcall(function()
  local chunk, why = loadstring(request.source, "=answer.lua")
  if not chunk then error(why, 0) end
  os.exit = function(code) error({ exit_status = code == true and 0 or code == false and 1 or code or 0 }, 0) end
  chunk(unpack(arg or {}))
end, function(why) if type(why) == "table" and why.exit_status then return why end return told(why, traceback("", 2)) end)
io.stdout:flush()
if not fine then leave_without_memory(problem) end
if not fine and type(problem) == "table" then
  status, fine = problem.exit_status, true
elseif not fine then
  status = 1
end
send(fine and format('{"status":%d}\n', status) or "{" .. problem .. ',"status":1}\n')
send("\0")
exit(status)
]==]
