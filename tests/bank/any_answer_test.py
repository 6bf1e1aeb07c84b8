#!/usr/bin/env python3
"""Whatever is answered to whichever question, it is graded, or the person is told why it cannot be read. An answer that makes a script fail would count for
nothing, and whoever knew one could choose which questions count."""

import collections
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

texts = ["", "   ", "a", "A", "z", "1", "0", "-1", "1e309", "-1e400 MB", "nan", "inf", "1/0", "0/0", "9" * 400, "a b c d e f g h i", "1 2 3 4 5 6 7 8 9", "1a 2b", "a1",
         "1-a, 2-b", "->", "=", "true", "false", "对", "错", "是", "不知道", ".", "...", "。", "？", "!", ";;;;", ",,,,", "\n\n\n", "\t", "a\n\n\nb", "\u3000", "\u200b", "\ufeff",
         "\x00", "\x1b[31m", "\u202e", "\U0001d552", "ａ", "é", "ẞ", "ﬁ", "😀" * 50, "中" * 500, "x" * 5000, "x " * 3000, "(((((", "))))", "[[[[", "{{{", "%s%n%d", "%", "\\", "\\u0000",
         "'", '"', "`", "```python\nprint(1)\n```", "<b>", "1 MB", "1 兆字节", "O(n^2)", "O(", "O(n^^)", "n log n log n", "O(2^(n^400))", "2^", "^2", "9^9^9^9", "1,000", "1.000.000,5",
         "一百万", "二分之一", "half", "1:2:3", "12:61", "1e", "+", "-", "--", "0x1f", "1_000", "十二万", "٣", "½", "²", "1²", "100%%", "a=1", "1)=a", "select 1", "b b", "c,c,c", "first second",
         "none", "all", "null", "undefined"]
values = [None, True, False, 0, -1, 1.5, 1e308, 2 ** 70, [], [[]], {}, {"a": 1}, ["a"], ["a", "a"], [1], [0], [99], [None], [True], ["x" * 300], [["a"]], {"1": "a"}, {"a": "1"}, {"1": 1},
          {"1": ["a"]}, {"": ""}, {"a": None}, {"value": 1}, {"value": "1", "unit": "MB"}, {"value": 1e308, "unit": "TB"}, {"value": {}, "unit": []}, [{"a": 1}], list(range(200)),
          ["a"] * 200, {str(i): str(i) for i in range(200)}, {"answer": "a"}, [True, False], ["1", "2", "3"], [3, 2, 1], {"choice": "true", "reason": "x"}, {"answer": True, "reason": 5},
          [1e300], [-0.0], ["\u0000"]]
run_programs = {"code", "find-the-bug", "sql", "shell", "redis"}
every = 37  # of the answers to them: a run takes time


class AnyAnswer(unittest.TestCase):
    maxDiff = None

    def test_none_makes_itself_ungraded(self):
        with viva.Person() as person:
            questions = [json.loads(line) for line in person.run(["list", "--json"]).out.splitlines()]
            self.assertGreater(len(questions), 700)
            lines = [(question, str(i), answer) for question in questions for i, answer in enumerate(texts + values)]
            lines = [line for n, line in enumerate(lines) if line[0]["type"] not in run_programs or n % every == 0]
            person.write("answers.jsonl", "".join(json.dumps({"candidate": i, "question": question["id"], "answer": answer}) + "\n" for question, i, answer in lines))
            done = person.run(["grade", "answers.jsonl", "--jobs", "2"], timeout=500)
        records = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual(len(records), len(lines), done.err)
        print(collections.Counter(record["verdict"] for record in records))
        graded = [(record, answer) for record, (_, _, answer) in zip(records, lines) if " is not installed (apt install " not in record.get("problem", "")]
        faults = {(record["question"], record["problem"]): repr(answer)[:60] for record, answer in graded if record["verdict"] == "ungraded"}
        self.assertGreater(len(graded), 80000)
        self.assertEqual(faults, {})


if __name__ == "__main__":
    runner.main(time_limit=600)
