#!/usr/bin/env python3
"""What viva check warns about in the shipped bank becomes less, never more."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

most = 0  # viva check --strict says the same; a warning of a new question is mended before it lands


class Warnings(unittest.TestCase):
    def test_they_do_not_become_more(self):
        with viva.Person() as person:
            done = person.run(["check", "--quick"])
        warnings = [line for line in done.out.splitlines() if " warning: " in line]
        print("warnings: %d" % len(warnings))
        self.assertIn("\nwarnings ", done.out, done.err)
        self.assertLessEqual(len(warnings), most, "\n".join(warnings))


if __name__ == "__main__":
    runner.main(time_limit=120)
