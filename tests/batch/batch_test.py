#!/usr/bin/env python3
"""viva grade: files of answers in, records out."""

import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import time
import tty
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / name) for name in ("support", "data/golden")]
import regenerate
import runner
import viva
from answers import golden, line, problems, records_of, verdicts, write_pack


class Batch(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        self.pack = self.person.home / "golden"
        for file in sorted((golden / "pack").rglob("*.json")):
            self.person.write(pathlib.Path("golden") / file.relative_to(golden / "pack"), file.read_bytes())

    def grade(self, *arguments, pack=True, **how):
        return self.person.run((["--pack", self.pack] if pack else []) + ["grade", *arguments], **how)

    def answers(self, *lines, name="a.jsonl", end="\n"):
        self.person.write(name, "".join(one + end for one in lines))
        return name


class Records(Batch):
    def test_of_the_golden_corpus(self):
        self.person.write("answers.jsonl", (golden / "answers.jsonl").read_bytes())
        done = self.grade("answers.jsonl")
        self.assertEqual(done.err, "")
        expected = (golden / "records.jsonl").read_text(encoding="utf-8").splitlines()
        advice = "grades of the golden corpus changed: raise grading_revision or mend (tests/data/golden/README.md)"
        for was, now in zip(expected, regenerate.without_versions(done.out).splitlines()):
            self.assertEqual(now, was, advice)
        self.assertEqual(len(done.out.splitlines()), len(expected), advice)

    def test_in_full(self):
        done = self.grade("-", input=line("c", seconds=12.5, hints=1) + "\n")
        versions = records_of(done.out)[0]["versions"]
        for name in ("question", "type", "rule"):
            self.assertRegex(versions[name], "^[0-9a-f]{16}$")
        self.assertRegex(versions["engine"], r"^\d+-icu[\d.]+$")
        text = re.sub(r'"versions":\{.*?\}', '"versions":{}', done.out)
        self.assertEqual(text, '{"candidate":"ann","question":"golden.choice","response":["c"],"credit":1,"points":1,"max":1,"verdict":"correct","parts":[{"id":"c","credit":1,'
                               '"weight":1,"note":"`old` and `new`"}],"review":false,"seconds":12.5,"hints":1,"rule":"plain","variant":null,"versions":{}}\n')
        self.assertEqual((done.code, done.err), (0, ""))

    def test_speak_the_language_asked_for_whatever_the_locale(self):
        self.answers(line("c"))
        chinese = self.grade("a.jsonl", "--lang", "zh").out
        self.assertIn("`old` 和 `new`", chinese)
        self.assertEqual(self.grade("a.jsonl", env={"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"}).out, self.grade("a.jsonl").out)

    def test_are_the_same_bytes_for_any_cut(self):
        self.person.write("answers.jsonl", (golden / "answers.jsonl").read_bytes() * 3)
        whole = self.grade("answers.jsonl", "--jobs", 1).out
        self.assertEqual(len(whole.splitlines()), 3 * len((golden / "records.jsonl").read_text(encoding="utf-8").splitlines()))
        for jobs in (1, 2, 3):
            for lines in (1, 7, 512):
                self.assertEqual(self.grade("answers.jsonl", "--jobs", jobs, "--frame-lines", lines).out, whole, (jobs, lines))
        self.assertEqual(self.grade("answers.jsonl", "--frame-bytes", 100).out, whole)


class Lines(Batch):
    def test_that_cannot_be_read_are_one_record_each_and_the_rest_goes_on(self):
        bad = [line("c"), "", " \t", "nonsense", '{"candidate":"x","qestion":"q","answer":1}', "5", line("c", hints=-1), line("c", seconds="long"), "[1]",
               '{"candidate":"x","candidate":"y","question":"golden.choice","answer":"c"}', line([[[]]]).replace("[[[]]]", "[" * 99 + "]" * 99), line("c", question="golden.chioce"), line("c")]
        self.answers(*bad)
        done = self.grade("a.jsonl")
        self.assertEqual(problems(done.out), [
            None,
            "a.jsonl:4: not valid JSON at character 2: syntax error while parsing value - invalid literal",
            'a.jsonl:5: the field "question" is missing; is "qestion" meant to be it?',
            'a.jsonl:6: expected an object with "candidate", "question" and "answer"',
            'a.jsonl:7: "hints" is a whole number from 0 on',
            'a.jsonl:8: "seconds" is a number from 0 on',
            'a.jsonl:9: expected an object with "candidate", "question" and "answer"',
            'a.jsonl:10: the field "candidate" is given twice',
            "a.jsonl:11: nested deeper than 64 levels",
            "a.jsonl:12: there is no question 'golden.chioce'; did you mean 'golden.choice'?",
            None])
        self.assertEqual(verdicts(done.out), ["correct"] + ["invalid"] * 9 + ["correct"])
        self.assertEqual({record["credit"] for record in records_of(done.out)[1:-1]}, {None})
        self.assertEqual((done.code, done.err), (1, ""))

    def test_end_in_any_way(self):
        self.person.write("a.jsonl", "\ufeff" + line("c") + "\r\n\r\n" + line("a") + "\r\n" + line("c"))
        done = self.grade("a.jsonl")
        self.assertEqual((done.code, verdicts(done.out)), (0, ["correct", "incorrect", "correct"]))

    def test_with_bad_bytes(self):
        self.person.write("a.jsonl", line("c").encode() + b"\n" + line("X").encode().replace(b"X", b"\xff\xfe") + b"\n\0\n" + line("c").encode() + b"\n" + line("c").encode() + b"\0 behind the end\n")
        done = self.grade("a.jsonl")
        self.assertEqual(verdicts(done.out), ["correct", "invalid", "invalid", "correct", "invalid"])
        self.assertEqual(problems(done.out)[4], "a.jsonl:5: not valid JSON at character 65: a zero byte")
        self.assertEqual(problems(done.out)[1], "a.jsonl:2: not valid JSON at character 62: syntax error while parsing value - invalid string: ill-formed UTF-8 byte")
        self.assertTrue(problems(done.out)[2].startswith("a.jsonl:3: not valid JSON at character 1"))

    def test_longer_than_may_be(self):
        self.answers(line("c"), line("x" * (4 << 20)), line("y" * ((4 << 20) - 200)), "z" * (9 << 20), line("a"))
        done = self.grade("a.jsonl")
        self.assertEqual(problems(done.out)[1], "a.jsonl:2: the line is longer than 4 MiB")
        self.assertEqual(problems(done.out)[3], "a.jsonl:4: the line is longer than 4 MiB")
        self.assertEqual(verdicts(done.out), ["correct", "invalid", "invalid", "invalid", "incorrect"])
        self.assertEqual(done.code, 1)

    def test_of_utf_16(self):
        self.person.write("a.jsonl", line("c").encode("utf-16"))
        done = self.grade("a.jsonl")
        self.assertEqual(problems(done.out), ["a.jsonl: is UTF-16, and answers are UTF-8; convert it: iconv -f UTF-16 -t UTF-8"])

    def test_none_at_all(self):
        for content in ("", "\n\n", "[]"):
            done = self.grade("-", input=content)
            self.assertEqual((done.code, done.out, done.err), (0, "", ""), content)

    def test_whose_question_is_faulty(self):
        self.person.write("golden/questions/golden/cut.json", '{"id": "golden.cut", "type": ')
        self.person.write("golden/questions/golden/typo.json", (golden / "pack/questions/golden/choice.json").read_text().replace("golden.choice", "golden.typo").replace('"options"', '"optoins"'))
        self.answers(line("c", question="golden.cut"), line("c", question="golden.typo"), line("c"))
        done = self.grade("a.jsonl")
        self.assertEqual(verdicts(done.out), ["ungraded", "ungraded", "correct"])
        self.assertTrue(problems(done.out)[0].startswith("golden/questions/golden/cut.json:1:"), problems(done.out)[0])
        self.assertTrue(problems(done.out)[1].startswith("golden/questions/golden/typo.json:"), problems(done.out)[1])


class Documents(Batch):
    TEXT = """{
  "candidate": "carl",
  "answers": [
    {"question": "golden.choice",
     "answer": "c"},

    {"question": "golden.choice", "candidate": "other", "answer": "a"}, {"question": "golden.choice"}, 7
  ]
}
"""

    def test_of_one_candidate(self):
        self.person.write("one.json", self.TEXT)
        for arguments, shown, given in ((["one.json"], "one.json", ""), (["-"], "(standard input)", self.TEXT)):
            done = self.grade(*arguments, input=given)
            self.assertEqual([record["candidate"] for record in records_of(done.out)], ["carl", "other", "carl", ""])
            self.assertEqual(verdicts(done.out), ["correct", "incorrect", "invalid", "invalid"])
            self.assertEqual(problems(done.out)[2:], [shown + ':7: the field "answer" is missing', shown + ':7: expected an object with "candidate", "question" and "answer"'])

    def test_of_a_class(self):
        self.person.write("all.txt", json.dumps([{"candidate": "a", "answers": [{"question": "golden.choice", "answer": "c"}]}, json.loads(line("a")), {"candidate": "e", "answers": []}]))
        done = self.grade("all.txt")
        self.assertEqual([(record["candidate"], record["verdict"]) for record in records_of(done.out)], [("a", "correct"), ("ann", "incorrect")])

    def test_that_are_none(self):
        for content, problem in (('{"answers":[ }', "x.json:1: not valid JSON: syntax error while parsing value - unexpected '}'; expected '[', '{', or a literal"),
                                 ('\n{"answer": 5}', 'x.json:2: expected {"candidate": …, "answers": […]} or a list of answers'), ("5", 'x.json:1: expected {"candidate": …, "answers": […]} or a list of answers')):
            self.person.write("x.json", content)
            done = self.grade("x.json")
            self.assertEqual((problems(done.out), verdicts(done.out), done.code), ([problem], ["invalid"], 1))

    def test_called_json_with_an_answer_a_line(self):
        self.answers(line("c"), line("a"), name="lines.json")
        self.assertEqual(verdicts(self.grade("lines.json").out), ["correct", "incorrect"])


class Inputs(Batch):
    def test_that_cannot_be_read_are_all_told_before_anything_starts(self):
        self.person.write("folder/x", "")
        self.answers(line("c"))
        done = self.grade("folder", "a.jsonl", "gone.jsonl", "-", "-")
        self.assertEqual((done.code, done.out), (2, ""))
        self.assertEqual(done.err, "viva: folder: is a folder; name the answer files in it\nviva: gone.jsonl: cannot be read: No such file or directory\n"
                                   "viva: '-', standard input, can be read only once\n")

    def test_that_fail_in_the_middle(self):
        self.answers(line("c"))
        done = self.grade("a.jsonl", "/proc/self/mem", "a.jsonl")
        self.assertEqual(verdicts(done.out), ["correct", "ungraded", "correct"])
        self.assertEqual((done.code, done.err), (1, "viva: /proc/self/mem: cannot be read: Input/output error\n"))

    def test_that_fail_after_some_lines(self):
        ours, theirs = os.openpty()  # reading from a terminal that is gone is an error, after what was typed
        tty.setraw(theirs)
        os.write(theirs, ((line("c") + "\n") * 3 + line("a")[:20]).encode())
        os.close(theirs)
        self.answers(line("a"))
        done = subprocess.run(self.person.command(["--pack", self.pack, "grade", "-", "a.jsonl"]), stdin=ours, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.person.env, cwd=self.person.home, timeout=60)
        os.close(ours)
        out = done.stdout.decode()
        self.assertEqual(verdicts(out), ["correct"] * 3 + ["ungraded", "incorrect"])
        self.assertEqual(problems(out)[3], "(standard input): cannot be read beyond line 3: Input/output error")
        self.assertEqual((done.returncode, done.stderr.decode()), (1, "viva: (standard input): cannot be read beyond line 3: Input/output error\n"))

    def test_that_come_slowly(self):
        process = subprocess.Popen(self.person.command(["--pack", self.pack, "grade", "-"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.person.env, cwd=self.person.home)
        for answer, verdict in (("c", "correct"), ("a", "incorrect")):
            process.stdin.write(line(answer).encode() + b"\n")
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["verdict"], verdict)
        process.stdin.close()
        self.assertEqual(process.wait(20), 0)
        process.stdout.close()

    def test_of_the_command_line(self):
        self.answers(line("c"))
        for arguments, problem in (([], "name the files with answers, or - for standard input (viva grade --help says more)"),
                                   (["a.jsonl", "--jobs", "0"], "--jobs is a number from 1 to 256, not 0"),
                                   (["a.jsonl", "--jobs", "x"], "this value does not fit: --jobs = x (viva grade --help says what is expected)"),
                                   (["a.jsonl", "--ouut", "x"], "there is no option '--ouut'; did you mean '--out'? (viva grade --help lists them)"),
                                   (["a.jsonl", "--rule", "plian"], "there is no scoring rule 'plian'; did you mean 'plain'?"),
                                   (["a.jsonl", "--rule-option", "x=1"], "--rule-option: the scoring rule 'plain' has no option 'x'"),
                                   (["a.jsonl", "--lang", "fr"], "--lang is en or zh, not 'fr'"),
                                   (["a.jsonl", "--pack", "gone"], "--pack gone: there is no such folder"),
                                   (["a.jsonl", "--pack", "data"], "--pack data: a pack is a folder with questions/ or scripts/ in it, and this one has neither"),
                                   (["a.jsonl", "--pack", str(self.pack)], "--pack %s: the name 'golden' is taken; give the folder another one" % self.pack)):
            (self.person.home / "data").mkdir(exist_ok=True)
            done = self.grade(*arguments)
            self.assertEqual((done.code, done.out, done.err), (2, "", "viva: " + problem + "\n"))
        done = self.person.run(["gradd", "a.jsonl"])
        self.assertEqual((done.code, done.err), (2, "viva: there is no command 'gradd'; did you mean 'grade'? (viva --help lists them)\n"))


class Output(Batch):
    def test_takes_the_place_of_the_old_file(self):
        self.answers(line("c"))
        self.person.write("out.jsonl", "old")
        done = self.grade("a.jsonl", "--out", "out.jsonl")
        self.assertEqual((done.code, done.out, done.err), (0, "", ""))
        self.assertEqual(verdicts((self.person.home / "out.jsonl").read_text()), ["correct"])
        self.assertEqual(sorted(path.name for path in self.person.home.glob("*out*")), ["out.jsonl"])

    def test_leaves_links_and_modes_as_they_are(self):
        self.answers(line("c"))
        self.person.write("real.jsonl", "old").chmod(0o640)
        (self.person.home / "out.jsonl").symlink_to("real.jsonl")
        self.grade("a.jsonl", "--out", "out.jsonl")
        self.assertTrue((self.person.home / "out.jsonl").is_symlink())
        self.assertEqual((self.person.home / "real.jsonl").stat().st_mode & 0o777, 0o640)
        self.assertIn("correct", (self.person.home / "real.jsonl").read_text())

    def test_that_cannot_be_written(self):
        self.answers(line("c"))
        for out, problem in (("a.jsonl", "a.jsonl: holds answers to be graded; write the grades to another file"), ("golden", "golden: is a folder; name a file for the grades"),
                             ("no/out.jsonl", "no/out.jsonl: cannot be written: No such file or directory"), ("/dev/full", "/dev/full: cannot be written: No space left on device")):
            done = self.grade("a.jsonl", "--out", out)
            self.assertEqual((done.code, done.out, done.err), (2, "", "viva: " + problem + "\n"))
        self.assertEqual(self.grade("a.jsonl", "--out", "/dev/null").code, 0)

    def test_that_fill_the_disk_leave_the_old_file(self):
        self.answers(*[line("c")] * 600)
        self.person.write("out.jsonl", "old")
        for arguments in (["--frame-lines", 1], ["--jobs", 2], []):
            command = self.person.command(["--pack", self.pack, "grade", "a.jsonl", "--out", "out.jsonl", *arguments])
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.person.env, cwd=self.person.home, timeout=60,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000)))
            self.assertEqual((done.returncode, done.stdout, done.stderr.decode()), (2, b"", "viva: out.jsonl: cannot be written: File too large\n"))
            self.assertEqual((self.person.home / "out.jsonl").read_text(), "old")
            self.assertEqual(sorted(path.name for path in self.person.home.glob("*out*")), ["out.jsonl"])

    def test_on_a_full_disk(self):
        self.answers(*[line("c")] * 600)
        (self.person.home / "small").mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k,mode=1777", "none", self.person.home / "small"], stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("needs the right to mount")
        self.addCleanup(subprocess.run, ["umount", self.person.home / "small"], check=True)
        self.person.write("small/out.jsonl", "old")
        done = self.grade("a.jsonl", "--out", "small/out.jsonl")
        self.assertEqual((done.code, done.out, done.err), (2, "", "viva: small/out.jsonl: cannot be written: No space left on device\n"))
        self.assertEqual([path.name for path in (self.person.home / "small").iterdir()], ["out.jsonl"])
        self.assertEqual((self.person.home / "small" / "out.jsonl").read_text(), "old")

    def start_endless(self, *arguments, **how):
        """A batch whose input has no end; its process, when it has graded something."""
        process = subprocess.Popen(self.person.command(["--pack", self.pack, "grade", "-", *arguments]), stdin=subprocess.PIPE, env=self.person.env, cwd=self.person.home, **how)
        process.stdin.write((line("c") + "\n").encode() * 600)
        process.stdin.flush()
        time.sleep(1)
        return process

    def test_of_an_interrupted_run(self):
        self.person.write("out.jsonl", "old")
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start_endless("--out", "out.jsonl", stderr=subprocess.PIPE)
            process.send_signal(number)
            _, text = process.communicate(timeout=20)
            self.assertEqual(process.returncode, 130)
            self.assertEqual(text.decode(), "viva: stopped after 600 answers; out.jsonl is left as it was\n")
            self.assertEqual((self.person.home / "out.jsonl").read_text(), "old")
            self.assertEqual(sorted(path.name for path in self.person.home.glob("*out*")), ["out.jsonl"])

    def test_that_nobody_reads(self):
        process = self.start_endless(stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write((line("c") + "\n").encode() * 600)
        process.stdin.close()
        self.assertEqual((process.wait(20), process.stderr.read()), (1, b""))
        process.stderr.close()


class Packs(Batch):
    def test_with_a_type_and_a_rule_of_their_own(self):
        pack = write_pack(self.person)
        shout = dict(question="own.shout")
        self.answers(line("HEY", **shout), line("c"), "junk", line("hey", **shout), line("a"), line("x", question="no.such"))
        done = self.grade("a.jsonl", "--pack", pack)
        self.assertEqual(verdicts(done.out), ["correct", "correct", "invalid", "incorrect", "incorrect", "invalid"])
        self.assertEqual(problems(done.out)[2], "a.jsonl:3: not valid JSON at character 1: syntax error while parsing value - invalid literal")
        half = self.grade("a.jsonl", "--pack", pack, "--rule", "half", "--rule-option", "worth=0.25")
        self.assertEqual([record["points"] for record in records_of(half.out)], [0.25, 0.25, None, 0, 0, None])
        for lines in (1, 2, 3):
            self.assertEqual(self.grade("a.jsonl", "--pack", pack, "--frame-lines", lines, "--jobs", 2).out, done.out)

    def test_of_two_authors_do_not_mix(self):
        types, rule = write_pack(self.person, "types", rule=None), write_pack(self.person, "rules", types=None)
        (rule / "questions/own/shout.json").unlink()
        self.answers(line("HEY", question="own.shout"), line("c"))
        done = self.grade("a.jsonl", "--pack", types, "--pack", rule, "--rule", "half")
        self.assertEqual(verdicts(done.out), ["ungraded", "correct"])
        self.assertEqual(problems(done.out)[0], "the scoring rule 'half' (rules) cannot score the question type 'shout' (types): scripts of two packs do not mix")

    def test_with_faults_cost_the_answers_concerned(self):
        pack = write_pack(self.person)
        shout = dict(question="own.shout")
        self.answers(line("HEY", **shout), line("loop", **shout), line("wreck", **shout), line("HEY", **shout))
        done = self.grade("a.jsonl", "--pack", pack)
        self.assertEqual(verdicts(done.out), ["correct", "ungraded", "ungraded", "correct"])
        self.assertEqual(problems(done.out)[1:3], ["mypack/scripts/shout.lua:4: gave up after 50 million instructions; is there a loop that never ends?", "mypack/scripts/shout.lua:5: cannot grade this"])
        self.assertEqual((done.code, done.err), (1, ""))

    def test_whose_script_does_not_load(self):
        pack = write_pack(self.person, types="question_type {")
        self.answers(line("HEY", question="own.shout"), line("c"))
        done = self.grade("a.jsonl", "--pack", pack)
        self.assertEqual(done.err, "viva: mypack/scripts/shout.lua:1: unexpected symbol near '<eof>'\n")
        self.assertEqual((verdicts(done.out), done.code), (["ungraded", "correct"], 1))


class Workers(Batch):
    def test_that_are_killed_cost_nothing(self):
        answers = (golden / "answers.jsonl").read_bytes() * 20
        self.person.write("answers.jsonl", answers)
        whole = self.grade("answers.jsonl").out
        process = subprocess.Popen(self.person.command(["--pack", self.pack, "grade", "answers.jsonl", "--jobs", "2", "--frame-lines", "50"]), stdout=subprocess.PIPE, env=self.person.env, cwd=self.person.home)
        killed = 0
        first = process.stdout.readline()
        while killed < 3 and process.poll() is None:
            children = pathlib.Path("/proc/%d/task" % process.pid).glob("*/children")
            workers = [int(child) for listing in children for child in listing.read_text().split()]
            if workers:
                os.kill(workers[0], signal.SIGKILL)
                killed += 1
            time.sleep(0.05)
        rest = process.stdout.read()
        process.stdout.close()
        process.wait(20)
        self.assertGreater(killed, 0)
        self.assertEqual((first + rest).decode(), whole)


class Terminal(Batch):
    def test_shows_a_summary_and_a_pipe_none(self):
        self.answers(line("c"), line("a"), line("zz"), line(""), "junk", line("c", question="no.such"))
        command = " ".join(map(str, self.person.command(["--pack", self.pack, "grade", "a.jsonl", "--out", "out.jsonl"])))
        for language, expected in (("en", ["2 not graded:", "  a.jsonl:5: not valid JSON at character 1: syntax error while parsing value - invalid literal",
                                           "  a.jsonl:6: there is no question 'no.such'", "correct    1   16.7 %", "incorrect  1   16.7 %", "skipped    1   16.7 %", "invalid    1   16.7 %",
                                           "mean credit 0.25 (4 graded)"]),
                                   ("zh", ["2 份没有批改：", "正确      1   16.7 %", "格式不对  1   16.7 %", "平均得分 0.25（共 4 份）"])):
            done = subprocess.run(["script", "-qec", command + " --lang " + language, "/dev/null"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env={**self.person.env, "TERM": "xterm"}, cwd=self.person.home)
            shown = done.stdout.decode().replace("\r\n", "\n").split("\n")
            shown = [text.split("\x1b[K")[-1] for text in shown]
            for one in expected:
                self.assertIn(one, shown)
            self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    runner.main(time_limit=240)
