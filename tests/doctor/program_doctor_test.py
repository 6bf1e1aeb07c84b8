#!/usr/bin/python3
"""The cage of candidates' programs where this machine lacks something: what viva doctor says, what becomes of runs, and what is written down when a person accepts it."""

import json
import pathlib
import re
import subprocess
import sys
import unittest

here = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(here / "support"), str(here / "cage")]
import programs  # noqa: E402
import runner  # noqa: E402
import viva  # noqa: E402

not_with_sanitizers = "layers are forbidden that the sanitizers need something of"
guarantees = ["program-files", "program-network", "program-others", "program-kernel", "program-memory"]
kept_from = dict(zip(guarantees, ["reading this machine's files", "reaching the network", "reaching other processes", "making every system call there is", "using up the memory"]))


def table():
    """{guarantee: its layers} as the head of sandbox/program_guarantees.h tells them."""
    text = (viva.top / "engine" / "sandbox" / "program_guarantees.h").read_text(encoding="utf-8").split("#pragma once")[0]
    rows = re.findall(r"^//   (program-\S+) +(\S.*)$", text, re.M)
    return {name: re.sub(r" \(.*?\)|;.*", "", layers).split(", ") for name, layers in rows}


def remedy(name):
    layers = table()[name]
    return "candidates' programs cannot be kept from %s (%s): this kernel or container %s, or go on at your own risk with --allow-degraded=%s" % (
        kept_from[name], name, "does not allow %s. Allow it" % layers[0] if len(layers) == 1 else "allows none of %s. Allow one of them" % ", ".join(layers), name)


class ProgramDoctor(unittest.TestCase):
    def doctor(self, without="", root=False, *arguments):
        with viva.Person(root=root) as person:
            tool = person.home / "viva-without"
            tool.write_bytes((viva.build / "tests" / "viva-without").read_bytes())
            tool.chmod(0o755)
            person.home.chmod(0o755)
            command = [str(viva.installation(person.is_nobody)[0] / "viva"), "doctor", *arguments]
            if without:
                command = [str(tool), without] + command
            done = subprocess.run(viva.as_nobody(command) if person.is_nobody else command, capture_output=True, env=person.env, cwd=person.home, timeout=60, encoding="utf-8")
        return viva.Done(done.returncode, done.stdout, done.stderr)

    def rows(self, done):
        """{guarantee: (state, layers)}"""
        found = re.findall(r"^(program-\S+) +(holds|BROKEN) *(.*?) *$", done.out, re.M)
        self.assertEqual([name for name, _, _ in found], guarantees, done)
        return {name: (state, layers.split(", ") if layers else []) for name, state, layers in found}

    def check(self, without, root):
        done = self.doctor(without, root)
        self.assertEqual(done.err, "")
        lacking = set(without.split(",")) | ({"scopes"} if "landlock" in without else set())
        told = " ".join(done.out.split())
        for name, (state, layers) in self.rows(done).items():
            left = [layer for layer in table()[name] if layer not in lacking]
            self.assertEqual((state, [layer for layer in layers if layer in table()[name]]), ("holds" if left else "BROKEN", left), name)
            self.assertEqual("%s does not hold: candidates' programs are not safe to run here, and are not run. It needs one of: %s." % (name, ", ".join(table()[name])) in told, not left)
        self.assertEqual("Namespaces are refused here (unshare: Operation not permitted):" in told, "namespaces" in without)
        self.assertEqual(done.code, 1 if without not in ("", "landlock") else 0)
        # Where programs are not run, their languages are not tried; where there are no namespaces, some do without.
        self.assertEqual("Languages of candidates' programs" in told, "BROKEN" not in done.out.split("What candidates' programs")[1].split("Languages of")[0])
        if without == "namespaces":
            self.assertRegex(done.out, r"(?m)^python +works *$")
            self.assertRegex(done.out, r"(?m)^bash +BROKEN *$")
            self.assertIn("bash does not work: runtime 'bash' needs a work folder or several processes, and so namespaces", told)

    def test_each_layer_holds_what_the_table_says(self):
        for root in (False, True):
            self.check("", root)

    def test_without_each_in_turn(self):
        for without in ("namespaces", "landlock", "seccomp", "limits", "namespaces,landlock", "namespaces,seccomp"):
            self.check(without, root=False)
        self.check("namespaces,landlock", root=True)

    def test_in_chinese(self):
        done = self.doctor("namespaces", False, "--lang", "zh")
        self.assertRegex(done.out, r"(?m)^program-files +有效 +landlock")
        self.assertIn("这里不允许使用命名空间（unshare: Operation not permitted）", done.out)

    def test_programs_do_not_run_unless_it_is_accepted(self):
        hello = programs.python("print('hello')")
        for without, name in (("seccomp", "program-kernel"), ("limits", "program-memory"), ("namespaces,landlock", "program-files")):
            for accepted in ([], ["program-others"]):
                with programs.Cage(without=without, accepted=accepted) as cage:
                    outcome = cage.run(hello)
                    self.assertEqual((outcome["end"], outcome["detail"]), ("engine_error", remedy(name)))
            with programs.Cage(without=without, accepted=[name]) as cage:
                outcome = cage.run(hello)
                self.assertEqual((outcome["end"], outcome["output"]), ("ended", "hello\n"), outcome)
                self.assertEqual(cage.run(programs.python("while True: pass", limits={"cpu": 0.2}))["end"], "time_limit")
                self.assertEqual(cage.run(programs.python("kept = []\nwhile True: kept.append(b'x' * 1000000)", limits={"memory": 64 << 20}))["end"], "memory_limit")

    def grade(self, *accepted, without="limits"):
        with viva.Person() as person:
            tool = person.home / "viva-without"
            tool.write_bytes((viva.build / "tests" / "viva-without").read_bytes())
            tool.chmod(0o755)
            person.home.chmod(0o755)
            source = (viva.top / "questions" / "algorithms" / "bracket-depth" / "reference.py").read_text(encoding="utf-8")
            person.write("answers.jsonl", json.dumps({"candidate": "ann", "question": "algorithms.bracket-depth", "answer": source}) + "\n")
            command = [str(tool), without, str(viva.installation(person.is_nobody)[0] / "viva"), "grade", "answers.jsonl"] + ["--allow-degraded=" + name for name in accepted]
            done = subprocess.run(viva.as_nobody(command) if person.is_nobody else command, capture_output=True, env=person.env, cwd=person.home, timeout=60, encoding="utf-8")
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def test_records_say_what_was_gone_without(self):
        (record,), told = self.grade("bounded-memory")
        self.assertEqual((record["verdict"], record["degraded"]), ("ungraded", ["bounded-memory"]), record)
        self.assertIn(remedy("program-memory"), json.dumps(record, ensure_ascii=False))
        (record,), told = self.grade("bounded-memory", "program-memory")
        self.assertEqual((record["verdict"], record["degraded"]), ("correct", ["bounded-memory", "program-memory"]), record)
        # One of two that are lacking is no reason for the scripts not to run.
        (record,), _ = self.grade("bounded-memory", "program-memory", without="limits,namespaces,landlock")
        self.assertEqual((record["verdict"], record["degraded"]), ("ungraded", ["bounded-memory"]), record)
        self.assertIn(remedy("program-files"), json.dumps(record, ensure_ascii=False))
        self.assertIn("Scripts run without these guarantees, as --allow-degraded accepts: bounded-memory, program-memory. Every record says so.", told)

    def test_a_guarantee_that_does_not_exist(self):
        with viva.Person() as person:
            done = person.run(["list", "--allow-degraded=program-file"])
            self.assertEqual((done.code, done.err), (2, "viva: --allow-degraded: there is no guarantee 'program-file'; did you mean 'program-files'? (viva doctor lists them)\n"))

    def test_without_namespaces_all_hold(self):
        with programs.Cage(without="namespaces") as cage:
            self.assertEqual(cage.run(programs.python("print('hello')"))["output"], "hello\n")
            outcome = cage.run(programs.shell("echo hello"))
            self.assertEqual((outcome["end"], outcome["detail"]), ("engine_error", "runtime 'bash' needs a work folder or several processes, and so namespaces: this kernel or container refuses "
                                                                   "namespaces (unshare: Operation not permitted). Allow user namespaces"))


if __name__ == "__main__":
    runner.main(time_limit=300)
