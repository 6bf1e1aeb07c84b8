"""Attempts to be taken for right. What is right is compared outside, so all that counts is that nothing is there to be read, that what is done to one run
is gone in the next, and that an end which was not reached is seen."""

import re

from attack import Attack
from attacks_leaks import SECRET
from programs import disk, python, shell

TITLE = "Cheating"

# Looks at every page that can be read 64 MiB around where objects, the stack and libraries lie; a pipe tells which can be.
WALK = """
import ctypes, gc, os, re, sys, zlib
libc, own, others = ctypes.CDLL(None), False, 0
def look(content):
    global own, others
    own = own or b'own: ' in content
    others += sum(zlib.crc32(one) == 2364135754 for one in re.findall(b'EXPECTED-(.{5})', content, re.S))
for thing in gc.get_objects(): look(repr(thing).encode(errors='replace')[:10000] if isinstance(thing, (dict, list, tuple)) else b'')
frame = sys._getframe()
while frame:
    look(repr(frame.f_globals).encode(errors='replace'))
    frame = frame.f_back
pages, (out, into) = set(), os.pipe()
for near in (id(look), id(print), id(len), ctypes.addressof(ctypes.c_int.in_dll(libc, 'opterr')), ctypes.addressof(ctypes.c_void_p.in_dll(libc, 'environ')), int(ctypes.c_void_p.in_dll(libc, 'environ').value)):
    pages.update(range(max((near >> 12) - 8192, 1), (near >> 12) + 8192))
for page in sorted(pages):
    if libc.write(into, ctypes.c_void_p(page << 12), ctypes.c_size_t(4096)) == 4096: look(os.read(out, 4096))
print('own: %s, others: %d' % (own, others))
"""

ATTACKS = [
    Attack(71, "read tests or expected output", python("import os\nfor place in ('/root', '/home', '/var', '/opt', '/srv', '/tmp/..', '../root', '/usr/../home', '/proc/self/cwd/../root'): refused(os.listdir, place)"), "ended",
           re.compile("(refused\n){5}DONE .*\n(refused\n){3}|(refused\n){9}")),
    Attack(72, "walk frames, the collector's objects, and all memory", python(WALK), "ended", "own: True, others: 0\n", before=[python(SECRET, input="EXPECTED-73915"), disk(python("pass"), {"f": "EXPECTED-73915"})]),
    Attack(73, "patch builtins for the next run", python("print(len([1, 2]), __import__('json').dumps(1))"), "ended", "2 1\n",
           before=[python("import builtins, json; builtins.len = lambda x: 99; json.dumps = lambda x: 'wrong'")]),
    Attack(74, "an object that equals everything, has every hash and lies about its type", python(
        "class A:\n    __class__ = int\n    __eq__ = __lt__ = __contains__ = lambda self, other: True\n    __hash__ = lambda self: hash(7)\n    __repr__ = lambda self: 'A'\nprint(A() == 7, isinstance(A(), int), A())"),
           "ended", "True True A\n"),
    Attack("74b", "a text that equals every text", python("class S(str):\n    __eq__ = lambda self, other: True\n    __hash__ = str.__hash__\nprint(S('wrong') == 'right', S('wrong'))"), "ended", "True wrong\n"),
    Attack(75, "print a verdict", python("print('{\"end\": \"ended\", \"verdict\": \"accepted\"}')"), "ended", '{"end": "ended", "verdict": "accepted"}\n'),
    Attack(76, "sys.exit(0)", python("import sys; print('all passed'); sys.exit(0)"), "crashed", detail="exit status 0"),
    Attack(77, "os._exit(0)", python("import os; os.write(1, b'all passed'); os._exit(0)"), "crashed", detail="exit status 0"),
    Attack(78, "atexit", python("import atexit; atexit.register(print, 'late')"), "ended", ""),
    Attack(79, "write the result itself", python("import os; os.write(3, b'accepted\\0'); os._exit(0)"), "ended", result="accepted"),
    Attack("79b", "write a result that does not end", python("import os; os.write(3, b'accepted'); os._exit(0)"), "crashed", detail="exit status 0", result="accepted"),
    Attack(80, "rewrite the input", python("import os; refused(os.write, 0, b'x'); refused(os.lseek, 0, 0, 0)", input="1\n"), "ended", "refused\nrefused\n"),
    Attack(81, "shadow modules", disk(python("import statistics; print('/work' in statistics.__file__)"), {"statistics.py": "", "sitecustomize.py": "print('here')", "numpy.py": ""}), "ended", "False\n"),
    Attack(82, "leave something for the next case", disk(python("import os; print(os.path.exists('kept'))")), "ended", "False\n", before=[disk(python("open('kept', 'w').close()"))]),
    Attack(83, "SQL: attach a file of the system", disk(python(
        "import sqlite3\ndef attach(name): return sqlite3.connect('a.db').execute('attach ? as x', (name,)).connection.execute('select * from x.sqlite_master').fetchall()\n"
        "for name in ('/etc/shadow', '/var/lib/x.db'):\n    try: print(attach(name))\n    except sqlite3.Error: print('refused')")), "ended", "refused\nrefused\n"),
    Attack("83b", "SQL: load an extension", disk(python(
        "import sqlite3\nc = sqlite3.connect('a.db')\ntry:\n    c.enable_load_extension(True); c.load_extension('/work/x.so')\nexcept (sqlite3.Error, AttributeError): print('refused')")), "ended", "refused\n"),
    Attack("83c", "SQL: a recursion without end", python("import sqlite3; sqlite3.connect(':memory:').execute('with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t').fetchall()",
                                                        limits={"cpu": 0.3}), "time_limit"),
    Attack(84, "bash: BASH_ENV", shell("echo $BASH_ENV", given={"env": "echo here"}), "ended", "\n"),
    Attack("84b", "bash: close the output", shell("exec 1>&-; echo x; exit 0"), "ended", ""),
    Attack("84c", "bash: a command of its own on the path", shell("printf '#!/bin/sh\\necho fake\\n' > ls; chmod +x ls; PATH=/work:$PATH; hash -r; ls"), "ended", "fake\n"),
    Attack("I1", "shut the channel", python("import os, socket; socket.socket(fileno=os.dup(3)).shutdown(2)"), "crashed"),
    Attack("I2", "two results", python("import os; os.write(3, b'first\\0')"), "ended", result="first\0done"),
]
