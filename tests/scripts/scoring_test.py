#!/usr/bin/python3
"""The shipped scoring rules: points for graded answers, and how they add up."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import worker

choice = {"id": "a.choice", "type": "choice", "prompt": "?", "difficulty": 3, "seconds": 60, "hints": [{"text": "h", "cost": 0.25}, "more"], "many": True, "partial": "per-option",
          "options": [{"text": "north", "correct": True}, {"text": "south", "correct": True}, {"text": "up", "why": "w"}, {"text": "down", "why": "w"}]}
true_false = {"id": "a.tf", "type": "true-false", "prompt": "?", "difficulty": 1, "seconds": 30, "answer": True}
number = {"id": "a.number", "type": "numeric", "prompt": "?", "difficulty": 5, "seconds": 30, "value": 1}


def setUpModule():
    global scripts
    scripts = worker.Scripts()


def tearDownModule():
    scripts.close()


class Rules(unittest.TestCase):
    def points(self, rule, question, answer, **how):
        grade = scripts.grade(question, answer, rule=rule, **how)
        return grade["points"], grade["max"]

    def test_plain(self):
        self.assertEqual(self.points("plain", choice, "a b"), (1, 1))
        self.assertEqual(self.points("plain", choice, "a"), (0.75, 1))
        self.assertEqual(self.points("plain", choice, None), (0, 1))

    def test_weighted(self):
        self.assertEqual(self.points("weighted", choice, "a"), (2.25, 3))
        self.assertEqual(self.points("weighted", choice, "a", facts={"weight": 2}), (4.5, 6))
        self.assertEqual(self.points("weighted", true_false, "true", options={"by": "time"}), (0.5, 0.5))
        self.assertEqual(self.points("weighted", choice, "a b", options={"by": "none"}, facts={"weight": 0.5}), (0.5, 0.5))

    def test_timed(self):
        self.assertEqual(self.points("timed", choice, "a b"), (1, 1))
        self.assertEqual(self.points("timed", choice, "a b", seconds=60), (1, 1))
        self.assertEqual(self.points("timed", choice, "a b", seconds=120), (0.75, 1))
        self.assertEqual(self.points("timed", choice, "a b", seconds=6000), (0.5, 1))
        self.assertEqual(self.points("timed", choice, "a b", seconds=120, options={"factor": 2}), (1, 1))
        self.assertEqual(self.points("timed", choice, "a b", seconds=60, options={"par": 30, "penalty": 0.4}), (0.6, 1))

    def test_negative_marking(self):
        self.assertEqual(self.points("negative-marking", true_false, "true"), (1, 1))
        self.assertEqual(self.points("negative-marking", true_false, "false"), (-1, 1))
        self.assertEqual(self.points("negative-marking", true_false, None), (0, 1))
        self.assertEqual(self.points("negative-marking", true_false, "perhaps"), (0, 1))
        self.assertEqual(self.points("negative-marking", choice, "c d"), (-0.333333, 1))
        self.assertEqual(self.points("negative-marking", choice, "c d", options={"penalty": 0.5}), (-0.5, 1))
        self.assertEqual(self.points("negative-marking", choice, "a"), (0.75, 1))
        self.assertEqual(self.points("negative-marking", number, "7"), (0, 1))

    def test_hint_cost(self):
        self.assertEqual(self.points("hint-cost", choice, "a b"), (1, 1))
        self.assertEqual(self.points("hint-cost", choice, "a b", hints=1), (0.75, 1))
        self.assertEqual(self.points("hint-cost", true_false, "true", hints=2), (0.8, 1))
        self.assertEqual(self.points("hint-cost", true_false, "true", hints=2, options={"each": 0.6}), (0, 1))

    def test_pass_fail(self):
        self.assertEqual(self.points("pass-fail", choice, "a"), (1, 1))
        self.assertEqual(self.points("pass-fail", choice, "a", options={"mark": 0.8}), (0, 1))
        results = [{"points": points, "max": 1} for points in (1, 1, 0, 1, 0)]
        total = scripts.call("scoring_rule", "pass-fail", "total", [results, {}])
        self.assertEqual(total, {"points": 3, "max": 5, "passed": True, "note": {"en": "3 of 5 answers passed; 3 had to.", "zh": "共 5 题，合格 3 题；至少要合格 3 题。"}})
        self.assertFalse(scripts.call("scoring_rule", "pass-fail", "total", [results, {"share": 0.7}])["passed"])
        self.assertFalse(scripts.call("scoring_rule", "pass-fail", "total", [[], {}])["passed"])


if __name__ == "__main__":
    runner.main(time_limit=60)
