#!/usr/bin/env python3
"""Sample programs get their verdicts on machines three times as slow or as fast as this one: no time limit of a question is a near thing."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

PROGRAMS = {"code", "find-the-bug", "sql", "shell", "redis"}
USUAL = 2  # seconds, where a question says nothing


def questions_in(value):
    """Every question of a file, those inside others too."""
    if isinstance(value, dict):
        if "type" in value and "prompt" in value:
            yield value
        for item in value.values():
            yield from questions_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from questions_in(item)


def scale_limits(folder, factor):
    """How many limits were scaled. Growth is left alone: it is judged by how times rise, and its own tests vary them."""
    scaled = 0
    for file in folder.glob("*/*.json"):
        content = json.loads(file.read_text())
        programs = [q for q in questions_in(content) if q["type"] in PROGRAMS and not any("growth" in case for case in q.get("cases", []))]
        for question in programs:
            limits = question.setdefault("limits", {})
            limits["seconds"] = limits.get("seconds", USUAL) * factor
        if programs:
            file.write_text(json.dumps(content, ensure_ascii=False, indent=2))
            scaled += len(programs)
    return scaled


class TimeMargins(unittest.TestCase):
    maxDiff = None

    def check_with_limits_times(self, factor):
        with viva.Person() as person:
            home = person.home / "viva"
            for folder in ("scripts", "questions"):
                shutil.copytree(person.files / folder, home / folder)
            for script in (home / "scripts").rglob("*.lua"):
                script.write_text(script.read_text().replace("number 0.1..10?", "number 0.01..100?"))
            self.assertGreater(scale_limits(home / "questions", factor), 150)
            person.env["VIVA_HOME"] = str(home)
            subprocess.run(["chmod", "-R", "a+rwX", str(home)], check=True)
            self.assertEqual(person.run(["check", "--write-schema"]).code, 0)
            done = person.run(["check"], timeout=1800)
            self.assertEqual((done.code, done.err), (0, ""), done.out)

    def test_a_machine_three_times_as_fast(self):
        self.check_with_limits_times(3)

    def test_a_machine_three_times_as_slow(self):
        self.check_with_limits_times(1 / 3)


if __name__ == "__main__":
    runner.main(time_limit=1900)
