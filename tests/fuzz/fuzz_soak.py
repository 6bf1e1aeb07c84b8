#!/usr/bin/python3
"""Random mutations, two minutes for each reader, from a seed that is new each time; VIVA_FUZZ_SEED takes one again."""

import os
import random
import unittest

import fuzzing
import runner

SECONDS = 120


class Fuzz(unittest.TestCase):
    pass


def test_of(name):
    def test(self):
        seed = int(os.environ.get("VIVA_FUZZ_SEED") or random.randrange(1 << 32))
        try:
            fuzzing.fuzz(name, seed, 1 << 40, SECONDS)
        except AssertionError as fault:
            self.fail("seed %d: %s" % (seed, fault))

    return test


for name in fuzzing.TARGETS:
    setattr(Fuzz, "test_" + name.replace("-", "_"), test_of(name))

if __name__ == "__main__":
    runner.main(time_limit=len(fuzzing.TARGETS) * (SECONDS + 60))
