#!/usr/bin/python3
"""viva grade with a worker that lies about what it graded (lying_worker.py). What it says of a line is used only if it is said of that line; else the line is ungraded, and no other."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / name) for name in ("support", "batch")]
import runner
import viva
from answers import golden, line, records_of, verdicts


LIES = re.findall(r"^def lie_(\w+)", (here / "lying_worker.py").read_text(), re.MULTILINE)
ABOUT_BOB = ("another_candidate", "another_question", "name_only_begins_alike", "the_end_when_bob_is_there")
ALONE_NOT_SEEN = ("two_records_change_places", "the_same_record_for_all")  # of one record there is only one order
WRONG = "the script worker answered something else than one record for each answer, and was stopped"
ENDED = "the script worker has ended (exit status 0)"


class Lies(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        for program, name in (("viva", "viva"), ("viva-worker", "honest-worker")):
            shutil.copy(viva.build / program, self.person.home / name)
        shutil.copy(here / "lying_worker.py", self.person.home / "viva-worker")
        (self.person.home / "viva-worker").chmod(0o755)
        self.pack = self.person.home / "golden"
        shutil.copytree(golden / "pack" / "questions", self.pack / "questions")
        self.person.home.chmod(0o755)
        names = ["ann", "bob", "cat"]
        self.person.write("a.jsonl", "".join(line("ac"[i % 2], candidate=name) + "\n" for i, name in enumerate(names)))
        self.person.write("odd.jsonl", '{"answer": "c", "question": "golden.choice", "note": {"candidate": "eve"}, "candidate": "b\\u006fb"}\n\n{"candidate": 7, "question": "golden.choice", "answer": "a"}\n'
                          'nonsense\n{"candidate": "\\"x\\"\\u4e2d", "question": "golden.none", "answer": [{"candidate": "y"}]}\n{"candidate": "z", "candidate": "y", "question": "golden.choice", "answer": 1}\n')
        self.honest = self.person.run(["--pack", self.pack, "grade", "a.jsonl"])
        self.assertEqual(self.honest.code, 0, self.honest.err)

    def grade(self, lie, file="a.jsonl"):
        self.person.write("lie", lie)
        command = [str(self.person.home / "viva"), "--pack", str(self.pack), "grade", file]
        done = subprocess.run(viva.as_nobody(command) if self.person.is_nobody else command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.person.env, cwd=self.person.home, timeout=60)
        return viva.Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def test_about_all_answers_leave_all_ungraded(self):
        for lie in LIES:
            if lie in ABOUT_BOB + ALONE_NOT_SEEN:
                continue
            with self.subTest(lie):
                done = self.grade(lie)
                records = records_of(done.out)
                self.assertEqual([(record["candidate"], record["verdict"], record["problem"]) for record in records], [(name, "ungraded", WRONG) for name in ("ann", "bob", "cat")])
                self.assertEqual((done.code, done.err), (1, ""))

    def test_about_one_answer_leave_it_ungraded_and_the_others_as_they_are(self):
        honest = self.honest.out.splitlines()
        for lie in ABOUT_BOB:
            with self.subTest(lie):
                lines = self.grade(lie).out.splitlines()
                self.assertEqual(lines[:1] + lines[2:], honest[:1] + honest[2:])
                record = json.loads(lines[1])
                self.assertEqual((record["candidate"], record["verdict"], record["problem"]), ("bob", "ungraded", ENDED if "end" in lie else WRONG))

    def test_about_the_order_end_where_there_is_none(self):
        for lie in ALONE_NOT_SEEN:
            with self.subTest(lie):
                self.assertEqual(self.grade(lie).out, self.honest.out)

    def test_are_told_from_lines_that_are_odd(self):
        honest = self.person.run(["--pack", self.pack, "grade", "odd.jsonl"])
        self.assertEqual(verdicts(honest.out), ["correct", "incorrect", "invalid", "invalid", "invalid"])
        self.assertEqual([record["candidate"] for record in records_of(honest.out)], ["bob", "7", "", '"x"中', "z"])
        lines = self.grade("name-only-begins-alike", "odd.jsonl").out.splitlines()
        self.assertEqual(lines[1:], honest.out.splitlines()[1:])
        self.assertEqual((json.loads(lines[0])["verdict"], json.loads(lines[0])["candidate"]), ("ungraded", "bob"))


if __name__ == "__main__":
    runner.main(time_limit=300)
