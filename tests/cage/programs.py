"""Programs in cages, run through tests/cage/driver.cc as root or as an ordinary user, with or without what the kernel offers.

    with programs.Cage() as cage:                          # an ordinary user
        outcome = cage.run(python("print(1 + 1)"))         # outcome["end"] == "ended", outcome["output"] == "2\\n"
"""

import base64
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import viva  # noqa: E402

# A small harness: it executes the request; an exception's name becomes the result, and sys.exit is what it says; memory that is
# refused is exit status 86.
BOOT = r"""
import ctypes, gc, os, random, sys, traceback
agent = ctypes.PyDLL(os.environ.pop("VIVA_AGENT"))
def refused(function, *arguments, **named):
    try:
        got = function(*arguments, **named)
    except (OSError, ValueError) as error:
        print("refused")
    else:
        print("DONE", repr(got)[:60])
def call(number, *arguments):
    got = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    return "refused" if got < 0 else "DONE %d" % got
exec(compile("pass", "warm", "exec"))  # the first one makes the types of the syntax tree, 0.7 ms
gc.collect()
gc.freeze()
agent.viva_serve()
request = b""
while part := os.read(3, 65536):
    request += part
random.seed(0)
write, leave, flush, result = os.write, os._exit, sys.stdout.flush, b"done"
try:
    exec(compile(request, "answer.py", "exec"), {"__name__": "__main__", "refused": refused, "call": call})
except MemoryError:
    leave(86)
except Exception as error:
    result = type(error).__name__.encode()
    traceback.print_exc()
try:
    flush()
except OSError:
    pass
write(3, result + b"\0")
leave(0)
"""

ENVIRONMENT = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
MIB = 1 << 20


def python(source, imports="", name="python", **launch):
    return {"runtime": {"name": name, "argv": ["/usr/bin/python3", "-s", "-P", "-c", imports + BOOT], "warm": True, "environment": ENVIRONMENT}, "request": source, **launch}


def files(given):
    return [{"path": path, "text": text} for path, text in given.items()]


def disk(launch, given=None, **limits):
    """The launch with a work folder."""
    launch["limits"] = {"disk": MIB, **launch.get("limits", {}), **limits}
    if given:
        launch["files"] = files(given)
    return launch


def cold(*argv, given=None, processes=8, limits=None, environment=None, **launch):
    return disk({"runtime": {"name": argv[0].rsplit("/", 1)[-1], "environment": {"PATH": "/usr/bin:/bin", **(environment or {})}}, "argv": list(argv), "may_execute": True,
                 "limits": {"processes": processes, **(limits or {})}, **launch}, given)


def shell(script, **launch):
    return cold("/bin/bash", "-c", script, **launch)


def javascript(source, calls=(), **launch):
    """As scripts/languages/javascript.lua runs it."""
    harness = (viva.top / "scripts" / "lib" / "javascript-harness.lua").read_text(encoding="utf-8").split("return [==[\n")[1].split("]==]")[0]
    request = {"source": source, "arguments": [], **({"calls": list(calls)} if calls else {})}
    return {"runtime": {"name": "javascript", "environment": {"PATH": "/usr/bin:/bin", "TZ": "UTC", "OPENSSL_CONF": "/dev/null", "NODE_NO_WARNINGS": "1"}},
            "argv": ["/usr/bin/node", "--max-old-space-size=4096", "-e", harness], "request": json.dumps(request), **launch,
            "limits": {"memory": 200 << 20, "reserve": 8 << 30, "wall": 20, **launch.get("limits", {})}}


def python_processes(source, **launch):
    """A cold Python that may make processes, with the same `refused` and `call`."""
    head = "import ctypes, os, sys, time" + BOOT[BOOT.index("\ndef refused"):BOOT.index("gc.collect")]
    return cold("/usr/bin/python3", "-I", "-c", head + source, **launch)


def text(value):
    """A string of an outcome as bytes."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value.encode()


class Cage:
    def __init__(self, root=False, without="", accepted=()):
        self.person = viva.Person(root=root)
        folder = self.person.home / "programs"
        folder.mkdir()
        for name in ("tests/viva-cage-driver", "tests/viva-without", "viva-cage", "libviva-agent.so"):
            copy = folder / pathlib.Path(name).name
            copy.write_bytes((viva.build / name).read_bytes())
            copy.chmod(0o755)
        folder.chmod(0o755)
        self.person.home.chmod(0o755)
        command = ([str(folder / "viva-without"), without] if without else []) + [str(folder / "viva-cage-driver"), *accepted]
        self.process = subprocess.Popen(viva.as_nobody(command) if self.person.is_nobody else command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env=self.person.env, cwd=self.person.home, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.stdin.closed:
            return
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
        self.person.close()

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("the engine has ended")
        return json.loads(line)

    def ask(self, message):
        self.send(message)
        return self.receive()

    def run(self, launch):
        return self.ask(launch)

    def state(self):
        return self.ask({"state": True})

    def servers(self):
        """Process ids of viva-cage as the engine started it, and below each of the process that serves."""
        return {first: children(first) for first in children(self.process.pid)}


def children(process):
    try:
        tasks = list(pathlib.Path("/proc/%d/task" % process).iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def descendants(process):
    found = []
    for child in children(process):
        found += [child] + descendants(child)
    return found
