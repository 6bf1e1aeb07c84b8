#!/usr/bin/env python3
"""viva check, list and show on the shipped bank and on the small pack of the transcripts."""

import json
import pathlib
import sys
import unicodedata
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

pack = pathlib.Path(__file__).resolve().parents[1] / "transcripts" / "shared" / "pack"


def screen_columns(line):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


class Look(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)

    def run_with_pack(self, *arguments):
        for file in sorted(pack.rglob("*")):
            if file.is_file():
                self.person.write("pack/" + str(file.relative_to(pack)), file.read_bytes())
        return self.person.run([*arguments, "--pack", "pack"])

    def refused(self, arguments, message):
        done = self.person.run(arguments)
        self.assertEqual((done.code, done.out, done.err), (2, "", message))

    def test_the_shipped_bank_has_no_faults_and_its_schema_is_up_to_date(self):
        done = self.person.run(["check"], timeout=900)  # it runs some thousand programs
        self.assertEqual((done.code, done.err), (0, ""), done.out)

    def test_a_schema_that_is_not_up_to_date_is_a_fault(self):
        self.person.write("pack/questions/schema.json", "{}")
        done = self.run_with_pack("check", "--quick")
        self.assertEqual(done.code, 1)
        self.assertTrue(done.out.startswith("pack/questions/schema.json: is not what the question types declare; viva check --write-schema writes it\n"))
        self.assertEqual(self.run_with_pack("check", "--write-schema").out, "pack/questions/schema.json\n")
        self.assertEqual(self.run_with_pack("check", "--quick").code, 0)

    def test_a_word_that_no_question_says_is_named(self):
        self.assertEqual(self.person.run(["list", "lock", "databse"]).out, "there is no area, topic, question type, level or question 'databse', and no question says it; "
                                                                           "did you mean 'database'?\n")
        self.assertEqual(self.person.run(["list", "--area", "redis", "pytorch"]).out, "No question fits.\n")

    def test_warnings_fail_only_where_they_are_asked_to(self):
        self.person.write("mine/questions/index.json", json.dumps({"areas": {"lab": {"en": "The laboratory", "zh": "实验室"}},
                                                                   "topics": {"ports": {"en": "Ports", "zh": "端口"}}}))
        self.person.write("mine/questions/lab/port.json", json.dumps({"id": "lab.port", "type": "choice", "level": "mid", "difficulty": 2, "seconds": 30,
                          "topics": ["ports"], "prompt": {"en": "Which port?", "zh": "哪个端口？"},
                          "options": [{"text": "All of the above", "correct": True}, {"text": "443"}]}))
        warning = ("mine/questions/lab/port.json:1: /options/0/text: warning: 'all of the above' is decided by knowing two of the other options; "
                   "ask for \"many\" instead, or write an option of its own\n\n")
        done = self.person.run(["check", "--quick", "--pack", "mine"])
        self.assertEqual(done.code, 0, done.out)
        self.assertTrue(done.out.startswith(warning), done.out)
        self.assertTrue(done.out.endswith("\nfaults                        0\nwarnings                      1\n"), done.out)
        self.assertEqual(self.person.run(["check", "--quick", "--strict", "--pack", "mine"]).code, 1)
        self.assertRegex(self.person.run(["check", "--quick", "--lang", "zh", "--pack", "mine"]).out, "\n警告 +1\n$")

    def test_publishing_remembers_ids_and_texts(self):
        question = {"id": "lab.port", "type": "true-false", "level": "mid", "difficulty": 2, "seconds": 30, "topics": ["ports"],
                    "prompt": {"en": "Is 443 for HTTPS?", "zh": "443 是 HTTPS 的端口吗？"}, "answer": True}
        self.person.write("mine/questions/index.json", json.dumps({"areas": {"lab": {"en": "The laboratory", "zh": "实验室"}},
                                                                   "topics": {"ports": {"en": "Ports", "zh": "端口"}}}))
        self.person.write("mine/questions/lab/port.json", json.dumps(question))
        quick = ["check", "--quick", "--pack", "mine"]
        self.assertEqual(self.person.run([*quick, "--publish"]).out, "mine/questions/published.json\n")
        self.assertTrue(self.person.run(quick).out.endswith("warnings                      0\n"))
        question["prompt"]["zh"] = "HTTPS 用的是 443 端口吗？"
        self.person.write("mine/questions/lab/port.json", json.dumps(question))
        self.assertIn("mine/questions/lab/port.json:1: warning: its Chinese texts were changed since it was published, its English ones were not: see "
                      "whether they still say the same, then write viva check --publish\n", self.person.run(quick).out)

    def test_coverage_fits_a_terminal_and_names_what_is_missing(self):
        self.person.write("pack/questions/index.json", json.dumps({"areas": {"lab": {"en": "The laboratory", "zh": "实验室"}},
                          "topics": {"gc": {"en": "Garbage", "zh": "垃圾"}},
                          "catalogue": {"lab-1": {"area": "lab", "en": "Tuples", "zh": "元组", "erratum": "wrong"},
                                        "lab-2": {"area": "lab", "en": "Loops", "zh": "循环"}}}, ensure_ascii=False))
        self.person.write("pack/questions/lab/one.json", json.dumps({"id": "lab.one", "type": "true-false", "covers": ["lab-2"], "level": "mid",
                          "difficulty": 2, "seconds": 30, "topics": ["gc"], "prompt": {"en": "True?", "zh": "对吗？"}, "answer": True}))
        self.assertEqual(self.person.run(["check", "--coverage", "--pack", "pack"]).out, """\
area  kind        questions  junior  mid  senior  en  zh
----  ----------  ---------  ------  ---  ------  --  --
lab   true-false          1       -    1       -   1   1

area  topics  questions  junior  mid  senior  en  zh
----  ------  ---------  ------  ---  ------  --  --
lab      1/2          1       -    1       -   1   1
all      1/2          1       -    1       -   1   1

1 questions, 0 of them inside others.
Topics with a question: 1 of 2.
Mistakes of the catalogue that a question traps: 0 of 1.

No question covers:
  lab-1  lab: Tuples

No option, misconception or sample answer has as its trap:
  lab-1  lab: Tuples
""")
        told = json.loads(self.person.run(["check", "--coverage", "--json", "--pack", "pack"]).out)
        self.assertEqual((told["uncovered"], told["untrapped"], told["areas"]["lab"]["kinds"]["true-false"]["mid"]), (["lab-1"], ["lab-1"], 1))
        for language in ("en", "zh"):
            lines = self.person.run(["check", "--coverage", "--lang", language]).out.splitlines()
            self.assertLessEqual(max(map(screen_columns, lines)), 80)
        self.refused(["check", "--json"], "viva: --json requires --coverage (viva check --help says what is expected)\n")

    def test_list(self):
        done = self.run_with_pack("list", "--area", "lab", "--type", "choice")
        self.assertEqual((done.code, done.out), (0, "id        type    level   difficulty  question\n--------  ------  ------  ----------  ---------------------\n"
                                                    "lab.even  choice  junior           1  Which number is even?\n"))

    def test_list_with_words(self):
        for words in (["EVEN", "which"], ["偶数"], ["哪个", "even"]):
            listed = [json.loads(line)["id"] for line in self.run_with_pack("list", "--area", "lab", "--json", *words).out.splitlines()]
            self.assertEqual(listed, ["lab.even"])
        self.assertEqual(self.run_with_pack("list", "even", "kib", "bytes", "偶数").out, "No question fits.\n")

    def test_list_as_json(self):
        done = self.run_with_pack("list", "--area", "lab", "--json")
        self.assertEqual([json.loads(line)["id"] for line in done.out.splitlines()],
                         ["lab." + name for name in ("even", "gc", "handshake", "kib", "loop", "ports", "slow", "structures", "tuple")])

    def test_show(self):
        done = self.run_with_pack("show", "lab.kib", "--lang", "zh")
        self.assertEqual(done.out, "4 KiB 是多少字节？\n\n*输入数值和单位，1,024、2^10 这样的写法都可以。*\n")

    def test_show_with_the_key(self):
        out = self.run_with_pack("show", "lab.kib", "--key").out
        self.assertIn("## Key\n\n    4096 B\n\n## Hints\n\n", out)
        self.assertIn("## Explanation\n\n1 KiB is 1024 bytes.\n", out)

    def test_show_as_json_hides_the_key(self):
        self.assertNotIn("4096", self.run_with_pack("show", "lab.kib", "--json").out)
        self.assertIn("4096", self.run_with_pack("show", "lab.kib", "--json", "--key").out)
        for order_is_key in ("lab.handshake", "lab.structures"):  # an ordering and a matching
            question = json.loads(self.run_with_pack("show", order_is_key, "--json").out)
            self.assertFalse({"items", "pairs", "extra"} & question.keys())
            self.assertIn("1. ", question["presented"]["en"]["text"])

    def test_refusals(self):
        self.refused(["show", "redis.one-thraed"], "viva: there is no question 'redis.one-thraed'; did you mean 'redis.one-thread'?\n")
        self.refused(["list", "--area", "reids"], "viva: unknown area 'reids'; did you mean 'redis'?\n")
        self.refused(["--lang", "fr"], "viva: --lang is en or zh, not 'fr'\n")


if __name__ == "__main__":
    runner.main(time_limit=1080)
