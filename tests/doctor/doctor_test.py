#!/usr/bin/python3
"""viva doctor tries the cage for real, as root and as an ordinary user."""

import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402

guarantees = ["no-files", "no-network", "no-exec", "no-process", "no-signals", "bounded-memory", "no-new-code"]

not_with_sanitizers = "layers are tried one by one, some of which the sanitizers need something of"


def may_unshare(person):
    command = ["/usr/bin/unshare", "--net", "true"] if not person.is_nobody else viva.as_nobody(["/usr/bin/unshare", "--user", "--net", "true"])
    return subprocess.run(command, capture_output=True).returncode == 0


class Doctor(unittest.TestCase):
    def rows(self, out):
        return {line.split()[0]: line for line in out.splitlines() if line.split() and line.split()[0] in guarantees}

    def table_of_the_cage(self):
        """{guarantee: its layers} as the head of sandbox/cage.h tells them."""
        text = (viva.top / "engine" / "sandbox" / "cage.h").read_text(encoding="utf-8")
        table = {}
        for name, layers in re.findall(r"^//   (\S+) +(\S.*)$", text.split("#pragma once")[0], re.M)[1:]:
            table[name] = set(re.sub(r" \(.*?\)|;.*", "", layers).split(", "))
        return table

    def check(self, person, elsewhere):
        done = person.run(["doctor"])
        self.assertEqual((done.code, done.err), (0 if may_unshare(person) else 1, ""), done.out)
        rows = self.rows(done.out)
        self.assertEqual(list(rows), guarantees)
        for name, row in rows.items():
            self.assertRegex(row, r"^%s +holds +" % name)
        version = int(re.search(r"Landlock version +(\d+)", done.out)[1])
        elsewhere = elsewhere | ({"scopes"} if version < 6 else set()) | ({"landlock"} if version < 1 else set())
        table = self.table_of_the_cage()
        self.assertEqual(list(table), guarantees)
        for name, row in rows.items():
            held = set(re.sub(r"^\S+ +holds +", "", row).strip().split(", "))
            expected = table[name] - elsewhere
            if name == "no-network" and not may_unshare(person):
                expected.discard("namespaces")
            self.assertEqual(held, expected, name)
        self.assertTrue(done.out.endswith("\nall is well\n") or not may_unshare(person), done.out)

    def test_as_an_ordinary_user(self):
        with viva.Person() as person:
            self.check(person, {"user"})  # has no other to become

    def test_as_root(self):
        with viva.Person(root=True) as person:
            self.check(person, {"process-limit"})

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
            self.assertIn("file/sessions.sqlite: the session store cannot be opened", " ".join(done.out.split()))


if __name__ == "__main__":
    runner.main(time_limit=60)
