#!/usr/bin/env python3
"""viva agree: figures of agreement with people's marks, and what it says where a file cannot be used.

With VIVA_MARKED_TEXTS naming a folder of human-graded answers (see marked_pack.py), the figures for all of them are held against a floor as well."""

import json
import os
import pathlib
import re
import sys
import tempfile
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / "support"), str(here)]
import marked_pack
import runner
import viva

rows = [{"qid": "lock", "question": "What does a lock do?", "refs": ["It lets only one thread at a time enter the critical section."], "answer": answer, "score": score}
        for answer, score in [("It lets only one thread at a time enter the critical section.", 1), ("one thread may be in the critical section", 0.75), ("I don't know", 0),
                              ("Disks are slow.", 0)]]
floors = {"saf_en_v2": 0.42, "semeval_beetle": 0.56, "ads_zh": 0.65}  # Pearson; the plainest measure that is known has 0.385, 0.519 and 0.613


class Agree(unittest.TestCase):
    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "graded.jsonl")
            source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
            marked_pack.make(source, folder)
            for file in sorted(pathlib.Path(folder).rglob("*.json*")):
                self.person.write(file.relative_to(folder), file.read_bytes())

    def agree(self, *arguments):
        return self.person.run(["agree", "marked.jsonl", "--pack", "pack", *arguments])

    def test_figures_and_the_worst_disagreement(self):
        done = self.agree("--worst", "1")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertRegex(done.out, r"marked\.q0 +4 +0\.9\d\d ")
        self.assertRegex(done.out, r"\nmarked within the grade's band +4 / 4 \(100\.0%\)\n")
        self.assertRegex(done.out, r"\nnot graded +0 / 4 \(0\.0%\)\n")
        self.assertEqual(done.out.count("\nmarked.q0 · "), 1)

    def test_rubrics_are_compared_with_and_without_model_answers(self):
        rubrics = {"lock": {"points": [{"id": "one", "weight": 1, "text": "one at a time", "any": ["one > time"]}]}}
        source = self.person.write("graded.jsonl", "\n".join(json.dumps(row) for row in rows))
        folder = pathlib.Path(source).parent
        for without, pearson in [("models", "0.728"), ("points", "0.9"), (None, "0.8")]:
            made = folder / str(without)
            self.assertEqual(marked_pack.make(source, made, rubrics, without), (1, 4))
            done = self.person.run(["agree", made / "marked.jsonl", "--pack", made / "pack", "--worst", "0"])
            self.assertRegex(done.out, r"\nmarked\.q0 +4 +%s" % pearson)

    def test_a_calibration_is_written_and_used(self):
        self.assertIn("Written: line.json", self.agree("--write-calibration", "line.json").out)
        self.assertRegex(self.agree("--calibration", "line.json").out, r"^credits as the calibration puts them: -?0\.\d+ \+ \d\.\d+ × credit\n")

    def test_files_that_cannot_be_used(self):
        self.person.write("marked.jsonl", '{"candidate": "a", "question": "marked.q0", "answer": "x"}\n')
        done = self.agree()
        self.assertEqual((done.code, done.err), (2, 'viva: marked.jsonl:1: has no "human": give the mark of a person, a number from 0 to 1\n'))
        self.person.write("marked.jsonl", '\n{"candidate": "a", "question": "marked.q0", "answer": "x", "human": 7}\n')
        self.assertEqual(self.agree().err, 'viva: marked.jsonl:2: "human" is a number from 0 to 1, not 7\n')

    def test_marks_of_people_elsewhere(self):
        texts = os.environ.get("VIVA_MARKED_TEXTS")
        if not texts:
            self.skipTest("VIVA_MARKED_TEXTS names no folder of human-graded answers")
        for name, floor in floors.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                marked_pack.make(pathlib.Path(texts, name + ".jsonl"), folder)
                with viva.Person(root=os.geteuid() == 0) as person:
                    done = person.run(["agree", pathlib.Path(folder, "marked.jsonl"), "--pack", pathlib.Path(folder, "pack"), "--worst", "0"], timeout=120)
                self.assertGreater(float(re.search(r"^all +\d+ +(\S+)", done.out, re.MULTILINE)[1]), floor, done.out)


if __name__ == "__main__":
    runner.main()
