#!/usr/bin/python3
"""SIGKILL from outside, of everything that takes part in a run: the next run is clean, and what was interrupted is tried again or ungraded, never judged."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import programs  # noqa: E402
import runner  # noqa: E402
import viva  # noqa: E402

# A program in Python gives itself a name when it is under way, which its cage is shut for by then; a shell has a child of the other name.
NAMES = {"under-way", "sleep"}
CALL_IT_SO = "__import__('ctypes').CDLL(None).prctl(15, b'under-way')"
WARM = programs.python(CALL_IT_SO + "; import time; time.sleep(1); print('slept')")
KEPT = programs.shell("sleep 1; echo slept")
BUILT = dict(programs.shell("cat made"), build=programs.shell("sleep 1; echo slept > made", collect=["made"]))
SERVER, RUN, PROGRAM = 2, 3, 4  # steps below the engine; a kept program is below its keeper, which is the run


def state(process):
    try:
        return pathlib.Path("/proc/%d/stat" % process).read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "X"


def alive(process):
    """Whether it runs. One that has ended and waits for somebody to ask how does not."""
    return state(process) not in "ZX"


def name(process):
    try:
        return pathlib.Path("/proc/%d/comm" % process).read_text().strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def under_way(process):
    """The programs at work below a process, itself among them."""
    return [one for one in [process] + programs.descendants(process) if name(one) in NAMES and alive(one)]


def wait_for(what, seconds=20):
    end = time.monotonic() + seconds
    while not (found := what()):
        if time.monotonic() > end:
            raise AssertionError("it does not come about")
        time.sleep(0.005)
    return found


class Kill(unittest.TestCase):
    def cage(self, **how):
        cage = programs.Cage(**how)
        self.addCleanup(cage.__exit__)
        return cage

    def below(self, cage, steps):
        found = [cage.process.pid]
        for _ in range(steps):
            found = [child for one in found for child in programs.children(one)]
        return found

    def interrupted(self, cage, launch, steps, times):
        """The outcome of the launch when the process so many steps below the engine is killed, as often as it is tried."""
        there = set(self.below(cage, steps))
        cage.send(launch)
        for _ in range(times):
            target = wait_for(lambda: [one for one in self.below(cage, steps) if one not in there and under_way(one)])[0]
            there.update([target] + programs.descendants(target))  # what it leaves behind is no second try
            os.kill(target, signal.SIGKILL)
        return cage.receive()

    def check_next(self, cage):
        for launch in (programs.python("print(6 * 7)"), programs.shell("echo $((6 * 7))")):
            outcome = cage.run(launch)
            self.assertEqual((outcome["end"], outcome["output"]), ("ended", "42\n"))
        # Two servers, each with its waiting parent, and nothing of a run.
        self.assertEqual([len(self.below(cage, steps)) for steps in (1, SERVER, RUN)], [2, 2, 0])

    def kill_servers(self, cage):
        for one in self.below(cage, SERVER):
            os.kill(one, signal.SIGKILL)
        wait_for(lambda: not any(alive(one) for one in self.below(cage, 1)))

    def check(self, launch, steps, detail, **how):
        cage = self.cage(**how)
        self.check_next(cage)
        if steps == SERVER:  # so that the launch starts its own
            self.kill_servers(cage)
        once = self.interrupted(cage, launch, steps, 1)
        self.assertEqual((once["end"], once["output"]), ("ended", "slept\n"))
        self.check_next(cage)
        if steps == SERVER:
            self.kill_servers(cage)
        twice = self.interrupted(cage, launch, steps, 2)
        self.assertEqual((twice["end"], twice["detail"]), detail if isinstance(detail, tuple) else ("engine_error", detail))
        self.check_next(cage)

    def test_the_warm_parent(self):
        for root in (False, True):
            self.check(WARM, SERVER, "the server of the program cage has ended in mid-run", root=root)

    def test_the_server_of_cold_programs(self):
        self.check(KEPT, SERVER, "the server of the program cage has ended in mid-run")

    def test_a_warm_program(self):
        for root in (False, True):
            self.check(WARM, RUN, "the program was killed from outside the cage", root=root)

    def test_the_keeper(self):
        self.check(KEPT, RUN, "the cage of a program could not be closed: keeping the processes together")

    def test_a_kept_program(self):
        # It may have been one of its own processes; killed a second time it is taken for that.
        self.check(KEPT, PROGRAM, ("crashed", "signal: Killed"))

    def test_where_namespaces_are_refused(self):
        cage = self.cage(without="namespaces")
        self.assertEqual(cage.run(programs.python("print(6 * 7)"))["output"], "42\n")
        self.assertEqual(self.interrupted(cage, WARM, RUN, 1)["output"], "slept\n")
        self.assertEqual(self.interrupted(cage, WARM, RUN, 2)["detail"], "the program was killed from outside the cage")
        self.assertEqual(cage.run(programs.python("print(6 * 7)"))["output"], "42\n")

    def test_a_build(self):
        cage = self.cage()
        outcome = self.interrupted(cage, BUILT, RUN, 2)
        self.assertEqual((outcome["end"], outcome["detail"]), ("engine_error", "the cage of a program could not be closed: keeping the processes together"))
        self.assertEqual(cage.run(BUILT)["output"], "slept\n")

    def test_the_engine(self):
        for root in (False, True):
            for without in ("", "namespaces"):
                for launch in (WARM, programs.shell("setsid sleep 60 & sleep 60"))[:1 if without else 2]:
                    cage = self.cage(root=root, without=without)
                    cage.run(programs.python("pass"))
                    cage.send(launch)
                    wait_for(lambda: len(under_way(cage.process.pid)) == (1 if launch is WARM else 2))
                    there = programs.descendants(cage.process.pid)
                    self.assertGreater(len(there), 2)
                    os.kill(cage.process.pid, signal.SIGKILL)
                    wait_for(lambda: not any(alive(one) for one in there), seconds=0.5)
        self.check_next(self.cage())

    def test_the_kernel_when_memory_runs_out(self):
        group = pathlib.Path("/sys/fs/cgroup/memory/viva-test")
        try:
            group.mkdir(exist_ok=True)
            (group / "memory.limit_in_bytes").write_text(str(64 << 20))
        except OSError:
            self.skipTest("no group with a limit on memory can be made here")
        cage = self.cage()
        self.check_next(cage)
        for one in programs.descendants(cage.process.pid):
            (group / "cgroup.procs").write_text(str(one))
        hungry = dict(programs.python("kept = b'x' * 150000000"), limits={"memory": 400 << 20})
        self.assertEqual(cage.run(hungry)["detail"], "the machine's memory ran out")
        hungry = dict(programs.shell("x=$(head -c 150000000 /dev/zero | tr '\\0' x)"), limits={"memory": 400 << 20, "processes": 8, "disk": 1 << 20})
        self.assertEqual(cage.run(hungry)["end"], "engine_error")
        cage.__exit__()
        group.rmdir()

    def grade(self, person):
        """viva grade, under way; its answer is right, and takes its time."""
        process = subprocess.Popen(person.command(["grade", "answers.jsonl"]), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=person.env, cwd=person.home)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def runs(self, process):
        """The programs of candidates below viva: it has workers as well, but their children have none."""
        return [run for cage in programs.children(process) for server in programs.children(cage) for run in programs.children(server)]

    def test_an_answer_in_mid_grading(self):
        source = (viva.top / "questions" / "algorithms" / "bracket-depth" / "reference.py").read_text(encoding="utf-8")
        slow = source.replace("):\n", "):\n    %s; __import__('time').sleep(0.2)\n" % CALL_IT_SO, 1)
        with viva.Person() as person:
            person.write("answers.jsonl", json.dumps({"candidate": "ann", "question": "algorithms.bracket-depth", "answer": slow}) + "\n")
            grading = self.grade(person)
            wait_for(lambda: any(map(under_way, self.runs(grading.pid))))
            there = programs.descendants(grading.pid)
            os.kill(grading.pid, signal.SIGKILL)
            wait_for(lambda: not any(alive(one) for one in there), seconds=0.5)
            self.assertEqual(grading.communicate()[0], b"")
            for times, verdict in ((0, "correct"), (1, "correct"), (2, "ungraded")):
                grading, killed = self.grade(person), set()
                for _ in range(times):
                    run = wait_for(lambda: [one for one in self.runs(grading.pid) if one not in killed and under_way(one)])[0]
                    os.kill(run, signal.SIGKILL)
                    killed.add(run)
                record = json.loads(grading.communicate(timeout=60)[0])
                self.assertEqual(record["verdict"], verdict, record)
            self.assertIn("the program was killed from outside the cage", json.dumps(record))


if __name__ == "__main__":
    runner.main(time_limit=120)
