-- Complexity classes as people write them, brought into one form:
--
--   complexity.read "O(N·log₂ k)"               --> "log(k)*n"
--   complexity.read "时间复杂度是 Θ(k lg n + n)"   --> "k*log(n)+n"
--   complexity.read "n(n-1)/2"                  --> "n^2"
--   complexity.read "fast"                      --> nil, why
--
-- Case, order of factors and of summands, the base of a logarithm, constant factors and dominated summands make no difference: O(2n + log n) is
-- O(n). What an exponent says does: 2^(2n) is not 2^n. max(n, m) is n + m.
local answers = require "answers"
local numbers = require "numbers"

local say = answers.say
local complexity = {}

local longest_input = 200
local most_terms = 64

-- A term is { coefficient = number, powers = { [base] = exponent } }, a sum a list of terms. A base is a variable, "log(n)", "2^(n)", "n!" … ----

local function term(coefficient, base, exponent)
  return { coefficient = coefficient, powers = base and { [base] = exponent or 1 } or {} }
end

local function product_of_terms(a, b)
  local result = term(a.coefficient * b.coefficient)
  for base, exponent in pairs(a.powers) do result.powers[base] = exponent end
  for base, exponent in pairs(b.powers) do
    local sum = (result.powers[base] or 0) + exponent
    result.powers[base] = sum ~= 0 and sum or nil
  end
  return result
end

local function multiply(a, b)
  local result = {}
  for _, x in ipairs(a) do
    for _, y in ipairs(b) do result[#result + 1] = product_of_terms(x, y) end
  end
  if #result > most_terms then error("too long", 0) end
  return result
end

local function constant_of(sum)
  if #sum == 1 and next(sum[1].powers) == nil then return sum[1].coefficient end
end

-- Dominance: the degree of a term in each variable, logarithms apart. ---------------------------------------------------------------------

local function degrees(t)
  local degree, log_degree = {}, {}
  for base, exponent in pairs(t.powers) do
    local exponential, logarithm = base:match "^[%d.]+%^%([%d.]*%*?(%a)%)$", base:match "^log%((%a)%)$"
    if base:match "^%a$" then
      degree[base] = (degree[base] or 0) + exponent
    elseif logarithm then
      log_degree[logarithm] = (log_degree[logarithm] or 0) + exponent
    elseif exponential then
      degree[exponential] = 1e6
    elseif base:match "^%a!$" then
      degree[base:sub(1, 1)] = 1e9
    else
      return nil
    end
  end
  return degree, log_degree
end

local function dominates(a, b)
  local degree_a, log_a = degrees(a)
  local degree_b, log_b = degrees(b)
  if not degree_a or not degree_b then return false end
  local variables = {}
  for _, map in ipairs{ degree_a, log_a, degree_b, log_b } do
    for variable in pairs(map) do variables[variable] = true end
  end
  for variable in pairs(variables) do
    local da, db = degree_a[variable] or 0, degree_b[variable] or 0
    if da < db or (da == db and (log_a[variable] or 0) < (log_b[variable] or 0)) then return false end
  end
  return true
end

local function text_of_term(t, with_coefficient)
  local factors = {}
  for base, exponent in pairs(t.powers) do
    factors[#factors + 1] = exponent == 1 and base or ("%s^%.6g"):format(base, exponent)
  end
  table.sort(factors)
  if with_coefficient and (t.coefficient ~= 1 or not factors[1]) then table.insert(factors, 1, ("%.6g"):format(t.coefficient)) end
  return factors[1] and table.concat(factors, "*") or "1"
end

local function text_of_sum(sum, with_coefficients)
  local terms = {}
  for i, t in ipairs(sum) do terms[i] = text_of_term(t, with_coefficients) end
  table.sort(terms)
  return table.concat(terms, "+")
end

-- The sum without what does not matter: terms of coefficient 0, dominated ones, and equal ones but the first.
local function reduced(sum)
  local kept = {}
  for i, t in ipairs(sum) do
    local needless = t.coefficient == 0
    for j, other in ipairs(sum) do
      local equal = text_of_term(t) == text_of_term(other)
      needless = needless or (i ~= j and ((equal and j < i) or (not equal and other.coefficient ~= 0 and dominates(other, t))))
    end
    if not needless then kept[#kept + 1] = t end
  end
  return kept
end

-- Powers and logarithms -------------------------------------------------------------------------------------------------------------------

local function power(base, exponent)
  local number, base_number = constant_of(exponent), constant_of(base)
  if number and #base == 1 then
    local t = term(base[1].coefficient ^ number)
    for factor, e in pairs(base[1].powers) do t.powers[factor] = e * number end
    return { t }
  end
  if number and number % 1 == 0 and number >= 1 and number <= 6 then
    local result = base
    for _ = 2, number do result = multiply(result, base) end
    return result
  end
  if base_number == 1 then return base end
  if base_number and #exponent == 1 and exponent[1].coefficient ~= 1 then  -- 2^(2n) is 4^n
    base_number = base_number ^ exponent[1].coefficient
    exponent = { { coefficient = 1, powers = exponent[1].powers } }
  end
  local shown = base_number and ("%.6g"):format(base_number) or text_of_sum(base, true)
  local kept = {}
  for _, t in ipairs(exponent) do
    local is_additive_constant = base_number and next(t.powers) == nil  -- 2^(n+1) is 2·2^n, but n^(k+1) is another class than n^k
    if not is_additive_constant then kept[#kept + 1] = t end
  end
  if not shown:match "^[%w.]+$" then shown = "(" .. shown .. ")" end
  return { term(1, ("%s^(%s)"):format(shown, text_of_sum(kept, true))) }
end

local function logarithm(sum)
  sum = reduced(sum)
  if constant_of(sum) then return { term(1) } end
  if #sum ~= 1 then return { term(1, ("log(%s)"):format(text_of_sum(sum))) } end
  local result = {}
  for base in pairs(sum[1].powers) do
    local exponent = base:match "^[%d.]+%^%((%a)%)$"
    result[#result + 1] = exponent and term(1, exponent) or term(1, ("log(%s)"):format(base))
  end
  return reduced(result)
end

-- Parsing: each function takes the text and gives a sum and the rest. What is unreadable is an error that `canonical` catches. -------------

local function fail()
  error("unreadable", 0)
end

local read_sum, read_power

local function read_bracket(s)
  local sum, rest = read_sum(s:sub(2))
  if rest:sub(1, 1) ~= ")" then fail() end
  return sum, rest:sub(2)
end

local function read_log(s)
  s = s:gsub("^_", "")
  local exponent = { term(1) }
  s = s:gsub("^%d+([%a(^])", "%1")  -- the base of the logarithm
  if s:match "^%^" then
    local digits, rest = s:match "^%^(%d+)(.*)$"
    if not digits then fail() end
    exponent, s = { term(tonumber(digits)) }, rest
  end
  local argument, rest
  if s:match "^%(" then
    argument, rest = read_bracket(s)
  else
    argument, rest = read_power(s)
  end
  return power(logarithm(argument), exponent), rest
end

local function read_extremum(s, is_max)
  if s:sub(1, 1) ~= "(" then fail() end
  local all, names = {}, {}
  local rest = "," .. s:sub(2)
  while rest:sub(1, 1) == "," do
    local sum
    sum, rest = read_sum(rest:sub(2))
    for _, t in ipairs(sum) do all[#all + 1] = t end
    names[#names + 1] = text_of_sum(reduced(sum))
  end
  if rest:sub(1, 1) ~= ")" then fail() end
  table.sort(names)
  return is_max and all or { term(1, "min(" .. table.concat(names, ",") .. ")") }, rest:sub(2)
end

local functions = {
  { "log", read_log }, { "lg", read_log }, { "ln", read_log },
  { "sqrt", function(s)
    local sum, rest = read_power(s)
    return power(sum, { term(0.5) }), rest
  end },
  { "max", function(s) return read_extremum(s, true) end },
  { "min", function(s) return read_extremum(s, false) end },
}

local function read_primary(s)
  if s:sub(1, 1) == "(" then return read_bracket(s) end
  local digits = s:match "^%d+%.?%d*"
  if digits then return { term(tonumber(digits)) }, s:sub(#digits + 1) end
  for _, entry in ipairs(functions) do
    local name, read = unpack(entry)
    if s:sub(1, #name) == name then return read(s:sub(#name + 1)) end
  end
  local variable = s:match "^%a"
  if not variable then fail() end
  local lost_power = s:match "^%a(%d)"  -- "n2" is what copying leaves of n²
  if lost_power then return { term(1, variable, tonumber(lost_power)) }, s:sub(3) end
  return { term(1, variable) }, s:sub(2)
end

function read_power(s)
  local sum, rest = read_primary(s)
  while rest:sub(1, 1) == "!" do
    sum, rest = { term(1, text_of_sum(sum, true) .. "!") }, rest:sub(2)
  end
  if rest:sub(1, 1) ~= "^" then return sum, rest end
  local exponent
  exponent, rest = read_power(rest:sub(2))
  return power(sum, exponent), rest
end

local function read_product(s)
  local sum, rest = read_power(s)
  while rest:match "^[%w(*/]" do
    local divides = rest:sub(1, 1) == "/"
    local factor
    factor, rest = read_power((rest:gsub("^[*/]", "")))
    sum = multiply(sum, divides and power(factor, { term(-1) }) or factor)
  end
  return sum, rest
end

function read_sum(s)
  local sum, rest = read_product(s)
  while rest:match "^[+-]" do
    local more
    more, rest = read_product(rest:sub(2))
    for _, t in ipairs(more) do sum[#sum + 1] = t end
  end
  return sum, rest
end

local function canonical(s)
  local ok, sum, rest = pcall(read_sum, s)
  if not ok or rest ~= "" then return nil end
  return text_of_sum(reduced(sum))
end

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
  return not has_words(s) and canonical(squeezed(s)) or nil
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
    if folded:find(word[1], 1, true) then return canonical(word[2]) end
  end
  found = read_class(without_prose(expression))
  if found then return found end
  return unreadable()
end

return complexity
