"""A machine that gives less: runs a program under a seccomp filter that answers the system calls named with "not permitted".

    python3 forbid.py prlimit64 viva grade answers.jsonl
"""

import ctypes
import os
import platform
import struct
import sys

numbers = {"x86_64": {"prlimit64": 302}, "aarch64": {"prlimit64": 261}}[platform.machine()]
set_no_new_privileges, set_seccomp, filter_mode = 38, 22, 2
load, equal, give = 0x20, 0x15, 0x06  # BPF: load a word, skip lines unless equal, return
allow, not_permitted = 0x7FFF0000, 0x00050000 | 1


def instruction(code, if_so, if_not, value):
    return struct.pack("HBBI", code, if_so, if_not, value)


def forbid(name):
    lines = [instruction(load, 0, 0, 0), instruction(equal, 0, 1, numbers[name]), instruction(give, 0, 0, not_permitted), instruction(give, 0, 0, allow)]
    text = ctypes.create_string_buffer(b"".join(lines))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(lines), ctypes.addressof(text)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(set_no_new_privileges, 1, 0, 0, 0) or libc.prctl(set_seccomp, filter_mode, program, 0, 0):
        sys.exit("the filter is refused: " + os.strerror(ctypes.get_errno()))


if __name__ == "__main__":
    forbid(sys.argv[1])
    os.execv(sys.argv[2], sys.argv[2:])
