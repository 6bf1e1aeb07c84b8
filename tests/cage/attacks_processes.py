"""Attacks with processes, threads and signals."""

from attack import Attack
from programs import cold, python, python_processes, shell

TITLE = "Processes"

ATTACKS = [
    Attack(16, "fork where that is not allowed", python("import os\nwhile True: os.fork()"), "process_limit", detail="forbidden call: clone"),
    Attack("16b", "fork bomb of a shell", shell("f() { f | f & }; f; sleep 3"), "process_limit"),
    Attack("16c", "fork bomb that goes on when refused", python_processes("while True:\n    try: os.fork()\n    except OSError: pass"), "process_limit"),
    Attack("16d", "a shell that may not make processes", cold("/bin/sh", "-c", "id; id", processes=0), "policy", detail="forbidden call"),
    Attack(17, "thread bomb", python("import threading, time\nfor i in range(10000): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()"), "ended", result="RuntimeError"),
    Attack(18, "fork twice, setsid, stay", python_processes("if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0: time.sleep(60)\n    os._exit(0)\nprint('gone')"), "ended", "gone\n"),
    Attack(19, "the parent ends, the child stays", shell("sleep 60 & echo gone"), "ended", "gone\n"),
    Attack(20, "kill everybody", python("import os; refused(os.kill, -1, 9); print('alive')"), "ended", "refused\nalive\n"),
    Attack("20b", "kill everybody, among processes", python_processes("if os.fork() == 0: time.sleep(60)\nos.kill(-1, 9); print('alive')"), "ended", "alive\n"),
    Attack(21, "stop and kill the supervisor", python("import os\nfor signal in (19, 9): refused(os.kill, os.getppid() or 1 << 22, signal)"), "ended", "refused\nrefused\n"),
    Attack("21b", "kill the keeper", python_processes("for signal in (19, 9):\n    try: os.kill(1, signal)\n    except OSError: pass\ntime.sleep(0.05); print('alive')"), "ended", "alive\n"),
    Attack(22, "kill the warm parent, whatever its number", python(
        "import os, signal\nfor n in range(2, 3000):\n    for s in (15, 9, 19):\n        try: os.kill(n, s)\n        except OSError: pass\nprint('alive')"), "ended", "alive\n"),
    Attack(23, "ptrace", python("call(101, 16, 1, 0, 0)"), "policy", detail="forbidden call: ptrace"),
    Attack(24, "write another's memory", python("call(311, 1, 0, 0, 0, 0, 0)"), "policy", detail="forbidden call: process_vm_writev"),
    Attack(25, "take another's descriptor", python("call(438, 3, 0, 0)"), "policy", detail="forbidden call: pidfd_getfd"),
    Attack(26, "ignore SIGTERM and SIGXCPU", python("import signal\nsignal.signal(15, signal.SIG_IGN); signal.signal(24, signal.SIG_IGN)\nwhile True: pass", limits={"cpu": 0.2}),
           "time_limit"),
    Attack(27, "raise the limits", python("import resource as r\nfor what in (r.RLIMIT_AS, r.RLIMIT_NOFILE, r.RLIMIT_CPU): refused(r.setrlimit, what, (r.RLIM_INFINITY, r.RLIM_INFINITY))"),
           "ended", "refused\n" * 3),
    Attack(28, "stop itself", python("import os, signal; os.kill(os.getpid(), signal.SIGSTOP); print('on')"), "ended", "on\n", elsewhere=("ended", "", "")),
    Attack("28b", "stop itself, among processes", shell("kill -STOP $$; echo on", limits={"wall": 0.3}), "idle_limit"),
    Attack("B1", "kill its process group", python("import os, signal; os.kill(0, signal.SIGTERM); os.killpg(0, 9); print('alive')"), "ended", "alive\n", elsewhere=("ended", "", "")),
    Attack("B2", "a handler for forbidden calls", python("import signal, socket\nsignal.signal(signal.SIGSYS, lambda *a: None)\nsocket.socket()"), "policy",
           detail="forbidden call: socket"),
    Attack("B3", "block the signal of forbidden calls", python("import signal, socket\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nsocket.socket()"), "policy"),
    Attack("B4", "no more dying with the parent", python("print(call(157, 1, 0))"), "ended", "refused\n"),
    Attack("B5", "a thread by clone3", python("print(call(435, 0, 64))"), "ended", "refused\n"),
    Attack("B6", "kill itself", shell("kill -9 $$"), "crashed", detail="signal: Killed"),
    Attack("B7", "threads that share the CPU time", python("import threading, hashlib\ndata = b'x' * 10000000\ndef spin():\n    while True: hashlib.sha256(data)\n"
                                                          "for i in range(8): threading.Thread(target=spin).start()\nspin()", limits={"cpu": 0.4}), "time_limit"),
    Attack("B8", "fork from a thread of a signal handler", python("import os, signal\nsignal.signal(14, lambda *a: os.fork())\nsignal.setitimer(signal.ITIMER_REAL, 0.01)\nwhile True: pass"), "process_limit",
           detail="forbidden call: clone"),
]
