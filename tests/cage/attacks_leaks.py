"""Attempts to learn what is none of a program's business."""

import re

from attack import Attack
from attacks_kernel import CODE
from programs import python, python_processes, shell

TITLE = "Leaks"

# A run before, of which another one is to see nothing. What looks for the number knows its checksum only.
SECRET = "kept = ['EXPECTED-73915'] * 1000; print(kept[0])"
FRAMES = """
import re, sys, traceback, zlib
try: 1 / 0
except ZeroDivisionError as error: text = ''.join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
files, frame = [], sys._getframe()
while frame:
    files.append(frame.f_code.co_filename)
    text += repr(frame.f_locals) + repr(frame.f_globals)
    frame = frame.f_back
text += repr(sys.modules) + repr(sys.argv) + repr(sys.orig_argv)
print(files, [one for one in re.findall('EXPECTED-(.{5})', text) if zlib.crc32(one.encode()) == 2364135754] + re.findall('viva-' 'home|viva-' 'copy|/ro' 'ot/|/va' 'r/', text))
"""
CLOCKS = """
import os, time
def there(process):
    try: time.clock_gettime(~process << 3 | 2)
    except OSError: return False
    return True
print(sum(there(n) for n in range(1, 100000) if n != os.getpid()), 'others')
"""

ATTACKS = [
    Attack(66, "the environment", python("import os; print(sorted(os.environ))"), "ended", "['LC_CTYPE', 'OPENBLAS_NUM_THREADS', 'PYTHONHASHSEED']\n"),
    Attack(67, "the processes of the host", python("import os; refused(os.listdir, '/proc')"), "ended", "DONE []\n", elsewhere=("ended", "", "refused\n")),
    Attack("67b", "the processes of the host, where there is a /proc", python_processes("print([n for n in os.listdir('/proc') if n.isdigit()]); refused(open, '/proc/cpuinfo'); refused(open, '/proc/self/../mounts')"), "ended",
           re.compile(r"\['1', '2'\]\nrefused\n.*\n")),
    Attack(68, "what a traceback shows, with all variables of all frames", python(FRAMES, input="in"), "ended", re.compile(r"\['answer.py', '<string>'\] \[\]\n"), before=[python(SECRET)]),
    Attack(69, "the time others take: performance counters", python("call(298, 0, 0, -1, -1, 0)"), "policy", detail="forbidden call: perf_event_open"),
    Attack("69b", "the time others take: counters of the processor", python(CODE % "31c90f33c3"), "crashed", detail="signal: Segmentation fault"),
    Attack("69c", "the time others take: their clocks", python(CLOCKS), "ended", "0 others\n"),
    Attack("69d", "the time others take: what the kernel tells of them", python_processes(
        "for name in ('stat', 'loadavg', 'schedstat', 'interrupts', 'uptime', 'pressure/cpu', '1/schedstat', '1/stack', '1/wchan'): refused(lambda: open('/proc/' + name).read(1) or ' ')"), "ended",
           re.compile("(refused\n){6,7}(.*\n){2,3}")),
    Attack(70, "what the run before left in memory and in the generator", python("import random, sys; print(random.random(), hasattr(sys, 'kept'))"), "ended", "0.8444218515250481 False\n",
           before=[python("import random, sys; sys.kept = 'secret'; random.seed(7)")]),
    Attack("H1", "the name of the machine", python("import os; print(os.uname().nodename)"), "ended", "viva\n", elsewhere=("ended", "", None)),
    Attack("H2", "who it is", python("import os; print(0 in (os.getuid(), os.getgid(), *os.getgroups()))"), "ended", "False\n"),
    Attack("H3", "mounts and the root", shell("cut -d ' ' -f 5 /proc/self/mountinfo | grep -c -e /home -e /root -e /var; cut -d ' ' -f 5 /proc/self/mountinfo | grep -c ^/work$; ls /"), "ended", "0\n1\nbin\ndev\netc\nlib\nlib64\nproc\ntmp\nusr\nviva\nwork\n"),
]
