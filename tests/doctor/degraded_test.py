#!/usr/bin/python3
"""--allow-degraded on a machine that does not let viva set limits: what goes on says so."""

import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402

forbid = (pathlib.Path(__file__).resolve().parents[1] / "support" / "forbid.py").read_text(encoding="utf-8")
answers = '{"candidate": "ann", "question": "http.get-post-caching", "answer": "c"}\n{"candidate": "bo", "question": "http.none", "answer": "c"}\nnonsense\n'
told = "viva: Scripts run without these guarantees, as --allow-degraded accepts: bounded-memory. Every record says so.\n"

not_with_sanitizers = "layers are forbidden that the sanitizers need something of"


class Degraded(unittest.TestCase):
    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        self.person.write("answers.jsonl", answers)

    def run_without_limits(self, *arguments, input=""):
        command = ["/usr/bin/python3", "-c", forbid, "prlimit64"] + self.person.command(arguments)
        done = subprocess.run(command, input=input, capture_output=True, env=self.person.env, cwd=self.person.home, timeout=60, encoding="utf-8")
        return viva.Done(done.returncode, done.stdout, done.stderr)

    def test_nothing_runs_unless_it_is_accepted(self):
        for accepted in ([], ["--allow-degraded=no-files"]):
            done = self.run_without_limits("grade", "answers.jsonl", *accepted)
            self.assertEqual(done, (2, "", "viva: scripts cannot be kept from using up the memory (bounded-memory): this kernel or container allows none of limits. "
                                           "Allow one of them, or go on at your own risk with --allow-degraded=bounded-memory\n"))

    def test_a_batch_and_each_of_its_records_say_so(self):
        done = self.run_without_limits("grade", "answers.jsonl", "--allow-degraded=bounded-memory")
        self.assertEqual((done.code, done.err), (1, told))
        records = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([record["verdict"] for record in records], ["correct", "invalid", "invalid"])
        self.assertEqual([record["degraded"] for record in records], [["bounded-memory"]] * 3)
        again = self.run_without_limits("grade", "answers.jsonl", "--allow-degraded=bounded-memory", "--jobs", "1", "--frame-lines", "1")
        self.assertEqual(again.out, done.out)

    def test_what_is_accepted_without_need_is_not_told(self):
        done = self.person.run(["grade", "answers.jsonl", "--allow-degraded=bounded-memory"])
        self.assertEqual(done.err, "")
        self.assertNotIn("degraded", done.out)

    def test_a_session_says_so_and_keeps_it(self):
        done = self.run_without_limits("--allow-degraded=bounded-memory", input=".round drill area=http questions=1 seed=1\n.skip\n")
        self.assertIn("accepts:bounded-memory.Everyrecordsaysso.", "".join(done.out.split()))
        kept = subprocess.run(["/usr/bin/python3", "-c", "import sqlite3; print(sqlite3.connect('data/viva/sessions.sqlite').execute("
                               "'SELECT record FROM attempt').fetchone()[0])"], cwd=self.person.home, capture_output=True, encoding="utf-8")
        self.assertEqual(json.loads(kept.stdout)["degraded"], ["bounded-memory"])


if __name__ == "__main__":
    runner.main(time_limit=60)
