#!/usr/bin/python3
"""A file of answers that are programs, right, wrong, crashing, endless and hostile, through `viva grade`: the verdicts, whatever the number of jobs."""

import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva

depth = "algorithms.bracket-depth"
files = {depth: "py", "algorithms.merge-logs-blank-line": "py", "python-core.log-calls": "py", "database.second-total": "sql", "linux.redirect-order": "sh",
         "redis.leaderboard-top": "redis"}


def side_file(id, name):
    area, slug = id.split(".")
    return (viva.top / "questions" / area / slug / (name + "." + files[id])).read_text(encoding="utf-8")


# name: question, answer, verdict, credit; a pattern that the notes must match
answers = {
    "fork bomb": (depth, "import os\nwhile True: os.fork()\ndef max_depth(s): return 1\n", "incorrect", 0, "too many processes"),
    "reads keys": (depth, "def max_depth(s):\n    return open('/etc/shadow').read()\n", "incorrect", 0, "PermissionError|FileNotFoundError"),
    "network": (depth, "import socket\ndef max_depth(s): return socket.socket().connect(('127.0.0.1', 80))\n", "incorrect", 0, "forbidden call: socket"),
    "endless": (depth, "def max_depth(s):\n    while True: pass\n", "incorrect", 0, "too slow"),
    "memory": (depth, "def max_depth(s):\n    return len(bytearray(1 << 33))\n", "incorrect", 0, "too much memory"),
    "flood": (depth, "def max_depth(s):\n    while True: print('x' * 1000)\n", "incorrect", 0, "too much output"),
    "kills": (depth, "import os\ndef max_depth(s): os.kill(os.getpid(), 9)\n", "incorrect", 0, "wrong answer"),
    "leaves": (depth, "import os\nos._exit(0)\n", "incorrect", 0, "runtime error"),
    "equal to all": (depth, "class T(int):\n    __eq__ = lambda a, b: True\ndef max_depth(s): return T(99)\n", "incorrect", 0, "got +99"),
    "crash": (depth, "def max_depth(s):\n    return s.depth\n", "incorrect", 0, "AttributeError: 'str' object has no attribute 'depth'"),
    "no function": (depth, "x = 1\n", "incorrect", 0, "the answer defines no 'max_depth'"),
    "no text": (depth, 5, "invalid", 0, ""),
    "sql endless": ("database.second-total", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "incorrect", 0, "too slow"),
    "sql attach": ("database.second-total", "ATTACH '/tmp/x' AS x", "incorrect", 0, "does something that is not allowed"),
    "sql drop": ("database.second-total", "DROP TABLE scores", "incorrect", 0, "no rows"),
    "sql misspelled": ("database.second-total", "SELEC name FROM scores", "incorrect", 0, 'near "SELEC": syntax error'),
    "shell sleeps": ("linux.redirect-order", "sleep 1000", "incorrect", 0, "waits for ever"),
    "shell fork bomb": ("linux.redirect-order", "f() { f | f & }; f; wait", "incorrect", 0, ""),
    "redis refused": ("redis.leaderboard-top", "CONFIG SET dir /\n", "incorrect", 0, "CONFIG is not allowed here"),
}
for id in files:
    answers["right " + id] = (id, side_file(id, "reference"), "correct", 1, "")
    answers["also right " + id] = (id, side_file(id, "reference") + "\n\n", "correct", 1, "")


class Programs(unittest.TestCase):
    maxDiff = None

    def grade(self, names, jobs):
        lines = [json.dumps({"candidate": name, "question": answers[name][0], "answer": answers[name][1]}) + "\n" for name in names]
        with viva.Person() as person:
            person.write("answers.jsonl", "".join(lines))
            return person.run(["grade", "answers.jsonl", "--jobs", str(jobs)]).out

    def test_the_verdict_of_each(self):
        records = [json.loads(line) for line in self.grade(list(answers), 2).splitlines()]
        self.assertEqual(len(records), len(answers))
        for record in records:
            _, _, verdict, credit, words = answers[record["candidate"]]
            with self.subTest(record["candidate"]):
                if record["candidate"] == "shell fork bomb":  # which of its processes comes first is nobody's guess
                    self.assertLess(record["credit"], 1)
                    continue
                self.assertEqual((record["verdict"], record["credit"]), (verdict, credit), record)
                notes = json.dumps([part["note"] for part in record["parts"]], ensure_ascii=False).replace('\\"', '"')
                self.assertTrue(re.search(words, notes), notes)

    def test_the_same_bytes_whatever_the_jobs(self):
        slow = ("endless", "flood", "sql endless", "shell sleeps", "shell fork bomb")
        names = [name for name in answers if name not in slow]
        self.assertEqual(self.grade(names * 2, 1), self.grade(names * 2, 2))


if __name__ == "__main__":
    runner.main(time_limit=200)
