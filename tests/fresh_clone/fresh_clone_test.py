#!/usr/bin/env python3
"""What a new user does first: clone, start. In a folder whose name has a space and Chinese in it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva

not_with_sanitizers = "it builds anew"


class FreshClone(unittest.TestCase):
    def test_starts(self):
        with tempfile.TemporaryDirectory(prefix="viva-clone-") as folder:
            clone = pathlib.Path(folder) / "新 clone"
            cloned = subprocess.run(["git", "clone", "--quiet", str(viva.top), str(clone)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if cloned.returncode != 0:
                self.skipTest("this folder cannot be cloned: " + cloned.stdout.strip().splitlines()[-1])
            # The compiler's cache is shared with the build under test.
            done = subprocess.run([str(clone / "engine" / "start"), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  text=True, cwd="/", env={**os.environ, "VIVA_HOME": ""})
            self.assertEqual(done.returncode, 0, done.stderr)
            here = subprocess.run([str(viva.build / "viva"), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
            self.assertEqual(done.stdout, here.stdout)
            self.assertEqual(done.stderr, "viva: building; the first time takes some minutes\n")
            # Everything that was made is ignored by git, and nothing at the top but .build is new.
            status = subprocess.run(["git", "-C", str(clone), "status", "--porcelain"], stdout=subprocess.PIPE, text=True, check=True)
            self.assertEqual(status.stdout, "")
            known = subprocess.run(["git", "-C", str(clone), "ls-tree", "--name-only", "HEAD"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
            self.assertEqual({path.name for path in clone.iterdir()} - set(known), {".git", ".build"})


if __name__ == "__main__":
    runner.main(time_limit=900)
