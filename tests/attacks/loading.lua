--- file: a loop that never ends
while true do end
--- file: all memory, taken while loading
local t = {}
while true do t[#t + 1] = ("x"):rep(1e6) .. #t end
--- file: registered, then a loop that never ends
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = 1 } end }
while true do end
--- file: a loop that never ends, in a library
require "endless"
--- file: brackets in brackets in brackets
return
@repeat 100000 (
--- file: tables in tables in tables
return
@repeat 100000 {
--- file: functions in functions in functions
@repeat 40000 return function() 
--- file: not not not not
local x =
@repeat 100000 not 
--- file: a hundred thousand local variables
@repeat 100000 local x 
--- file: a table of a hundred thousand functions
local x = {
@repeat 100000 function() end,
}
--- file: a name with control characters
question_type { name = "a\27[31mb", description = "d", fields = {}, grade = function() end }
--- file: a description that is not UTF-8
question_type { name = "t", description = "\255", fields = {}, grade = function() end }
--- file: a description of 10 MB
question_type { name = "t", description = ("x"):rep(1e7), fields = {}, grade = function() end }
--- file: fields that hold themselves
local f = {}
f.f = f
question_type { name = "t", description = "d", fields = f, grade = function() end }
--- file: a default that is no number
scoring_rule { name = "t", description = "d", options = { x = { 0 / 0, "help" } }, score = function() end }
--- file: ten thousand rules
for i = 1, 10000 do scoring_rule { name = "r" .. i, description = "d", score = function() end } end
--- file: a library that is not there
require "../../../etc/passwd"
--- file: an error of 10 MB
error(("x"):rep(1e7))
--- file: byte code
@repeat 1 \27LJ
--- file: the rule of another file, again
scoring_rule { name = "plain", description = "d", score = function() return 1 end }
--- round: says something for ever
while true do r:say("x") end
--- round: says 10 MB
r:say(("x"):rep(1e7))
--- round: asks for a question that is a function
r:ask(print)
--- round: picks with a table in a table in a table
local t = {}
for i = 1, 1000 do t = { t } end
r:pick { ids = t }
--- round: draws from no number
r:random(0 / 0)
--- round: draws from more than there are
r:random(1e300)
--- round: r changed
r.ask = nil
--- round: asks inside table.sort
table.sort({ 1, 2 }, function() r:elapsed() end)
--- round: pretends to be the engine
coroutine.yield("token", "ask", {})
