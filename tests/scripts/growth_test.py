#!/usr/bin/python3
"""How the time of a program may grow: what is denied, what is not, and that noise is no reason."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import runner
import viva
from programs_test import index, question, record_of

# growth.measure with a machine that is only thought of. Every run takes up to twice as long as it should, one in ten four times as long; and from time to time
# the machine is slow by 1.8 for a while.
imagined = """
local growth = require "growth"
local state = 12345
local function random()
  state = state * 16807 % 2147483647
  return state / 2147483647
end
local function machine(start, time)
  local slow_for = 0
  return function(n)
    if slow_for <= 0 and random() < 0.1 then slow_for = math.floor(12 * random()) end
    slow_for = slow_for - 1
    local seconds = (start + time(n)) * (1 + random() ^ 2) * (slow_for > 0 and 1.8 or 1) * (random() < 0.1 and 4 or 1)
    return { ending = seconds >= 2 and "time-limit" or "ended", measured = { seconds = seconds } }
  end
end
local function logarithm(n) return math.log(n) / math.log(2) end
local shapes = {
  { "n", "never", function(n) return 4e-7 * n end },
  { "n", "never", function(n) return 2e-5 * n end },
  { "n", "never", function(n) return n < 40000 and 5e-7 * n or 5e-7 * n * (n / 40000) ^ 0.35 end }, -- the cache is too small
  { "n", "never", function(n) return 1e-8 * n * logarithm(n) end },
  { "n log n", "never", function(n) return 2e-6 * n * logarithm(n) end },
  { "n", "never", function(n) return 1e-9 * n * n + 1e-6 * n end, 4000 }, -- too fast to tell
  { "n^2", "never", function(n) return 3e-8 * n * n end },
  { "n", "always", function(n) return 2e-8 * n * n end },
  { "n", "always", function(n) return 1e-6 * n * n end },
  { "n log n", "always", function(n) return 1e-8 * n * n + 1e-6 * n end },
  { "n^2", "always", function(n) return 2e-9 * n * n * n end },
  { "n log n", "always", function(n) return 1e-6 * 1.3 ^ math.min(n, 200) end },
  { "n", "mostly", function(n) return 1e-6 * n * n end, nil, 0.06 }, -- an interpreter that takes long to start
}
local out = {}
for i, shape in ipairs(shapes) do
  local denied, runs, times = 0, 0, 100
  for _ = 1, times do
    local run = machine(shape[5] or 0.003, shape[3])
    if growth.measure(shape[1], 100, shape[4] or 200000, 2, function(n) runs = runs + 1; return run(n) end) then denied = denied + 1 end
  end
  out[i] = { shape[2], denied / times, runs / times }
end
error("imagined " .. json.encode(out), 0)
"""

sorts = "def distinct(xs):\n    found = []\n    for x in sorted(xs):\n        if not found or found[-1] != x: found.append(x)\n    return found\n"
searches = "def distinct(xs):\n    found = []\n    for x in sorted(xs):\n        if x not in found: found.append(x)\n    return found\n"
short = "const distinct = (xs) => [...new Set(xs)].sort((a, b) => a - b);\n"
splices = "function distinct(xs) {\n  const found = [];\n  for (const x of xs) {\n    let at = 0;\n    while (at < found.length && found[at] < x) at++;\n    if (found[at] !== x) found.splice(at, 0, x);\n  }\n  return found;\n}\n"
program = "import sys\nwords = sys.stdin.read().split()[1:]\n%s\nprint(len(seen))\n"


class Growth(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.person = viva.Person()
        cls.person.write("pack/questions/index.json", json.dumps(index))
        for language, made, from_ in (("python", "random.sample(range(10 * $n), $n)", 500), ("javascript", "Array.from({ length: $n }, (_, i) => i * 7919 % 1000003)", 2000)):
            grows = {"name": "grows", "growth": {"at_most": "n log n", "from": from_, "to": 128000}, "args": [{"$" + language: made}], "group": "large"}
            cls.person.write("pack/questions/lab/%s.json" % language, json.dumps(question(language, language=language, entry="distinct", examples=[{"name": "small", "args": [[2, 1, 2]], "returns": [1, 2]}],
                                                                                      cases=[{"name": "a", "args": [[]], "returns": []}, grows])))
        grows = {"name": "grows", "growth": {"at_most": "n", "from": 500, "to": 100000, "line": "w$i\n"}, "input": "$n\n"}
        cls.person.write("pack/questions/lab/stdin.json", json.dumps(question("stdin", language="python", cases=[{"name": "a", "input": "3\na\nb\na\n", "prints": "2"}, grows])))

    @classmethod
    def tearDownClass(cls):
        cls.person.close()

    def notes(self, id, answer, lang="en"):
        return {part["id"]: part["note"] for part in record_of(self.person, id, answer, lang)["parts"]}

    def test_in_python(self):
        self.assertEqual(self.notes("lab.python", sorts)["large"], "Large inputs: 1 of 1 hidden cases pass.")
        told = "Large inputs: 0 of 1 hidden cases pass. (1× grows too fast) The time grows like n^2 with the size n of the input; at most n log n is asked for."
        self.assertEqual(self.notes("lab.python", searches), {"examples": "The example passes.", "cases": "1 of 1 hidden cases pass.", "large": told})
        self.assertEqual(self.notes("lab.python", searches, "zh")["large"], "大规模输入：0/1 个隐藏用例通过。（增长过快 1 个）时间随输入规模 n 的增长约为 n^2；要求不超过 n log n。")

    @unittest.skipUnless(pathlib.Path("/usr/bin/node").exists(), "node is not installed")
    def test_in_javascript(self):
        self.assertEqual(self.notes("lab.javascript", short)["large"], "Large inputs: 1 of 1 hidden cases pass.")
        self.assertIn("The time grows like n^2", self.notes("lab.javascript", splices)["large"])

    def test_of_a_program(self):
        self.assertEqual(self.notes("lab.stdin", program % "seen = set(words)"), {"cases": "2 of 2 hidden cases pass."})
        self.assertEqual(self.notes("lab.stdin", program % "seen = []\nfor word in words:\n    if word not in seen: seen.append(word)"), {
            "cases": "1 of 2 hidden cases pass. (1× grows too fast) The time grows like n^2 with the size n of the input; at most n is asked for."})

    def test_answers_that_fail_other_cases_are_not_measured(self):
        record = record_of(self.person, "lab.python", "def distinct(xs): return []\n")
        self.assertEqual(([part["id"] for part in record["parts"]], record["credit"]), (["examples", "cases"], 0.5))

    def test_a_program_that_does_not_last(self):
        self.assertEqual(self.notes("lab.python", sorts + "\ndef distinct(xs, sort=distinct):\n    if len(xs) > 5000: raise ValueError\n    return sort(xs)\n")["large"],
                         "Large inputs: 0 of 1 hidden cases pass. (1× runtime error)")
        self.assertEqual(self.notes("lab.python", sorts.replace("found = []", "found = []\n    while len(xs) > 3: pass"))["large"], "Large inputs: 0 of 1 hidden cases pass. (1× too slow)")

    def test_noise_is_no_reason(self):
        with viva.Person() as person:
            person.write("pack/scripts/try.lua", imagined)
            person.write("pack/questions/index.json", json.dumps(index))
            said = person.run(["check", "--pack", "pack", "--quick"]).out
            for number, (when, denied, runs) in enumerate(json.loads(next(line for line in said.splitlines() if "imagined" in line).split("imagined ")[1]), 1):
                with self.subTest(shape=number):
                    self.assertTrue(denied == 0 if when == "never" else denied > (0.9 if when == "always" else 0.4), denied)
                    self.assertLess(runs, 36)

    def test_what_authors_read(self):
        def faults(checks=("grows",), limits=None, **case):
            grows = {"name": "grows", "growth": {"at_most": "n", "from": 100, "to": 10000}, "args": [{"$range": [0, "$n"]}], **case}
            whole = question("add", language="python", entry="add", cases=[{"name": "a", "args": [[1]], "returns": 1}, grows], **({"limits": limits} if limits else {}))
            whole["checks"] = [{"answer": "def add(a): return 1", "credit": 1}] + [{"answer": "x", "credit": 0, "fails": [name]} for name in (*checks, "a")]
            with viva.Person() as person:
                person.write("pack/questions/index.json", json.dumps(index))
                person.write("pack/questions/lab/add.json", json.dumps(whole))
                return [line.split(": ", 1)[1] for line in person.run(["check", "--pack", "pack", "lab/add"]).out.splitlines() if ": /cases" in line]
        self.assertEqual(faults(), [])
        self.assertEqual(faults(returns=3), ['/cases/1: "growth" is measured, nothing else is compared; expect values in other cases'])
        self.assertEqual(faults(args=[{"$range": [0, 9]}]), ['/cases/1: the input does not grow: write "$n" where its size belongs'])
        self.assertEqual(faults(growth={"at_most": "n", "from": 100, "to": 700}), ["/cases/1/growth/to: the largest size must be at least eight times the smallest, or nothing can be seen"])
        self.assertEqual(faults(limits={"seconds": 0.5}), ['/cases/1/growth: give a case at least 1 s ("limits"), so that growth shows before it ends'])
        self.assertEqual(faults(checks=("a",)), ["/cases/1/growth: no check fails 'grows'; give a wrong solution that is right but for its growth, with \"verdict\": \"growth\""])
        self.assertEqual(faults(growth={"at_most": "n", "from": 100, "to": 9000, "line": "1\n"}), ['/cases/1/growth/line: "line" is for programs, which read it n times'])


if __name__ == "__main__":
    runner.main(time_limit=240)
