"""Attempts to learn what is none of a program's business."""

import re

from attack import Attack
from programs import python, python_processes, shell

TITLE = "Leaks"

ATTACKS = [
    Attack(66, "the environment", python("import os; print(sorted(os.environ))"), "ended", "['LC_CTYPE', 'OPENBLAS_NUM_THREADS', 'PYTHONHASHSEED']\n"),
    Attack(67, "the processes of the host", python("import os; refused(os.listdir, '/proc')"), "ended", "DONE []\n", elsewhere=("ended", "", "refused\n")),
    Attack("67b", "the processes of the host, where there is a /proc", python_processes("print([n for n in os.listdir('/proc') if n.isdigit()]); refused(open, '/proc/cpuinfo'); refused(open, '/proc/self/../mounts')"), "ended",
           re.compile(r"\['1', '2'\]\nrefused\n.*\n")),
    Attack(68, "what a traceback shows", python("import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: print([frame.filename for frame in traceback.extract_stack()])"), "ended",
           "['<string>', 'answer.py']\n"),
    Attack(69, "the time others take: performance counters", python("call(298, 0, 0, -1, -1, 0)"), "policy", detail="forbidden call: perf_event_open"),
    Attack(70, "what the run before left in memory and in the generator", python("import random, sys; print(random.random(), hasattr(sys, 'kept'))"), "ended", "0.8444218515250481 False\n",
           before=[python("import random, sys; sys.kept = 'secret'; random.seed(7)")]),
    Attack("H1", "the name of the machine", python("import os; print(os.uname().nodename)"), "ended", "viva\n", elsewhere=("ended", "", None)),
    Attack("H2", "who it is", python("import os; print(0 in (os.getuid(), os.getgid()), os.getgroups())"), "ended", "False []\n"),
    Attack("H3", "mounts and the root", shell("cat /proc/self/mountinfo | grep -c -e /home -e /root -e /var; ls /"), "ended", "0\nbin\ndev\netc\nlib\nlib64\nproc\ntmp\nusr\nviva\nwork\n"),
]
