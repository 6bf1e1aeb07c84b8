#!/usr/bin/env python3
"""viva grade at length: the same bytes in twenty runs, and memory that does not grow with the file."""

import os
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva
from answers import golden, line, write_pack


class Long(unittest.TestCase):
    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        self.pack = self.person.home / "golden"
        for file in sorted((golden / "pack").rglob("*.json")):
            self.person.write(pathlib.Path("golden") / file.relative_to(golden / "pack"), file.read_bytes())

    def test_the_same_bytes_in_twenty_runs(self):
        pack = write_pack(self.person)
        shout = dict(question="own.shout")
        lines = (golden / "answers.jsonl").read_text(encoding="utf-8").splitlines() * 5
        lines += [line("HEY", **shout), line("loop", **shout), line("wreck", **shout), "junk", "", line("c", question="no.such")] * 3
        random.Random(7).shuffle(lines)
        self.person.write("a.jsonl", "\n".join(lines))
        draw = random.Random(8)
        whole = self.person.run(["--pack", self.pack, "--pack", pack, "grade", "a.jsonl", "--jobs", "1"], timeout=120).out
        self.assertEqual(len(whole.splitlines()), len([one for one in lines if one]))
        for run in range(20):
            cut = ["--jobs", draw.choice((1, 2)), "--frame-lines", draw.choice((1, 7, 64, 512, draw.randint(2, 600)))]
            done = self.person.run(["--pack", self.pack, "--pack", pack, "grade", "a.jsonl", *cut], timeout=120)
            self.assertEqual(done.out, whole, (run, cut))

    def peak(self, count):
        """Most memory in KiB that viva itself held while it graded so many answers."""
        name = "%d.jsonl" % count
        with open(self.person.home / name, "w", encoding="utf-8") as file:
            for i in range(count):
                file.write(line("c" if i % 3 else "a", candidate="candidate %d" % i, seconds=i % 90) + "\n")
        self.person.give(self.person.home / name)
        process = self.person.command(["--pack", self.pack, "grade", name, "--out", "out.jsonl", "--jobs", "2"])
        pid = os.posix_spawn(process[0], process, {**self.person.env, "HOME": str(self.person.home)}, file_actions=[])
        _, status, usage = os.wait4(pid, 0)
        self.assertEqual(status, 0)
        return usage.ru_maxrss

    def test_memory_does_not_grow_with_the_file(self):
        os.chdir(self.person.home)
        small, large = self.peak(20_000), self.peak(200_000)
        self.assertLess(large, small + 8 * 1024, "peak was %d KiB for 20,000 answers and %d KiB for 200,000" % (small, large))


if __name__ == "__main__":
    runner.main(time_limit=1200)
