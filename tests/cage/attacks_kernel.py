"""Attacks on the kernel."""

from attack import Attack
from programs import python, python_processes

TITLE = "Kernel"

CODE = """
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=7)
page.write(bytes.fromhex('%s'))
ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
"""

ATTACKS = [
    Attack(57, "inherited descriptors", python("import os\ndef there(n):\n    try: os.fstat(n); return True\n    except OSError: return False\nprint([n for n in range(5000) if there(n)])"), "ended",
           "[0, 1, 2, 3]\n"),
    Attack(58, "use up the descriptors", python("import os\nopened = [0, 1, 2, 3]\ntry:\n    while True: opened.append(os.dup(0))\nexcept OSError: print(len(opened))"), "ended", "64\n"),
    Attack(59, "the keyring", python("call(248, b'user', b'x', b'y', 1, -3)"), "policy", detail="forbidden call: add_key"),
    Attack("59b", "keyctl", python("call(250, 0, -3, 0)"), "policy", detail="forbidden call: keyctl"),
    Attack(60, "io_uring", python("call(425, 1, 0)"), "policy", detail="forbidden call: io_uring_setup"),
    Attack(61, "bpf", python("call(321, 5, 0, 0)"), "policy", detail="forbidden call: bpf"),
    Attack("61b", "perf_event_open", python("call(298, 0, 0, -1, -1, 0)"), "policy", detail="forbidden call: perf_event_open"),
    Attack("61c", "userfaultfd", python("call(323, 0)"), "policy", detail="forbidden call: userfaultfd"),
    Attack(62, "a user namespace inside", python("call(272, 0x10000000)"), "policy", detail="forbidden call: unshare"),
    Attack("62b", "a user namespace by clone", python_processes("call(56, 0x10000000 | 17, 0, 0, 0, 0)"), "policy"),
    Attack(63, "a call of the 32-bit ABI", python(CODE % "b814000000cd80c3"), "policy", detail="forbidden call"),
    Attack("63b", "a call of the x32 ABI", python(CODE % "b8270000400f05c3"), "policy", detail="forbidden call"),
    Attack(64, "TIOCSTI with high bits", python("import ctypes; print(ctypes.CDLL(None).syscall(16, 0, ctypes.c_ulong((1 << 32) | 0x5412), b'x'))"), "policy", detail="forbidden call: ioctl"),
    Attack(65, "a lock as a channel between runs", python("import fcntl; f = open('/usr/bin/env'); refused(fcntl.flock, f, fcntl.LOCK_EX); refused(fcntl.lockf, f, fcntl.LOCK_SH)"), "ended",
           "refused\nrefused\n"),
    Attack("G1", "a filter of its own", python("call(317, 1, 0, 0)"), "policy", detail="forbidden call: seccomp"),
    Attack("G2", "become another user", python("import os; os.setuid(0)"), "policy", detail="forbidden call: setuid"),
    Attack("G3", "watch files of all runs", python("print(call(253), call(294, 0))"), "ended", "refused refused\n"),
    Attack("G4", "join a namespace", python("call(308, 0, 0)"), "policy", detail="forbidden call: setns"),
    Attack("G5", "mount by the new calls", python("call(430, b'tmpfs', 0)"), "policy", detail="forbidden call: fsopen"),
    Attack("G6", "load a module", python("call(313, 0, b'', 0)"), "policy", detail="forbidden call: finit_module"),
    Attack("G7", "open a file by its handle", python("call(304, 0, 0, 0)"), "policy", detail="forbidden call: open_by_handle_at"),
    Attack("G8", "a call that does not exist yet", python("print(call(900))"), "ended", "refused\n"),
]
