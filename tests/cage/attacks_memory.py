"""Attacks on memory."""

from attack import Attack
from programs import disk, python, python_processes

TITLE = "Memory"

ATTACKS = [
    Attack(35, "touch more and more", python("kept = []\nwhile True: kept.append(b'x' * 1000000)", limits={"memory": 64 << 20}), "memory_limit"),
    Attack(36, "reserve 64 GB", python("import mmap; refused(mmap.mmap, -1, 64 << 30)"), "ended", "refused\n"),
    Attack(37, "a file in memory", python("import os; refused(os.memfd_create, 'x')"), "ended", "refused\n"),
    Attack("37b", "use up memory by files", disk(python("def fill():\n    for i in range(1000): open('f%d' % i, 'w').write('x' * 100000)\nrefused(fill)")), "ended", "refused\n"),
    Attack(38, "System V shared memory", python("call(29, 0, 1 << 30, 0o1600)"), "policy", detail="forbidden call: shmget"),
    Attack(39, "a deep stack", python("import sys; sys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1) + max(n, *[1])\nf(0)"), "memory_limit"),
    Attack("39b", "a deep stack of C", python("import sys; sys.setrecursionlimit(10**9)\nx = []\nfor i in range(10**6): x = [x]\nrepr(x)", limits={"cpu": 6, "wall": 12}), "crashed", detail="signal: Segmentation fault"),
    Attack(40, "children that nobody reaps", python_processes("for i in range(200):\n    if os.fork() == 0: os._exit(0)\ntime.sleep(1)"), "process_limit"),
    Attack(41, "catch MemoryError and go on", python("kept = []\nwhile True:\n    try: kept.append(bytes(1 << 20))\n    except MemoryError: pass", limits={"memory": 64 << 20, "cpu": 0.5}),
           "time_limit"),
    Attack("41b", "one list that grows at once", python("x = [0] * (1 << 33)"), "memory_limit"),
    Attack("41c", "say that memory was refused", python("import os; os.write(3, b'accepted'); os._exit(86)"), "memory_limit", result="accepted"),
    Attack("D1", "share the load among processes", python_processes("for i in range(6):\n    if os.fork() == 0:\n        kept = bytearray(60 << 20); time.sleep(3); os._exit(0)\ntime.sleep(3)", limits={"memory": 200 << 20}),
           "memory_limit"),
    Attack("D2", "lock pages", python("import mmap, ctypes\nprint(call(149, 0, 4096))"), "ended", "refused\n"),
]
