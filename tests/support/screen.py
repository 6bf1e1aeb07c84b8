"""A real terminal (tmux) around a program.

    with screen.Screen(person.command([]), person.env, columns=40) as terminal:
        terminal.wait("lua> ")
        terminal.type(".list"); terminal.press("Enter")
        self.assertEqual(terminal.lines()[:2], […])

Texts are what a person sees: cells of the screen, without colours, lines without trailing blanks.
"""

import contextlib
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import tempfile
import time


class Screen:
    def __init__(self, command, env, columns=80, rows=24, cwd="/"):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="viva-screen-"))
        # What the program left on the screen can still be read when it has ended.
        settings = "set -g remain-on-exit on\nset -g remain-on-exit-format ''\nset -g status off\nset -g history-limit 20000\nset -g escape-time 0\n"
        (self.folder / "settings").write_text(settings)
        variables = ["%s=%s" % pair for pair in {**env, "TERM": "screen"}.items()]
        line = "exec " + " ".join(shlex.quote(word) for word in ["env", "-i", *variables, *command])
        self.group = int(self.tmux("-f", str(self.folder / "settings"), "new-session", "-d", "-P", "-F", "#{pane_pid}", "-x", str(columns), "-y", str(rows),
                                   "-c", str(cwd), line))

    def tmux(self, *arguments, input=None):
        done = subprocess.run(["tmux", "-u", "-S", str(self.folder / "socket"), *arguments], input=input, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=20, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(self.folder), "SHELL": "/bin/sh"})
        if done.returncode != 0:
            raise RuntimeError("tmux %s: %s" % (arguments[0], done.stderr.decode().strip()))
        return done.stdout.decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Takes the terminal away, and waits for what was running in it: its last deeds belong to the test that started it."""
        try:
            self.tmux("kill-server")
            end = time.monotonic() + 5
            while self.is_running() and time.monotonic() < end:
                time.sleep(0.01)
            if self.is_running():
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.group, signal.SIGKILL)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def is_running(self):
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                state, _, group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:  # has just ended
                continue
            if int(group) == self.group and state not in "ZX":
                return True
        return False

    def type(self, text):
        """Characters as if typed one by one, none of them special to tmux."""
        self.tmux("send-keys", "-l", "--", text)

    def press(self, *keys):
        """Keys by their names in tmux: Enter, Tab, Up, C-c, C-d, M-b, …"""
        self.tmux("send-keys", *keys)

    def paste(self, text):
        """As one paste; bracketed if the program has asked for that."""
        self.tmux("load-buffer", "-", input=text.encode())
        self.tmux("paste-buffer", "-p", "-r", "-d")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def text(self, history=False):
        return "\n".join(self.lines(history))

    def lines(self, history=False):
        """Down to the last line that is not empty; with what has scrolled away when `history` is set."""
        lines = [line.rstrip() for line in self.tmux("capture-pane", "-p", *(["-S", "-"] if history else [])).split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def coloured(self):
        """The screen with escape sequences."""
        return self.tmux("capture-pane", "-p", "-e")

    def cursor(self):
        """Column and row, both from 0."""
        return tuple(int(number) for number in self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split())

    def wait(self, wanted, seconds=30, history=False):
        """Until the text is on the screen, or `wanted(text)` holds; returns the screen's text."""
        holds = wanted if callable(wanted) else lambda text: wanted in text
        end = time.monotonic() + seconds
        while True:
            text = self.text(history)
            if holds(text):
                return text
            if time.monotonic() > end:
                raise AssertionError("not seen in %s s: %r. The screen:\n%s" % (seconds, wanted, text))
            time.sleep(0.02)

    def exit_status(self, seconds=10):
        """Waits for the program's end. A signal counts as 128 and its number, as in a shell."""
        end = time.monotonic() + seconds
        while True:
            dead, status, sign = self.tmux("display-message", "-p", "#{pane_dead},#{pane_dead_status},#{pane_dead_signal}").strip().split(",")
            if dead == "1" and (status or sign):  # the pane may be known to be dead before it is known how
                return int(status) if status else 128 + int(sign)
            if dead == "1":
                self.tmux("run-shell", "true")  # tmux 3.3 sometimes misses that its child has ended, until the next one does
            if time.monotonic() > end:
                raise AssertionError("still running after %s s. The screen:\n%s" % (seconds, self.text()))
            time.sleep(0.02)
