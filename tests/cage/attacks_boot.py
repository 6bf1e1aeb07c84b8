"""Attacks by the boot text of a warm interpreter, which comes with a question bank: before any run, in the process that makes the runs."""

from attack import Attack
from attacks_kernel import CODE
from programs import python

TITLE = "Boot text"

HELP = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
sys.seen = []
def attempt(number, *arguments): sys.seen.append("refused" if libc.syscall(number, *arguments) < 0 else "DONE")
def attempt_to(function, *arguments):
    try: function(*arguments)
    except OSError: sys.seen.append("refused")
    else: sys.seen.append("DONE")
"""
COUNT = [0]


def boot(text, source="import sys; print(*sys.seen)", **launch):
    COUNT[0] += 1
    return python(source, imports=HELP + text + "\n", name="boot-%d" % COUNT[0], **launch)


def refused(count):
    return " ".join(["refused"] * count) + "\n"


ATTACKS = [
    Attack("J1", "read files of this machine", boot("for place in ('/etc/shadow', '/etc/hostname', '/root', '/home', '/var/log', '/proc/1/environ', '/etc/ssh'): attempt_to(os.open, place, 0)"), "ended",
           refused(7)),
    Attack("J2", "write where runs read", boot("for place in ('/usr/bin/env', '/viva/agent.so', '/etc/passwd', '/usr/new'): attempt_to(os.open, place, os.O_RDWR | os.O_CREAT)"), "ended", refused(4)),
    Attack("J3", "the network", boot("import socket\nfor family in (2, 10, 16, 17, 40): attempt_to(socket.socket, family, 2)"), "ended", refused(5)),
    Attack("J4", "a user namespace, to have every capability", boot("for flags in (0x10000000, 0x10020000, 0x30000000): attempt(272, flags)\nattempt(56, 0x10000000 | 17, 0, 0, 0, 0)\nattempt(435, 0, 88)"), "ended", refused(5)),
    Attack("J5", "bind a place to another, change a mount, move it, take it away", boot(
        "for flags in (0x1000, 0x5000, 0x20, 0x1020, 0x2000, 0x40000): attempt(165, b'/usr', b'/work', 0, flags, 0)\nfor place in (b'/usr', b'/work', b'/viva/proc'): attempt(166, place, 2)\n"
        "attempt(429, -100, b'/usr', -100, b'/work', 0)\nattempt(428, -100, b'/', 1)\nattempt(442, -100, b'/', 0, 0, 0)"), "ended", refused(12)),
    Attack("J6", "leave the root", boot("attempt(161, b'/usr')\nattempt(155, b'/', b'/work')\nattempt(304, -100, 0, 0)"), "ended", refused(3)),
    Attack("J7", "other namespaces", boot("attempt(308, os.open('/usr', 0), 0x20000)\nattempt(308, 0, 0)\nattempt(272, 0x40000000)\nattempt(272, 0x08000000)"), "ended", refused(4)),
    Attack("J8", "the far corners of the kernel", boot("for call in ((101, 0, 0, 0, 0), (321, 5, 0, 0), (298, 0, 0, -1, -1, 0), (323, 0), (425, 1, 0), (250, 0, -3, 0), (248, b'user', b'x', b'y', 1, -3), (175, 0, 0, 0), "
                                                    "(246, 0, 0, 0, 0), (169, 0, 0, 0, 0), (300, 0, 0), (135, 8), (430, b'tmpfs', 0), (29, 0, 4096, 0o1600)): attempt(*call)"), "ended", refused(14)),
    Attack("J9", "a call of the 32-bit ABI", boot(CODE % "b814000000cd80c3"), "engine_error"),
    Attack("J10", "read the memory of the engine", boot("attempt(310, os.getppid() or 1, 0, 0, 0, 0, 0)\nattempt(101, 16, os.getppid() or 1, 0, 0)\nattempt(438, 3, 0, 0)"), "ended", refused(3)),
    Attack("J11", "not to die with the engine", boot("attempt(157, 1, 0)\nattempt(157, 1, 15)"), "ended", refused(2)),
    Attack("J12", "raise limits", boot("import resource as r\nfor what in (r.RLIMIT_NPROC, r.RLIMIT_NOFILE):\n    try: r.setrlimit(what, (1 << 22, 1 << 22))\n    except (OSError, ValueError): sys.seen.append('refused')\n    else: sys.seen.append('DONE')"),
           "ended", refused(2)),
    Attack("J13", "kill processes outside", boot("for signal in (0, 15, 9): attempt_to(os.kill, os.getppid() or 1 << 22, signal)"), "ended", refused(3)),
    Attack("J14", "say nonsense to the engine", boot("os.write(3, b'x' * 1000)"), "engine_error"),
    Attack("J15", "say that a run has ended before there is one", boot("os.write(3, bytes([5]) + bytes(167))\nos.write(3, bytes([4, 0, 0, 0]))"), "engine_error"),
    Attack("J16", "flood the engine", boot("import fcntl\nfcntl.fcntl(2, 4, 0o4000)\ntry:\n    while True: os.write(2, b'x\\n' * 32768)\nexcept OSError: os._exit(1)"), "engine_error"),
    Attack("J17", "end at once", boot("os._exit(0)"), "engine_error"),
    Attack("J18", "leave a process behind", boot("if os.fork() == 0:\n    import time\n    os.setsid()\n    time.sleep(1000)\nos._exit(3)"), "engine_error"),
    Attack("J19", "complain in what is no UTF-8", boot("os.write(2, b'\\xff\\x1b[2J'); os._exit(1)"), "engine_error", detail="runtime 'boot-19' does not start: ??[2J"),
    # What is left to it: it hides files from its own runs. The innocent program that follows has them.
    Attack("J20", "an empty file system over /usr/share", boot("attempt(165, b'x', b'/usr/share', b'tmpfs', 6, b'size=1m')", "import os, sys; print(*sys.seen, len(os.listdir('/usr/share')) > 0)"), "ended",
           "DONE False\n", elsewhere=("ended", "", "refused True\n")),
]
