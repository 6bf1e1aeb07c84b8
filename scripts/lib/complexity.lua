-- Complexity classes as people write them, brought into one form:
--
--   complexity.read "O(N·log₂ k)"               --> "log(k)*n"
--   complexity.read "时间复杂度是 Θ(k lg n + n)"   --> "k*log(n)+n"
--   complexity.read "n(n-1)/2"                  --> "n^2"
--   complexity.read "fast"                      --> nil, why
--
-- Case, order of factors and of summands, the base of a logarithm, constant factors and outgrown summands make no difference: O(2n + log n) is
-- O(n). What an exponent says does: 2^(2n) is not 2^n. max(n, m) is n + m. The classes themselves are read by `text.complexity`; here is what people write
-- around them.
local answers = require "answers"
local numbers = require "numbers"

local say = answers.say
local complexity = {}

local longest_input = 200

-- From what was typed to an expression ----------------------------------------------------------------------------------------------------

local words = {
  { "linearithmic", "nlogn" }, { "quasilinear", "nlogn" }, { "线性对数", "nlogn" }, { "对数线性", "nlogn" },
  { "logarithmic", "logn" }, { "对数", "logn" }, { "linear", "n" }, { "线性", "n" }, { "constant", "1" }, { "常数", "1" }, { "常量", "1" },
  { "quadratic", "n^2" }, { "平方级", "n^2" }, { "平方阶", "n^2" }, { "二次", "n^2" }, { "cubic", "n^3" }, { "立方级", "n^3" }, { "立方阶", "n^3" },
  { "exponential", "2^n" }, { "指数", "2^n" },
}

local spellings = {
  { "%*%*", "^" }, { "的平方", "^2" }, { "平方", "^2" }, { "的立方", "^3" }, { "立方", "^3" }, { "的%s*(%w+)%s*次方", "^%1" }, { "的%s*(%w+)%s*次幂", "^%1" },
  { "根号", "sqrt" }, { "√", "sqrt" }, { "的阶乘", "!" }, { "阶乘", "!" }, { "以%s*%w+%s*为底", "" }, { "θ", " o" }, { "[_|\\$`{}]+", "" },
}

-- The text in ASCII as far as it matters: powers with ^, roots with sqrt, no Han characters and subscripts.
local function cleaned(s)
  s = text.fold(numbers.with_powers(s))
  for _, spelling in ipairs(spellings) do s = s:gsub(spelling[1], spelling[2]) end
  return (s:gsub("[\206-\244][\128-\191]+", " "))
end

local function squeezed(s)
  return (s:gsub("%s+", ""))
end

-- Everything that stands in O(…).
local function classes_in(s)
  local classes = {}
  for inside in s:gmatch "%f[%a]o%s*(%b())" do classes[#classes + 1] = inside:sub(2, -2) end
  return classes
end

local prose = { "the", "time", "complexity", "is", "it", "its", "it's", "on", "average", "amortized", "worst", "case", "roughly", "about", "in", "o" }

local function without_prose(s)
  s = " " .. s:gsub("[:=,]", " "):gsub("%.%s*$", "") .. " "
  for _, word in ipairs(prose) do s = s:gsub("%f[%a']" .. word .. "%f[^%a'(]", "") end
  return s
end

-- Whether letters stand together that are no product of variables: "fast", "len". Up to three may be one: nkm.
local function has_words(s)
  for word in s:gmatch "%a+" do
    local letters = word:gsub("log", ""):gsub("sqrt", ""):gsub("max", ""):gsub("min", ""):gsub("lg", ""):gsub("ln", "")
    if #letters > 3 then return true end
  end
  return false
end

local function read_class(s)
  return not has_words(s) and text.complexity(squeezed(s)) or nil
end

local function unreadable()
  return nil, say("This is no complexity class; write for example O(n) or O(n log n), with the letters of the question.",
    "这不是复杂度的写法；请用题目里的字母，例如 O(n)、O(n log n)。")
end

-- One form for all spellings of a class, or nil and why.
function complexity.read(s)
  if #s > longest_input then return unreadable() end
  local folded = text.fold(s)
  if folded:match "ω%s*%(" or folded:match "omega" then
    return nil, say("Ω is a lower bound; asked for is O or Θ.", "Ω 是下界；这里要写 O 或 Θ。")
  end
  local expression = cleaned(s)
  local found
  for _, class in ipairs(classes_in(expression)) do
    local read = read_class(class)
    if not read then return unreadable() end
    if found and found ~= read then return nil, say("Name one complexity class; this names several.", "请只写一个复杂度，这里写了好几个。") end
    found = read
  end
  if found then return found end
  for _, word in ipairs(words) do
    if folded:find(word[1], 1, true) then return text.complexity(word[2]) end
  end
  found = read_class(without_prose(expression))
  if found then return found end
  return unreadable()
end

return complexity
