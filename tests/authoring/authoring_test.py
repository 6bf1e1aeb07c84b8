#!/usr/bin/env python3
"""An author's way: a pack with a question type, a scoring rule and a round of one's own, practised with and graded with; and for one mistake of
each kind the message that it gets."""

import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

shout = """\
-- shout: answer in capitals.
question_type {
  name = "shout",
  description = { en = "Answer in capitals.", zh = "用大写字母回答。" },
  fields = { key = secret "string", tip = "text?" },

  present = function(q, view)
    return { body = q.tip and localized(q.tip, view.lang), input = "line", help = "In capitals." }
  end,
  parse = function(q, input)
    if input ~= input:upper() then return nil, "Shout!" end
    return input
  end,
  grade = function(q, response)
    return { credit = response == q.key and 1 or 0, parts = { { id = "word", credit = response == q.key and 1 or 0, note = q.key } } }
  end,
  key = function(q) return q.key end,
}
"""
double = """\
scoring_rule {
  name = "double",
  description = "Twice the credit.",
  options = { factor = { 2, "What credit is multiplied by" } },
  score = function(result, opt) return result.credit * opt.factor, opt.factor end,
}
"""
warm_up = """\
round {
  name = "warm-up",
  description = "One question of the area greek.",
  scoring = "double",
  options = { questions = { 1, "Most questions" } },
  run = function(r, opt)
    for _ = 1, opt.questions do
      local q = r:pick{ area = "greek" }
      if not q then r:finish("No more.") end
      r:ask(q)
    end
  end,
}
"""
question = {
    "id": "greek.first", "type": "shout", "covers": ["greek-1"], "topics": ["letters"], "level": "junior", "difficulty": 1, "seconds": 20,
    "prompt": {"en": "The first Greek letter?", "zh": "第一个希腊字母是什么？"}, "key": "ALPHA", "tip": "Five letters.",
    "hints": ["It begins the word alphabet."], "explanation": {"en": "Alpha, beta, …", "zh": "Alpha、beta……"},
    "references": ["https://en.wikipedia.org/wiki/Greek_alphabet"],
}
index = {"areas": {"greek": {"en": "Greek", "zh": "希腊文"}}, "topics": {"letters": {"en": "Letters", "zh": "字母"}},
         "catalogue": {"greek-1": {"area": "greek", "en": "The letters", "zh": "字母表"}}}


class Author(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        self.write("scripts/types/shout.lua", shout)
        self.write("scripts/scoring/double.lua", double)
        self.write("scripts/rounds/warm-up.lua", warm_up)
        self.write("questions/index.json", json.dumps(index, ensure_ascii=False, indent=1))
        self.write("questions/greek/first.json", json.dumps(question, ensure_ascii=False, indent=1))

    def write(self, name, text):
        self.person.write("mine/" + name, text)

    def faults(self):
        done = self.person.run(["check", "--pack", "mine"])
        self.assertEqual(done.err, "")
        out = re.sub(r"choice\.lua:[0-9]+", "choice.lua:…", done.out)  # a line of a shipped script is nothing to rely on
        return out.split("\n\nwhat ")[0].split("\n") if done.code else []


class Practice(Author):
    def test_the_pack_is_in_order(self):
        self.assertEqual(self.faults(), [])

    def test_a_round_with_the_own_type_and_rule(self):
        done = self.person.run(["--pack", "mine"], input=".round warm-up seed=1\nalpha\nALPHA\n.list rules\n")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertIn("Question 1 of 1 · Greek · difficulty 1 of 5 · about 0:20\n\nThe first Greek letter?\n\nFive letters.\n\nIn capitals.\n"
                      "This cannot be read as an answer: Shout!\n\n**Correct** · 100% · 2 of 2 points\n\n  ✓ ALPHA\n", done.out)
        self.assertIn("**The round is over. Answers: 1; points: 2 of 2 (100%).**", done.out)
        self.assertIn("double            mine  Twice the credit.", done.out)

    def test_a_script_that_is_edited_in_the_middle_of_a_round(self):
        editor = self.person.write("editor.sh", "#!/bin/sh\nsed -i 's/Five letters/Begins with A/' %s\n" % (self.person.home / "mine/questions/greek/first.json"))
        editor.chmod(0o755)
        done = self.person.run(["--pack", "mine"], input=".ask greek.first\n.edit\n.reload\nALPHA\n", env={"EDITOR": str(editor)})
        self.assertEqual(done.code, 0, done.err)
        self.assertIn("Begins with A.", done.out)

    def test_batch(self):
        line = json.dumps({"candidate": "a", "question": "greek.first", "answer": "ALPHA"})
        done = self.person.run(["grade", "--pack", "mine", "--rule", "double", "--rule-option", "factor=3", "-"], input=line + "\n")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual([json.loads(done.out)[key] for key in ("verdict", "credit", "points", "max")], ["correct", 1, 3, 3])


class Mistakes(Author):
    """What `viva check --pack mine` says first, for each change of a file that was in order."""

    sources = {
        "scripts/types/shout.lua": shout,
        "scripts/scoring/double.lua": double,
        "scripts/rounds/warm-up.lua": warm_up,
        "questions/greek/first.json": json.dumps(question, ensure_ascii=False, indent=1),
    }

    def mistake(self, file, old, new, message):
        self.assertIn(old, self.sources[file])
        self.write(file, self.sources[file].replace(old, new, 1))
        self.assertEqual(self.faults()[0], "mine/" + file + message)

    def in_type(self, old, new, message):
        self.mistake("scripts/types/shout.lua", old, new, message)

    def in_rule(self, old, new, message):
        self.mistake("scripts/scoring/double.lua", old, new, message)

    def in_round(self, old, new, message):
        self.mistake("scripts/rounds/warm-up.lua", old, new, message)

    def in_question(self, old, new, message):
        self.mistake("questions/greek/first.json", old, new, message)

    def test_unknown_key(self):
        self.in_type("description =", "descripton =",
                     ":2: question_type has no key 'descripton'; did you mean 'description'?")

    def test_missing_key(self):
        self.in_type('  description = { en = "Answer in capitals.", zh = "用大写字母回答。" },\n', "",
                     ":2: question_type: 'description' is missing; it is a text (a string, or { en = …, zh = … })")

    def test_wrong_type_of_value(self):
        self.in_type('name = "shout"', "name = 7",
                     ":2: question_type: 'name' is a string, found a number")

    def test_bad_name(self):
        self.in_type('name = "shout"', 'name = "Shout"',
                     ":2: question_type: the name 'Shout' may only have small letters, digits and '-', and starts with a letter")

    def test_taken_name(self):
        self.in_type('name = "shout"', 'name = "choice"',
                     ":2: the question type 'choice' is there already (scripts/types/choice.lua:…); choose another name")

    def test_unknown_field_type(self):
        self.in_type('"text?"', '"txet?"',
                     ":2: 'txet?' is no type of field; did you mean 'text'?")

    def test_syntax(self):
        self.in_type("return input\n", "return input)\n",
                     ":12: 'end' expected (to close 'function' at line 10) near ')'")

    def test_undeclared_variable(self):
        self.in_type("question_type {", "count = 1\nquestion_type {",
                     ":2: the variable 'count' is not declared; write: local count")

    def test_no_such_library(self):
        self.in_type("question_type {", 'local help = require "answer"\nquestion_type {',
                     ":2: there is no library 'answer' (a file scripts/lib/answer.lua); did you mean 'answers'?")

    def test_failing_grade(self):
        self.write("scripts/types/shout.lua", shout.replace("return { credit = response == q.key and 1 or 0,", "return { credit = response.key.word,", 1))
        self.assertEqual(self.faults(), ["mine/questions/greek/first.json:1: its own key could not be graded: mine/scripts/types/shout.lua:15: attempt to index field 'key' (a nil value)"])

    def test_credit_out_of_range(self):
        self.write("scripts/types/shout.lua", shout.replace("credit = response == q.key and 1 or 0, parts", "credit = 2, parts", 1))
        self.assertEqual(self.faults(), ["mine/questions/greek/first.json:1: its own key could not be graded: mine/scripts/types/shout.lua:14: grade must return a credit from 0 to 1, not 2"])

    def test_endless_loop(self):
        self.write("scripts/types/shout.lua", shout.replace("key = function(q) return q.key end", "key = function(q) while true do end end", 1))
        self.assertEqual(self.faults(), ["mine/questions/greek/first.json:1: its key cannot be told: mine/scripts/types/shout.lua:17: gave up after 50 million instructions; is there a loop that never ends?"])

    def test_key_without_full_marks(self):
        self.write("scripts/types/shout.lua", shout.replace("key = function(q) return q.key end", 'key = function(q) return "BETA" end', 1))
        self.assertEqual(self.faults(), ["mine/questions/greek/first.json:1: its own key gets 0, and must get 1 (missed: word)"])

    def test_bad_option(self):
        self.in_rule('{ 2, "What credit is multiplied by" }', "2",
                     ":1: scoring_rule: the option 'factor' is written factor = { default, \"help\" }, with a number, string or boolean as default")

    def test_unknown_rule_key(self):
        self.in_rule("score =", "scores =",
                     ":1: scoring_rule has no key 'scores'; did you mean 'score'?")

    def test_unknown_round_key(self):
        self.in_round("run =", "rnu =",
                      ":1: round has no key 'rnu'; did you mean 'run'?")

    def test_missing_field(self):
        self.in_question('"key": "ALPHA",\n', "",
                         ":1: the field 'key' is missing: a string")

    def test_unknown_field(self):
        self.in_question('"tip"', '"tpi"',
                         ":18: /tpi: unknown field 'tpi'; did you mean 'tip'?")

    def test_wrong_type_of_field(self):
        self.in_question('"key": "ALPHA"', '"key": 5',
                         ":17: /key: expected a string, found number")

    def test_unknown_type(self):
        self.in_question('"type": "shout"', '"type": "shuot"',
                         ":3: /type: unknown question type 'shuot'; did you mean 'shout'?")

    def test_not_json(self):
        self.in_question('"level": "junior",', '"level": "junior"',
                         ":11: not valid JSON: syntax error while parsing object - unexpected string literal; expected '}'")

    def test_unknown_topic(self):
        self.in_question('"letters"', '"leters"',
                         ":8: /topics/0: unknown topic 'leters'; did you mean 'letters'?")


if __name__ == "__main__":
    runner.main(time_limit=600)  # with sanitizers each check of the bank takes some seconds
