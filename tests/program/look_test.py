#!/usr/bin/env python3
"""viva check, list and show on the shipped bank and on the small pack of the transcripts."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

pack = pathlib.Path(__file__).resolve().parents[1] / "transcripts" / "shared" / "pack"


class Look(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)

    def run_with_pack(self, *arguments):
        for file in sorted(pack.rglob("*")):
            if file.is_file():
                self.person.write("pack/" + str(file.relative_to(pack)), file.read_bytes())
        return self.person.run([*arguments, "--pack", "pack"])

    def refused(self, arguments, message):
        done = self.person.run(arguments)
        self.assertEqual((done.code, done.out, done.err), (2, "", message))

    def test_the_shipped_bank_has_no_faults_and_its_schema_is_up_to_date(self):
        done = self.person.run(["check"])
        self.assertEqual((done.code, done.err), (0, ""), done.out)

    def test_a_schema_that_is_not_up_to_date_is_a_fault(self):
        self.person.write("pack/questions/schema.json", "{}")
        done = self.run_with_pack("check")
        self.assertEqual(done.code, 1)
        self.assertTrue(done.out.startswith("pack/questions/schema.json: is not what the question types declare; viva check --write-schema writes it\n"))
        self.assertEqual(self.run_with_pack("check", "--write-schema").out, "pack/questions/schema.json\n")
        self.assertEqual(self.run_with_pack("check").code, 0)

    def test_list(self):
        done = self.run_with_pack("list", "--area", "lab", "--type", "choice")
        self.assertEqual((done.code, done.out), (0, "id        type    level   difficulty  question\n--------  ------  ------  ----------  ---------------------\n"
                                                    "lab.even  choice  junior           1  Which number is even?\n"))

    def test_list_as_json(self):
        done = self.run_with_pack("list", "--area", "lab", "--json")
        self.assertEqual([json.loads(line)["id"] for line in done.out.splitlines()],
                         ["lab." + name for name in ("even", "gc", "handshake", "kib", "loop", "ports", "slow", "structures", "tuple")])

    def test_show(self):
        done = self.run_with_pack("show", "lab.kib", "--lang", "zh")
        self.assertEqual(done.out, "4 KiB 是多少字节？\n\n*输入数值和单位，1,024、2^10 这样的写法都可以。*\n")

    def test_show_with_the_key(self):
        out = self.run_with_pack("show", "lab.kib", "--key").out
        self.assertIn("## Key\n\n    4096 B\n\n## Hints\n\n", out)
        self.assertIn("## Explanation\n\n1 KiB is 1024 bytes.\n", out)

    def test_show_as_json_hides_the_key(self):
        self.assertNotIn("4096", self.run_with_pack("show", "lab.kib", "--json").out)
        self.assertIn("4096", self.run_with_pack("show", "lab.kib", "--json", "--key").out)

    def test_refusals(self):
        self.refused(["show", "redis.one-thraed"], "viva: there is no question 'redis.one-thraed'; did you mean 'redis.one-thread'?\n")
        self.refused(["list", "--area", "reids"], "viva: unknown area 'reids'; did you mean 'redis'?\n")
        self.refused(["--lang", "fr"], "viva: --lang is en or zh, not 'fr'\n")


if __name__ == "__main__":
    runner.main(time_limit=60)
