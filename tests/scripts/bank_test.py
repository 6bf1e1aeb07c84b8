#!/usr/bin/python3
"""The questions of the bank against the shipped types: every sample answer gets the credit its author states, keys are right, grading is pure."""

import json
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva
import worker

questions = {}


def setUpModule():
    global scripts
    scripts = worker.Scripts()
    for file in sorted((viva.top / "questions").glob("*/*.json")):
        question = json.loads(file.read_text(encoding="utf-8"))
        if question["type"] in programs:
            continue
        questions[question["id"]] = question
        for follow_up in question.get("follow_ups", []):
            if "question" in follow_up:
                inner = dict(follow_up["question"])
                inner["id"] = question["id"] + "." + inner["id"]
                questions[inner["id"]] = inner


programs = {"code", "find-the-bug", "sql", "shell", "redis"}  # they need the cage and their side files: tests/scripts/programs_test.py


def tearDownModule():
    scripts.close()


def type_calls(question, callback, *arguments):
    if callback in scripts.declared["question_type", question["type"]]["callbacks"]:
        return scripts.call("question_type", question["type"], callback, [question, *arguments])
    return None


def within(credit, stated):
    low, high = stated if isinstance(stated, list) else (stated, stated)
    return credit is not None and low - 1e-6 <= credit <= high + 1e-6


def joined(text):
    return "\n".join(text) if isinstance(text, list) else text


class Bank(unittest.TestCase):
    def test_sample_answers_get_the_credit_their_authors_state(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                checks = question.get("checks", [])
                for check, grade in zip(checks, scripts.grade_all(question, [check["answer"] for check in checks])):
                    told = {part["id"]: part["credit"] for part in grade["parts"]}
                    if "verdict" in check:
                        self.assertEqual(grade["verdict"], check["verdict"], check["answer"])
                    if "credit" in check:
                        self.assertTrue(within(grade["credit"], check["credit"]),
                                        "%r: %s, stated %s, parts %s %s" % (check["answer"], grade["credit"], check["credit"], told, grade.get("problem", "")))
                    for wanted in check.get("expect", {}).get("misconceptions", []):
                        self.assertIn(wanted, told, check["answer"])
                    for wanted in check.get("expect", {}).get("missed", []):
                        self.assertEqual(told[wanted], 0, check["answer"])

    def test_model_answers_are_good(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                for model in question.get("models", []):
                    grade = scripts.grade(question, joined(model["text"]))
                    self.assertGreaterEqual(grade["credit"], 0.85 if question["type"] == "scenario" else 0.95,
                                            "%s: %s" % (model["lang"], {part["id"]: part["credit"] for part in grade["parts"]}))

    def test_keys_get_full_marks(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                key = type_calls(question, "key")
                if key is not None:
                    grade = scripts.grade(question, key)
                    self.assertEqual(grade["verdict"], "correct", "%r: %s" % (key, grade))

    def test_types_find_no_fault(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                self.assertEqual(type_calls(question, "validate") or [], [])

    def test_every_question_can_be_shown_in_both_languages(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                for lang in ("en", "zh"):
                    shown = type_calls(question, "present", {"lang": lang}) or {}
                    self.assertLessEqual(set(shown), {"body", "input", "help", "prompt"})
                    self.assertIn(shown.get("input", "text"), ("line", "text", "code"))
                    self.assertTrue(all(isinstance(text, str) and text for text in shown.values()))

    def test_the_order_shown_is_never_the_key(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                if question["type"] == "ordering":
                    count = len(question["items"])
                    self.assertLess(scripts.grade(question, list(range(1, count + 1)))["credit"], 1)
                if question["type"] == "matching":
                    self.assertLess(scripts.grade(question, list(range(1, len(question["pairs"]) + 1)))["credit"], 1)

    def test_spans_are_whole_characters_of_the_answer(self):
        for question in questions.values():
            with self.subTest(question["id"]):
                for model in question.get("models", []):
                    answer = joined(model["text"])
                    spans = [span for part in scripts.grade(question, answer)["parts"] for span in part.get("spans", [])]
                    self.assertTrue(spans)
                    for first, last in spans:
                        self.assertTrue(answer.encode()[first:last].decode().strip())

    def test_grades_do_not_depend_on_the_order_of_answers(self):
        samples = [(question["id"], check["answer"]) for question in questions.values() for check in question.get("checks", [])]

        def graded(some):
            lines = "".join(json.dumps({"candidate": "c", "question": name, "answer": answer}) + "\n" for name, answer in some)
            body = scripts.exchange({"op": "grade", "language": "en", "rule": "plain"}, lines.encode())[1]
            return sorted(body.splitlines())

        for name, _ in samples:
            scripts.define(questions[name])
        forwards = graded(samples)
        self.assertEqual(graded(samples[::-1]), forwards)
        shuffled = list(samples)
        random.Random(1).shuffle(shuffled)
        self.assertEqual(graded(shuffled), forwards)
        self.assertFalse(any(b'"ungraded"' in record for record in forwards))


if __name__ == "__main__":
    runner.main(time_limit=120)
