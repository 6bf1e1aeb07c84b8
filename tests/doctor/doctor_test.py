#!/usr/bin/python3
"""viva doctor tries the cage for real, as root and as an ordinary user."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402

guarantees = ["no-files", "no-network", "no-exec", "no-process", "no-signals", "bounded-memory", "no-new-code"]


class Doctor(unittest.TestCase):
    def rows(self, out):
        return {line.split()[0]: line for line in out.splitlines() if line.split() and line.split()[0] in guarantees}

    def check(self, person):
        done = person.run(["doctor"])
        self.assertEqual((done.code, done.err), (0, ""), done.out)
        rows = self.rows(done.out)
        self.assertEqual(list(rows), guarantees)
        for name, row in rows.items():
            self.assertRegex(row, r"^%s +holds +" % name)
        for name in ("no-files", "no-network", "no-exec", "no-process", "no-new-code"):
            self.assertIn("seccomp", rows[name])
        self.assertIn("limits", rows["bounded-memory"])
        self.assertTrue(done.out.endswith("\nall is well\n"), done.out)

    def test_as_an_ordinary_user(self):
        with viva.Person() as person:
            self.check(person)

    def test_as_root(self):
        with viva.Person(root=True) as person:
            self.check(person)

    def test_in_chinese(self):
        with viva.Person() as person:
            done = person.run(["doctor", "--lang", "zh"])
            self.assertEqual(done.code, 0)
            self.assertTrue(re.search(r"^no-files +有效 ", done.out, re.M), done.out)
            self.assertTrue(done.out.endswith("\n一切正常\n"))

    def test_a_store_that_cannot_be_opened_is_named(self):
        with viva.Person() as person:
            person.write("file", "")
            done = person.run(["doctor", "--data", str(person.home / "file")])
            self.assertEqual(done.code, 1)
            self.assertIn("file/viva.db: the session store", done.out)


if __name__ == "__main__":
    runner.main(time_limit=60)
