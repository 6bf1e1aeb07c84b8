#!/usr/bin/env python3
"""Mistakes that the catalogue knows of are never rewarded: each is the trap of some question, and whoever answers with it gets less than full credit.

Every trap of the bank is answered, through `viva grade`: the wrong option is picked, the wrong value typed, the sample answer with the misconception
given. A trap in a field that this file does not know of fails the test.
"""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

index = json.loads((viva.top / "questions" / "index.json").read_text(encoding="utf-8"))["catalogue"]
wrong = {erratum for erratum, line in index.items() if line.get("erratum") == "wrong"}


def english(text):
    text = text["en"] if isinstance(text, dict) else text
    return "\n".join(text) if isinstance(text, list) else text


def all_questions():
    """Every question with its full id and the folder of its side files, those inside others too."""

    def inside(question, name, folder):
        yield dict(question, id=name), folder
        for follow_up in question.get("follow_ups", []):
            if "question" in follow_up:
                yield from inside(follow_up["question"], name + "." + follow_up["question"]["id"], folder)

    for file in sorted((viva.top / "questions").glob("*/*.json")):
        question = json.loads(file.read_text(encoding="utf-8"))
        yield from inside(question, question["id"], file.with_suffix(""))


def traps_of(value):
    """What stands as "trap" in a question, whatever the field."""
    if isinstance(value, dict):
        return ({value["trap"]} if "trap" in value else set()).union(*(traps_of(inner) for key, inner in value.items() if key != "follow_ups"))
    return set().union(*map(traps_of, value)) if isinstance(value, list) else set()


def answers_to(question, folder):
    """(trap, answer) for each trap of the question; answers are as in a file of answers."""
    options = question.get("options", [])
    for place, option in enumerate(options):
        if "trap" in option:
            right = [letter for letter, other in zip("abcdefghij", options) if other.get("correct")] if question.get("many") else []
            yield option["trap"], right + ["abcdefghij"[place]]
    if "trap" in question:  # of a true-false question: of the wrong side
        yield question["trap"], "false" if question["answer"] else "true"
    for value in question.get("wrong", []):
        if "trap" in value:
            unit = " " + question["unit"] if "unit" in question else ""
            yield value["trap"], value["complexity"] if "complexity" in value else str(value["value"]) + unit
    blanks = question.get("blanks", {})
    for name, blank in blanks.items():
        for value in blank.get("wrong", []):
            for match in value["match"] if "trap" in value else []:
                yield value["trap"], {other: match if other == name else blanks[other]["accept"][0] for other in blanks}
    pairs = question.get("pairs", [])
    for extra in question.get("extra", []):
        if isinstance(extra, dict) and "trap" in extra:
            right = {english(pair["left"]): english(pair["right"]) for pair in pairs}
            for left in right:
                yield extra["trap"], dict(right, **{left: english(extra["text"])})
    mistaken = {item["id"]: item["trap"] for item in question.get("misconceptions", []) if "trap" in item}
    for check in question.get("checks", []):
        answer = (folder / check["file"]).read_text(encoding="utf-8") if "file" in check else check["answer"]
        if "trap" in check:
            yield check["trap"], answer
        for shown in check.get("expect", {}).get("misconceptions", []):
            if shown in mistaken:
                yield mistaken[shown], answer


class Errata(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.given = [(question["id"], *trap) for question, folder in all_questions() for trap in answers_to(question, folder)]
        with viva.Person() as person:
            lines = (json.dumps({"candidate": "%s %d" % (trap, number), "question": question, "answer": answer}, ensure_ascii=False)
                     for number, (question, trap, answer) in enumerate(cls.given))
            person.write("answers.jsonl", "\n".join(lines) + "\n")
            done = person.run(["grade", "answers.jsonl", "--out", "grades.jsonl"], timeout=200)
            cls.grades = [json.loads(line) for line in (person.home / "grades.jsonl").read_text(encoding="utf-8").splitlines()] if done.code != 2 else []
            cls.told = done.err

    def test_every_trap_is_answered(self):
        self.assertEqual(len(self.grades), len(self.given), self.told)
        for question, folder in all_questions():
            with self.subTest(question["id"]):
                answered = {trap for trap, _ in answers_to(question, folder)}
                self.assertEqual(sorted(traps_of(question) - answered), [], "no answer of this test, and no sample answer, falls into these")

    def test_no_trap_earns_full_credit(self):
        for (question, trap, answer), grade in zip(self.given, self.grades):
            if "is not installed" in grade.get("problem", ""):
                continue
            with self.subTest(question, trap=trap):
                self.assertIsNotNone(grade["credit"], grade)
                self.assertLess(grade["credit"], 1, answer)

    def test_every_wrong_statement_is_a_trap(self):
        trapped = {trap for _, trap, _ in self.given}
        print("errata that a question traps: %d of %d, by %d answers" % (len(wrong & trapped), len(wrong), len(self.given)))
        self.assertEqual(sorted(wrong - trapped), [], "no question traps these; viva check --coverage names them")


if __name__ == "__main__":
    runner.main(time_limit=240)
