#!/usr/bin/env python3
"""Practice while files change: `.reload` with other, broken and mended scripts, `.edit` and what is kept of it, `.review` after a new start."""

import codecs
import pathlib
import re
import select
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, viva  # noqa: E402

shared = pathlib.Path(__file__).resolve().parents[1] / "transcripts" / "shared"
lab = "pack/scripts/rounds/lab.lua"


class Talk:
    """The prompt, through pipes: says lines, and waits for what comes of them."""

    def __init__(self, person, *arguments, env=()):
        self.process = subprocess.Popen(person.command(["--pack", "pack", *arguments]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        env={**person.env, **dict(env)}, cwd=person.home)
        self.unheard, self.characters = "", codecs.getincrementaldecoder("utf-8")("replace")

    def say(self, *lines):
        self.process.stdin.write("".join(line + "\n" for line in lines).encode())
        self.process.stdin.flush()

    def hear(self, text):
        """All that was printed since the last time, up to and with this text. Lines are wrapped; here they are not."""
        text, until = " ".join(text.split()), time.monotonic() + 20
        while text not in " ".join(self.unheard.split()):
            if not select.select([self.process.stdout], [], [], max(0, until - time.monotonic()))[0]:
                raise AssertionError("waited in vain for %r after:\n%s" % (text, self.unheard))
            piece = self.process.stdout.read1(1 << 16)
            if not piece:
                raise AssertionError("viva ended without %r:\n%s" % (text, self.unheard))
            self.unheard += self.characters.decode(piece)
        heard, _, self.unheard = " ".join(self.unheard.split()).partition(text)
        return heard + text

    def end(self):
        out = self.unheard + self.process.communicate(timeout=20)[0].decode()
        return " ".join(out.split())


class Practice(unittest.TestCase):
    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        for file in sorted(shared.rglob("*")):
            if file.is_file():
                self.person.write(str(file.relative_to(shared)), file.read_bytes())
        self.script = (self.person.home / lab).read_text()

    def talk(self, *arguments, **how):
        talk = Talk(self.person, *arguments, **how)
        self.addCleanup(talk.process.stdout.close)
        self.addCleanup(talk.process.kill)
        return talk

    def begin_lab(self, *arguments):
        talk = self.talk(*arguments)
        talk.say(".round lab seed=1", "b")
        talk.hear("Question 2 of 4")
        return talk

    def other_order(self):
        self.person.write(lab, self.script.replace('"lab.even", "lab.tuple"', '"lab.kib", "lab.tuple"'))


class Reload(Practice):
    where = ("The script asks for something else than it did at step 2. then: ask {\"id\":\"lab.even\",\"options\":{}} "
             "now: ask {\"id\":\"lab.kib\",\"options\":{}} Go on from here and drop what came after? (y/n)")

    def test_goes_on_where_the_new_script_asks_the_same(self):
        talk = self.begin_lab()
        self.person.write(lab, self.script.replace('"lab.gc"', '"lab.kib"'))
        talk.say(".reload")
        heard = talk.hear("Question 2 of 4")
        self.assertIn("Read again:", heard)
        self.assertNotIn("Question 1", heard)
        talk.say(".skip")
        talk.hear("How many bytes are 4 KiB?")

    def test_tells_where_another_script_differs_and_goes_on_from_there(self):
        talk = self.begin_lab()
        self.other_order()
        talk.say(".reload")
        talk.hear(self.where)
        talk.say("perhaps", "y")
        self.assertIn("Question 1 of 4", talk.hear("How many bytes are 4 KiB?"))
        talk.say("4096 B")
        talk.hear("Question 2 of 4")

    def test_leaves_the_session_as_it_was_where_that_is_not_wanted(self):
        talk = self.begin_lab()
        self.other_order()
        talk.say(".reload")
        talk.hear("(y/n)")
        talk.say("n")
        talk.hear("Session 1 is kept: .resume 1 goes on with it.")
        talk.say(".resume 1")  # with the script that it began with
        heard = talk.hear("Question 2 of 4")
        self.assertNotIn("(y/n)", heard)
        talk.say(".skip")
        talk.hear("Question 3 of 4")

    def test_a_broken_pack_changes_nothing(self):
        talk = self.begin_lab()
        self.person.write(lab, self.script.replace("  end,\n}", "}"))
        talk.say(".reload")
        heard = talk.hear("Question 2 of 4")
        self.assertIn("pack/scripts/rounds/lab.lua:16: unexpected symbol near '}' Nothing was read again: the questions and scripts from before stay in use "
                      "until these faults are mended.", heard)
        talk.say(".skip", ".quit")
        talk.hear("Session 1 is kept")
        self.person.write(lab, self.script)
        talk.say(".reload", ".round lab")
        talk.hear("Read again: ")
        talk.hear("Question 1 of 4")

    def test_what_was_defined_at_the_prompt_is_told_to_be_gone(self):
        talk = self.talk()
        talk.say("= 1 + 1", ".reload")
        self.assertNotIn("gone", talk.hear("Read again:"))
        talk.say("counter = 1", ".reload")
        talk.hear("What had been defined at this prompt is gone.")
        talk.say("scoring_rule { name = 'mine', description = 'd', score = function() return 1 end }", ".reload", ".reload", "= 'over'")
        self.assertEqual(talk.hear("over").count("is gone"), 1)


class Edit(Practice):
    def test_what_the_editor_saved_is_there_after_a_new_start(self):
        editor = self.person.write("editor.sh", "#!/bin/sh\nprintf 'false, they are\\nimmutable\\n' > \"$1\"\n")
        talk = self.talk(env={"EDITOR": "sh " + str(editor)})
        talk.say(".round lab seed=1", "b", ".edit")
        talk.hear("Your answer so far: false, they are immutable Lines kept so far: 2.")
        talk.process.kill()
        talk.process.wait()
        again = self.talk()
        again.say(".resume")
        again.hear("Your answer so far: false, they are immutable Lines kept so far: 2.")
        again.say(".")
        again.hear("**Correct**")


class Review(Practice):
    def test_knows_the_session_that_was_resumed(self):
        self.begin_lab().process.kill()
        talk = self.talk()
        talk.say(".resume 1")
        talk.hear("only a dot.")
        talk.say(".review")
        talk.hear("Question 1 · lab.even Which number is even? a) 3 b) 4 c) 5 > b **Correct**")

    def test_forgets_what_was_undone(self):
        talk = self.begin_lab()
        talk.say(".undo", ".review")
        talk.hear("There is no answer to look at yet.")

    def test_after_a_new_start(self):
        talk = self.talk()
        talk.say(".round lab questions=1 seed=1", "b", ".round lab questions=1 seed=1", "c")
        talk.hear("Round lab, session 2")
        talk.process.stdin.close()
        talk.process.wait()
        again = self.talk()
        again.say(".review", ".review 1", ".review 3")
        again.process.stdin.close()
        heard = again.process.stdout.read().decode()
        self.assertLess(heard.index("> c"), heard.index("> b"))
        self.assertIn("'3' is no number of a session; .sessions lists them", heard)


class OwnPack(Practice):
    def test_questions_may_leave_out_what_teaches(self):
        self.person.write("pack/questions/lab/bare.json", '{"id": "lab.bare", "type": "numeric", "topics": ["lab-basics"], "level": "junior", "difficulty": 1, '
                          '"seconds": 10, "prompt": "How much is 1 + 1?", "value": 2}')
        self.assertRegex(self.person.run(["check", "--pack", "pack"]).out, r"faults +0")
        talk = self.talk()
        talk.say(".ask lab.bare", ".hint", "2")
        talk.process.stdin.close()
        self.assertRegex(talk.process.stdout.read().decode(), r"(?s)This question has no hints\.\n\n\*\*Correct\*\* · 100%\n\n  ✓ [0-9][^\n]*\n$")


class Disputes(Practice):
    def test_are_kept_for_the_author(self):
        self.assertEqual(self.person.run(["check", "--disputes"]).out, "No disputes were kept (.dispute at the prompt keeps them).\n")
        talk = self.talk()
        talk.say(".ask lab.gc", "Reference counts; the sweeper", "finds the rest.", ".", ".dispute 1 the sweeper", ".dispute 1")
        talk.process.stdin.close()
        talk.process.wait()
        told = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "DAY", self.person.run(["check", "--disputes"]).out)
        self.assertEqual(told, "lab.gc · cycles\n  DAY  the sweeper\n  DAY  Reference counts; the sweeper finds the rest.\n")


class Chinese(Practice):
    def test_common_mistakes(self):
        talk = self.talk("--lang", "zh")
        talk.say(".lsit", ".ask lab.evn", ".ask nothing", ".round labb", ".round lab qestions=3", ".list nothing-such", ".review 9")
        talk.process.stdin.close()
        self.assertEqual(talk.process.stdout.read().decode().splitlines(), [
            "没有 .lsit 这个命令，是不是 '.list'？（.help 列出全部命令；行首加 \\ 则当作普通文本）",
            "没有 'lab.evn' 这道题，是不是 'lab.even'？",
            "没有 'nothing' 这道题，是不是 'security.jwt-hides-nothing'？",
            "没有 'labb' 这种练习方式，是不是 'lab'？",
            "练习 lab 没有选项 'qestions'，是不是 'questions'？",
            "没有叫 'nothing-such' 的领域、主题、题型、级别或题目，题目里也没有这个词",
            "'9' 不是练习编号，.sessions 可以列出",
        ])


if __name__ == "__main__":
    runner.main(time_limit=120)
