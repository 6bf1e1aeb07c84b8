#!/usr/bin/env python3
"""The prompt on a real terminal: what a person sees at 80 and 40 columns, in both languages; keys, time limits, a killed program."""

import os
import pathlib
import re
import signal
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import runner, screen, viva  # noqa: E402

pack = pathlib.Path(__file__).resolve().parents[1] / "transcripts" / "shared" / "pack"


class Prompt(unittest.TestCase):
    def setUp(self):
        self.person = viva.Person()
        self.addCleanup(self.person.close)
        for file in sorted(pack.rglob("*")):
            if file.is_file():
                self.person.write("pack/" + str(file.relative_to(pack)), file.read_bytes())

    def start(self, *arguments, columns=80, env=()):
        terminal = screen.Screen(self.person.command(["--pack", "pack", *arguments]), {**self.person.env, **dict(env)}, columns=columns, rows=40, cwd=self.person.home)
        self.addCleanup(terminal.close)
        terminal.wait("lua>")
        return terminal

    def enter(self, terminal, text, wanted):
        terminal.type(text)
        terminal.press("Enter")
        return terminal.wait(wanted, history=True)

    def session_process(self):
        """The viva that belongs to this person, by its home folder in the environment."""
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if (folder / "comm").read_text() == "viva\n" and ("HOME=%s\0" % self.person.home).encode() in (folder / "environ").read_bytes():
                    return int(folder.name)
            except OSError:
                continue
        raise AssertionError("viva does not run")


class Banner(Prompt):
    def test_two_lines_and_the_prompt(self):
        lines = self.start().lines()
        self.assertRegex(lines[0], r"^viva [0-9.]+: [0-9]+ questions in [0-9]+ areas\. \.help: commands, \.round: rounds$")
        self.assertEqual(lines[1:], ["切换到中文：.lang zh", "lua>"])

    def test_in_chinese(self):
        lines = self.start("--lang", "zh").lines()
        self.assertRegex(lines[0], r"^viva [0-9.]+：[0-9]+ 个领域，[0-9]+ 道题。输入 \.help 查看命令，\.round 查看练习方式。$")
        self.assertEqual(lines[1:], ["For English: .lang en", "lua>"])

    def test_ctrl_d_leaves(self):
        terminal = self.start()
        terminal.press("C-d")
        self.assertEqual(terminal.exit_status(), 0)


class Questions(Prompt):
    def test_one_line_answers_at_40_columns_in_chinese(self):
        terminal = self.start("--lang", "zh", columns=40)
        self.enter(terminal, ".round lab seed=7", "]>")
        shown = terminal.lines(history=True)
        self.assertIn("第 1 题，共 4 题 · 实验室 · 难度 1/5 ·", shown)
        self.assertIn("输入一个字母。", shown)
        self.assertRegex(shown[-1], r"^\[1/4 0:0[0-9]\]>$")
        self.enter(terminal, "b", "[2/4 ")
        self.assertTrue(all(len(line) <= 40 for line in terminal.lines(history=True)))
        self.assertIn("正确 · 100%", terminal.text(history=True))

    def test_several_lines_and_ctrl_c_in_the_middle(self):
        terminal = self.start()
        self.enter(terminal, ".ask lab.gc", lambda text: re.search(r"\[0:0.\]>$", text))
        self.enter(terminal, "Objects have a reference count.", lambda text: text.rstrip().endswith("...>"))
        terminal.type("this line is dropp")
        terminal.press("C-c")
        terminal.wait("Lines kept so far: 1.")
        self.enter(terminal, ".hint", "Hint 1 of 1")
        self.enter(terminal, "The cyclic garbage collector finds cycles.", lambda text: text.rstrip().endswith("...>"))
        text = self.enter(terminal, ".", "Correct · 100%")
        self.assertIn("found: reference counts: at zero the object is freed at once", text)

    def test_a_command_typed_in_the_middle_is_text_and_is_told_so(self):
        terminal = self.start()
        self.enter(terminal, ".ask lab.gc", lambda text: re.search(r"\[0:0.\]>$", text))
        self.enter(terminal, "Objects have a reference count.", lambda text: text.rstrip().endswith("...>"))
        text = self.enter(terminal, ".hint", lambda text: text.count("...>") == 2)
        self.assertIn("'.hint' was taken for a line of the answer. For commands press Ctrl-C first; .edit then takes the line out.", text.replace("\n", " "))

    def test_wide_characters_put_in_and_taken_out_in_the_middle_of_a_full_row(self):
        terminal = self.start("--lang", "zh", columns=40)
        self.enter(terminal, ".ask lab.gc", lambda text: re.search(r"\[0:0.\]>$", text))
        terminal.type("缓存穿透就是查一个根本不存在的数据，打到数据库上")
        terminal.press("C-a")
        terminal.type("开")
        terminal.wait(lambda text: text.rstrip().endswith("开缓存穿透就是查一个根本不存在的\n数据，打到数据库上"))
        terminal.press("DC")
        terminal.wait(lambda text: text.rstrip().endswith("开存穿透就是查一个根本不存在的数\n据，打到数据库上"))

    def test_a_round_that_cannot_begin_leaves_nothing(self):
        terminal = self.start()
        text = self.enter(terminal, ".round drill area=rediss", "nothing is kept of it.")
        self.assertIn("unknown area 'rediss'; did you mean 'redis'?", text.replace("\n", " "))
        self.enter(terminal, ".sessions", "There are no sessions yet.")

    def test_the_date_of_a_session_stays_whole_at_40_columns(self):
        terminal = self.start("--lang", "zh", columns=40)
        self.enter(terminal, ".round lab seed=7", "[1/4 0:0")
        self.enter(terminal, "b", "[2/4 ")
        lines = self.enter(terminal, ".sessions", "已答").split("\n")
        at = lines.index("1  lab  未完成")
        self.assertRegex(lines[at + 1], r"^  [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}  已答 1$")

    def test_a_paste_is_never_a_command(self):
        terminal = self.start()
        self.enter(terminal, ".ask lab.gc", lambda text: re.search(r"\[0:0.\]>$", text))
        terminal.paste(".quit\nreference counting\n.\ncyclic gc")
        terminal.press("Enter")
        terminal.wait(lambda text: text.count("...>") >= 1)
        text = self.enter(terminal, ".", "Correct · 100%")
        self.assertNotIn("is kept", text)

    def test_time_runs_out_and_what_was_typed_counts(self):
        terminal = self.start()
        self.enter(terminal, ".round lab seed=7 seconds=2", "[1/4 0:0")
        self.assertIn("0:02 allowed", terminal.text())
        terminal.type("b")
        text = terminal.wait("The time is up.", seconds=8)
        self.assertNotIn("Skipped", text)
        terminal.wait("Out of time · Correct · 100%")

    def test_completion(self):
        terminal = self.start()
        terminal.type(".ro")
        terminal.press("Tab")
        terminal.wait("lua> .round")
        terminal.type("la")
        terminal.press("Tab")
        terminal.wait("lua> .round lab")
        terminal.type("que")
        terminal.press("Tab")
        terminal.wait("lua> .round lab questions=")
        terminal.press("C-c")
        terminal.type("= string.form")
        terminal.press("Tab")
        terminal.wait("lua> = string.format")

    def test_the_editor(self):
        editor = self.person.write("editor.sh", '#!/bin/sh\necho "reference counting, and the cyclic garbage collector" >> "$1"\n')
        editor.chmod(0o755)
        terminal = self.start(env={"EDITOR": str(editor)})
        self.enter(terminal, ".ask lab.gc", lambda text: re.search(r"\[0:0.\]>$", text))
        self.enter(terminal, ".edit", "Lines kept so far: 1.")
        self.enter(terminal, ".", "Correct · 100%")

    def test_what_could_not_be_read_is_there_to_be_edited(self):
        self.person.write("append", "#!/bin/sh\nsed -i '1s/^/False. /' \"$1\"\n").chmod(0o755)
        terminal = self.start(env={"EDITOR": str(self.person.home / "append")})
        self.enter(terminal, ".ask lab.tuple", lambda text: re.search(r"\[0:0.\]>$", text))
        self.enter(terminal, "It cannot be changed,", lambda text: text.rstrip().endswith("...>"))
        self.enter(terminal, "but a list in it can.", lambda text: text.count("...>") == 2)
        text = self.enter(terminal, ".", ".edit opens the 2 lines that you typed; or begin anew.")
        self.assertIn("This cannot be read as an answer", text)
        self.enter(terminal, ".edit", "False. It cannot be changed,")
        self.enter(terminal, ".", "100%")

    def test_a_program_is_edited_watched_and_submitted(self):
        for file in sorted((pack.parents[1] / "programs.files").rglob("*")):
            if file.is_file():
                self.person.write(str(file.relative_to(pack.parents[1] / "programs.files")), file.read_bytes())
        editor = self.person.write("editor.sh", '#!/bin/sh\nsed -i "s/return .*/return [1, 5]/" "$1"\n')
        editor.chmod(0o755)
        terminal = self.start(env={"EDITOR": str(editor)})
        self.enter(terminal, ".ask lab.halve", lambda text: re.search(r"\[0:0.\]>$", text))
        text = self.enter(terminal, ".edit", "Lines of the program: 2.")
        self.assertIn("def halve(numbers):\n    return [1, 5]", text)  # what the question begins with, changed
        self.enter(terminal, ".run", "1 of 2 pass.")
        terminal.type(".watch own.py")
        terminal.press("Enter")
        terminal.wait("got       [1, 5]", history=True)
        self.person.write("own.py", "def halve(numbers):\n    return numbers[0]\n")
        terminal.wait("IndexError: list index out of range", history=True)
        self.person.write("own.py", "def halve(numbers):\n    return [n // 2 for n in numbers if n % 2 == 0]\n")
        terminal.wait("2 of 2 pass.", history=True)
        terminal.press("C-c")
        terminal.wait("No longer watching.", history=True)
        self.enter(terminal, ".submit", "Correct · 100%")

    def test_language_in_the_middle(self):
        terminal = self.start()
        self.enter(terminal, ".round lab seed=7", "[1/4 ")
        text = self.enter(terminal, ".lang", "哪个数是偶数？")
        self.assertIn("以下使用中文。", text)
        self.enter(terminal, "b", "正确 · 100%")


class Kept(Prompt):
    def test_quit_keeps_the_round(self):
        terminal = self.start()
        self.enter(terminal, ".round lab seed=7", "[1/4 ")
        self.enter(terminal, "b", "[2/4 ")
        terminal.press("C-d")
        terminal.wait("Session 1 is kept: .resume 1 goes on with it. .quit once more leaves viva.", history=True)
        terminal.press("C-d")
        self.assertEqual(terminal.exit_status(), 0)
        again = self.start()
        self.assertIn("Session 1 (lab, 1 answered) is not finished: .resume goes on with it.", again.text())
        self.enter(again, ".resume", "[2/4 ")

    def test_kill_9_in_an_answer_loses_only_the_line(self):
        terminal = self.start()
        self.enter(terminal, ".round lab seed=7", "[1/4 ")
        self.enter(terminal, "b", "[2/4 ")
        self.enter(terminal, "false, because tuples are immutable", lambda text: text.rstrip().endswith("...>"))
        terminal.type("this line is lost")
        terminal.wait("this line is lost")
        os.kill(self.session_process(), signal.SIGKILL)
        self.assertEqual(terminal.exit_status(), 137)
        again = self.start()
        text = self.enter(again, ".resume", "Lines kept so far: 1.")
        self.assertIn("false, because tuples are immutable", text)
        self.assertNotIn("this line is lost", text)
        self.enter(again, ".", "Correct · 100%")


class Lua(Prompt):
    def test_ctrl_c_stops_a_long_line(self):
        terminal = self.start()
        terminal.type("= ('x'):rep(10)")
        terminal.press("Enter")
        terminal.wait('"xxxxxxxxxx"')
        terminal.type("while true do pcall(string.rep, 'x', 1000000) end")
        terminal.press("Enter")
        time.sleep(0.05)
        terminal.press("C-c")
        text = terminal.wait(lambda text: re.search(r"Stopped\.|gave up", text) and text.rstrip().endswith("lua>"))
        self.assertRegex(text, r"Stopped\. What had been defined at this prompt is gone\.|gave up")
        self.enter(terminal, "= 6 * 7", "42")

    def test_several_lines(self):
        terminal = self.start()
        self.enter(terminal, "function f(n)", lambda text: text.rstrip().endswith("...>"))
        self.enter(terminal, "return n + 1", lambda text: text.count("...>") == 2)
        self.enter(terminal, "end", lambda text: text.rstrip().endswith("lua>"))
        self.enter(terminal, "= f(41)", "42")


if __name__ == "__main__":
    runner.main(time_limit=240)
