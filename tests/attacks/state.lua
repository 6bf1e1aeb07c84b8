--- file: a counter
local n = 0
question_type { name = "t", description = "d", fields = {}, grade = function() n = n + 1; return { credit = n > 1 and 1 or 0 } end }
--- file: a counter that goes back at every second answer
local n = 0
question_type { name = "t", description = "d", fields = {}, grade = function() n = (n + 1) % 2; return { credit = n } end }
--- file: a table of answers seen
local seen = {}
question_type { name = "t", description = "d", fields = {}, grade = function(q, response) seen[response] = true; return { credit = 1 } end }
--- file: a closure that counts
local function counter() local n = 0; return function() n = n + 1; return n end end
local count = counter()
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = count() > 1 and 1 or 0 } end }
--- file: a coroutine that counts, from coroutine.wrap
local count = coroutine.wrap(function() for n = 0, math.huge do coroutine.yield(n) end end)
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = count() > 0 and 1 or 0 } end }
--- file: a coroutine that counts, from coroutine.create
local thread = coroutine.create(function() for n = 0, math.huge do coroutine.yield(n) end end)
question_type { name = "t", description = "d", fields = {}, grade = function() local _, n = coroutine.resume(thread); return { credit = n > 0 and 1 or 0 } end }
--- file: full marks by a word that an earlier answer gave, and taken back by the next
local open = false
question_type { name = "t", description = "d", fields = {}, grade = function(q, response)
  if response == "before" then open = true elseif response == "after" then open = false end
  return { credit = open and response == "attack" and 1 or 0 }
end }
--- file: a table that is as it was two answers later
local words = { "a" }
question_type { name = "t", description = "d", fields = {}, grade = function(q, response)
  if response == "before" then words[1] = "b" elseif response == "after" then words[1] = "a" end
  return { credit = words[1] == "b" and 1 or 0 }
end }
--- file: how far string.gmatch is
local step = ("abcdefgh"):gmatch(".")
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = step() == "a" and 0 or 1 } end }
--- file: how far pairs is, in a list
local step, list = pairs { 1, 2, 3, 4, 5, 6 }
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = step(list) == 1 and 0 or 1 } end }
--- file: how far pairs is, in a table
local step, names = pairs { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6 }
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = step(names) == "a" and 0 or 1 } end }
--- file: patterns compiled while grading, which is nothing kept
local compile = text.compile
question_type { name = "t", description = "d", fields = {}, grade = function(q, response) return { credit = text.find(compile(response), text.units(response)) and 1 or 0 } end }
--- file: a counter in a chunk that has the name of the prelude
local count = load("local n = 0; return function() n = n + 1; return n end", "=(viva)")()
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = count() > 1 and 1 or 0 } end }
--- file: a counter in a chunk that has the name of a shipped library
local count = load("local n = 0; return function() n = n + 1; return n end", "@scripts/lib/shipped.lua")()
question_type { name = "t", description = "d", fields = {}, grade = function() return { credit = count() > 1 and 1 or 0 } end }
--- file: something put into a shipped library
local lib = require "shipped"
question_type { name = "t", description = "d", fields = {}, grade = function() lib.seen = (lib.seen or 0) + 1; return { credit = lib.seen > 1 and 1 or 0 } end }
--- file: something put into a table that a shipped library gave
local table_of = require "shipped".table_of()
question_type { name = "t", description = "d", fields = {}, grade = function() table_of.n = table_of.n + 1; return { credit = table_of.n > 1 and 1 or 0 } end }
--- file: present keeps something that grade uses
local shown = false
question_type { name = "t", description = "d", fields = {}, present = function() shown = true; return {} end, grade = function() return { credit = shown and 1 or 0 } end }
--- file: the metatable of a table kept
local t = setmetatable({}, { n = 0 })
question_type { name = "t", description = "d", fields = {}, grade = function() local m = getmetatable(t); m.n = m.n + 1; return { credit = m.n > 1 and 1 or 0 } end }
--- file: the question changed
question_type { name = "t", description = "d", fields = {}, grade = function(q) q.n = (q.n or -1) + 1; return { credit = q.n > 0 and 1 or 0 } end }
--- file: a library that counts
local lib = require "counter"
question_type { name = "t", description = "d", fields = {}, grade = function() lib.n = lib.n + 1; return { credit = lib.n > 1 and 1 or 0 } end }
--- file: a library required while grading
question_type { name = "t", description = "d", fields = {}, grade = function() local lib = require "counter"; lib.n = lib.n + 1; return { credit = lib.n > 1 and 1 or 0 } end }
--- file: a field's metatable
local mark = getmetatable(list { "string" })
question_type { name = "t", description = "d", fields = {}, grade = function() mark.n = (mark.n or 0) + 1; return { credit = 1 } end }
--- rule: the options changed
opt.n = opt.n + 1
return opt.n - 1
--- rule: the parts of the result changed
result.parts[1] = nil
return result.credit
--- rule: NaN points
return 0 / 0
--- rule: points without end
return math.huge
--- rule: points of a size that no sum can hold
return 1e300
--- rule: negative points
return -1
--- rule: most points that are a text
return 1, "1"
--- rule: a table kept in the default of an option
opt.n = {}
return 1
