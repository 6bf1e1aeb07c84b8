-- Reading a number from the beginning of a text, as people type it:
--
--   1,024   1 024   1_000_000   0.5   -3   2^32   2**29   2 的 32 次方   1e9   3.5×10^6   10⁶   4*1024   2^32/8   三百   十二   两   twenty-four
--
--   local number, rest = numbers.read(numbers.prepare "２^10 字节")   --> 1024, " 字节"
--
-- Products and quotients are worked out; sums are not, so that "3-4" stays visible as a range.
local numbers = {}

-- Superscripts as powers: "10⁻⁶" is "10^-6". To be done before folding, which would make 10-6 of it.
local superscripts = { ["⁰"] = "0", ["¹"] = "1", ["²"] = "2", ["³"] = "3", ["⁴"] = "4", ["⁵"] = "5", ["⁶"] = "6", ["⁷"] = "7", ["⁸"] = "8", ["⁹"] = "9",
  ["⁻"] = "-", ["ⁿ"] = "n", ["ᵏ"] = "k", ["ᵐ"] = "m" }

function numbers.with_powers(s)
  for high, low in pairs(superscripts) do s = s:gsub(high, "\1" .. low) end
  local joined
  repeat
    s, joined = s:gsub("(\1[%w-]+)\1", "%1")
  until joined == 0
  return (s:gsub("\1", "^"))
end

-- Folds `s` and takes the separators out of long numbers: "１，０２４" is "1024".
function numbers.prepare(s)
  s = text.fold(numbers.with_powers(s)):gsub("%*%*", "^"):gsub("的%s*(%d+)%s*次方", "^%1"):gsub("的%s*(%d+)%s*次幂", "^%1")
  local changed
  repeat
    s, changed = s:gsub("(%d)[, _'](%d%d%d)%f[%D]", "%1%2", 1)  -- one at a time: the pieces share digits
  until changed == 0
  return s
end

-- Words -----------------------------------------------------------------------------------------------------------------------------------

local small, tens = {}, {}
for word in ([[one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen]]):gmatch "%a+" do
  small[#small + 1] = word
end
for value, word in ipairs(small) do small[word] = value end
small.zero = 0
for value, word in ipairs{ "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" } do
  tens[word] = value > 1 and 10 * value or nil
end
tens.fourty = 40  -- as many spell it
local scales = { dozen = 12, thousand = 1e3, million = 1e6, billion = 1e9, trillion = 1e12 }
local fractions = { halves = 2 }
for value, word in pairs{ [2] = "half", [3] = "third", [4] = "quarter", [5] = "fifth", [6] = "sixth", [7] = "seventh", [8] = "eighth", [9] = "ninth",
  [10] = "tenth", [100] = "hundredth", [1000] = "thousandth", [1e6] = "millionth" } do
  fractions[word], fractions[word .. "s"] = value, value
end

local function word_at(s, at)
  if at then return s:match("^(%a+)()", at) end
end

-- Where the next word of a number begins: after one hyphen or after blanks. "twenty - four" is no such thing.
local function next_word(s, at)
  return s:match("^%-()%a", at) or s:match("^%s+()%a", at)
end

local function after_and(s, at)
  local start = next_word(s, at)
  if start and s:match("^and%A", start) then return next_word(s, start + #"and") end
  return start
end

local function read_below_hundred(s, at)
  local word, after = word_at(s, at)
  if small[word] then return small[word], after end
  if not tens[word] then return nil end
  local digit, behind = word_at(s, next_word(s, after))
  if digit and (small[digit] or 0) % 10 ~= 0 and small[digit] < 10 then return tens[word] + small[digit], behind end
  return tens[word], after
end

-- "million" and also "thousand million": their product, 1 for neither.
local function read_scales(s, at)
  local factor = 1
  for _ = 1, 2 do
    local word, after = word_at(s, next_word(s, at))
    if not scales[word] then break end
    factor, at = factor * scales[word], after
  end
  return factor, at
end

-- "a" stands for one only where a hundred, a thousand … follows.
local function read_article(s, at)
  if not (at and s:match("^a%A", at)) then return nil end
  local word = word_at(s, next_word(s, at + 1))
  if word == "hundred" or scales[word] then return 1, at + 1 end
end

-- "three hundred and twenty-four": what may stand in front of "thousand".
local function read_hundreds(s, at)
  local value, after = read_article(s, at)
  if not value then value, after = read_below_hundred(s, at) end
  if not value then return nil end
  local word, behind = word_at(s, next_word(s, after))
  if word ~= "hundred" or value == 0 then return value, after end
  local more, last = read_below_hundred(s, after_and(s, behind))
  if more and more > 0 then return value * 100 + more, last end
  return value * 100, behind
end

-- "two million, three thousand and five": each part has a smaller scale than the one before, all are below `limit`.
local function read_whole(s, at, limit)
  local value, after = read_hundreds(s, at)
  if not value then return nil end
  local factor, behind = read_scales(s, after)
  if factor >= limit or (value == 0 and limit < math.huge) then return nil end
  value, after = value * factor, behind
  if factor == 1 then return value, after end
  local more, last = read_whole(s, after_and(s, s:match("^,()%s", after) or after), factor)
  if more then return value + more, last end
  return value, after
end

-- What follows a whole number and makes it another: "point two five", "and a half", "thirds" (of "two thirds").
local function read_fraction(s, at, value)
  local word, after = word_at(s, next_word(s, at))
  if fractions[word] and value > 0 and value < 20 then return value / fractions[word], after end
  local behind = s:match("^%s+and%s+a%s+half()%f[%A]", at)
  if behind then return value + 0.5, behind end
  local place = word == "point" and 0.1
  while place do
    local digit, last = word_at(s, next_word(s, after))
    if not small[digit] or small[digit] > 9 then break end
    value, at, after, place = value + small[digit] * place, last, last, place / 10
  end
  return value, at
end

-- Behind a word of a number that follows but does not go with what was read: "five" of "twenty-four five"; nil when there is none.
local function stray_word(s, at)
  local start = after_and(s, at) or s:match("^%s*[-~/]%s*()%a", at)
  local word, after = word_at(s, start)
  if small[word] or tens[word] or scales[word] or fractions[word] or word == "hundred" then return after end
end

-- Behind all such words, and what is glued to the number or to them; nil when nothing of the kind follows.
local function behind_strays(s, at)
  local from = at
  while true do
    local after = stray_word(s, at) or s:match("^[-_']?%w+()", at)
    if not after then return at > from and at or nil end
    at = after
  end
end

-- The number in words at the beginning of `s`, and where what follows it begins. A number that cannot be read as a whole ("twenty-foo", "ten
-- twenty-four", "two-way") is none, and none of its words is: nil, and where to read on.
local function read_english(s)
  local at = s:match "^minus%s+()" or s:match "^negative%s+()" or 1
  local value, after = 0.5, s:match("^half()%f[%A]", at)
  if after then
    after = s:match("^%s+of%s+an?()%s", after) or s:match("^%s+an?()%s", after) or after
  else
    value, after = read_whole(s, at, math.huge)
    if not value then return nil end
    value, after = read_fraction(s, after, value)
  end
  local factor, behind = read_scales(s, after)
  local beyond = behind_strays(s, behind)
  if beyond then return nil, beyond end
  return (at > 1 and -value or value) * factor, behind
end

local han_digits = { ["〇"] = 0, ["零"] = 0, ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }
local han_places = { ["十"] = 10, ["百"] = 100, ["千"] = 1000 }
local han_groups = { ["万"] = 1e4, ["亿"] = 1e8 }

-- "一千零二十四", "三百五十万": digits times places, summed up in groups of 万 and 亿.
local function read_han(s)
  if s:match "^半" then return 0.5, s:sub(#"半" + 1) end
  if not (han_digits[s:sub(1, 3)] or s:match "^十") then return nil end
  local total, group, digit = 0, 0, nil
  while true do
    local character = s:sub(1, 3)
    if han_digits[character] then
      digit = han_digits[character]
    elseif han_places[character] then
      group, digit = group + (digit or 1) * han_places[character], nil
    elseif han_groups[character] then
      total, group, digit = (total + group + (digit or 0)) * han_groups[character], 0, nil
    else
      break
    end
    s = s:sub(4)
  end
  return total + group + (digit or 0), s
end

local function read_word(s)
  local value, after = read_english(s)
  if value then return value, s:sub(after) end
  return read_han(s)
end

-- Expressions -----------------------------------------------------------------------------------------------------------------------------

local read_product

local function read_atom(s)
  if s:match "^%(" then
    local value, rest = read_product(s:sub(2))
    if value and rest:match "^%s*%)" then return value, (rest:gsub("^%s*%)", "")) end
    return nil
  end
  local sign, digits = s:match "^([+-]?)(%d+%.?%d*[eE][+-]?%d+)"
  if not digits then sign, digits = s:match "^([+-]?)(%d+%.%d+)" end
  if not digits then sign, digits = s:match "^([+-]?)(%.?%d+)" end
  if not digits then return read_word(s) end
  local value = tonumber(digits)
  return sign == "-" and -value or value, s:sub(#sign + #digits + 1)
end

local function read_power(s)
  local value, rest = read_atom(s)
  if not value then return nil end
  local exponent_at = rest:match "^%s*%^%s*()"
  if not exponent_at then return value, rest end
  local exponent, after = read_atom(rest:sub(exponent_at))
  if not exponent then return value, rest end
  return value ^ exponent, after
end

function read_product(s)
  local value, rest = read_power((s:gsub("^%s+", "")))
  if not value then return nil end
  while true do
    local operator, factor_at = rest:match "^%s*([*/x])%s*()[%d(.]"
    if not operator then return value, rest end
    local factor, after = read_power(rest:sub(factor_at))
    if not factor then return value, rest end
    value = operator == "/" and value / factor or value * factor
    rest = after
  end
end

-- The number at the beginning of a prepared text, and what follows it; nil when there is none.
numbers.read = read_product

local not_numbers = { "一共", "一定", "一般", "一样", "一些", "一起", "一直", "一个", "十分", "两者" }

-- Whether a word may be read that begins at `start`. In "someone", "non-zero" and "a tenth of a thousand" none may.
local function begins_number(s, start)
  if not s:find("^%a", start) then return true end
  local before = s:sub(math.max(1, start - 8), start - 1)
  return not (before:match "%a$" or before:match "%w[-_']$" or (s:match("^a%A", start) and before:match "of%s+$"))
end

local function first_word(s)
  local from = 1
  for start in s:gmatch "()[%z\1-\127\194-\244]" do
    if start >= from and begins_number(s, start) then
      local here = s:sub(start)
      local value, after = read_english(here)
      if value then return value, here:sub(after) end
      if after then from = start + after - 1 end
      local number, rest = read_han(here)
      if number then return number, rest end
    end
  end
  return nil
end

-- The first number anywhere in a prepared text, and what follows it: "大概需要 512 MB". Digits go before words.
function numbers.first(s)
  local at = s:match "()[+-]?%.?%d"
  if at then
    local before = at > 1 and s:sub(at - 1, at - 1) or ""
    if before:match "[%w)]" and s:sub(at, at):match "[+-]" then at = at + 1 end  -- a dash in a word, not a sign
    if before == "(" then
      local value, rest = numbers.read(s:sub(at - 1))
      if value then return value, rest end
    end
    return numbers.read(s:sub(at))
  end
  for _, word in ipairs(not_numbers) do s = s:gsub(word, " ") end
  return first_word(s)
end

return numbers
