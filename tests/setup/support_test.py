#!/usr/bin/env python3
"""What the other tests lean on: the runner, the private person, the terminal."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import screen
import suites
import viva

EXAMPLE = """#!/usr/bin/env python3
import sys, time, unittest
sys.path.insert(0, %r)
import runner

class First(unittest.TestCase):
    def test_good(self):
        print("not shown")
    def test_bad(self):
        print("shown with the fault")
        self.assertEqual(1 + 1, 3)
    def test_parts(self):
        for part in (1, 2):
            with self.subTest(part=part):
                self.assertEqual(part, 1)
    @unittest.skip("no such machine")
    def test_elsewhere(self):
        pass

class Second(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("nothing to stand on")
    def test_it(self):
        pass

class Third(unittest.TestCase):
    def test_a_hang(self):
        try:
            time.sleep(60)
        except Exception:
            pass
    def test_later(self):
        pass

if __name__ == "__main__":
    runner.main(time_limit=1)
""" % str(viva.top / "tests" / "support")


class Runner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "example" / "example_test.py"
        self.file.parent.mkdir()
        self.file.write_text(EXAMPLE)

    def results(self, wanted=""):
        suite = suites.ScriptTests(self.file)
        return {name: (outcome, text) for outcome, name, _, text in suite.run(suite.selected(wanted))}

    def test_every_test_has_one_result(self):
        results = self.results()
        self.assertEqual({name: outcome for name, (outcome, _) in results.items()}, {
            "First.good": "ok", "First.bad": "FAIL", "First.parts": "FAIL", "First.elsewhere": "skip", "Second.it": "FAIL", "Third.a_hang": "FAIL",
            "Third.later": "FAIL"})
        self.assertIn("AssertionError: 2 != 3", results["First.bad"][1])
        self.assertIn("shown with the fault", results["First.bad"][1])
        self.assertIn("(part=2)", results["First.parts"][1])
        self.assertEqual(results["First.elsewhere"][1], "no such machine")
        self.assertIn("nothing to stand on", results["Second.it"][1])
        self.assertIn("the file took longer than its 1 s", results["Third.a_hang"][1])
        self.assertIn("not run: an earlier test took all of the file's time", results["Third.later"][1])

    def test_a_filter_chooses_by_suite_and_name(self):
        self.assertEqual(list(self.results("First.g")), ["First.good"])
        self.assertEqual(len(self.results("example/")), 7)
        self.assertEqual(self.results("elsewhere and nowhere"), {})

    def test_by_itself_it_prints_a_line_for_each(self):
        done = subprocess.run(["/usr/bin/python3", str(self.file), "good"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"\Aok   First\.good \d+\.\d\d s\n\Z")

    def test_a_file_that_dies_has_failed(self):
        self.file.write_text(EXAMPLE.replace('print("not shown")', "import os; os._exit(0)"))
        self.assertIn("FAIL", {outcome for outcome, _ in self.results("First").values()})
        self.file.write_text("this is not Python")
        self.assertEqual([outcome for outcome, _ in self.results().values()], ["FAIL"])

    def test_a_unit_program_that_dies_has_failed(self):
        self.file.write_text('#!/bin/sh\ncase "$1" in --list*) echo "one, two"; echo three;; *) kill -SEGV $$;; esac\n')
        self.file.chmod(0o755)
        suite = suites.UnitTests("unit", [str(self.file)])
        outcome, name, _, text = suite.run(suite.selected(""))[0]
        self.assertEqual((outcome, name), ("FAIL", "one, two"))
        self.assertIn("the program ended with status -11 before it had told of 2 tests", text)


class Person(unittest.TestCase):
    def test_has_a_home_and_little_else(self):
        with viva.Person(env={"EXTRA": "1"}) as person:
            person.programs = pathlib.Path("/usr/bin")
            names = {line.split("=")[0] for line in person.run(program="env").out.splitlines()}
            self.assertLessEqual({"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PATH", "LANG", "VIVA_HOME", "EXTRA"}, names)
            self.assertNotIn("USER", names)
            self.assertNotIn("SSH_AUTH_SOCK", names)
            self.assertEqual(person.run(program="pwd").out.strip(), str(person.home))

    def test_is_never_root_unless_asked(self):
        with viva.Person() as person:
            person.programs = pathlib.Path("/usr/bin")
            self.assertNotEqual(person.run(["-u"], program="id").out.strip(), "0")
            path = person.write("a/b/file", "text")
            self.assertEqual(person.run([path], program="cat").out, "text")
            self.assertEqual(person.run(["-c", "echo more >>%s; touch a/b/c" % path], program="sh").err, "")
        self.assertFalse(person.home.exists())

    def test_may_be_root(self):
        with viva.Person(root=True) as person:
            person.programs = pathlib.Path("/usr/bin")
            self.assertEqual(person.run(["-u"], program="id").out.strip(), "0")


class Screen(unittest.TestCase):
    def test_shows_what_a_person_sees(self):
        script = "stty -echo; echo 你好; read line; printf '\\033[31m<%s>\\033[0m\\n' \"$line\"; stty size; exit 3"
        with screen.Screen(["/bin/sh", "-c", script], dict(os.environ), columns=40, rows=10) as terminal:
            terminal.wait("你好")
            terminal.type("-a; C-c 中文")
            terminal.press("Enter")
            terminal.wait("10 40")
            self.assertEqual(terminal.lines(), ["你好", "<-a; C-c 中文>", "10 40"])
            self.assertIn("\033[31m<", terminal.coloured())
            self.assertEqual(terminal.exit_status(), 3)

    def test_says_what_was_there_instead(self):
        with screen.Screen(["/bin/echo", "something else"], dict(os.environ)) as terminal:
            terminal.exit_status()
            with self.assertRaisesRegex(AssertionError, "not seen in 0 s: 'lua> '. The screen:\nsomething else"):
                terminal.wait("lua> ", seconds=0)


if __name__ == "__main__":
    runner.main(time_limit=60)
