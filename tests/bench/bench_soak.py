#!/usr/bin/env python3
"""The benchmark runs from its first row to its last. What it measures is no matter here: times are never a test."""

import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

not_with_sanitizers = "it builds without them"


class Benchmark(unittest.TestCase):
    @unittest.skipUnless(pathlib.Path("/usr/include/benchmark/benchmark.h").exists(), "libbenchmark-dev is not installed")
    def test_every_row_is_measured(self):
        environment = {name: value for name, value in os.environ.items() if name != "VIVA_BUILD"}
        done = subprocess.run([viva.top / "tests" / "bench" / "run", "--benchmark_repetitions=1", "--benchmark_min_time=0.01"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [line for line in done.stdout.splitlines() if " us " in line or " ms " in line or " /s " in line]
        self.assertGreaterEqual(len(rows), 8, done.stdout)


if __name__ == "__main__":
    runner.main(time_limit=1800)
