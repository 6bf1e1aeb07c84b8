#!/usr/bin/python3
"""viva doctor tries the cage for real, as root and as an ordinary user."""

import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner  # noqa: E402
import viva  # noqa: E402

languages = """
local function job(spec) return { argv = { "/usr/bin/mawk", "-f", "answer.awk" }, files = { { path = "answer.awk", text = spec.source } }, input = spec.stdin, limits = { disk_mb = 1 } } end
local awk = { file = { "/usr/bin/no-such-awk", "/usr/bin/ma*k" }, package = "mawk" }
language { name = "awk", description = "awk", extension = "awk", needs = { awk }, job = job, self_test = { { source = "BEGIN { print 42 }", output = "42\\n" } } }
language {
  name = "bad-awk", description = "awk, expected wrongly", extension = "awk", needs = { awk }, job = job,
  profiles = { good = {}, cobol = { needs = { { file = "/usr/bin/no-such-cobc", package = "gnucobol" } } } },
  self_test = {
    { name = "right", source = "BEGIN { print 42 }", output = "42\\n" }, { name = "wrong", source = "BEGIN { print 41 }", output = "42\\n" }, { name = "right too", profile = "good", source = "1", output = "" },
    { name = "compiled", profile = "cobol", source = "1", output = "" },
  },
}
language { name = "bad-path", description = "no place", extension = "x", job = function() return { argv = { "mawk" } } end, self_test = { { source = "1", output = "" } } }
language { name = "gone", description = "gone", extension = "x", job = function() return { argv = { "/usr/bin/no-such-program" } } end, self_test = { { source = "1", output = "" } } }
language { name = "untold", description = "no self test", extension = "x", job = job }
"""

guarantees = ["no-files", "no-network", "no-exec", "no-process", "no-signals", "bounded-memory", "no-new-code"]

not_with_sanitizers = "layers are tried one by one, some of which the sanitizers need something of"


def may_unshare(person):
    user = [] if person.is_root else ["--user"]
    command = ["/usr/bin/unshare", *user, "--net", "true"]
    return subprocess.run(viva.as_nobody(command) if person.is_nobody else command, capture_output=True).returncode == 0


class Doctor(unittest.TestCase):
    def rows(self, out):
        return {line.split()[0]: line for line in out.splitlines() if line.split() and line.split()[0] in guarantees}

    def table_of_the_cage(self):
        """{guarantee: its layers} as the head of sandbox/cage.h tells them."""
        text = (viva.top / "engine" / "sandbox" / "cage.h").read_text(encoding="utf-8")
        table = {}
        for name, layers in re.findall(r"^//   (\S+) +(\S.*)$", text.split("#pragma once")[0], re.M)[1:]:
            table[name] = set(re.sub(r" \(.*?\)|;.*", "", layers).split(", "))
        return table

    def check(self, person, elsewhere):
        done = person.run(["doctor"])
        self.assertEqual((done.code, done.err), (0 if may_unshare(person) else 1, ""), done.out)
        rows = self.rows(done.out)
        self.assertEqual(list(rows), guarantees)
        for name, row in rows.items():
            self.assertRegex(row, r"^%s +holds +" % name)
        version = int(re.search(r"Landlock version +(\d+)", done.out)[1])
        elsewhere = elsewhere | ({"scopes"} if version < 6 else set()) | ({"landlock"} if version < 1 else set())
        table = self.table_of_the_cage()
        self.assertEqual(list(table), guarantees)
        for name, row in rows.items():
            held = set(re.sub(r"^\S+ +holds +", "", row).strip().split(", "))
            expected = table[name] - elsewhere
            if name == "no-network" and not may_unshare(person):
                expected.discard("namespaces")
            self.assertEqual(held, expected, name)
        self.assertTrue(done.out.endswith("\nall is well\n") or not may_unshare(person), done.out)

    def test_as_an_ordinary_user(self):
        with viva.Person() as person:
            self.check(person, {"user"})  # has no other to become

    def test_as_root(self):
        with viva.Person(root=True) as person:
            self.check(person, {"process-limit"})

    def test_in_chinese(self):
        with viva.Person() as person:
            done = person.run(["doctor", "--lang", "zh"])
            self.assertEqual(done.code, 0)
            self.assertTrue(re.search(r"^no-files +有效 ", done.out, re.M), done.out)
            self.assertTrue(done.out.endswith("\n一切正常\n"))

    def table_of_languages(self, out):
        """{language: [state, remark]}"""
        lines = re.search(r"(?:Languages of|考生程序的语言).*\n\n((?:.+\n)+)", out)[1].splitlines()
        return {cells[0]: cells[1:] for cells in (re.split(r"  +", line.strip(), 2) for line in lines[2:])}

    def test_languages_are_tried(self):
        with viva.Person() as person:
            person.write("pack/scripts/languages.lua", languages)
            done = person.run(["doctor", "--pack", "pack"])
            rows = self.table_of_languages(done.out)
            self.assertEqual([name for name in rows if name in ("bash", "cpp", "lua", "python", "sql")], ["bash", "cpp", "lua", "python", "sql"])
            for name in ("bash", "cpp", "python", "sql"):
                self.assertEqual(rows[name], ["works"], done.out)
            for name in ("javascript", "lua", "redis", "python numpy", "python pandas", "python torch"):
                self.assertIn(rows[name][0], ("works", "not installed"), done.out)
            own = {name: row for name, row in rows.items() if name in ("awk", "untold", "gone") or name.startswith("bad")}
            self.assertEqual(own, {
                "awk": ["works"],
                "bad-awk": ["BROKEN"],
                "bad-awk good": ["works"],
                "bad-awk cobol": ["not installed", "apt install gnucobol"],
                "bad-path": ["BROKEN"],
                "gone": ["not installed"],
                "untold": ["not tried", "it has no self test"]})
            for line in ('bad-awk does not work: self test "wrong" prints "41\\n" instead of "42\\n"', "bad-path does not work: runtime 'bad-path': what is executed must be given by its absolute path"):
                self.assertIn("\n" + line + "\n", done.out)
            self.assertEqual(done.code, 1)
            self.assertTrue(done.out.endswith("\n2 to mend, see above\n"), done.out)
            out = person.run(["doctor", "--pack", "pack", "--lang", "zh"]).out
            self.assertIn('\nbad-awk 无法使用：自测“wrong”prints "41\\n" instead of "42\\n"\n', out)
            rows = self.table_of_languages(out)
            self.assertEqual([rows[name] for name in ("awk", "bad-awk", "bad-awk cobol", "untold")], [
                ["可用"], ["失效"], ["未安装", "apt install gnucobol"], ["未测试", "没有自测程序"]])

    def test_a_store_that_cannot_be_opened_is_named(self):
        with viva.Person() as person:
            person.write("file", "")
            done = person.run(["doctor", "--data", str(person.home / "file")])
            self.assertEqual(done.code, 1)
            self.assertIn("file/sessions.sqlite: the session store cannot be opened", " ".join(done.out.split()))


if __name__ == "__main__":
    runner.main(time_limit=300)
