#!/usr/bin/python3
"""Random mutations of good inputs, the same ones each time, a second or two for each reader. fuzz_soak.py goes on for minutes, with others."""

import unittest

import fuzzing
import runner

# How many runs are some two seconds' worth. With sanitizers they may take longer: then it is time that ends them.
RUNS = {"frame": 1000000, "answer-line": 150000, "json": 60000, "pattern": 200000, "markdown": 2500, "bank": 8000, "messages": 400, "scripts": 1500, "typed": 10000}


class Fuzz(unittest.TestCase):
    def test_every_target_has_its_runs(self):
        self.assertEqual(sorted(RUNS), sorted(fuzzing.TARGETS))


for name in fuzzing.TARGETS:
    setattr(Fuzz, "test_" + name.replace("-", "_"), lambda self, name=name: self.assertGreater(fuzzing.fuzz(name, 1, RUNS[name], 5), 0))

if __name__ == "__main__":
    runner.main(time_limit=180)
