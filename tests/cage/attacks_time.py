"""Attacks on time."""

from attack import Attack
from programs import disk, python, python_processes

TITLE = "Time"

UNWAITED = """
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
while True:
    if os.fork() == 0:
        end = time.process_time() + %s
        while time.process_time() < end: pass
        os._exit(0)
    try: os.wait()
    except OSError: pass
"""
SHORT = {"cpu": 0.2, "wall": 3}

ATTACKS = [
    Attack(42, "spin", python("while True: pass", limits=SHORT), "time_limit"),
    Attack(43, "sleep", python("import time; time.sleep(60)", limits={"wall": 0.2}), "idle_limit"),
    Attack(44, "read what never comes", python("import os; r, w = os.pipe(); os.read(r, 1)", limits={"wall": 0.2}), "idle_limit"),
    Attack("44b", "read standard input where there is none", python("import sys; print(repr(sys.stdin.read()))"), "ended", "''\n"),
    Attack(45, "a regular expression that backtracks", python("import re; re.match(r'(a+)+$', 'a' * 60 + 'b')", limits=SHORT), "time_limit"),
    Attack(46, "a huge integer to text", python("import sys; sys.set_int_max_str_digits(0); str(7 ** (10 ** 7))", limits=SHORT), "time_limit"),
    Attack(47, "CPU time of children", python_processes("for i in range(3):\n    if os.fork() == 0:\n        while True: pass\ntime.sleep(10)", limits={"cpu": 0.3}), "time_limit"),
    Attack("47b", "CPU time of many short children", python_processes("while True:\n    if os.fork() == 0:\n        for i in range(300000): pass\n        os._exit(0)\n    os.wait()", limits={"cpu": 0.3}),
           "time_limit"),
    Attack("47c", "CPU time of children that nobody waits for", python_processes(UNWAITED % 0.05, limits={"cpu": 0.3, "wall": 3}), "time_limit"),
    Attack("47d", "CPU time of many short children that nobody waits for", python_processes(UNWAITED % 0.002, limits={"cpu": 0.3, "wall": 3}), "time_limit"),
    Attack(48, "a loop in C that keeps the interpreter", python("sum(range(10 ** 12))", limits=SHORT), "time_limit"),
    Attack(49, "a loop while it is imported", disk(python("import sys; sys.path.insert(0, '/work'); import m", limits=SHORT), {"m.py": "while True: pass"}), "time_limit"),
    Attack("E1", "sleep in the kernel with every signal blocked", python("import signal, time; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65)); time.sleep(60)", limits={"wall": 0.2}),
           "idle_limit"),
    Attack("E2", "open a FIFO that nobody writes", disk(python("import os; os.mkfifo('f'); open('f')", limits={"wall": 0.2})), "idle_limit"),
]
