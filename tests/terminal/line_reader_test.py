#!/usr/bin/env python3
"""The prompt's line editing, in a real terminal and from a pipe, with viva-line-reader-demo behind it."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import screen
import viva

demo = str(viva.build / "tests" / "viva-line-reader-demo")


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="viva-lines-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.env = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8", "TMPDIR": str(self.folder)}
        self.env.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
        self.terminals = []
        self.addCleanup(self.close_terminals)
        self.command = [demo, str(self.folder / "history"), str(self.folder / "last")]

    def open(self, prompt="提示>", command=None, **settings):
        terminal = screen.Screen(command or self.command, {**self.env, **settings.pop("env", {})}, cwd=self.folder, **settings)
        self.terminals.append(terminal)
        if prompt:
            terminal.wait(prompt)
        return terminal

    def close_terminals(self):
        while self.terminals:
            self.terminals.pop().close()

    def last(self):
        return (self.folder / "last").read_bytes()

    def history(self):
        return (self.folder / "history").read_text()


class Typing(Case):
    def test_chinese_is_edited_by_characters(self):
        terminal = self.open()
        terminal.type("你好世界")
        terminal.wait(lambda _: terminal.cursor() == (14, 0))
        terminal.press("BSpace")
        terminal.wait(lambda _: terminal.cursor() == (12, 0))
        terminal.press("Left", "Left", "Delete")
        terminal.type("é")
        terminal.press("End")
        terminal.type("😀")
        terminal.press("Enter")
        terminal.wait('line: "你é世😀"')
        self.assertEqual(terminal.lines(), ["提示> 你é世😀", 'line: "你é世😀"', "提示>"])

    def test_the_locale_need_not_be_utf8(self):
        for language in ("C", "POSIX", "zh_CN.GBK", ""):
            with self.subTest(language=language):
                terminal = self.open(env={"LANG": language, "LC_ALL": language})
                terminal.type("数据")
                terminal.press("Enter")
                terminal.wait('line: "数据"')
                self.close_terminals()

    def test_a_long_line_wraps(self):
        terminal = self.open(columns=40)
        terminal.type("很长的一行" * 10)
        terminal.wait(lambda _: terminal.cursor() == (26, 2))
        self.assertEqual(terminal.lines(), ["提示> 很长的一行很长的一行很长的一行很长", "的一行很长的一行很长的一行很长的一行很长", "的一行很长的一行很长的一行"])
        terminal.press("C-a")
        terminal.press("Enter")
        terminal.wait("line:")
        self.assertEqual(self.last().decode(), "很长的一行" * 10)

    def test_a_new_window_size_redraws_the_line(self):
        terminal = self.open(columns=40)
        for count in range(1, 6):
            terminal.press("Enter")
            terminal.wait(lambda text: text.count("line:") == count)
        terminal.type("很长的一行" * 6)
        terminal.wait(lambda text: text.endswith("\n的一行很长的一行很长的一行"))
        terminal.resize(30, 24)
        terminal.wait(lambda text: text.endswith("\n提示> 很长的一行很长的一行很长\n的一行很长的一行很长的一行很长\n的一行"))
        terminal.resize(60, 24)
        terminal.wait(lambda text: text.endswith("\n提示> " + "很长的一行" * 5 + "很长\n的一行"))
        self.assertEqual(terminal.text().count("提示> 很"), 1)
        terminal.press("Enter")
        terminal.wait(lambda text: "line: \"很长" in text)
        self.assertEqual(self.last().decode(), "很长的一行" * 6)

    def test_control_c_drops_the_line(self):
        terminal = self.open()
        terminal.type("not this")
        terminal.press("C-c")
        terminal.wait("interrupted")
        terminal.type("but this")
        terminal.press("Enter")
        terminal.wait('line: "but this"')
        self.assertEqual(terminal.lines()[:3], ["提示> not this^C", 'interrupted: ""', "提示> but this"])

    def test_control_d_ends_an_empty_line_only(self):
        terminal = self.open()
        terminal.type("x")
        terminal.press("C-d", "BSpace", "C-d")
        self.assertEqual(terminal.exit_status(), 0)
        self.assertEqual(terminal.lines()[-1], 'end: ""')

    def test_a_time_limit_returns_what_was_typed(self):
        terminal = self.open()
        terminal.type(":limit")
        terminal.press("Enter")
        terminal.wait('line: ":limit"')
        terminal.wait(lambda text: text.count("提示>") == 2)
        terminal.type("半句")
        terminal.wait('timed out: "半句"')
        terminal.type("later")
        terminal.press("Enter")
        terminal.wait('line: "later"')

    def test_what_is_typed_ahead_is_not_lost(self):
        terminal = self.open()
        terminal.type(":sleep")
        terminal.press("Enter")
        terminal.type("ahead")
        terminal.press("Enter")
        terminal.wait('line: "ahead"')

    def test_a_terminal_that_obeys_no_sequences(self):
        terminal = self.open(command=["env", "TERM=dumb"] + self.command)
        terminal.type("abc")
        terminal.press("BSpace")
        terminal.press("Enter")
        terminal.wait('line: "ab"')

    def test_a_terminal_that_goes_away_is_the_end(self):
        import pty
        pid, master = pty.fork()
        if pid == 0:
            os.execve(demo, self.command, {**self.env, "TERM": "xterm"})
        os.read(master, 1)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.close(master)
        end = time.monotonic() + 10
        while time.monotonic() < end:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                return self.assertIn(status, (0, signal.SIGHUP))
            time.sleep(0.02)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        self.fail("still running without a terminal")


class Completion(Case):
    def test_one_word_is_completed_several_are_listed(self):
        terminal = self.open()
        terminal.type("c")
        terminal.press("Tab")
        terminal.wait("cloze")
        terminal.type("h")
        terminal.press("Tab")
        terminal.wait("提示> choice")
        terminal.type(" 数")
        terminal.press("Tab")
        terminal.wait("提示> choice 数据")
        terminal.press("Tab")
        terminal.wait("数据结构")
        terminal.type("库")
        terminal.press("Enter")
        terminal.wait("line:")
        self.assertEqual(terminal.lines(), ["提示> c", "choice  cloze   code", "提示> choice 数据", "数据库    数据结构", "提示> choice 数据库", 'line: "choice 数据库"', "提示>"])

    def test_a_list_goes_below_a_line_of_several_rows(self):
        terminal = self.open(columns=40)
        terminal.type("一二三四五六七八九十" * 4)
        terminal.press("C-a")
        terminal.press("Tab")
        terminal.wait("round")
        line = ["提示> 一二三四五六七八九十一二三四五六七", "八九十一二三四五六七八九十一二三四五六七", "八九十"]
        self.assertEqual(terminal.lines(), line + ["choice    code      数据结构", "cloze     数据库    round"] + line)

    def test_in_an_answer_tab_indents(self):
        terminal = self.open()
        terminal.type(":answer")
        terminal.press("Enter")
        terminal.wait("...>")
        terminal.press("Tab")
        terminal.type("c")
        terminal.press("Tab")
        terminal.type("x")
        terminal.press("Enter")
        terminal.wait('line: "    c   x"')


class History(Case):
    def test_lines_come_back_in_the_next_session(self):
        terminal = self.open()
        for text in ("第一行", "second", "second"):
            terminal.type(text)
            terminal.press("Enter")
            terminal.wait('line: "%s"' % text)
        self.assertEqual(self.history(), "第一行\nsecond\n")
        self.assertEqual((self.folder / "history").stat().st_mode & 0o777, 0o600)
        self.close_terminals()
        terminal = self.open()
        terminal.press("Up", "Up")
        terminal.wait("提示> 第一行")
        terminal.press("Enter")
        terminal.wait('line: "第一行"')

    def test_answers_are_not_kept(self):
        terminal = self.open()
        terminal.type(":answer")
        terminal.press("Enter")
        terminal.wait("...>")
        terminal.type("secret")
        terminal.press("Enter")
        terminal.wait('line: "secret"')
        self.assertEqual(self.history(), ":answer\n")

    def test_control_r_searches(self):
        (self.folder / "history").write_text(".round screening\n.list web\n")
        terminal = self.open()
        terminal.press("C-r")
        terminal.type("round")
        terminal.press("Enter")
        terminal.press("Enter")
        terminal.wait('line: ".round screening"')

    def test_a_long_file_is_shortened(self):
        (self.folder / "history").write_text("".join("line %d\n" % i for i in range(5000)))
        terminal = self.open()
        terminal.press("Up")
        terminal.wait("提示> line 4999")
        lines = self.history().splitlines()
        self.assertEqual((len(lines), lines[0], lines[-1]), (2000, "line 3000", "line 4999"))


class Paste(Case):
    def test_five_thousand_lines_arrive_as_they_are(self):
        text = "".join("\tline %d\t第%d行 \\n 'x'\n" % (i, i) for i in range(5000))
        terminal = self.open()
        terminal.type("before:")
        terminal.paste(text)
        terminal.wait("pasted: %d bytes" % len(("before:" + text).encode().rstrip(b"\n")), seconds=30)
        self.assertEqual(self.last().decode(), "before:" + text.rstrip("\n"))
        self.assertIn("… +4980", terminal.text())
        terminal.type("next")
        terminal.press("Enter")
        terminal.wait('line: "next"')

    def test_windows_line_ends_and_commands_are_text(self):
        terminal = self.open()
        terminal.paste("a\r\n.quit\r\n\r\nb\r")
        terminal.wait("pasted")
        self.assertEqual(self.last(), b"a\n.quit\n\nb")
        self.assertEqual(terminal.lines(), ["提示> a", ".quit", "", "b", 'pasted: "a\\n.quit\\n\\nb"', "提示>"])

    def test_one_line_waits_for_enter(self):
        terminal = self.open()
        terminal.type("ac")
        terminal.press("Left")
        terminal.paste("b\t粘贴\n")
        terminal.wait("粘贴c")
        terminal.press("End")
        terminal.type("!")
        terminal.press("Enter")
        terminal.wait("line:")
        self.assertEqual(self.last().decode(), "ab\t粘贴c!")

    def test_a_paste_goes_between_what_was_typed(self):
        terminal = self.open()
        terminal.type("f()")
        terminal.press("Left")
        terminal.paste("1,\n2")
        terminal.wait("pasted")
        self.assertEqual(self.last(), b"f(1,\n2)")

    def test_control_characters_in_a_paste_are_shown(self):
        terminal = self.open()
        terminal.paste("a\x1b[2Jb\nc\x9bd\x00e")
        terminal.wait("pasted")
        self.assertEqual(terminal.lines()[:2], ["提示> a\\x1b[2Jb", "c\\u009bde"])

    def test_a_paste_too_large_is_refused_whole(self):
        terminal = self.open()
        terminal.paste("0123456789abcdef\n" * (1 << 20))
        terminal.wait('too long: ""', seconds=60)
        terminal.type("next")
        terminal.press("Enter")
        terminal.wait('line: "next"')

    def test_control_c_leaves_a_paste_without_end(self):
        terminal = self.open()
        terminal.type("\x1b[200~lost")
        time.sleep(1)  # so that Ctrl-C does not come in one piece with the paste
        terminal.press("C-c")
        terminal.wait("interrupted")


class Terminal(Case):
    def test_settings_are_restored(self):
        line = "stty -a >before; %s; stty -a >after" % " ".join(self.command)
        for leave in (["C-d"], ["a", "C-c", "C-d"]):
            with self.subTest(leave=leave):
                terminal = self.open(command=["sh", "-c", line])
                terminal.press(*leave)
                self.assertEqual(terminal.exit_status(), 0)
                self.assertEqual((self.folder / "before").read_text(), (self.folder / "after").read_text())

    def test_control_z_stops_and_fg_goes_on(self):
        terminal = self.open(prompt="$", command=["bash", "--norc", "--noprofile", "-i"], env={"PS1": "$ ", "HISTFILE": ""})
        terminal.type(" ".join(self.command))
        terminal.press("Enter")
        terminal.wait("提示>")
        terminal.type("half")
        terminal.press("C-z")
        terminal.wait("Stopped")
        terminal.type("echo shell")
        terminal.press("Enter")
        terminal.wait("\nshell")
        terminal.type("fg")
        terminal.press("Enter")
        terminal.wait(lambda text: text.count("提示> half") == 2)
        terminal.type(" done")
        terminal.press("Enter")
        terminal.wait('line: "half done"')

    def test_the_prompt_is_bold_unless_no_color(self):
        self.assertIn("\x1b[1m提示>", self.open().coloured())
        self.assertNotIn("\x1b[1m", self.open(env={"NO_COLOR": "1"}).coloured())


class Editor(Case):
    def edit(self, env):
        terminal = self.open(env=env)
        terminal.type(":edit")
        terminal.press("Enter")
        return terminal

    def script(self, text):
        path = self.folder / "my editor"
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)
        return "'%s'" % path

    def test_the_file_is_edited_and_removed(self):
        editor = self.script('echo "$@" >names; ls -ld "$(dirname "$2")" | cut -c1-10 >>names; cat "$2" >>names; printf "新\\n" >>"$2"; printf "\\033[?2004l"\n')
        terminal = self.edit({"EDITOR": editor + " --wait"})
        terminal.wait('"旧\\n新\\n"')
        names = (self.folder / "names").read_text().splitlines()
        self.assertRegex(names[0], r"^--wait %s/viva-edit-\w+/answer\.py$" % self.folder)
        self.assertEqual(names[1:], ["drwx------", "旧"])
        self.assertEqual(list(self.folder.glob("viva-edit-*")), [])
        terminal.paste("a\tb\nc")  # the editor has switched bracketed paste off, and it is on again
        terminal.wait("pasted:")

    def test_control_c_is_the_editors(self):
        terminal = self.edit({"VISUAL": self.script('stty -icanon -echo; trap "echo caught; exit 0" INT; echo ready; while :; do sleep 0.1; done\n')})
        terminal.wait("ready")
        terminal.press("C-c")
        terminal.wait("caught")
        terminal.type("你")
        terminal.press("Enter")
        terminal.wait('line: "你"')

    def test_errors_say_what_to_do(self):
        for editor, message in (("no-such-editor", "the editor 'no-such-editor' could not be started: set $EDITOR to a program that is installed; the text is unchanged"),
                                ("false", "the editor 'false' ended with status 1: the text is unchanged")):
            with self.subTest(editor=editor):
                terminal = self.open(env={"EDITOR": editor}, columns=200)
                terminal.type(":edit")
                terminal.press("Enter")
                terminal.wait("\n" + message + "\n")
        (self.folder / "bin").mkdir()
        terminal = self.open(env={"PATH": str(self.folder / "bin")}, columns=200)
        terminal.type(":edit")
        terminal.press("Enter")
        terminal.wait("there is no editor: neither $VISUAL nor $EDITOR is set, and neither nano nor vi is installed; set one, for example: export EDITOR=emacs")


class Pipe(Case):
    def run_demo(self, given):
        done = subprocess.run(self.command, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**self.env, "TERM": "xterm"}, timeout=60)
        return done.stdout.decode()

    def test_no_prompt_and_no_echo(self):
        self.assertEqual(self.run_demo("一\r\n\ntwo\x1b\tx\n\rlast".encode()), 'line: "一"\nline: ""\nline: "two\\u001b\\tx"\nline: "\\rlast"\nend: ""\n')
        self.assertEqual(self.run_demo(b""), 'end: ""\n')
        self.assertFalse((self.folder / "history").exists())

    def test_a_line_of_a_megabyte_and_one_byte_more(self):
        megabyte = b"x" * (1 << 20)
        self.assertEqual(self.run_demo(megabyte + b"\n" + megabyte + b"\r\ny\n"), "line: 1048576 bytes\nline: 1048576 bytes\nline: \"y\"\nend: \"\"\n")
        self.assertEqual(self.run_demo(megabyte + b"x\ny\n" + megabyte * 5), 'too long: ""\nline: "y"\ntoo long: ""\nend: ""\n')

    def test_a_time_limit(self):
        process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.env)
        process.stdin.write(b":limit\nhal")
        process.stdin.flush()
        self.assertEqual([process.stdout.readline(), process.stdout.readline()], [b'line: ":limit"\n', b'timed out: ""\n'])
        self.assertEqual(process.communicate(b"f\n")[0], b'line: "half"\nend: ""\n')


if __name__ == "__main__":
    runner.main(time_limit=240)
