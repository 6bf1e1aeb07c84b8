#!/usr/bin/python3
"""Programs are graded by running them: what candidates read of it, languages of packs, and what is nobody's answer."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva

languages = """
language {
  name = "awk", description = "awk", extension = "awk",
  needs = { { file = "/usr/bin/mawk", package = "mawk" } },
  job = function(spec)
    return { argv = { "/usr/bin/mawk", "-f", "answer.awk" }, files = { { path = "answer.awk", text = spec.source } }, input = spec.stdin, limits = { disk_mb = 1 } }
  end,
}
language {
  name = "cobol", description = "COBOL", extension = "cob", needs = { { file = "/usr/bin/no-such-cobc", package = "gnucobol" } },
  job = function(spec) return { argv = { "/usr/bin/no-such-cobc" } } end,
}
"""

index = {"areas": {"lab": {"en": "Lab", "zh": "实验"}}, "topics": {"lab": {"en": "lab", "zh": "实验"}}}


def question(name, **fields):
    whole = {"id": "lab." + name, "type": "code", "topics": ["lab"], "level": "junior", "difficulty": 1, "seconds": 60, "prompt": "Write it.", "hints": ["Think."],
             "explanation": "So it is.", "references": ["https://example.org/"],
             "checks": [{"answer": "x", "credit": 1}, {"answer": "y", "credit": 0, "fails": ["a"]}, {"answer": "z", "credit": 0, "fails": ["a"]}]}
    whole.update(fields)
    return whole


def record_of(person, id, answer, lang="en"):
    person.write("answers.jsonl", json.dumps({"candidate": "a", "question": id, "answer": answer}) + "\n")
    done = person.run(["grade", "answers.jsonl", "--pack", "pack", "--lang", lang])
    return json.loads(done.out)


class Programs(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.person = viva.Person()
        cls.person.write("pack/scripts/languages.lua", languages)
        cls.person.write("pack/questions/index.json", json.dumps(index))
        add = dict(language="python", entry="add", examples=[{"name": "small", "args": [1, 2], "returns": 3}],
                   cases=[{"name": "a", "args": [-1, 1], "returns": 0}, {"name": "big", "args": [2 ** 40, 1], "returns": 2 ** 40 + 1}], limits={"seconds": 0.3})
        cls.person.write("pack/questions/lab/add.json", json.dumps(question("add", **add)))
        cls.person.write("pack/questions/lab/total.json", json.dumps(question("total", language="python", cases=[{"name": "a", "input": "2 3\n", "prints": "5"}])))
        double = dict(language="javascript", entry="double", examples=[{"name": "small", "args": [2], "returns": 4}],
                      cases=[{"name": "a", "args": [{"$set": [1, 2]}], "returns": {"$set": [2, 4]}}, {"name": "later", "call": "double(Promise.resolve(3))", "returns": 6},
                             {"name": "none", "args": [None], "raises": "TypeError", "message": "number"}], limits={"seconds": 1, "memory_mb": 48})
        cls.person.write("pack/questions/lab/double.json", json.dumps(question("double", **double)))
        take = dict(language="python", entry="take", examples=[{"name": "one", "args": [[3, 1]], "returns": 1, "after": [[3]]}],
                    cases=[{"name": "a", "args": [[5]], "returns": 5, "after": [[]]}])
        cls.person.write("pack/questions/lab/take.json", json.dumps(question("take", **take)))
        files = {"keys/server.redis": "SET a 1\n", "keys/reference.redis": "GET a\nGET a\nEXPIRE a 60\n", "rows/reference.sql": "SELECT n FROM t\n",
                 "rows/rows.sql": "CREATE TABLE t (n); INSERT INTO t VALUES (1);\n", "files/reference.sh": "cat a\necho b > b\n", "files/tree/a": "a\n"}
        for name, text in files.items():
            cls.person.write("pack/questions/lab/" + name, text)
        cls.person.write("pack/questions/lab/keys.json", json.dumps(question("keys", type="redis", example="server.redis", fixtures=["server.redis"], reference="reference.redis",
                                                                             replies=["exact", "exact", None])))
        cls.person.write("pack/questions/lab/rows.json", json.dumps(question("rows", type="sql", example="rows.sql", fixtures=["rows.sql"], reference="reference.sql")))
        cls.person.write("pack/questions/lab/files.json", json.dumps(question("files", type="shell", tree="tree", reference="reference.sh",
                                                                              compare={"stdout": "exact", "status": True, "files": "all"})))
        large = dict(language="python", entry="add", cases=[{"name": "a", "args": [1, 2], "returns": 3}, {"name": "b", "group": "large", "args": [9, 9], "returns": 18},
                                                            {"name": "c", "group": "zero", "args": [0, 0], "returns": 0}])
        cls.person.write("pack/questions/lab/groups.json", json.dumps(question("groups", **large)))
        cobol = dict(language="cobol", cases=[{"name": "a", "input": "1", "prints": "1"}])
        cls.person.write("pack/questions/lab/cobol.json", json.dumps(question("cobol", **cobol)))

    @classmethod
    def tearDownClass(cls):
        cls.person.close()

    def notes(self, record):
        return {part["id"]: part["note"] for part in record["parts"]}

    def test_right(self):
        record = record_of(self.person, "lab.add", "def add(a, b):\n    return a + b\n")
        self.assertEqual((record["verdict"], record["credit"]), ("correct", 1))
        self.assertEqual(self.notes(record), {"examples": "The example passes.", "cases": "2 of 2 hidden cases pass."})

    def test_wrong_shows_the_example_and_only_counts_of_the_others(self):
        record = record_of(self.person, "lab.add", "def add(a, b):\n    print('adding')\n    return a - b")
        self.assertEqual(record["verdict"], "incorrect")
        self.assertEqual(self.notes(record), {
            "examples": "The example fails.\n\nsmall: wrong answer\n\n```\nadd(1, 2)\nexpected  3\ngot       -1\nprinted\n  adding\n```",
            "cases": "0 of 2 hidden cases pass. (2× wrong answer)"})

    def test_traceback_has_the_own_lines_only(self):
        record = record_of(self.person, "lab.add", "def add(a, b):\n    return a.b\n", "zh")
        self.assertEqual(self.notes(record)["examples"], "示例未通过。\n\nsmall：运行出错\n\n```\nadd(1, 2)\n期望  3\n\n  Traceback (most recent call last):\n"
                         "    File \"answer.py\", line 2, in add\n      return a.b\n  AttributeError: 'int' object has no attribute 'b'\n```")

    def test_no_program_at_all(self):
        record = record_of(self.person, "lab.add", "def add(:\n")
        self.assertEqual(self.notes(record)["examples"], "The example fails.\n\nruntime error\n\n```\n\n    File \"answer.py\", line 1\n      def add(:\n  SyntaxError: invalid syntax\n```")
        self.assertEqual(record_of(self.person, "lab.files", "cat a\0")["problem"], "There is a zero byte in the program.")

    def example(self, id, answer, lang):
        """What stands between the fences of the note on the examples, and the line above it."""
        note = self.notes(record_of(self.person, id, answer, lang))["examples"]
        head, shown = note.split("\n\n", 1)[1].split("\n\n```\n", 1)
        return head, shown.removesuffix("\n```")

    def test_groups_are_told_apart_in_words(self):
        notes = [self.notes(record_of(self.person, "lab.groups", "def add(a, b): return a + b", lang)) for lang in ("en", "zh")]
        self.assertEqual(notes, [
            {"cases": "1 of 1 hidden cases pass.", "large": "Large inputs: 1 of 1 hidden cases pass.", "zero": "zero: 1 of 1 hidden cases pass."},
            {"cases": "1/1 个隐藏用例通过。", "large": "大规模输入：1/1 个隐藏用例通过。", "zero": "zero：1/1 个隐藏用例通过。"}])

    def test_replies_and_data_of_redis_in_both_languages(self):
        for answer, lang, wanted in (
                ("GET a", "en", ("server: reply 2: wrong answer", "GET …?\nexpected  \"1\"\ngot       (no command)")),
                ("GET a", "zh", ("server：第 2 条回复：结果不对", "GET …?\n期望  \"1\"\n实际  （没有这条命令）")),
                ("GET a\nGET a", "en", ("server: state: wrong answer", "expected  a: string \"1\", expires in 60 s\ngot       a: string \"1\"")),
                ("GET a\nGET a", "zh", ("server：数据：结果不对", "期望  a：string \"1\"，60 秒后过期\n实际  a：string \"1\"")),
                ("GET a\nGET a\nDEL a", "zh", ("server：数据：结果不对", "期望  a：string \"1\"，60 秒后过期\n实际  a：（没有这个 key）")),
                ("GET a\nSHUTDOWN", "en", ("runtime error", "line 2: SHUTDOWN is not allowed here")),
                ("GET a\nSHUTDOWN", "zh", ("运行出错", "第 2 行：这里不允许使用 SHUTDOWN")),
                ("GET 'a", "zh", ("运行出错", "第 1 行：引号没有闭合")),
                ("GET a\\", "zh", ("运行出错", "第 1 行：末尾的反斜杠后面没有字符"))):
            with self.subTest(answer=answer, lang=lang):
                self.assertEqual(self.example("lab.keys", answer, lang), wanted)

    def test_rows_of_sql_in_both_languages(self):
        expected = "期望\n  n\n  1\n"
        many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000) SELECT i FROM n"
        for answer, lang, wanted in (
                ("DELETE FROM t", "en", ("rows.sql: wrong answer", "expected\n  n\n  1\nno rows: there is no SELECT")),
                ("DELETE FROM t", "zh", ("rows.sql：结果不对", expected + "没有结果：答案里没有 SELECT")),
                (many, "zh", ("rows.sql：输出超限", expected + "超过 20000 行")),
                (many.replace(" LIMIT 30000", "").replace("SELECT i FROM", "SELECT count(*) FROM"), "zh", ("rows.sql：超时", expected + "已中断"))):
            with self.subTest(answer=answer, lang=lang):
                self.assertEqual(self.example("lab.rows", answer, lang), wanted)

    def test_output_and_files_of_shell_in_both_languages(self):
        for answer, lang, wanted in (
                ("echo x > b", "en", ("stdout: wrong answer", "expected\n  a\ngot       (nothing)")),
                ("echo x > b", "zh", ("标准输出：结果不对", "期望\n  a\n实际  （无）")),
                ("cat a; echo b > b; exit 3", "zh", ("退出状态：结果不对", "期望  0\n实际  3")),
                ("cat a", "en", ("b: wrong answer", "expected\n  b\ngot       (no such file)")),
                ("cat a", "zh", ("b：结果不对", "期望\n  b\n实际  （没有这个文件）")),
                ("kill -SEGV $$", "zh", ("标准输出：运行出错", "信号：Segmentation fault"))):
            with self.subTest(answer=answer, lang=lang):
                self.assertEqual(self.example("lab.files", answer, lang), wanted)

    def test_how_programs_end_in_both_languages(self):
        for answer, lang, wanted in (
                ("x = 1", "en", ("small: runtime error", "NameError: the answer defines no 'add'")),
                ("x = 1", "zh", ("small：运行出错", "NameError：答案里没有定义 'add'")),
                ("import os\nos._exit(3)", "zh", ("small：运行出错", "退出状态 3")),
                ("import socket\nsocket.socket()", "zh", ("small：执行了不允许的操作", "禁用的系统调用：socket"))):
            with self.subTest(answer=answer, lang=lang):
                head, shown = self.example("lab.add", answer, lang)
                self.assertEqual((head, shown.split("\n")[-1]), wanted)

    def test_a_slow_case_does_not_cost_the_others(self):
        record = record_of(self.person, "lab.add", "def add(a, b):\n    while a < 0: pass\n    return a + b\n")
        self.assertEqual(self.notes(record), {"examples": "The example passes.", "cases": "1 of 2 hidden cases pass. (1× too slow)"})

    def test_cheats_get_nothing(self):
        for cheat in ("import sys\nsys.exit(0)", "import os\nos._exit(0)", "import os\nos.write(3, b'{\"returns\": true}\\n' * 3 + b'\\0')\nos._exit(0)",
                      "class T(int):\n    def __eq__(self, other): return True\n    def __hash__(self): return 1\ndef add(a, b): return T(7)",
                      "import builtins\nbuiltins.type = lambda *a: int\ndef add(a, b): return 7",
                      "import json\njson.dumps = json.JSONEncoder.encode = lambda *a: '{\"returns\": 3}'\ndef add(a, b): return 7"):
            with self.subTest(cheat):
                self.assertEqual(record_of(self.person, "lab.add", cheat)["credit"], 0)

    def test_what_a_program_writes_in_place_of_its_results(self):
        raised = '{"raises": {"type": "E", "message": "m"}, %s}'
        values = ["5", "null", "true", '"x"', "[]", "[1]", "{}", "{", "\n\n", "[]\n" * 200, "[" * 70 + "]" * 70, '{"raises": 5}', '{"raises": "x"}', '{"raises": {}}',
                  '{"raises": {"type": 5, "message": "m"}}', '{"raises": {"type": "E", "message": null}}', '{"raises": {"type": "E", "message": "m", "kinds": 5}}',
                  raised % '"traceback": 5', raised % '"traceback": {"a": 1}', raised % '"traceback": {"en": 5}', raised % '"load": "yes"', raised % '"load": true',
                  '{"returns": 7, "output": 5}', '{"returns": 7, "output": {"a": 1}}', '{"status": "x"}', '{"status": 1e300}', '{"status": {}}', '{"status": 7}']
        tags = ["$tuple", "$set", "$dict", "$int", "$float", "$complex", "$bytes", "$object", "$array", "$series", "$frame", "$n", "$none"]
        values += ['{"returns": {"%s": %s}}' % (tag, value) for tag in tags for value in ("5", "null", "[1, [2]]", '{"data": 5}', '"x"', "[]")]
        lines = []
        for value in values:
            for name, rest in (("add", "def add(a, b): return 0\n"), ("take", "def take(a): return 0\n"), ("total", "")):
                source = "import os\nos.write(3, %r)\nos._exit(0)\n%s" % (value.encode() + b"\n", rest)
                lines.append(json.dumps({"candidate": value[:60], "question": "lab." + name, "answer": source}))
        self.person.write("forged.jsonl", "\n".join(lines) + "\n")
        done = self.person.run(["grade", "forged.jsonl", "--pack", "pack"], timeout=300)
        records = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual(len(records), len(lines), done.err)
        self.assertEqual([(record["candidate"], record["question"], record["verdict"], record.get("problem")) for record in records if record["verdict"] != "incorrect"], [])
        record = record_of(self.person, "lab.total", "import os\nos.write(3, b'5\\n')\nos._exit(0)", "zh")
        self.assertEqual(self.notes(record)["cases"], "0/1 个隐藏用例通过。（运行出错 1 个）")
        record = record_of(self.person, "lab.add", "import os\nos.write(3, b'5\\n')\nos._exit(0)", "zh")
        self.assertIn("答案向传送结果的描述符写入了内容", self.notes(record)["examples"])

    def test_numbers_by_value_and_printed_ones_as_text(self):
        self.assertEqual(record_of(self.person, "lab.add", "def add(a, b): return float(a + b)")["credit"], 1)
        self.assertEqual(record_of(self.person, "lab.total", "print(sum(map(int, input().split())))")["credit"], 1)
        record = record_of(self.person, "lab.total", "print(sum(map(float, input().split())))")
        self.assertEqual((record["credit"], self.notes(record)), (0, {"cases": "0 of 1 hidden cases pass. (1× wrong answer)"}))

    def test_what_is_returned_and_what_becomes_of_the_arguments(self):
        self.assertEqual(record_of(self.person, "lab.take", "def take(a): return a.pop()")["credit"], 1)
        for wrong, expected, got in (("def take(a): return a[-1]", "[[3]]", "[[3, 1]]"), ("def take(a): a.pop()", "1", "None")):
            record = record_of(self.person, "lab.take", wrong)
            self.assertEqual(record["credit"], 0)
            self.assertIn("take([3, 1])\nexpected  %s\ngot       %s" % (expected, got), self.notes(record)["examples"])

    def test_memory_that_is_refused(self):
        for answer in ("kept = [0] * (1 << 40)", "kept = []\nwhile True: kept.append('x' * 1000000)", "import sys\nkept = bytearray(1 << 40)\nsys.exit(1)"):
            self.assertEqual(self.notes(record_of(self.person, "lab.total", answer)), {"cases": "0 of 1 hidden cases pass. (1× too much memory)"})
        self.assertEqual(self.notes(record_of(self.person, "lab.add", "def add(a, b): return [0] * (1 << 40)"))["cases"], "0 of 2 hidden cases pass. (2× too much memory)")

    @unittest.skipUnless(pathlib.Path("/usr/bin/node").exists(), "node is not installed")
    def test_javascript(self):
        right = "async function double(x) {\n  x = await x;\n  if (x instanceof Set) return new Set([...x].map((n) => 2 * n));\n  if (x === null) throw new TypeError('not a number');\n  return 2 * x;\n}\n"
        for answer in (right, right + "module.exports = { double };", right.replace("async function double", "exports.double = async function")[:-2] + "};\nconst double = exports.double;"):
            record = record_of(self.person, "lab.double", answer)
            self.assertEqual(record["credit"], 1, record)
        record = record_of(self.person, "lab.double", "function double(x) {\n  console.log('doubling', x);\n  return x.twice();\n}\n")
        self.assertEqual(self.notes(record), {
            "examples": "The example fails.\n\nsmall: runtime error\n\n```\ndouble(2)\nexpected  4\nprinted\n  doubling 2\n\n  TypeError: x.twice is not a function\n      at double (answer.js:3)\n```",
            "cases": "0 of 3 hidden cases pass. (2× runtime error, 1× wrong answer)"})
        self.assertEqual(self.notes(record_of(self.person, "lab.double", "function double(x) {\n  return x *\n}\n", "zh"))["examples"],
                         "示例未通过。\n\n运行出错\n\n```\n\n  answer.js:3\n  }\n  ^\n  SyntaxError: Unexpected token '}'\n```")
        self.assertEqual(self.notes(record_of(self.person, "lab.double", "function double(x) { const kept = []; for (;;) kept.push(x); }"))["cases"], "0 of 3 hidden cases pass. (3× too much memory)")
        self.assertEqual(self.notes(record_of(self.person, "lab.double", "function double(x) { for (;;); }"))["cases"], "0 of 3 hidden cases pass. (3× too slow)")

    def test_a_language_that_is_not_installed_is_nobodys_fault(self):
        record = record_of(self.person, "lab.cobol", "x")
        self.assertEqual((record["verdict"], record["credit"]), ("ungraded", None))
        self.assertEqual(record["problem"], "runtime 'cobol' is not installed (apt install gnucobol)")

    def test_a_language_of_a_pack_takes_only_lua(self):
        sum_up = dict(language="awk", cases=[{"name": "a", "input": "20\n22\n", "prints": "42"}, {"name": "none", "input": "\n", "prints": "0"}])
        self.person.write("pack/questions/lab/sum.json", json.dumps(question("sum", **sum_up)))
        if not pathlib.Path("/usr/bin/mawk").exists():
            self.skipTest("mawk is not installed")
        record = record_of(self.person, "lab.sum", "{ n += $1 } END { print n + 0 }")
        self.assertEqual((record["verdict"], record["credit"]), ("correct", 1), record)
        record = record_of(self.person, "lab.sum", "{ n += $1 } END { print n - 1 }")
        self.assertEqual(record["credit"], 0)


class Checking(unittest.TestCase):
    maxDiff = None

    def faults(self, **fields):
        with viva.Person() as person:
            person.write("pack/scripts/languages.lua", languages)
            person.write("pack/questions/index.json", json.dumps(index))
            person.write("pack/questions/lab/add.json", json.dumps(question("add", **fields)))
            person.write("pack/questions/lab/add/program.py", "import sys\nprint('a')\nprint(sys.argv, file=sys.stderr)\nprint(1 / 0)\n")
            said = person.run(["check", "--pack", "pack", "lab/add"]).out.split("\n\n")[0].splitlines()
            return [line.split(": ", 1)[1] if line.startswith("pack/") else line for line in said if "schema.json" not in line and "references" not in line]

    add = dict(language="python", entry="add", examples=[{"name": "small", "args": [1, 2], "returns": 3}], cases=[{"name": "a", "args": [-1, 1], "returns": 0}])

    def test_wrong_programs_fail_where_their_author_says(self):
        right, wrong = "def add(a, b): return a + b", "def add(a, b): return 3"
        self.assertEqual(self.faults(**self.add, checks=[{"answer": wrong, "credit": 1}, {"answer": right, "credit": 0, "fails": ["a"]},
                                                         {"answer": wrong, "credit": 0.5, "fails": ["small", "a"]},
                                                         {"answer": wrong, "credit": 0.5, "fails": ["a"], "verdict": "time-limit"}]), [
            "/checks/0: the answer gets 0.5, and must get 1 (missed: cases)",
            "/checks/1: the answer fails no case, and must fail 'a'",
            "/checks/1: the answer gets 1, and must get 0",
            "/checks/2: the answer fails 'a', and must fail 'a', 'small'",
            "/checks/3: no case ends with 'time-limit', as one must; they end with 'wrong-answer'"])

    def test_what_is_not_installed_is_said_and_no_fault(self):
        self.assertEqual(self.faults(language="cobol", cases=[{"name": "a", "input": "1", "prints": "1"}]),
                         ["not run: 3 programs, runtime 'cobol' is not installed (apt install gnucobol)"])

    def test_a_proof_must_print_what_it_should(self):
        checks = [{"answer": "def add(a, b): return a + b", "credit": 1}] + [{"answer": "def add(a, b): return 3", "credit": 0.5, "fails": ["a"]}] * 2
        self.assertEqual(self.faults(**self.add, checks=checks, proof={"run": "program.py", "prints": ["b"]})[0],
                         "/proof: line 1 that the proof prints is 'a', and must be 'b' (runtime-error: Traceback (most recent call last):")


class Languages(unittest.TestCase):
    def test_mistakes_are_told_at_the_authors_line(self):
        for text, message in (
                ('language { name = "x", description = "x", extension = "x" }', "language: 'job' is missing; it is a function"),
                ('language { name = "x", description = "x", extension = ".x", job = function() end }',
                 "language: 'extension' is the end of file names, without the dot: \"py\""),
                ('language { name = "x", description = "x", extension = "x", needs = { { file = "/usr/bin/x" } }, job = function() end }',
                 "language: need 1 is written { file = \"/usr/bin/awk\", package = \"mawk\" }: what must be there, and the Debian package that has it"),
                ('language { name = "x", description = "x", extension = "x", self_test = { { source = "1" } }, job = function() end }',
                 "language: self test 1 expects nothing; give 'output', 'results' or 'ending'"),
                ('program.run { language = "pythn", source = "" }', "there is no language 'pythn'; did you mean 'python'?"),
                ('program.run { language = "python", sorce = "" }', "program.run knows no 'sorce'; did you mean 'source'?"),
                ('program.run { language = "python", profile = "nump", source = "" }', "the language 'python' has no profile 'nump'; did you mean 'numpy'?")):
            with self.subTest(text), viva.Person() as person:
                self.assertEqual(person.run(input=text + "\n").err, "prompt:1: " + message + "\n")

    def test_self_tests(self):
        with viva.Person() as person:
            done = person.run(input='=program.run { language = "python", source = "print(6 * 7)" }.output\n')
            self.assertEqual((done.err, done.out), ("", '"42\\n"\n'))


if __name__ == "__main__":
    runner.main(time_limit=120)
