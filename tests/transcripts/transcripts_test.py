#!/usr/bin/env python3
"""Transcripts: NAME.in is typed into `viva` through a pipe, NAME.out is what must come out, byte for byte.

A first line `#! ARGUMENTS` of NAME.in gives the program's arguments; the files in shared/ and NAME.files/ are
copied to the home folder, which is where viva runs. The bank holds nothing but the pack in shared/, so that no transcript changes when the shipped
one grows. NAME.out ends with the exit status. `transcripts_test.py --update [TEXT]` writes the .out files anew; read the difference
before you keep it.
"""

import pathlib
import re
import shlex
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

here = pathlib.Path(__file__).resolve().parent


def run(name):
    text = (here / (name + ".in")).read_text(encoding="utf-8")
    arguments = []
    if text.startswith("#! "):
        first, text = text.split("\n", 1)
        arguments = shlex.split(first[3:])
    with viva.Person() as person:
        for files in (here / "shared", here / (name + ".files")):
            for file in sorted(files.rglob("*")):
                if file.is_file():
                    person.write(str(file.relative_to(files)), file.read_bytes())
        for file in sorted((person.files / "scripts").rglob("*")):
            if file.is_file():
                person.write("engine/scripts/" + str(file.relative_to(person.files / "scripts")), file.read_bytes())
        person.write("engine/questions/index.json", "{}")
        process = subprocess.run(person.command(arguments), input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                 env={**person.env, "VIVA_HOME": str(person.home / "engine")}, cwd=person.home, timeout=60)
    output = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "2026-01-01 12:00", process.stdout.decode())  # when a session began
    return output + "(exit status %d)\n" % process.returncode


class Transcripts(unittest.TestCase):
    maxDiff = None


def add(name):
    def test(self):
        expected = (here / (name + ".out")).read_text(encoding="utf-8")
        self.assertMultiLineEqual(run(name), expected, "if the new output is right: tests/transcripts/transcripts_test.py --update " + name)
    setattr(Transcripts, "test_" + name.replace("-", "_"), test)


names = sorted(path.stem for path in here.glob("*.in"))
for each in names:
    add(each)

if __name__ == "__main__":
    if sys.argv[1:2] == ["--update"]:
        for each in names:
            if all(word in each for word in sys.argv[2:]):
                (here / (each + ".out")).write_text(run(each), encoding="utf-8")
    else:
        runner.main(time_limit=240)
