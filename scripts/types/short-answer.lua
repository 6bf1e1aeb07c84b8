-- short-answer: a free answer in a few sentences, Chinese or English or both mixed, graded by points.
--
-- "points" are what a good answer says, each with patterns (../../questions/README.md); "stance" is for questions that are answered with yes or
-- no first; "misconceptions" are known mistakes. All the work is in lib/rubric.lua, so that your own type can use it too.
local answers = require "answers"
local rubric = require "rubric"

question_type {
  name = "short-answer",
  description = { en = "Answer in a few sentences of your own.", zh = "用自己的话简要回答。" },
  fields = rubric.fields,

  present = function(q, view)
    return {
      input = "text",
      help = localized({
        en = "A few sentences, in English, Chinese or both. What counts is what you say, not how.",
        zh = "用几句话回答，中文、英文或混用都可以。看的是内容，不是措辞。",
      }, view.lang),
    }
  end,

  parse = function(q, input)
    if type(input) ~= "string" then
      return nil, answers.say("The answer is not a text. Write it as one string.", "答案不是文本，请写成一个字符串。")
    end
    local too_long = answers.too_long(input, answers.most_text)
    if too_long then return nil, too_long end
    return input
  end,

  grade = function(q, response)
    local grade = rubric.grade(q, response)
    return { credit = grade.credit, parts = grade.parts, review = grade.review, band = grade.band }
  end,

  validate = rubric.validate,
}
