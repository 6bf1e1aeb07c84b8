-- Reading a number from the beginning of a text, as people type it:
--
--   1,024   1 024   1_000_000   0.5   -3   2^32   2**29   2 的 32 次方   1e9   3.5×10^6   10⁶   4*1024   2^32/8   三百   十二   两   twelve
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

local english = { zero = 0, one = 1, two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12,
  half = 0.5 }

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
  local word = s:match "^%a+"
  if word and english[word] then return english[word], s:sub(#word + 1) end
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
  for start in s:gmatch "()[%z\1-\127\194-\244]" do
    local begins_word = not (s:sub(start, start):match "%a" and start > 1 and s:sub(start - 1, start - 1):match "%a")
    local value, rest
    if begins_word then value, rest = read_word(s:sub(start)) end
    if value and not rest:match "^%a" then return value, rest end
  end
  return nil
end

return numbers
