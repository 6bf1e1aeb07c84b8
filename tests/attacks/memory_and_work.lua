--- answer: text repeated to a gigabyte
return { credit = #("x"):rep(1e9) }
--- answer: nothing repeated a quadrillion times
return { credit = #(""):rep(1e15) }
--- answer: text doubled for ever
local s = "x"
while true do s = s .. s end
--- answer: a table that grows for ever
local t = {}
while true do t[#t + 1] = {} end
--- answer: the want of memory caught, and full marks asked for
pcall(function() local t = {} while true do t[#t + 1] = ("x"):rep(1e6) .. #t end end)
return { credit = 1 }
--- answer: gsub that makes a gigabyte
local s = ("x"):rep(1e6):gsub("x", ("y"):rep(1e3))
return { credit = 1 }
--- answer: concat of one text a million times
local t, s = {}, ("x"):rep(1e4)
for i = 1, 1e6 do t[i] = s end
return { credit = #table.concat(t) }
--- answer: new texts for ever
local t = {}
for i = 1, 1e9 do t[i] = ("text number "):rep(20) .. i end
--- answer: closures for ever
local f = function() end
while true do local g = f; f = function() return g end end
--- answer: coroutines for ever
local t = {}
while true do t[#t + 1] = coroutine.create(function() end) end
--- answer: large texts thrown away one after another
local s = ("x"):rep(5e7)
for i = 1, 1e9 do local t = s .. i end
--- answer: large texts turned round
local s = ("x"):rep(5e7)
for i = 1, 1e9 do local t = s:reverse() end
--- answer: text.units of a long text, kept for ever
local t, s = {}, ("word "):rep(5e4)
while true do t[#t + 1] = text.units(s) end
--- answer: text.compile of ever new patterns
for i = 1, 1e9 do text.compile("word" .. i) end
--- answer: json.encode of tables in tables in tables, each many times
local t = { 1 }
for i = 1, 50 do t = { t, t, t, t } end
json.encode(t)
--- answer: json.decode of a million lists
return { credit = json.decode("[" .. ("[],"):rep(1e6) .. "1]") and 1 }
--- answer: a loop that never ends
while true do end
--- answer: a loop that never ends, in pcall in pcall
local function again() while true do pcall(again) end end
while true do pcall(again) end
--- answer: a loop that never ends, in a coroutine
coroutine.wrap(function() while true do end end)()
--- answer: a handler of xpcall that never ends
xpcall(function() error("x") end, function() while true do end end)
--- answer: __tostring that never ends
return { credit = tostring(setmetatable({}, { __tostring = function() while true do end end })) }
--- answer: __index that calls itself
local t = setmetatable({}, {})
getmetatable(t).__index = function(_, k) return t[k] end
return { credit = t.x }
--- answer: a chain of __index that bites its tail
local t = {}
setmetatable(t, { __index = t })
return { credit = t.x }
--- answer: __newindex and __call that call themselves
local t
t = setmetatable({}, { __newindex = function(_, k, v) t(k, v) end, __call = function(_, k, v) t[k] = v end })
t.x = 1
--- answer: __tostring that asks for itself
local t
t = setmetatable({}, { __tostring = function() return "x" .. tostring(t) end })
return { credit = tostring(t) }
--- answer: deep recursion
local function down(n) return 1 + down(n + 1) end
return { credit = down(1) }
--- answer: gsub that calls gsub
local function down(s) return (s:gsub(".", down)) end
return { credit = down("a") }
--- answer: sort that calls sort
local function down() table.sort({ 1, 2, 3 }, function() down() end) end
down()
--- answer: coroutines inside coroutines
local function down() coroutine.wrap(down)() end
down()
--- answer: sort with a comparison that contradicts itself
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function() return true end)
return { credit = 1 }
--- answer: sort of mixed values
table.sort { 1, "x", {} }
--- answer: sort of long texts that begin alike
local t, a, b = {}, ("x"):rep(2e7) .. "1", ("x"):rep(2e7) .. "2"
for i = 1, 1e5 do t[i] = i % 2 == 0 and a or b end
table.sort(t)
return { credit = 1 }
--- answer: insert at the front, a million times
local t = {}
for i = 1, 1e6 do table.insert(t, 1, i) end
return { credit = 1 }
--- answer: yield inside sort
coroutine.wrap(function() table.sort({ 1, 2 }, function() coroutine.yield() end) end)()
--- answer: yield inside gsub
coroutine.wrap(function() return (("x"):gsub("x", function() coroutine.yield() end)) end)()
--- answer: yield outside of a coroutine
coroutine.yield(1)
--- answer: a pattern that goes back again and again
return { credit = ("a"):rep(1e5):find((".-"):rep(20) .. "b") and 1 or 0 }
--- answer: a?a?a?…aaa…
return { credit = ("a"):rep(30):find(("a?"):rep(30) .. ("a"):rep(30)) and 1 or 0 }
--- answer: a set as long as a book
return { credit = ("a"):rep(1e5):find("[" .. ("b"):rep(1e6) .. "]") and 1 or 0 }
--- answer: plain find of half of a long text
local s = ("a"):rep(5e5)
for i = 1, 1e9 do (s .. s):find(s .. "b", 1, true) end
--- answer: format with a width of a thousand
return { credit = #("%1000d"):format(1) }
--- answer: format of an address
return { credit = ("%p"):format({}) }
--- answer: unpack of a hundred million
return { credit = select("#", unpack({}, 1, 1e8)) }
--- answer: load of a program in ever longer brackets
return { credit = load("return " .. ("("):rep(1e5) .. "1" .. (")"):rep(1e5)) and 1 or 0 }
--- answer: load again and again
local s = ("x = 1 "):rep(1e5)
while true do load(s) end
--- answer: a loop that never ends, in coroutines that catch each other's errors
local function again() while true do coroutine.resume(coroutine.create(again)) end end
again()
--- answer: a loop that never ends, in pcall in xpcall
local function again() while true do xpcall(again, again) end end
again()
