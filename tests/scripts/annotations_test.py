#!/usr/bin/python3
"""scripts/meta/viva.lua, which editors read, says exactly what the engine offers to scripts."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva
import worker


def read(name):
    return (viva.top / name).read_text(encoding="utf-8")


def fields_of(annotations, name):
    """{field: whether it is optional} of an annotated class."""
    block = re.search(r"---@class %s\n((?:---.*\n)*)" % name, annotations)[1]
    return {field: bool(optional) for field, optional in re.findall(r"---@field (\w+)(\??) ", block)}


class Annotations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.annotations, cls.prelude = read("scripts/meta/viva.lua"), read("engine/lua/prelude.lua") + read("engine/lua/registering.lua")
        cls.scripts = worker.Scripts()

    @classmethod
    def tearDownClass(cls):
        cls.scripts.close()

    def test_registrations_take_the_annotated_keys(self):
        for kind, annotated in {"question_type": "QuestionType", "scoring_rule": "ScoringRule", "round": "RoundRegistration", "language": "LanguageRegistration"}.items():
            block = re.search(r"\n  %s = \{\n(.*?)\n  \}" % kind, self.prelude, re.S)[1]
            taken = {}
            for group in ("required", "optional"):
                for key in re.findall(r"(\w+) =", re.search(r"%s = \{(.*?)\}" % group, block, re.S)[1]):
                    taken[key] = group == "optional"
            self.assertEqual(fields_of(self.annotations, annotated), taken, kind)

    def test_rounds_have_the_annotated_methods(self):
        offered = set(re.findall(r"function round_methods\.(\w+)\(", self.prelude))
        self.assertEqual(set(re.findall(r"function Round:(\w+)\(", self.annotations)), offered)
        for name, annotated in {"pick_keys": "PickRequest", "ask_keys": "AskOptions"}.items():
            keys = set(re.findall(r"(\w+) = true", re.search(r"local %s = \{(.*)\}" % name, self.prelude)[1]))
            self.assertEqual(set(fields_of(self.annotations, annotated)), keys)

    def test_annotated_functions_exist(self):
        names = re.findall(r"^function ([a-z_]+(?:\.[a-z_]+)?)\(", self.annotations, re.M)
        self.assertIn("text.fold", names)
        for name in names:
            told = self.scripts.exchange({"op": "type", "text": "type(%s)" % name})[0]["values"]
            self.assertEqual(told, ['"function"'], name)

    def test_functions_of_the_libraries_are_annotated(self):
        for library in ("text", "json", "values"):
            offered = set(re.findall(r'\{"(\w+)", %s_\w+\}' % library, read("engine/lua/%s_library.cc" % library)))
            annotated = set(re.findall(r"^function %s\.(\w+)\(" % library, self.annotations, re.M))
            self.assertLessEqual(offered, annotated)
            self.assertTrue(offered)

    def test_the_one_page_names_everything_annotated(self):
        page = read("scripts/README.md")
        for name in re.findall(r"^function (\w+(?:[.:]\w+)?)\(", self.annotations, re.M):
            self.assertIn(name.replace("Round:", "r:"), page)
        for name in ("QuestionType", "ScoringRule", "Part", "Result", "PickRequest", "AskOptions", "LanguageRegistration", "ProgramSpec", "Launch", "Limits", "Outcome", "Compare"):
            for field in fields_of(self.annotations, name):
                self.assertRegex(page, r"\b%s\b" % field)


if __name__ == "__main__":
    runner.main(time_limit=60)
