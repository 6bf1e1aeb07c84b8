--- answer: the files and the system: io
return { credit = io.open("/etc/passwd") and 1 or 0 }
--- answer: the files and the system: os
return { credit = os.execute("true") }
--- answer: a socket, by require
return { credit = require("socket") and 1 or 0 }
--- answer: the C interface: ffi
return { credit = require("ffi").C.getpid() }
--- answer: debug
return { credit = debug.getregistry() and 1 or 0 }
--- answer: package
return { credit = package.loadlib("libc.so.6", "system") and 1 or 0 }
--- answer: jit
jit.on()
--- answer: the table of globals
_G.print = nil
--- answer: newproxy
newproxy(true)
--- answer: setfenv
setfenv(1, {})
--- answer: getfenv
return { credit = getfenv(print) and 1 or 0 }
--- answer: collectgarbage
collectgarbage("stop")
--- answer: rawset
rawset({}, 1, 2)
--- answer: dofile
dofile("/etc/passwd")
--- answer: loadstring
loadstring("return 1")
--- answer: string.dump
string.dump(function() end)
--- answer: math.random
return { credit = math.random() }
--- answer: load of byte code
local made, why = load("\27LJ\2\0")
error(why)
--- answer: load with an environment of its own
return { credit = load("return print == nil and 1 or 0", "=x", {})() }
--- answer: load that looks for io
return { credit = load("return io")() }
--- answer: everything that can be reached, by whatever name
local seen, found = {}, {}
local bad = { io = true, os = true, ffi = true, debug = true, jit = true, package = true, newproxy = true, dump = true, getfenv = true, setfenv = true,
  loadfile = true, dofile = true, collectgarbage = true, random = true, rawset = true, module = true }
local function walk(value)
  if type(value) ~= "table" or seen[value] then return end
  seen[value] = true
  for key, item in pairs(value) do
    if bad[key] then found[#found + 1] = key end
    walk(item)
  end
  walk(getmetatable(value))
end
for _, name in ipairs { "string", "table", "math", "json", "text", "coroutine" } do walk(load("return " .. name)()) end
walk(env); walk(q); walk(getmetatable("")); walk(getmetatable(print))
if #found > 0 then error(table.concat(found, " ")) end
return { credit = 0 }
--- answer: the metatable of texts changed
getmetatable("").__index = nil
--- answer: a library changed by assignment
string.rep = function() return "" end
--- answer: a library changed by table.insert
table.insert(string, "x")
--- answer: a library changed by table.sort
table.sort(string, function() return true end)
--- answer: a library changed by json.array
json.array(string)
--- answer: a library given another metatable
setmetatable(string, {})
--- answer: env changed
env.grade = nil
--- answer: a finaliser
setmetatable({}, { __gc = function() end })
--- answer: a weak table
setmetatable({}, { __mode = "k" })
--- answer: a global variable
leaked = 1
--- answer: a type registered while grading
question_type { name = "late", description = "d", fields = {}, grade = function() end }
--- answer: a rule registered while grading, the error caught
local fine, why = pcall(scoring_rule, { name = "late", description = "d", score = function() return 1 end })
error(why)
--- answer: the engine asked in the engine's own name
coroutine.yield({}, "questions", { ids = {} })
