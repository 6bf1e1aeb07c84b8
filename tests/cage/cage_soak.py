#!/usr/bin/python3
"""20,000 runs of all kinds, every tenth of them hostile, and the same again: nothing may be left over, the engine may not grow, and each verdict must be the same."""

import pathlib
import random
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import attack  # noqa: E402
import cage_attacks_test as attacks  # noqa: E402
import programs  # noqa: E402
import runner  # noqa: E402

not_with_sanitizers = "the engine's memory is measured, of which they keep what was given back"
RUNS = 20000
SLOW = 0.05  # seconds: attacks that take longer come once a thousand runs
NODE = 1 if pathlib.Path("/usr/bin/node").exists() else 0  # it takes fifty times as long as the others
GROWTH = 1024  # KiB that the engine may grow by once it has seen every kind of run


def innocent(choose):
    """→ (name, launch, output): what it prints is known."""
    n = choose.randrange(10 ** 6)
    kind = choose.choices(("plain", "input", "random", "other", "files", "shell", "build", "node"), (45, 15, 5, 10, 10, 10, 5, NODE))[0]
    launch, output = {
        "plain": lambda: (programs.python("print(sum(range(%d)))" % (n % 1000)), "%d\n" % sum(range(n % 1000))),
        "input": lambda: (programs.python("import sys; print(sys.stdin.read()[::-1])", input=str(n)), str(n)[::-1] + "\n"),
        "random": lambda: (programs.python("import random; print(random.random(), hash('x'), id is id)"), None),
        "other": lambda: (programs.python("import json; print(len(json.dumps([%d])))" % n, imports="import json\n", name="python/json"), "%d\n" % len("[%d]" % n)),
        "files": lambda: (programs.disk(programs.python("open('out', 'w').write(open('in').read() * 2); print('ok')", collect=["**"]), {"in": str(n)}), "ok\n"),
        "shell": lambda: (programs.shell("read x < in; echo $((x + 1)) | cat; echo $x > out", collect=["out"], given={"in": str(n) + "\n"}), "%d\n" % (n + 1)),
        "build": lambda: (dict(programs.shell("cat made - | tr '\\n' ' '", input=str(n)), build=programs.shell("echo built > made", collect=["made"])), "built %d" % n),
        "node": lambda: (programs.javascript("console.log(%d * 2)" % n), "%d\n" % (2 * n)),
    }[kind]()
    return kind, launch, output


def kept(outcome):
    """All of an outcome that is no figure."""
    return {name: value for name, value in outcome.items() if name not in ("cpu_seconds", "wall_seconds", "memory_bytes")}


class Soak(unittest.TestCase):
    def all_attacks(self, cage):
        quick, slow = [], []
        for group in attacks.GROUPS:
            for one in filter(attack.Attack.can_be_tried, group.ATTACKS):
                start = time.monotonic()
                cage.run(one.launch)
                (slow if time.monotonic() - start > SLOW else quick).append(one)
        return quick, slow

    def one_pass(self, cage, quick, slow):
        """Verdicts in order, and what is there at every thousandth run."""
        choose, verdicts, seen = random.Random(1), [], []
        residue = attacks.Residue(cage)
        for number in range(RUNS):
            if number % 10 == 9:
                one = slow[number // 1000 % len(slow)] if number % 1000 == 999 else choose.choice(quick)
                for launch in one.before:
                    cage.run(launch)
                outcome = cage.run(one.launch)
                self.assertEqual(list(one.faults(outcome, False)), [], "run %d: %s" % (number, one.tries))
                verdicts.append(attack.verdict(outcome))
            else:
                kind, launch, output = innocent(choose)
                outcome = cage.run(launch)
                self.assertEqual((outcome["end"], outcome["detail"]), ("ended", ""), "run %d: %s" % (number, kind))
                if output is not None:
                    self.assertEqual(outcome["output"], output, "run %d: %s" % (number, kind))
                verdicts.append(kept(outcome))
            if number % 1000 == 999:
                seen.append({**residue.look(), "memory": cage.state()["memory_kb"]})
        return verdicts, seen

    def check(self, **how):
        with programs.Cage(**how) as cage:
            quick, slow = self.all_attacks(cage)
            self.assertGreater(len(quick), 90)
            start = time.monotonic()
            first, seen = self.one_pass(cage, quick, slow)
            second, seen_again = self.one_pass(cage, quick, slow)
            print("%d runs in %.0f s; engine %d KiB, then %d KiB" % (2 * RUNS, time.monotonic() - start, seen[0]["memory"], seen_again[-1]["memory"]), file=sys.stderr)
        for number, (one, other) in enumerate(zip(first, second)):
            self.assertEqual(one, other, "run %d" % number)
        memory = [look.pop("memory") for look in seen + seen_again]
        for look in seen + seen_again:
            self.assertEqual(look, seen[0])
        self.assertLess(max(memory) - memory[0], GROWTH, memory)

    def test_as_an_ordinary_user(self):
        self.check()

    def test_as_root(self):
        self.check(root=True)


if __name__ == "__main__":
    runner.main(time_limit=1800)
