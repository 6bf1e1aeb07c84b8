-- find-the-bug: a program that is wrong is given, and to be repaired; it is run on cases like any other. See lib/code-question.lua.
local answers = require "answers"
local code = require "code-question"

local fields = code.fields()
fields.starter = "file"

-- The program as it stands is shown, and is what the editor opens with.
local function present(q, view)
  local program_text = localized(q.starter.text, view.lang):gsub("\n+$", "")
  local body = "```" .. q.language .. "\n" .. program_text .. "\n```"
  local rest = code.body(q, view.lang)
  return { body = rest ~= "" and body .. "\n\n" .. rest or body, input = "code", help = code.help }
end

local function validate(q)
  local faults = code.validate(q)
  local shown = false
  for i, check in ipairs(q.checks or {}) do
    if check.file == q.starter.file then
      shown = true
      if check.credit == 1 then answers.fault(faults, ("/checks/%d"):format(i - 1), "the program that is to be repaired gets full credit: it has no bug") end
    end
  end
  if not shown then answers.fault(faults, "/checks", "the program as it is given (\"file\": \"%s\") must be among the checks, with the cases that it fails", q.starter.file) end
  return faults
end

question_type {
  name = "find-the-bug",
  description = { en = "Repair a program that is wrong.", zh = "修好一个有错的程序。" },
  fields = fields,
  present = present,
  parse = code.parse,
  grade = code.grade,
  validate = validate,
  starter = code.starter,
  try = code.try,
}
