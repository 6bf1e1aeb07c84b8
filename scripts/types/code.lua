-- code: write a function, a class, or a program; it is run on cases, in a cage of its own. See lib/code-question.lua.
local code = require "code-question"

local fields = code.fields()
fields.starter = "file?"

question_type {
  name = "code",
  description = { en = "Write a program; it is run on examples and hidden cases.", zh = "编写程序，用示例和隐藏用例运行评分。" },
  fields = fields,
  present = code.present,
  parse = code.parse,
  grade = code.grade,
  validate = code.validate,
  starter = code.starter,
  try = code.try,
}
