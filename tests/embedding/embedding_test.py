#!/usr/bin/python3
"""viva installed into a folder, found by another CMake project with find_package(viva), and used there."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402

not_with_sanitizers = "it builds a program of its own"


class Embedding(unittest.TestCase):
    def test_another_project_finds_and_uses_it(self):
        with tempfile.TemporaryDirectory(prefix="viva-embedding-") as folder:
            folder = pathlib.Path(folder)
            clean = {name: value for name, value in os.environ.items() if not name.startswith("VIVA_")}

            def run(*command):
                done = subprocess.run(command, capture_output=True, text=True, env=clean)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                return done.stdout

            run("cmake", "--install", str(viva.build), "--prefix", str(folder / "viva"))
            self.assertTrue((folder / "viva/libexec/viva/viva-worker").exists())
            run("cmake", "-G", "Ninja", "-S", str(pathlib.Path(__file__).parent), "-B", str(folder / "build"), "-DCMAKE_BUILD_TYPE=Debug",
                "-DCMAKE_PREFIX_PATH=" + str(folder / "viva"))
            run("cmake", "--build", str(folder / "build"))
            clean["PATH"] = "/usr/bin:/bin"
            clean["VIVA_HOME"] = str(folder / "viva/share/viva")
            # Installed as a whole: the program that embeds it lies in the same bin folder as viva.
            program = folder / "viva/bin/embedding"
            program.write_bytes((folder / "build/embedding").read_bytes())
            program.chmod(0o755)
            self.assertEqual(run(str(program), "http.get-post-caching", "c"), "correct 1\n")
            self.assertEqual(run(str(program), "http.get-post-caching", "a"), "incorrect 0\n")


if __name__ == "__main__":
    runner.main(time_limit=300)
