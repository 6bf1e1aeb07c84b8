#!/usr/bin/env python3
"""Answers that try to get credit without answering, and good answers in all kinds of shapes: README.md says what comes of each.

`tests/text/attacks_test.py --write` writes the page anew, after a change that is meant.
"""

import json
import pathlib
import re
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / "support"), str(here)]
import attacked
import runner
import viva

page = here / "README.md"
samples = "sample answers of the bank"
columns = (("points", "en"), ("points", "zh"), ("models", "en"), ("models", "zh"))

HEAD = """# Answers that try to get credit without answering, and what came of them

This page is written by `tests/text/attacks_test.py --write` and held against the grades by the tests. `attacked.py` makes the answers: {questions} questions, {points} of
them with a rubric and model answers, {models} with model answers only (which explain some other question of the bank). From each question's good answers, English and
Chinese, one answer of every kind below is made.

A cell says: **mean credit**, how many of the answers are flagged for review, and how many *get through*: half of the credit or more without a flag. Good answers
should all get through, attacks none.
"""


def language_names(column):
    return {"points": "rubric", "models": "models only"}[column[0]] + ", " + {"en": "English", "zh": "Chinese"}[column[1]]


class Cell:
    def __init__(self, grades):
        self.answers = len(grades)
        self.credit = sum(credit for credit, _ in grades) / len(grades)
        self.flagged = sum(review for _, review in grades)
        self.through = sum(credit >= 0.5 and not review for credit, review in grades)

    def __str__(self):
        return "%.2f · %.0f%% flagged · %.0f%% through" % (self.credit, 100 * self.flagged / self.answers, 100 * self.through / self.answers)


def handed_in(questions):
    """(kind of answer, question, language, text)."""
    for name, change in [*attacked.honest.items(), *attacked.attacks.items()]:
        for question in questions:
            for language, text in question.good:
                answer = change(question, language, text, questions)
                if answer:
                    yield name, question, language, answer
    for question in questions:
        if question.kind == "points":
            for language, text in question.honest:
                yield samples, question, language, text


def observed():
    """(questions, {(kind of answer, column): Cell})."""
    with viva.Person() as person:
        questions = attacked.questions(viva.top / "questions", person.home / "pack")
        answers = list(handed_in(questions))
        lines = [json.dumps({"candidate": str(number), "question": question.id, "answer": text}) for number, (_, question, _, text) in enumerate(answers)]
        person.write("answers.jsonl", "\n".join(lines))
        done = person.run(["grade", "answers.jsonl", "--pack", "pack"], timeout=120)
    if done.code != 0:
        raise AssertionError(done.err)
    grades = {}
    for (name, question, language, _), line in zip(answers, done.out.splitlines()):
        record = json.loads(line)
        grades.setdefault((name, (question.kind, language)), []).append((record["credit"], record["review"]))
    return questions, {key: Cell(value) for key, value in grades.items()}


def table(title, names, cells):
    rows = ["| %s | %s |" % (title, " | ".join(map(language_names, columns))), "|---" * (len(columns) + 1) + "|"]
    for name in names:
        rows.append("| %s | %s |" % (name, " | ".join(str(cells.get((name, column), "")) for column in columns)))
    return "\n".join(rows)


def written_page(questions, cells):
    count = {kind: sum(question.kind == kind for question in questions) for kind in ("points", "models")}
    return "%s\n%s\n\n%s\n" % (HEAD.format(questions=len(questions), **count), table("good answers", [*attacked.honest, samples], cells), table("attacks", attacked.attacks, cells))


def numbers(text):
    return re.findall(r"\d+(?:\.\d+)?", text.split(" | ", 1)[1])


class TextAttacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.questions, cls.cells = observed()

    def rows(self, names):
        return [(name, column, self.cells[name, column]) for name in names for column in columns if (name, column) in self.cells]

    def test_there_are_enough_questions(self):
        self.assertGreaterEqual(len(self.questions), 100)

    def test_good_answers_lose_next_to_nothing(self):
        for name, column, cell in self.rows([*attacked.honest, samples]):
            with self.subTest(name, column=column):
                self.assertGreater(cell.credit, 0.8 if name.startswith("typos") else 0.97)

    def test_attacks_are_below_one_half_or_flagged(self):
        for name, column, cell in self.rows(attacked.attacks):
            with self.subTest(name, column=column):
                self.assertLessEqual(cell.through, 0.1 * cell.answers)

    def test_the_page_is_true(self):
        told, written = written_page(self.questions, self.cells).splitlines(), page.read_text(encoding="utf-8").splitlines()
        hint = "; if the change is meant: tests/text/attacks_test.py --write"
        for now, then in zip(told, written):
            if not now.startswith("| "):
                continue
            self.assertEqual(re.sub("[0-9.]+", "#", now), re.sub("[0-9.]+", "#", then), hint)
            for left, right in zip(numbers(now), numbers(then)):
                # The bank's questions change all the time; a page that is off by this much still tells the truth.
                most = 0.06 if "." in left else 10  # credits have a point, shares in percent have none
                self.assertLessEqual(abs(float(left) - float(right)), most, "%s\n%s%s" % (then, now, hint))
        self.assertEqual(len(told), len(written), hint)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        page.write_text(written_page(*observed()), encoding="utf-8")
    else:
        runner.main()
