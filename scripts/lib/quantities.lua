-- Quantities: a number with its unit, in either language.
--
--   quantities.read("约 ５１２ 兆字节", "GiB")    --> { value = 512, units = { "mb" } }
--   quantities.read("3 s", "MiB")                 --> nil, why: s measures time
--   quantities.agree(q, tolerance, wanted, unit)  --> whether it is `wanted` of `unit`, within the tolerance
--
-- MB may mean 1000² or 1024² bytes, MiB only 1024². Two quantities agree when they do in one of the two readings, the same for both sides. The case
-- of a letter decides only where nothing else can: "Mb/s" is bits, "MB/s" bytes, and "mb/s" may be either.
local answers = require "answers"
local numbers = require "numbers"

local say = answers.say
local quantities = {}

-- Units: by dimension, then by any of their names: { name, dimension, decimal, binary }, the last two in the base unit (byte, second, …). --------

local units = { data = {}, time = {}, percent = {}, count = {} }
local by_name = {}

local function add(dimension, names, decimal, binary)
  local unit
  for name in names:gmatch "%S+" do
    unit = unit or { name = name, dimension = dimension, decimal = decimal, binary = binary or decimal }
    units[dimension][name] = unit
  end
  by_name[unit.name] = unit
end

local function with_prefix(prefix, names)
  return (names:gsub("@", prefix))
end

add("data", "byte bytes b 字节", 1)
add("data", "bit bits 比特 位", 1 / 8)
local prefixes = {
  { "k", "kilo", "kibi", "千" }, { "m", "mega", "mebi", "兆" }, { "g", "giga", "gibi", "吉" }, { "t", "tera", "tebi", "太" }, { "p", "peta", "pebi", "拍" },
}
for power, prefix in ipairs(prefixes) do
  local letter, word, binary_word, han = unpack(prefix)
  local decimal, binary = 1000 ^ power, 1024 ^ power
  local bytes = with_prefix(letter, "@b @ @byte @bytes ") .. with_prefix(word, "@byte @bytes ") .. with_prefix(han, "@字节 @b")
  if han ~= "千" then bytes = bytes .. " " .. han end  -- 千 by itself is a thousand
  add("data", bytes, decimal, binary)
  add("data", with_prefix(letter, "@ib @i @ibyte @ibytes ") .. with_prefix(binary_word, "@byte @bytes"), binary)
  add("data", with_prefix(letter, "@bit @bits ") .. with_prefix(word, "@bit @bits ") .. with_prefix(han, "@比特 @位"), decimal / 8, binary / 8)
  add("data", with_prefix(letter, "@ibit @ibits ") .. with_prefix(binary_word, "@bit @bits"), binary / 8)
end
add("time", "ns nsec nanosecond nanoseconds 纳秒", 1e-9)
add("time", "us μs µs usec microsecond microseconds 微秒", 1e-6)
add("time", "ms msec millisecond milliseconds 毫秒", 1e-3)
add("time", "s sec secs second seconds 秒 秒钟", 1)
add("time", "min m mins minute minutes 分钟 分", 60)
add("time", "h hr hrs hour hours 小时 钟头 时", 3600)
add("time", "day days d 天 日", 86400)
add("time", "week weeks 周 星期 礼拜", 7 * 86400)
add("time", "year years 年", 365 * 86400)
add("percent", "% percent pct", 0.01)
add("percent", "成", 0.1)
add("count", "per-second qps rps tps iops hz", 1)
add("count", "khz", 1e3)
add("count", "mhz", 1e6)
add("count", "ghz", 1e9)

local dimension_names = {
  data = { en = "an amount of data", zh = "数据量" },
  time = { en = "a time", zh = "时间" },
  percent = { en = "a share in percent", zh = "百分比" },
  count = { en = "a rate (how many per second)", zh = "频率（每秒多少次）" },
  rate = { en = "an amount of data per time", zh = "传输速率" },
}

local examples = { data = "B, KB, MiB, bit", time = "ms, s, min", percent = "%", count = "/s, QPS, Hz", rate = "MB/s, Mbit/s" }

-- "mb/s" and the like: a unit of data in a unit of time.
local function rate_of(data, time)
  return { name = data.name .. "/" .. time.name, dimension = "rate", decimal = data.decimal / time.decimal, binary = data.binary / time.decimal }
end

local function per_time(time)
  return { name = "per-second/" .. time.name, dimension = "count", decimal = 1 / time.decimal, binary = 1 / time.decimal }
end

-- A unit by the name under which `read` stored it.
local function unit_named(name)
  if by_name[name] then return by_name[name] end
  local upper, lower = name:match "^(.+)/(.+)$"
  if upper == "per-second" then return per_time(by_name[lower]) end
  return rate_of(by_name[upper], by_name[lower])
end

-- Bits or bytes? `raw` is the unit as it was typed. A capital decides; "ps" is short for bits per second unless the B is one.
local function data_in_rate(upper, raw)
  local prefix, b = raw:match "([KkMmGgTtPp]?)i?([Bb])%s*[p/\128-\255]"
  local bytes, bits = units.data[upper], units.data[upper:gsub("b$", "bit")]
  if not (b and bits) or b == "B" then return { bytes } end
  if raw:match "[Bb]ps" or prefix:match "%u" then return { bits } end
  return upper == "b" and { bytes } or { bytes, bits }
end

local function read_rate(name, raw)
  local upper, lower = name:match "^(.-)/(.+)$"
  if not upper then upper, lower = name:match "^(.-)per(%a+)$" end
  if not upper then upper, lower = name:match "^(.-)每(.+)$" end
  if not upper and name:match "^[kmgtp]?i?bps$" then upper, lower = name:sub(1, -3), "s" end
  local time = lower and units.time[lower]
  if not time then return nil end
  local found = {}
  if units.data[upper] then
    for i, data in ipairs(data_in_rate(upper, raw)) do found[i] = rate_of(data, time) end
  else
    found[1] = per_time(time)
  end
  return found
end

-- All full-width Latin letters as ASCII ones, keeping their case.
local function narrow(s)
  s = s:gsub("\239\188([\161-\191])", function(c) return string.char(c:byte() - 128) end)
  return (s:gsub("\239\189([\128-\158])", function(c) return string.char(c:byte() - 64) end))
end

-- The units that a name may mean (usually one), or nil. `dimension` is tried first: "m" is minutes where a time is asked for.
local function find_units(name, dimension, raw)
  name = name:gsub("%s+", ""):gsub("^个", "")
  if units[dimension] and units[dimension][name] then return { units[dimension][name] } end
  for _, other in ipairs{ "data", "time", "percent", "count" } do
    if units[other][name] then return { units[other][name] } end
  end
  return read_rate(name, narrow(raw))
end

local function dimension_of(asked)
  local found = asked and find_units(text.fold(asked), nil, asked)
  return found and found[1].dimension
end

quantities.is_unit = function(name) return dimension_of(name) ~= nil end
quantities.dimension_of = dimension_of

-- What follows the number -----------------------------------------------------------------------------------------------------------------

local multipliers = {
  { "万亿", 1e12 }, { "千亿", 1e11 }, { "百亿", 1e10 }, { "十亿", 1e9 }, { "千万", 1e7 }, { "百万", 1e6 }, { "十万", 1e5 },
  { "亿", 1e8 }, { "万", 1e4 }, { "千", 1e3 }, { "百", 100 },
  { "trillion", 1e12 }, { "billion", 1e9 }, { "million", 1e6 }, { "thousand", 1e3 }, { "hundred", 100 },
}
local letters = { k = 1e3, w = 1e4, m = 1e6, g = 1e9, b = 1e9, bn = 1e9, t = 1e12 }

local function without_multiplier(rest)
  for _, multiplier in ipairs(multipliers) do
    local word, factor = unpack(multiplier)
    if rest:sub(1, #word) == word then return answers.trim(rest:sub(#word + 1)), factor end
  end
end

-- The unit at the beginning of `rest`: whole, up to a punctuation mark, the first word, or the longest run of Han characters that is one.
local function leading_unit(rest, dimension, raw)
  local found = find_units(rest, dimension, raw) or find_units(rest:match "^[^,;:.(=~]*", dimension, raw)
    or find_units(rest:match "^[%a%%μµ/]*", dimension, raw)
  if found or (rest:byte(1) or 0) < 228 then return found end
  for length = math.min(#rest, 15), 3, -1 do
    local next_byte = rest:byte(length + 1) or 0
    local between_characters = next_byte < 128 or next_byte >= 194
    found = between_characters and find_units(rest:sub(1, length), dimension, raw)
    if found then return found end
  end
end

-- "30k qps", "1.8M/min": a letter for thousands or millions in front of a rate. In "times/s" the t is none, in "kqps" and "kreq/s" the k is one.
local function letter_before_rate(rest, raw)
  local letter, unit = rest:match "^(%a)%s*(.+)$"
  if not letters[letter] or units.count[rest] then return nil end
  if rest:match "^%a%a" and not (units.count[unit:match "^%a+"] or unit:match "^req") then return nil end
  local found = leading_unit(unit, "count", raw)
  if found and found[1].dimension == "count" then return found, letters[letter] end
end

-- The units that follow a number, and a factor for the number; without units also what was not understood.
local function read_unit(rest, dimension, raw)
  if dimension == "count" then
    local found, factor = letter_before_rate(rest, raw)
    if found then return found, factor end
  end
  local shorter, factor = without_multiplier(rest)
  if shorter and not leading_unit(rest:match "^[^/]*", dimension, raw) then
    local found, more, left = read_unit(shorter, dimension, raw)
    return found, factor * more, left
  end
  local found = leading_unit(rest, dimension, raw)
  return found, 1, not found and rest or nil
end

local function clean_rest(rest)
  return answers.trim((rest:gsub("左右.*$", ""):gsub("上下.*$", ""):gsub("大约$", ""):gsub("or so$", ""):gsub("[.,;!]+$", "")))
end

-- Reading ---------------------------------------------------------------------------------------------------------------------------------

local function no_number(dimension)
  if examples[dimension] then
    return nil, say("No number was found; write a number with its unit (%s).", "没有看到数值；请写数值和单位（%s）。", examples[dimension])
  end
  return nil, say("No number was found.", "没有看到数值。")
end

local function unit_missing(dimension)
  return nil, say("A unit is asked for; write it after the number (%s).", "题目要求写单位；请在数值后面写上（%s）。", examples[dimension])
end

-- The name of a unit as people write it: "mib" is MiB.
local function shown_name(unit)
  local name = unit.name:gsub("^per%-second/?.*", "/s")
  return (name:gsub("^([kmgtp])(i?)b%f[%A]", function(prefix, i) return prefix:upper() .. i .. "B" end))
end

local function wrong_dimension(unit, dimension)
  local name = shown_name(unit)
  if not dimension then return nil, say("A plain number is asked for, without %s.", "这里只要一个数，不带 %s 这样的单位。", name) end
  return nil, say("%s is %s; asked for is %s.", "%s 是%s的单位，题目问的是%s。", name, dimension_names[unit.dimension], dimension_names[dimension])
end

-- A plain number, where the question asks for no unit or for one that only names what is counted ("rows", "次").
local function plain(value, rest)
  local found, factor = read_unit(rest, nil, rest)
  local letter = rest:match "^(%a+)$" or rest:match "^(%a+)[%s\128-\255]"
  if letter and letters[letter] then return { value = value * letters[letter], units = {} } end
  if found and found[1].dimension == "percent" then return { value = value * found[1].decimal, units = {} } end
  if found and found[1].name ~= "bit" then return wrong_dimension(found[1], nil) end
  if rest:match "^[-~]?%s*%d" then return nil, say("Give one number, not a range.", "请只写一个数，不要写范围。") end
  return { value = value * factor, units = {} }
end

local function measured(value, rest, dimension, raw)
  if rest:match "^[-~]?%s*%d" then return nil, say("Give one quantity, not a range.", "请只写一个数值，不要写范围。") end
  local found, factor, left = read_unit(rest, dimension, raw)
  if not found then
    if not left or left == "" then return unit_missing(dimension) end
    return nil, say('The unit "%s" is not known; write for example: %s', "不认识单位“%s”；可以写：%s", #left > 20 and "…" or left, examples[dimension])
  end
  if found[1].dimension ~= dimension then return wrong_dimension(found[1], dimension) end
  local names = {}
  for i, unit in ipairs(found) do names[i] = unit.name end
  return { value = value * factor, units = names }
end

local function read(s, asked, bare)
  local dimension = dimension_of(asked)
  local prepared = numbers.prepare(s):gsub("≈", "="):gsub("秒钟", "秒")
  prepared = prepared:match "^.*=(.*%d.*)$" or prepared
  local per_second = prepared:match "^[^%d]*每秒%s*(.*%d.*)$"
  local share = prepared:match "百分之%s*(.+)$"
  local value, rest = numbers.first(share or per_second or prepared)
  if not value then return no_number(dimension) end
  rest = clean_rest(rest)
  if share then rest = "%" end
  if per_second then rest = rest .. "/s" end
  if bare and rest == "" then return read(s .. " " .. asked, asked) end
  if dimension then return measured(value, rest, dimension, s .. (per_second and "/s" or "")) end
  return plain(value, rest)
end

-- Reads what was typed for a question that asks for `asked` (the name of a unit, or nil): { value, units }, or nil and why. `bare`: a number
-- without a unit is one of `asked`.
function quantities.read(s, asked, bare)
  local quantity, why = read(s, asked, bare)
  if quantity and quantity.value - quantity.value ~= 0 then return nil, say("The number is too large to be read.", "这个数太大，无法读取。") end
  return quantity, why
end

-- Comparing -------------------------------------------------------------------------------------------------------------------------------

-- The tolerance of a question ("5%", 0.5 or nothing) as a function of the wanted value: how far off an answer may be.
function quantities.margin(tolerance, wanted, factor)
  local share = type(tolerance) == "string" and tolerance:match "^%s*([%d.]+)%s*%%%s*$"
  if share then return math.abs(wanted * factor) * tonumber(share) / 100 end
  return tonumber(tolerance or 0) * factor
end

local function close(value, wanted, margin)
  return math.abs(value - wanted) <= margin + 1e-9 * math.abs(wanted)
end

-- Whether the quantity that `read` returned is `wanted` of the unit `asked`.
function quantities.agree(quantity, tolerance, wanted, asked)
  if #quantity.units == 0 then
    local percent = dimension_of(asked) == "percent" and 0.01 or 1
    return close(quantity.value, wanted * percent, quantities.margin(tolerance, wanted, percent))
  end
  for _, name in ipairs(quantity.units) do
    for _, key in ipairs(find_units(text.fold(asked), nil, asked)) do
      for _, reading in ipairs{ "decimal", "binary" } do
        local value, factor = quantity.value * unit_named(name)[reading], key[reading]
        if close(value, wanted * factor, quantities.margin(tolerance, wanted, factor)) then return true end
      end
    end
  end
  return false
end

return quantities
