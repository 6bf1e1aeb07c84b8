#!/usr/bin/python3
"""The table of limits in scripts/README.md: what is at a bound works, what is above it gets a message at the author's line."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva
import worker

rule = "scoring_rule { name = 'r', description = 'd', score = function(result) return %s end }\n"
kind = "question_type { name = 't', description = 'd', fields = {},\n parse = function(q, input) %s end,\n grade = function(q, response) %s end }\n"


def figures():
    """The numbers in the second column, by row: {"spans of one part": [10000]}."""
    text = (viva.top / "scripts" / "README.md").read_text(encoding="utf-8").split("**Limits.**")[1].split("\n\n")[1]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines()[2:]]
    size = {"MiB": 1 << 20, "KiB": 1 << 10, "million": 10 ** 6}
    return {what: [int(number.replace(",", "")) * size.get(unit, 1) for number, unit in re.findall(r"([\d,]*\d)(?: (MiB|KiB|million)\b)?", bound)]
            for what, bound in rows}


class Limits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.figures = figures()

    def load(self, text):
        files = list(worker.script_files(viva.top / "scripts")) + [{"file": "a.lua", "text": text, "origin": "shipped"}]
        scripts = worker.Scripts(files)
        self.addCleanup(scripts.close)
        return scripts

    def problems(self, text):
        return ["%s:%s: %s" % (problem.get("file", ""), problem.get("line", ""), problem["message"]) for problem in self.load(text).problems]

    def grade(self, parse="return input", grade="return { credit = 1 }", score="1, 1", question={"id": "a.b", "type": "t"}):
        return self.load(kind % (parse, grade) + rule % score).grade(question, "x", rule="r")

    def assert_ungraded(self, record, problem):
        self.assertEqual((record["verdict"], record["problem"]), ("ungraded", problem))

    def test_things_registered_by_one_file(self):
        most = self.figures["one file"][1]
        loop = "for i = 1, %d do\n scoring_rule { name = 'r' .. i, description = 'd', score = function() return 1 end }\nend"
        self.assertEqual(self.problems(loop % most), [])
        self.assertEqual(self.problems(loop % (most + 1)), ["a.lua:2: one file registers more than %d things; is there a loop?" % most])

    def test_registering_and_require_only_while_a_file_is_run(self):
        self.assert_ungraded(self.grade(grade="require 'order'"), "a.lua:3: require can only be called while a file is run, not from a callback; "
                                                                  "put it at the top: local x = require \"x\"")
        self.assert_ungraded(self.grade(grade="round {}"), "a.lua:3: round can only be called while its file is run, not from a callback")

    def test_json(self):
        size, depth = self.figures["`json.decode`, `json.encode`"]
        text = "local value, why = json.decode(('%%s'):rep(%d)) assert(why)"
        self.assertEqual(self.problems(text.replace("%%s", " ") % size), [])
        self.assertEqual(self.problems(text.replace("%%s", " ") % (size + 1)), ["a.lua:1: json.decode: the text is larger than 1 MiB"])
        nested = "local value, why = json.decode(('['):rep(%d) .. (']'):rep(%d)) assert(value, why)"
        self.assertEqual(self.problems(nested % (depth, depth)), [])
        self.assertEqual(len(self.problems(nested % (depth + 1, depth + 1))), 1)
        encode = "json.encode(('x'):rep(%d))"
        self.assertEqual(self.problems(encode % (size - 2)), [])
        self.assertEqual(len(self.problems(encode % (size + 1))), 1)

    def test_points(self):
        least, most, none, highest = [-self.figures["points"][0]] + self.figures["points"][1:]
        self.assertEqual(none, 0)
        self.assertEqual(self.grade(score="%d, %d" % (most, highest))["points"], most)
        self.assertEqual(self.grade(score="%d, %d" % (least, none))["points"], least)
        for score, message in {"%d" % (most + 1): "a number of points from %d to %d, not %d" % (least, most, most + 1),
                               "1, %d" % (highest + 1): "as its second value the most points there were (0 to %d), not %d" % (highest, highest + 1)}.items():
            self.assert_ungraded(self.grade(score=score), "a.lua:4: score must return " + message)

    def test_notes_and_warnings(self):
        length = self.figures["a note, a warning, the why of `parse`"][0]
        note = "return { credit = 1, parts = { { id = 'p', credit = 1, note = ('x'):rep(%d) } } }"
        self.assertEqual(len(self.grade(grade=note % length)["parts"][0]["note"]), length)
        self.assert_ungraded(self.grade(grade=note % (length + 1)), "the question type 't': part 1 has a note that is longer than 64 KiB")
        self.assert_ungraded(self.grade(parse="return nil, ('x'):rep(%d)" % (length + 1)),
                             "the question type 't': the reason that parse gave why the answer cannot be read is longer than 64 KiB")
        count = self.figures["warnings of one answer"][0]
        warn = "local list = {} for i = 1, %d do list[i] = 'w' end return input, list"
        self.assertEqual(len(self.grade(parse=warn % count)["remarks"]), count)
        self.assert_ungraded(self.grade(parse=warn % (count + 1)), "the question type 't': parse gave more than %d warnings" % count)

    def test_what_grade_returns(self):
        self.assert_ungraded(self.grade(grade="return setmetatable({ credit = 1 }, {})"), "a.lua:3: grade must return a plain table, without a metatable")
        part = "return { credit = 1, parts = { { credit = 1, id = ('i'):rep(%d), spans = spans(%d) } } }"
        make = "local function spans(n) local list = {} for i = 1, n do list[i] = { 0, 1 } end return list end\n "
        size, count = self.figures["`id` of a part"][0], self.figures["spans of one part"][0]
        self.assertEqual(self.grade(grade=make + part % (size, count))["verdict"], "correct")
        self.assertEqual(self.grade(grade=make + part % (size + 1, 1))["problem"],
                         "the question type 't': part 1 has an id that is not valid UTF-8 or longer than %d bytes" % size)
        self.assertEqual(self.grade(grade=make + part % (size, count + 1))["problem"],
                         "the question type 't': part 1 has spans that are no list of { from, to } within the answer, or more than %d of them" % count)

    def test_work_and_memory(self):
        self.assertEqual(self.grade(grade="while true do end")["problem"],
                         "a.lua:3: gave up after %d million instructions; is there a loop that never ends?" % (self.figures["work of one call, or of running one file"][0] / 1e6))
        self.assertEqual(self.figures["memory of all scripts of a pack"], [128 << 20])
        fill = "local list = {} for i = 1, %d do list[i] = ('x'):rep(1048576 - i) end return { credit = 1 }"
        self.assertEqual(self.grade(grade=fill % 60)["verdict"], "correct")
        self.assert_ungraded(self.grade(grade=fill % 128), "a.lua:3: not enough memory: a script may use 128 MiB")

    def test_texts(self):
        size = self.figures["`text.fold`, `text.units`, `text.complexity`"][0]
        for function in ("fold", "units", "complexity"):
            self.assertEqual(self.problems("text.%s(('a '):rep(%d))" % (function, size // 2)), [])
            self.assertEqual(self.problems("text.%s(('a'):rep(%d))" % (function, size + 1)), ["a.lua:1: the text is longer than 256 KiB"])


if __name__ == "__main__":
    runner.main(time_limit=120)
