#!/usr/bin/python3
"""Scripts and workers that mean harm: what comes of each is README.md, to the letter, for root and for an ordinary user.

`tests/attacks/attacks_test.py --write` writes the page anew, after a change that is meant.
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "support"))
import runner
import viva

page = here / "README.md"

HEAD = """# Attacks against scripts and their workers, and what came of them

This page is written by `tests/attacks/attacks_test.py --write` and compared by the tests, as root and as an ordinary user. The attacks are in the files that
the headings name; `attacks.cc` says what the kinds mean. *ungraded*: this answer has no grade, and the one before and the one after it have theirs. *refused*: the
script is not loaded, or the worker not used, with this message. *stopped*: the round ended with it. *lost*: the worker was killed. After each attack an innocent script
beside it gives the same record as alone; the row says BROKEN where it does not.

Not here, because it takes ten seconds: a loop that puts the same text of many megabytes together again and again does little that is counted and is ended by
the clock (the answer is *ungraded*, and a batch goes on in a fresh worker).
"""


class Installed:
    """The program and the attacks, where an ordinary user reaches them."""

    def __init__(self, person):
        self.folder = person.home / "attacks"
        self.folder.mkdir()
        for program in (viva.build / "tests" / "viva-attacks", viva.build / "viva-worker"):
            self.put(program, 0o755)
        for file in here.glob("*.lua"):
            self.put(file, 0o644)
        self.put(here / "fake_worker.py", 0o755)
        self.folder.chmod(0o755)
        person.home.chmod(0o755)

    def put(self, file, mode):
        copy = self.folder / file.name
        copy.write_bytes(file.read_bytes())
        copy.chmod(mode)


def observed(root):
    with viva.Person(root=root) as person:
        installed = Installed(person)
        command = [str(installed.folder / "viva-attacks"), str(installed.folder)]
        done = subprocess.run(viva.as_nobody(command) if person.is_nobody else command, stdout=subprocess.PIPE, env=person.env, timeout=300)
        # Which allocation or call is the one too many, and so at which line, is chance that depends on the build.
        text = re.sub(r"(?:attack\.lua(?::\d+)?: )?not enough memory(?:: a script may use 128 MiB)?", "not enough memory", done.stdout.decode())
        return HEAD + re.sub(r"attack\.lua(?::\d+)?: stack overflow(?:: calls are nested too deeply)?", "stack overflow", text)


class Attacks(unittest.TestCase):
    maxDiff = None

    def compare(self, root):
        text = observed(root)
        self.assertEqual([row for row in text.splitlines() if "| BROKEN |" in row], [])
        told, written = text.splitlines(), page.read_text(encoding="utf-8").splitlines()
        for at, (now, then) in enumerate(zip(told, written), 1):
            self.assertEqual(now, then, "line %d of tests/attacks/README.md; if the change is meant: tests/attacks/attacks_test.py --write" % at)
        self.assertEqual(len(told), len(written))

    def test_as_an_ordinary_user(self):
        self.compare(root=False)

    def test_as_root(self):
        self.compare(root=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        page.write_text(observed(root=os.geteuid() == 0), encoding="utf-8")
    else:
        runner.main(time_limit=600)
