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
