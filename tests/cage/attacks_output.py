"""Attacks by what is printed."""

from attack import Attack
from programs import python, shell

TITLE = "Output"

ATTACKS = [
    Attack(50, "flood standard output", python("while True: print('x' * 1000)"), "output_limit"),
    Attack(51, "flood standard error", python("import sys\nwhile True: print('x' * 1000, file=sys.stderr)"), "output_limit"),
    Attack(52, "drip", python("import time\nwhile True: print('.', flush=True); time.sleep(0.05)", limits={"wall": 0.4}), "idle_limit"),
    Attack(53, "zeros and bytes that are no UTF-8", python("import os; os.write(1, b'\\0\\xff\\xfe')"), "ended", "\0\ufffd\ufffd"),
    Attack(54, "one line of 1 GB", python("import os\nblock = b'x' * 1000000\nwhile True: os.write(1, block)"), "output_limit"),
    Attack(55, "close standard output", python("import os; os.close(1); os.close(2)"), "ended", ""),
    Attack(56, "terminal codes and JSON", python("print('\\x1b[2J{\"end\": \"ended\"}')"), "ended", '\x1b[2J{"end": "ended"}\n'),
    Attack("F1", "flood the result", python("import os\nwhile True: os.write(3, b'x' * 65536)"), "output_limit"),
    Attack("F2", "splice zeros to standard output", python("import os\nz = os.open('/dev/zero', os.O_RDONLY)\nwhile True: os.splice(z, 1, 65536)", limits={"cpu": 0.5, "wall": 2}), "output_limit"),
    Attack("F3", "end at once after the last allowed byte", python("import sys; sys.stdout.write('x' * (1 << 20))"), "ended", "x" * (1 << 20)),
    Attack("F4", "one byte more", python("import sys; sys.stdout.write('x' * ((1 << 20) + 1))"), "output_limit"),
    Attack("F5", "print from what stays behind", shell("(sleep 0.2; echo late) & echo early"), "ended", "early\n"),
]
