--- answer: credit that is no number
return { credit = 0 / 0 }
--- answer: credit without end
return { credit = math.huge }
--- answer: credit of minus nothing
return { credit = -0 }
--- answer: credit of two
return { credit = 2 }
--- answer: credit as text
return { credit = "1" }
--- answer: no table
return 1
--- answer: a result whose metatable answers something else each time
local n = 0
return setmetatable({}, { __index = function() n = n + 1; return n == 1 and 1 or 1000 end })
--- answer: a result whose metatable raises an error
return setmetatable({ credit = 1 }, { __index = function() error("boo") end })
--- answer: parts that hold themselves
local parts = {}
parts[1] = parts
return { credit = 1, parts = parts }
--- answer: a million parts
local parts = {}
for i = 1, 1e6 do parts[i] = { id = "p", note = ("x"):rep(60000) } end
return { credit = 1, parts = parts }
--- answer: a note of 100 KB
return { credit = 1, parts = { { id = "p", note = ("x"):rep(1e5) } } }
--- answer: a note that is not UTF-8
return { credit = 1, parts = { { id = "p", note = "\255" } } }
--- answer: a note that is a list of itself
local note = {}
note[1] = note
return { credit = 1, parts = { { id = "p", note = note } } }
--- answer: a note with an __index that never ends
return { credit = 1, parts = { { id = "p", note = setmetatable({}, { __index = function() while true do end end }) } } }
--- answer: an id with a zero byte and an escape sequence
return { credit = 1, parts = { { id = "a\0b\27[31m" } } }
--- answer: a part's credit that is no number
return { credit = 1, parts = { { id = "p", credit = 0 / 0 } } }
--- answer: spans outside of the answer
return { credit = 1, parts = { { id = "p", spans = { { 0, 1e9 } } } } }
--- answer: spans turned round
return { credit = 1, parts = { { id = "p", spans = { { 3, 1 } } } } }
--- answer: a hundred thousand spans
local spans = {}
for i = 1, 1e5 do spans[i] = { 0, 1 } end
return { credit = 1, parts = { { id = "p", spans = spans } } }
--- answer: an error of 10 MB
error(("x"):rep(1e7))
--- answer: an error that is a table
error({ message = "x" })
--- answer: an error with __tostring that never ends
error(setmetatable({}, { __tostring = function() while true do end end }))
--- answer: an error that is not UTF-8, with escape sequences
error("\255\27[2J\155")
--- answer: an error that names another file
error("scripts/innocent.lua:1: it was him", 0)
--- answer: print of a gigabyte
local s = ("x"):rep(1e6)
for i = 1, 1000 do print(s) end
return { credit = 1 }
--- parse: a response that holds itself
local t = {}
t.t = t
return t
--- parse: a response a million levels deep
local t = {}
for i = 1, 1e6 do t = { t } end
return t
--- parse: a response with a function
return { print }
--- parse: a response that is not UTF-8
return "\255"
--- parse: a response without end
return 1 / 0
--- parse: a response of mixed keys
return { 1, x = 2 }
--- parse: a reason of a megabyte
return nil, ("x"):rep(1e6)
--- parse: a reason that is no text
return nil, print
--- parse: a million warnings
local t = {}
for i = 1, 1e6 do t[i] = "careful" end
return input, t
--- parse: warnings that are no list
return input, "careful"
