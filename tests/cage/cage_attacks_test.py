#!/usr/bin/python3
"""Programs that mean harm: what comes of each is pinned in the attacks_*.py beside, for root, for an ordinary user, and where namespaces are refused.

After each attack nothing may be left over (process, mount, IPC object, descriptor, file), the engine must be alive, and an innocent program must have its usual
outcome. `tests/cage/cage_attacks_test.py --write` writes README.md, which says what came of each.
"""

import os
import pathlib
import re
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here))
import attack  # noqa: E402
import attacks_boot  # noqa: E402
import attacks_cheating  # noqa: E402
import attacks_files  # noqa: E402
import attacks_javascript  # noqa: E402
import attacks_kernel  # noqa: E402
import attacks_leaks  # noqa: E402
import attacks_memory  # noqa: E402
import attacks_network  # noqa: E402
import attacks_output  # noqa: E402
import attacks_processes  # noqa: E402
import attacks_time  # noqa: E402
import programs  # noqa: E402
import runner  # noqa: E402

page = here / "README.md"
anew = "tests/cage/README.md is not true; after a change that is meant: tests/cage/cage_attacks_test.py --write"
GROUPS = [attacks_files, attacks_processes, attacks_network, attacks_memory, attacks_time, attacks_output, attacks_kernel, attacks_leaks, attacks_cheating, attacks_javascript, attacks_boot]
INNOCENT = "import sys; print(sys.stdin.read(), 6 * 7)"

HEAD = """# Attacks by candidates' programs, and what came of them

Written by `tests/cage/cage_attacks_test.py --write`; the attacks are in the files `attacks_*.py`, with what must come of each. The same test runs them as root and as
an ordinary user, with the same outcome, and a second time where namespaces are refused, as in a container with a strict profile. *needs namespaces* there: such a program
does not run on such a machine, and its answer is ungraded. Numbers are those of the list of attacks that the project started from; those with letters came later.
"""


class Residue:
    """What is there before an attack and must be the same after it."""

    def __init__(self, cage):
        self.cage = cage

    def look(self):
        left = [process for first in self.cage.servers() for server in programs.children(first) for process in programs.descendants(server)]
        return {"processes of runs": left,
                "mounts": [line for line in pathlib.Path("/proc/self/mountinfo").read_text().splitlines() if re.search(r" - (tmpfs (cage|work)|proc proc) .*|viva", line) and " /proc " not in line],
                "IPC objects": [pathlib.Path("/proc/sysvipc", kind).read_text() for kind in ("shm", "sem", "msg")],
                "files": sorted(os.listdir("/dev/shm")) + sorted(str(path) for path in self.cage.person.home.rglob("*")),
                "descriptors": self.cage.state()["descriptors"] - 2 * len(self.cage.servers())}  # a socket and a pipe for each


def judge(cage, one, bare, residue, before):
    for launch in one.before:
        cage.run(launch)
    outcome = cage.run(one.launch)
    faults = list(one.faults(outcome, bare))
    innocent = cage.run(programs.python(INNOCENT, input="yes"))
    if (innocent["end"], innocent["output"]) != ("ended", "yes 42\n"):
        faults.append("the next program: %r" % innocent)
    after = residue.look()
    faults += ["left over: %s: %r, before: %r" % (what, after[what], before[what]) for what in after if after[what] != before[what]]
    return outcome, faults


def all_attacks(cage, bare):
    """→ {number: (attack, outcome or None, faults)}, of all whose program is installed."""
    cage.run(programs.python("pass"))
    residue = Residue(cage)
    before = residue.look()
    came = {}
    for group in GROUPS:
        for one in filter(attack.Attack.can_be_tried, group.ATTACKS):
            came[one.number] = (one, *((None, []) if bare and one.needs_namespaces() else judge(cage, one, bare, residue, before)))
    return came


class Attacks(unittest.TestCase):
    def check(self, bare=False, **how):
        with programs.Cage(without="namespaces" if bare else "", **how) as cage:
            came = all_attacks(cage, bare)
            self.assertGreater(len(came), 110)
        faults = ["%s %s: %s" % (number, one.tries, fault) for number, (one, _, faults) in came.items() for fault in faults]
        self.assertFalse(faults, "\n" + "\n".join(faults))
        written = page.read_text(encoding="utf-8")
        rows = {row.split("|")[1].strip(): [cell.strip() for cell in row.split("|")[2:5]] for row in written.splitlines() if row.startswith("| ")}
        not_tried = [one.number for group in GROUPS for one in group.ATTACKS if not one.can_be_tried()]
        self.assertEqual(list(came), [number for number in rows if number and number not in not_tried], anew)
        for number, (one, outcome, _) in came.items():
            if outcome and one.seen and outcome["end"] == one.seen:
                continue
            tries, usual, elsewhere = rows[number]
            told = attack.verdict(outcome) if outcome else "needs namespaces"
            self.assertEqual((tries, (usual if elsewhere == "the same" else elsewhere) if bare else usual), (one.tries, told), "row %s: %s" % (number, anew))

    def test_as_an_ordinary_user(self):
        self.check()

    def test_as_root(self):
        self.check(root=True)

    def test_where_namespaces_are_refused(self):
        self.check(bare=True)

    def test_where_namespaces_are_refused_as_root(self):
        self.check(bare=True, root=True)


def write():
    text = HEAD
    with programs.Cage() as cage, programs.Cage(without="namespaces") as bare:
        full, poor = all_attacks(cage, False), all_attacks(bare, True)
    for group in GROUPS:
        text += "\n## %s\n\n| | attack | what came of it | where namespaces are refused |\n|---|---|---|---|\n" % group.TITLE
        for one in group.ATTACKS:
            outcome, elsewhere = full[one.number][1], poor[one.number][1]
            same = elsewhere and attack.verdict(elsewhere) == attack.verdict(outcome)
            text += "| %s | %s | %s | %s |\n" % (one.number, one.tries, attack.verdict(outcome), "the same" if same else attack.verdict(elsewhere) if elsewhere else "needs namespaces")
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        runner.main(time_limit=900)
