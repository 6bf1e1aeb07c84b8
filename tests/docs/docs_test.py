#!/usr/bin/python3
"""Every fenced block of the READMEs is true.

A block whose info string names a file (```lua mypack/scripts/x.lua) is written to that file; a `console` block runs its `$` lines in the same
folder and compares what they print, errors included, to the letter. Blocks of one README share a folder. A Lua block without a file name must be accepted
by the script host, a JSON block without one must be JSON.

    tests/docs/docs_test.py --update    writes what the commands print into the READMEs
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402
import worker  # noqa: E402

readmes = ["README.md", "engine/README.md", "scripts/README.md", "questions/README.md"]
fence = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


class Folder:
    """Where the blocks of one README live: the home folder of a person who has `viva` on the path."""

    def __init__(self):
        self.person = viva.Person()

    def write(self, name, text):
        self.person.write(name, text)

    def run(self, line):
        command = ["/bin/bash", "-c", "exec 2>&1; " + line]
        env = {**self.person.env, "PATH": str(self.person.programs) + ":" + self.person.env["PATH"]}
        done = subprocess.run(viva.as_nobody(command) if self.person.is_nobody else command, stdout=subprocess.PIPE, env=env, cwd=self.person.home, timeout=60)
        return done.stdout.decode()

    def console(self, block):
        """The block with what its commands really print."""
        out = []
        for line in block.splitlines():
            if line.startswith("$ "):
                out += [line] + self.run(line[2:]).splitlines()
        return "\n".join(out) + "\n"


def checked(name, update=False):
    """Walks through the README; yields (what, expected, found) for every block, and returns the updated text."""
    path = viva.top / name
    folder = Folder()
    results = []

    def replace(match):
        language, file, text = match.groups()
        if language == "console":
            found = folder.console(text)
            results.append((text, found))
            return match.group(0).replace(text, found) if update else match.group(0)
        if file:
            folder.write(file, text)
        elif language == "json":
            json.loads(text)
        elif language == "lua":
            files = [f for f in worker.script_files(viva.top / "scripts")] + [{"file": "block.lua", "text": text, "origin": "shipped"}]
            scripts = worker.Scripts(files)
            results.append(("", "".join(problem["message"] for problem in scripts.problems)))
            scripts.close()
        return match.group(0)

    text = path.read_text(encoding="utf-8")
    changed = fence.sub(replace, text)
    if update and changed != text:
        path.write_text(changed, encoding="utf-8")
    return results


class Readme(unittest.TestCase):
    maxDiff = None

    def check(self, name):
        for expected, found in checked(name):
            self.assertEqual(found, expected)

    def test_for_users(self):
        self.check("README.md")

    def test_for_engineers(self):
        self.check("engine/README.md")

    def test_for_script_authors(self):
        self.check("scripts/README.md")

    def test_for_writers_of_questions(self):
        self.check("questions/README.md")


if __name__ == "__main__":
    if "--update" in sys.argv:
        for readme in readmes:
            checked(readme, update=True)
    else:
        runner.main(time_limit=120)
