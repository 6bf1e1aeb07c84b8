-- How the time of a program grows with its input: O(n) or O(n²)? Measured, and denied only where that is clear.
--
--   growth.bounds                                          --> { "n", "n log n", "n^2", "n^2 log n", "n^3" }
--   growth.measure(bound, from, to, limit, run)            --> nil: within the bound, or too fast to tell; else { seen = a text, "like n^2" } or { outcome = … }
--   growth.with_size(value, n)                             --> the value of a question with its "$n" filled in
--   growth.text_with_size(text, line, n)                   --> the same for a text, and `line` n times behind it, with "$i" for 1 to n
--
-- `run(n)` runs the program once on an input of the size n and returns its outcome; `limit` is its bound of CPU time in seconds. The CPU time is that of the
-- supervisor, and the program can say nothing about it.
--
-- Sizes are doubled from `from` on until a run takes long enough to be told from noise; where the limit comes too soon, smaller ones are tried as well. What counts
-- is how the time rises over two doublings, beyond what the smallest size takes, in the fastest of several runs. That a busy machine makes a run slower by half is
-- no reason: the power seen must be above the bound's by 0.6 (lists too long for the processor's caches seem to grow by 0.3 or 0.4 more than they do), and the
-- nearer it is to that the more runs there are. Times that stay small are never denied.
local answers = require "answers"

local say = answers.say
local growth = {}

local powers = { ["n"] = 1, ["n log n"] = 1.1, ["n^2"] = 2, ["n^2 log n"] = 2.1, ["n^3"] = 3 }
growth.bounds = { "n", "n log n", "n^2", "n^2 log n", "n^3" }

local noise = 0.01           -- seconds: less than this above the smallest size is nothing
local long_enough = 0.2      -- seconds above the smallest size: then doubling ends

-- How often the sizes are run again before each look at them, and the power above the bound's that settles it: less is within, more is beyond.
local looks = { { rounds = 2, within = 0.4, beyond = 9 }, { rounds = 2, within = 0.4, beyond = 0.75 }, { rounds = 5, within = 0.6, beyond = 0.6 } }

-- The power of n that the times rise with, from a to b; a time-limit makes it a lower bound.
local function power_between(a, b, base)
  local least = math.max(noise, base)
  return math.log(math.max(b.seconds - base, least) / math.max(a.seconds - base, least)) / math.log(b.n / a.n)
end

-- Over the three sizes up to number `last`. The smallest size of all is what the others are compared with.
local function power_up_to(points, last)
  if last < 4 then return 0 end
  local base = points[1].seconds
  return math.min(power_between(points[last - 2], points[last], base), power_between(points[last - 1], points[last], base) + 0.3)
end

local function in_words(power)
  local whole = math.max(math.floor(power + 0.5), 2)
  if whole >= 5 then return say("faster than n^4", "比 n^4 还快") end
  return say("like n^%d", "约为 n^%d", whole)
end

-- The sizes and times of a program, ascending; or nil and the outcome of a run that did not come to its end. A run that reached the limit is the last.
local function times_of(from, to, limit, once)
  local points, n = {}, from
  repeat
    local seconds, failed = once(n)
    if not seconds then return nil, failed end
    local base = points[1] and points[1].seconds or seconds
    local enough = base + math.min(math.max(long_enough, 16 * base), limit / 2)
    if seconds >= limit or (#points > 2 and seconds >= enough) then seconds = math.min(seconds, once(n) or limit) end -- it may have been noise
    points[#points + 1] = { n = n, seconds = seconds }
    n = 2 * n
  until n > to or seconds >= limit or (#points > 3 and seconds >= enough)
  local smaller = from
  while points[#points].seconds >= limit and #points < 5 and smaller >= 2 do
    smaller = math.floor(smaller / 2)
    local seconds, failed = once(smaller)
    if not seconds then return nil, failed end
    table.insert(points, 1, { n = smaller, seconds = seconds })
  end
  return points
end

function growth.measure(bound, from, to, limit, run)
  local function once(n)
    local outcome = run(n)
    if outcome.ending == "time-limit" then return limit end
    if outcome.ending ~= "ended" then return nil, outcome end
    return math.min(outcome.measured.seconds, limit)
  end

  -- The first run may start what others find. An answer that does not even manage an eighth of the smallest size is too slow, however it grows.
  if once(from) == limit and once(math.ceil(from / 8)) == limit then return { outcome = { ending = "time-limit", detail = "", errors = "" } } end
  local points, failed = times_of(from, to, limit, once)
  if not points then return { outcome = failed } end
  if points[1].seconds >= limit then return { outcome = { ending = "time-limit", detail = "", errors = "" } } end
  local last = #points
  if points[last].seconds >= limit and power_up_to(points, last - 1) > power_up_to(points, last) then last = last - 1 end
  if last < 4 or points[last].seconds - points[1].seconds < 3 * noise then return nil end
  for _, look in ipairs(looks) do
    for _ = 1, look.rounds do
      for _, i in ipairs { 1, last - 2, last - 1, last } do points[i].seconds = math.min(points[i].seconds, once(points[i].n) or limit) end
    end
    local above = power_up_to(points, last) - powers[bound]
    if above < look.within then return nil end
    if above >= look.beyond then break end
  end
  return { seen = in_words(power_between(points[last - 1], points[last], points[1].seconds)) }
end

local function fill(text, n) return (text:gsub("%$n%f[^%w_]", ("%d"):format(n))) end

function growth.with_size(value, n)
  if value == "$n" then return n end
  if type(value) == "string" then return fill(value, n) end
  if type(value) ~= "table" then return value end
  local out = {}
  for key, item in pairs(value) do out[key] = growth.with_size(item, n) end
  return #value > 0 and json.array(out) or next(value) == nil and value or out
end

function growth.text_with_size(text, line, n)
  text = fill(text, n)
  if not line then return text end
  local lines = { text }
  for i = 1, n do lines[i + 1] = (line:gsub("%$i%f[^%w_]", i)) end
  return table.concat(lines)
end

return growth
