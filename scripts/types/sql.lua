-- sql: write statements; what they return, or leave behind, is compared with what the reference gives on the same databases.
--
-- Each database is a file of SQL that fills it, and a case named like the file: `example` is shown, `fixtures` are hidden. With `after`, a query, the rows
-- compared are those of that query when the statements are done: for INSERT, UPDATE, DELETE and schemas. The order of rows does not matter unless
-- "ordered" is true, the names of columns do not unless "columns" is.
local answers = require "answers"
local cases = require "cases"
local code = require "code-question"

local most_rows = 12 -- shown
local no_rows = answers.say("no rows: there is no SELECT", "没有结果：答案里没有 SELECT")

local function width_of(cells, column)
  local width = 0
  for _, row in ipairs(cells) do width = math.max(width, text.width(row[column])) end
  return width
end

-- The rows as sqlite3 -column shows them.
local function table_text(result)
  local cells = { {} }
  for i, name in ipairs(result.columns or {}) do cells[1][i] = name end
  for i, row in ipairs(result.rows or {}) do
    if i > most_rows then break end
    local line = {}
    for j = 1, #cells[1] do line[j] = type(row[j]) == "string" and row[j] or values.show(row[j], "sql", 60) end
    cells[#cells + 1] = line
  end
  local lines = {}
  for i, row in ipairs(cells) do
    local out = {}
    for j, cell in ipairs(row) do out[j] = cell .. (" "):rep(width_of(cells, j) - text.width(cell)) end
    lines[i] = (table.concat(out, "  "):gsub("%s+$", ""))
  end
  if #(result.rows or {}) > most_rows then lines[#lines + 1] = ("… (%d)"):format(#result.rows) end
  return table.concat(lines, "\n") .. "\n"
end

local function databases(q, also_hidden)
  local list = {}
  if q.example then list[1] = { file = q.example, public = true } end
  if also_hidden then
    for _, file in ipairs(q.fixtures or {}) do list[#list + 1] = { file = file, public = false } end
  end
  return list
end

local function results_of(q, source, list)
  local calls = {}
  for i, one in ipairs(list) do calls[i] = { fixture = localized(one.file.text, "en"), after = q.after } end
  return program.run { language = "sql", source = source, calls = json.array(calls), limits = q.limits }
end

local function rows_of(result) return result.rows ~= json.null and result.rows or json.array {} end

local function judge(q, wanted, got, result)
  result.expected = table_text(wanted)
  if got.raises then
    result.verdict, result.traceback = got.ending, cases.in_words(got.raises.message)
    return
  end
  if not got.columns or got.columns == json.null then
    result.verdict, result.traceback = "wrong-answer", no_rows
    return
  end
  local same = values.compare(rows_of(wanted), rows_of(got), { order = q.ordered and "same" or "any" })
  if same and q.columns then same = values.compare(wanted.columns, got.columns) end
  if same and #wanted.columns ~= #got.columns then same = false end
  if not same then result.verdict, result.got = "wrong-answer", table_text(got) end
end

local function run(q, source, also_hidden)
  local list, results = databases(q, also_hidden), {}
  local wanted = results_of(q, localized(q.reference.text, "en"), list)
  if #wanted.results < #list then error("the reference of this question does not come to its end: " .. wanted.ending, 0) end
  local given = results_of(q, source, list)
  for i, one in ipairs(list) do
    local result = { name = one.file.file, public = one.public, weight = 1, verdict = "accepted" }
    if wanted.results[i].raises then error(("the reference fails on %s: %s"):format(one.file.file, wanted.results[i].raises.message), 0) end
    if given.results[i] then
      judge(q, wanted.results[i], given.results[i], result)
    else
      result.verdict = given.ending == "ended" and "runtime-error" or given.ending
    end
    results[i] = result
  end
  return results
end

local function present(q, view)
  local body
  if q.example then body = "```sql\n" .. localized(q.example.text, view.lang):gsub("\n+$", "") .. "\n```" end
  return { body = body, input = "code", help = code.help }
end

local function validate(q)
  local faults, names = {}, {}
  for _, one in ipairs(databases(q, true)) do names[one.file.file] = true end
  if #(q.fixtures or {}) == 0 then answers.fault(faults, "/fixtures", "there is no hidden database; whoever returns what the example gives would get full credit") end
  code.validate_checks(q, names, faults)
  return faults
end

question_type {
  name = "sql",
  description = { en = "Write SQL; it is run on several databases.", zh = "编写 SQL，在多个数据库上运行评分。" },
  fields = { example = "file?", fixtures = secret(count(list { "file" }, "1..")), reference = secret "file", after = secret "string?", ordered = "boolean?", columns = "boolean?",
    starter = "file?", limits = optional(record { seconds = "number 0.1..10?" }) },
  present = present,
  parse = code.parse,
  grade = function(q, response) return cases.grade(run(q, response, true)) end,
  validate = validate,
  starter = code.starter,
  try = function(q, input, wish)
    local source, problem = code.parse(q, input)
    if not source then return { passed = 0, total = 0, cases = json.array {}, text = problem } end
    return cases.report(run(q, source, wish.hidden))
  end,
}
