#!/usr/bin/python3
"""The shipped question types by themselves: the many ways in which people write the same answer, and what they are told when it cannot be read."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import worker


def setUpModule():
    global scripts
    scripts = worker.Scripts()


def tearDownModule():
    scripts.close()


def both(text):
    return {"en": text, "zh": text + "（中文）"}


def option(text, correct=False):
    return {"text": both(text), "correct": True} if correct else {"text": both(text), "why": both("not " + text)}


def without(question, field):
    return {key: value for key, value in question.items() if key != field}


class TypeTest(unittest.TestCase):
    def response(self, question, answer):
        return scripts.grade(question, answer)["response"]

    def assert_all(self, question, answers, credit):
        for answer, grade in zip(answers, scripts.grade_all(question, answers)):
            with self.subTest(answer):
                self.assertEqual(grade["credit"], credit, grade)

    def assert_problem(self, question, answer, message, lang="en"):
        grade = scripts.grade(question, answer, lang=lang)
        self.assertEqual((grade["verdict"], grade.get("problem")), ("invalid", message))

    def faults(self, question):
        found = scripts.call("question_type", question["type"], "validate", [question])
        return [(fault["path"], fault["message"]) for fault in found or []]


class Choice(TypeTest):
    one = {"id": "a.one", "type": "choice", "prompt": "?", "options": [option("It is gone."), option("Nothing.", True), option("Its parent is told."), option("4 GB")]}
    many = {"id": "a.many", "type": "choice", "prompt": "?", "many": True,
            "options": [option("north", True), option("up"), option("south", True), option("down")]}

    def test_one_letter_in_many_dresses(self):
        self.assert_all(self.one, ["b", "B", "Ｂ", "(b)", "b)", "b.", "答案是 B", "选B", "我选 b。", "The answer is b", "2", "option 2", "选项 2", "Nothing.", "nothing",
                                   "Nothing.（中文）", "b) Nothing.", "B. 因为它已经死了", 2, ["b"], [2]], 1)

    def test_several_letters_in_many_dresses(self):
        self.assert_all(self.many, ["a c", "A,C", "ac", "ca", "Ａ、Ｃ", "答案是 AC", "1 3", "13", "a and c", "a和c", "a/c", "A；C", "a) north\nc) south", "north; south",
                                    ["a", "c"], [1, 3], ["north", "c"]], 1)

    def test_what_types_built_on_it_may_give(self):
        twelve = {**self.many, "options": [option("it is %s" % "abcdefghijkl"[i], i >= 9) for i in range(12)]}
        self.assertEqual(scripts.call("question_type", "choice", "parse", [twelve, "j k l"]), ["j", "k", "l"])
        graded = scripts.call("question_type", "choice", "grade", [twelve, ["j", "k", "l"]])
        self.assertEqual((graded["credit"], [part["id"] for part in graded["parts"]]), (1, ["j", "k", "l"]))
        for response in ("b", ["ab"], ["z"], [1], [True], [""], ["b", None]):
            with self.subTest(response), self.assertRaisesRegex(worker.Failed, "choice.lua:.*: a response is what parse gives: a list of letters of options"):
                scripts.call("question_type", "choice", "grade", [self.one, response])

    def test_what_cannot_be_read(self):
        self.assert_problem(self.one, "f", "There is no option f; the options are a to d.")
        self.assert_problem(self.one, "f", "没有选项 f，可选的是 a 到 d。", lang="zh")
        self.assert_problem(self.one, "hello", 'There is no option "hello"; the options are a to d.')
        self.assert_problem(self.one, "9", "There is no option 9; the options are a to d.")
        self.assert_problem(self.one, "a c", "Choose one option; this names a, c.")
        self.assert_problem(self.one, "不知道", "Name an option, a to d, or skip the question.")
        self.assert_problem(self.one, {"a": 1}, "Name options by letter, such as a.")
        self.assert_problem(self.many, "a 3", "Name options either by letter or by number, not both.")
        self.assert_problem(self.many, [], "No option is named; the options are a to d.")
        self.assert_problem(self.one, "a" * 3000, "The answer is too long; at most 2000 bytes are read.")

    def test_partial_credit(self):
        for partial, credits in {"all-or-nothing": (1, 0, 0, 0), "per-option": (1, 0.75, 0.5, 0.5), "per-option-penalty": (1, 0.5, 0, 0)}.items():
            question = dict(self.many, id="a." + partial, partial=partial)
            grades = scripts.grade_all(question, ["a c", "a", "a b", "abcd"])
            self.assertEqual(tuple(grade["credit"] for grade in grades), credits, partial)

    def test_a_wrong_option_says_why_and_a_missed_one_is_named(self):
        parts = scripts.grade(self.one, "a", lang="zh")["parts"]
        self.assertEqual([(part["id"], part["credit"], part.get("kind"), part["note"]) for part in parts],
                         [("a", 0, "misconception", "not It is gone.（中文）"), ("b", 0, None, "Nothing.（中文）")])

    def test_a_remark_when_only_the_letter_was_read(self):
        self.assertEqual(scripts.grade(self.one, "b, because it is dead")["remarks"], ["Only the letter b was read."])

    def test_faults_of_a_question(self):
        self.assertEqual(self.faults(dict(self.one, options=[option("x y"), option("X  Y"), {"text": "z z"}, option("ab")])), [
            ("/options/1/text", "reads like option a; options must differ in more than case or white space"),
            ("/options/2/why", "missing: say why this option is wrong"),
            ("/options/3/text", "would be taken for letters of options; add a word to it"),
            ("/options", 'no option is right; give one "correct": true')])
        self.assertEqual(self.faults(without(self.many, "many")), [("/options", '2 options are right; keep one, or add "many": true')])


class TrueFalse(TypeTest):
    no = {"id": "a.no", "type": "true-false", "prompt": "?", "answer": False}
    reason = dict(no, id="a.reason", reason={"required": True, "points": [{"id": "open", "weight": 1, "text": both("it stays open"), "any": ["open", "开着"]}]})

    def test_verdicts_in_both_languages(self):
        self.assert_all(self.no, ["false", "F", "no", "Nope.", "wrong", "ｆａｌｓｅ", "I think it's wrong", "The statement is false.", "That is not true", "Not necessarily",
                                  "It isn't true", "错", "不对", "错误", "不正确", "否", "×", "✗", "我觉得不对", "这句话是错的", "答案：错", "应该是错的", "说法不成立", "不是的", False], 1)
        self.assert_all(self.no, ["true", "T", "yes", "right", "That's right", "Correct!", "对", "正确", "是", "是的", "没错", "√", "我认为这个说法是对的", "真", True], 0)
        self.assert_all(self.no, ["不知道", "I don't know"], 0)

    def test_words_that_only_begin_like_a_verdict(self):
        for answer in ("对象没有关闭", "是否关闭取决于驱动", "notable", "trueish", "both"):
            self.assert_problem(self.no, answer, "Begin with true or false.")
        self.assert_problem(self.no, "对于连接来说", "请先写“对”或“错”。", lang="zh")

    def test_the_reason_is_half(self):
        self.assert_all(self.reason, ["False, it stays open.", "错，连接还开着", {"answer": False, "reason": "it is still open"}], 1)
        self.assert_all(self.reason, ["False.", "错，因为连接池", False], 0.5)
        self.assert_all(self.reason, ["True, it stays open."], 0)
        parts = scripts.grade(self.reason, "错，连接还开着", lang="zh")["parts"]
        self.assertEqual([(part["id"], part["note"], part.get("spans")) for part in parts],
                         [("verdict", "这句话是错的。", None), ("open", "it stays open（中文）", [[15, 21]])])


class Cloze(TypeTest):
    question = {"id": "a.cloze", "type": "cloze", "prompt": {"en": "[[tool]] makes it, [[script]] enters, [[flag]](x) reads.", "zh": "[[script]] 进入，[[tool]] 创建，[[flag]]（x）读取。"},
                "blanks": {"tool": {"accept": ["venv"], "wrong": [{"match": ["virtualenv"], "why": both("to be installed first")}]},
                           "script": {"accept": ["activate"]}, "flag": {"accept": ["-r", "--requirement"]}}}

    def test_ways_to_fill_in(self):
        self.assert_all(self.question, ["venv; activate; -r", "ｖｅｎｖ；Activate；－ｒ", "venv\nactivate\n-r", "venv, activate, -r", "venv activate -r", "`venv`; “activate”; --requirement",
                                        "1: venv; 2: activate; 3: -r", "3. -r\n1. venv\n2. activate", "tool: venv; script：activate; flag = -r",
                                        ["venv", "activate", "-r"], {"tool": "venv", "script": " activate ", "flag": "-R"}, {"1": "venv", "2": "activate", "3": "-r"}], 1)

    def test_blanks_are_numbered_the_same_in_both_languages(self):
        shown = {lang: scripts.call("question_type", "cloze", "present", [self.question, {"lang": lang}])["prompt"] for lang in ("en", "zh")}
        self.assertEqual(shown, {"en": "[ 1 ] makes it, [ 2 ] enters, [ 3 ] (x) reads.", "zh": "[ 2 ] 进入，[ 1 ] 创建，[ 3 ]（x）读取。"})

    def test_each_blank_says_what_is_right(self):
        grade = scripts.grade(self.question, "virtualenv; enter")
        self.assertEqual([part["note"] for part in grade["parts"]], ["[ 1 ] is venv, not virtualenv. to be installed first", "[ 2 ] is activate, not enter", "[ 3 ] is -r"])
        self.assertEqual((grade["credit"], grade["remarks"]), (0, ["Left empty: 3."]))

    def test_ordinary_words_are_told_in_the_candidates_language(self):
        question = dict(self.question, blanks={"tool": {"accept": ["iterator", "迭代器"]}, "script": {"accept": ["join", "连接"]}, "flag": {"accept": ["UTC", "世界时"]}})
        for lang, right in (("en", ["[ 1 ] iterator", "[ 2 ] is join, not +", "[ 3 ] UTC"]), ("zh", ["[ 1 ] 迭代器", "[ 2 ] 应为 连接，不是 +", "[ 3 ] UTC"])):
            self.assertEqual([part["note"] for part in scripts.grade(question, "迭代器; +; UTC", lang=lang)["parts"]], right)

    def test_what_cannot_be_read(self):
        self.assert_problem(self.question, "a; b; c; d", "There are 3 blanks, but 4 answers; separate them with semicolons.")
        self.assert_problem(self.question, {"colour": "red"}, "There is no blank colour; the blanks are 1 to 3.")

    def test_faults_of_a_question(self):
        self.assertEqual(self.faults(dict(self.question, prompt={"en": "[[tool]] [[script]] [[flga]]", "zh": "[[tool]] [[script]] [[flag]]"})), [
            ("/blanks/flag", "the en prompt does not mark it; write [[flag]] where it belongs"),
            ("/prompt", '[[flga]] is marked in the en prompt, but "blanks" has no "flga"')])


class Ordering(TypeTest):
    question = {"id": "a.order", "type": "ordering", "prompt": "?", "items": ["prepare", "create", "init_it", "run"]}  # shown: 1 create 2 init_it 3 prepare 4 run

    def test_numbers_mean_the_order_shown(self):
        self.assertEqual(scripts.call("question_type", "ordering", "present", [self.question, {"lang": "zh"}])["body"], "1. create\n2. init\\_it\n3. prepare\n4. run")
        self.assert_all(self.question, ["3 1 2 4", "3124", "３，１，２，４", "3->1->2->4", "3 → 1 → 2 → 4", "c a b d", "CABD", "3、1、2、4", "prepare; create; init_it; run",
                                        "1. Prepare\n2. Create\n3. Init_it\n4. Run", "prepare > create > init_it > run", [3, 1, 2, 4], ["prepare", "create", "init_it", "run"]], 1)

    def test_credit_is_the_longest_common_order(self):
        grade = scripts.grade(self.question, ["create", "prepare", "init_it", "run"])
        self.assertEqual(grade["credit"], 0.75)
        self.assertEqual([part["note"] for part in grade["parts"] if not part["credit"]], ["1. prepare: this comes first"])
        self.assert_all(self.question, [["run", "init_it", "create", "prepare"]], 0.25)

    def test_what_cannot_be_read(self):
        self.assert_problem(self.question, "3 1 2", "Missing: 4. Every item belongs in the order once.")
        self.assert_problem(self.question, "3 1 2 2", "Named more than once: 2. Every item belongs in the order once.")
        self.assert_problem(self.question, "3 1 2 x", '"x" is no item; write the numbers 1 to 4 in order, such as: 2 1 3')

    def test_an_alphabetical_key_is_turned_round(self):
        question = dict(self.question, id="a.alphabet", items=["alpha", "beta", "gamma"])
        self.assertEqual(scripts.call("question_type", "ordering", "present", [question, {"lang": "en"}])["body"], "1. gamma\n2. beta\n3. alpha")


class Matching(TypeTest):
    question = {"id": "a.match", "type": "matching", "prompt": "?",  # shown: 1 a protocol 2 a server 3 an interface 4 nothing
                "pairs": [{"left": "WSGI", "right": both("an interface")}, {"left": "uWSGI", "right": both("a server")}, {"left": "uwsgi", "right": both("a protocol")}],
                "extra": [{"text": both("nothing")}]}

    def test_ways_to_match(self):
        self.assert_all(self.question, ["a3 b2 c1", "A-3, B-2, C-1", "ａ３ ｂ２ ｃ１", "a:3；b:2；c:1", "3 2 1", "321", "３、２、１", "WSGI: 3; uWSGI: 2; uwsgi: 1", "WSGI→3\nuWSGI→2\nuwsgi→1",
                                        "WSGI: an interface; uWSGI: a server; uwsgi: a protocol", [3, 2, 1], {"WSGI": 3, "uWSGI": 2, "uwsgi": "a protocol（中文）"},
                                        {"a": "an interface", "b": 2, "c": 1}], 1)
        self.assert_all(self.question, ["a3 b1 c2"], 0.333333)

    def test_letters_and_numbers_in_both_orders_with_and_without_separators(self):
        self.assert_all(self.question, ["3a 2b 1c", "3A2B1C", "a3b2c1", "３ａ ２ｂ １ｃ", "ａ３ｂ２ｃ１", "３ａ、２ｂ、１ｃ", "3-a, 2-b, 1-c", "3: a; 2: b; 1: c", "3 a 2 b 1 c", "a 3 b 2 c 1", "3→a\n2→b\n1→c",
                                        "3) a\n2) b\n1) c", "(3)a (2)b (1)c", "(a)3 (b)2 (c)1", "a3/b2/c1", "a3-b2-c1", "a-3b-2c-1", "a3b2 c1.", "a3 2b c1", "3a；b2；1c", "1c 3a 2b", "a\n3\nb\n2\nc\n1"], 1)
        self.assertEqual(scripts.grade(self.question, "3a 2b")["remarks"], ["Left open: c."])
        for unclear in ("a 3b 2c 1", "3 a2 b1 c", "a32b1c", "a3-2b-c1", "a3b2c", "3a 2b 1"):
            self.assertEqual(scripts.grade(self.question, unclear)["verdict"], "invalid", unclear)

    def test_a_name_that_is_a_number_is_not_taken_for_one(self):
        codes = {"id": "a.codes", "type": "matching", "prompt": "?", "pairs": [{"left": "4", "right": "d"}, {"left": "3", "right": "e"}, {"left": "2", "right": "f"}]}
        self.assert_all(codes, ["4: d; 3: e; 2: f", "4 d, 3 e, 2 f", "4 d; 3 e; 2 f"], 1)

    def test_what_cannot_be_read(self):
        self.assert_problem(self.question, "3a 2b 9c", '"9" is not on the right side; the numbers are 1 to 4')
        self.assert_problem(self.question, "3a 2a 1b", "WSGI is matched twice.")
        self.assert_problem(self.question, "a3 b9 c1", '"9" is not on the right side; the numbers are 1 to 4')
        self.assert_problem(self.question, "UWSGI: 2", '"UWSGI: 2" is not on the left side; write pairs such as: a3 b1')
        self.assert_problem(self.question, "a3 a2 b1", "WSGI is matched twice.")
        self.assertEqual(scripts.grade(self.question, "a3 b2")["remarks"], ["Left open: c."])


class PredictOutput(TypeTest):
    question = {"id": "a.out", "type": "predict-output", "prompt": "?", "output": ["[0, 'a']", "True", "ValueError: bad"]}

    def test_loose_comparison(self):
        self.assert_all(self.question, ["[0,'a']\ntrue\nValueError", "【０，“ａ”】\nＴｒｕｅ\n抛出 ValueError 异常\n\n", '[0, "a"]\r\nTrue\r\nValueError: other words', ["[0, 'a']", "True", "ValueError: bad"],
                                        "[0, 'a']\nTrue\nTraceback (most recent call last):\n  File \"x.py\", line 1, in <module>\nValueError: bad"], 1)
        self.assert_all(self.question, ["[0, 'a']\nTrue\nTypeError: bad"], 0.666667)

    def test_a_missing_line_does_not_spoil_the_rest(self):
        self.assert_all(self.question, ["True\nValueError"], 0.666667)
        self.assert_all(self.question, ["[0, 'a']\n1\nTrue\nValueError"], 0.75)

    def test_exact_spaces(self):
        question = dict(self.question, id="a.exact", spaces="exact", output=["a  b", " c"])
        self.assert_all(question, ["a  b\n c", "a  b\n c\n\n"], 1)
        self.assert_all(question, ["a b\n c"], 0.5)

    def test_nothing_printed(self):
        self.assert_all(dict(self.question, id="a.silent", output=[]), ["nothing", "无输出", "什么都不打印。"], 1)


class Numeric(TypeTest):
    def numeric(self, **fields):
        return dict({"id": "a.n", "type": "numeric", "prompt": "?"}, **fields)

    def test_plain_numbers(self):
        self.assert_all(self.numeric(value=1024), ["1024", "1,024", "1 024", "１，０２４", "1_024", "2^10", "2**10", "2¹⁰", "2 的 10 次方", "1.024e3", "1.024×10³", "约 1024", "about 1,024",
                                                   "一千零二十四", "1024 个", "512*2", "2^10 = 1024", 1024], 1)
        self.assert_all(self.numeric(value=0.5), ["50%", "1/2", "½", ".5", "百分之五十", "百分之50", "half", "五成"], 1)
        self.assert_all(self.numeric(value=1.2e9, unit="B"), ["1,200,000,000 字节", "1.2 GB", "12 亿字节"], 1)

    def test_english_number_words(self):
        for value, answers in [
            (24, ["twenty-four", "twenty four", "Twenty–four", "ｔｗｅｎｔｙ－ｆｏｕｒ", "about twenty-four", "The answer is twenty-four.", "two dozen", "是twenty-four个"]),
            (16, ["sixteen", "**sixteen**", "one sixteen-way switch, so sixteen", "someone told me sixteen"]), (42, ["forty-two", "fourty two"]), (0, ["zero"]),
            (105, ["a hundred and five", "one hundred and five", "one hundred five", "one-hundred-and-five"]), (100, ["a hundred", "one hundred", "100"]), (300, ["3 hundred"]),
            (2305, ["two thousand three hundred and five", "two thousand, three hundred five", "twenty-three hundred and five"]),
            (5e6, ["5 million", "five million", "five thousand thousand", "5000 thousand"]), (1.2e6, ["one million two hundred thousand", "one point two million", "1.2 million"]),
            (0.5, ["half", "one half", "zero point five", "fifty percent", "two quarters"]), (5e5, ["half a million", "half million", "five hundred thousand"]),
            (2.5, ["two and a half", "two point five"]), (-24, ["minus twenty-four", "negative twenty-four"]), (0.75, ["three quarters", "seventy-five percent"]),
        ]:
            self.assert_all(self.numeric(value=value), answers, 1)
        self.assert_all(self.numeric(value=4), ["twenty-four", "twenty four", "fourteen", "minus four", "a hundred and four", "four hundred", "four fifths", "four thousandths"], 0)
        self.assert_all(self.numeric(value=90, unit="s"), ["ninety seconds", "one and a half minutes", "ninety秒", "九十s"], 1)
        self.assert_all(self.numeric(value=30000, unit="requests/s"), ["thirty thousand per second", "thirty thousand QPS", "thirty k qps"], 1)

    def test_words_of_a_number_that_cannot_be_read_are_none(self):
        for answer in ("someone", "phone", "twenty-foo", "foo-twenty", "twentyfour", "two-way", "non-zero", "one-to-one", "one's complement", "twenty five six", "twenty - four",
                       "nineteen eighty-four", "seven five zero", "twenty and four", "two thousand three million", "a few hundred", "a tenth of a million", "hundred", "a", "two_x"):
            self.assert_problem(self.numeric(value=4), answer, "No number was found.")
        for answer in ("1e309", "-1e400", "9" * 400):
            self.assert_problem(self.numeric(value=4), answer, "The number is too large to be read.")

    def test_units_of_data(self):
        question = self.numeric(value=512, unit="MiB", tolerance="5%")
        self.assert_all(question, ["512MB", "512 兆", "512m", "５１２ 兆字节", "0.5 GiB", "半 GB", "0.5 吉字节", "524288 KB", "2^32 bits", "2^32 位", "2^32/8 bytes", "大约五百一十二兆字节",
                                   "536,870,912 个字节", "537 兆字节"], 1)
        self.assert_all(question, ["4 GB", "512 KB", "512 Mbit"], 0)

    def test_units_of_time_and_rates(self):
        self.assert_all(self.numeric(value=90, unit="s"), ["90s", "90 秒", "1.5 min", "1.5 分钟", "90000 ms", "1.5m", "9e7 µs", "九十秒", "0.025 小时", "约 90 秒左右", "90 sec."], 1)
        self.assert_all(self.numeric(value=100, unit="Mbit/s"), ["100 Mbps", "12.5 MB/s", "100 Mb/s", "100 mb/s", "12.5 mb/s", "100 兆比特每秒", "每秒 12.5 兆字节", "0.1 Gbps"], 1)
        self.assert_all(self.numeric(value=100, unit="Mbit/s"), ["100 MB/s", "100 MBps"], 0)
        self.assert_all(self.numeric(value=30000, unit="requests/s"), ["30000/s", "3 万次/秒", "3万 QPS", "30k qps", "每秒 3 万次", "1.8M/min", "30kqps", "30 kreq/s",
                                                                     "30 thousand requests/s", "30000 times/s", "30,000 messages per second", "30000 gets/s"], 1)

    def test_what_cannot_be_read(self):
        data = self.numeric(value=512, unit="MiB")
        self.assert_problem(data, "512", "A unit is asked for; write it after the number (B, KB, MiB, bit).")
        self.assert_all(self.numeric(value=512, unit="MiB", unit_in_prompt=True), ["512", "0.5 GiB", "= 512", "约 512"], 1)
        self.assert_problem(data, "512 秒", "s is a time; asked for is an amount of data.")
        self.assert_problem(data, "512 秒", "s 是时间的单位，题目问的是数据量。", lang="zh")
        self.assert_problem(data, "512 foo", 'The unit "foo" is not known; write for example: B, KB, MiB, bit')
        self.assert_problem(data, "400-600 MB", "Give one quantity, not a range.")
        self.assert_problem(self.numeric(value=3), "3 ms", "A plain number is asked for, without ms.")
        self.assert_problem(self.numeric(value=3), "abc", "No number was found.")

    def test_complexity_classes(self):
        for key, right, wrong in [
            ("N log k", ["O(N log k)", "O(n·lg k)", "Ｏ（Ｎ＊ｌｏｇ ｋ）", "n * log2(k)", "Θ(N log₂k)", "时间复杂度是 O(Nlogk)", "O(log(k) * n)", "$O(n \\log k)$"], ["O(log k)", "O(N log N)"]),
            ("n", ["O(n)", "O(2n + 3)", "O(n + log n)", "linear", "线性", "O(n), because we scan once"], ["O(m)", "O(1)"]),
            ("n^2", ["O(n²)", "O(n*n)", "O(n(n-1)/2)", "n的平方", "quadratic", "O((n+1)^2)", "O(n2)"], ["O(n)", "O(n^3)"]),
            ("n + m", ["O(m+n)", "O(max(n, m))"], ["O(n*m)"]),
            ("2^n", ["O(2ⁿ)", "2**n", "O(2^(n+1))", "2 的 n 次方"], ["O(4^n)", "O(n*2^n)"]),
            ("sqrt n", ["O(√n)", "O(n^0.5)", "根号 n"], ["O(n)"]), ("n!", ["O(n!)", "n 的阶乘"], ["O(n^n)"]), ("1", ["O(1)", "constant", "常数"], ["O(n)"]),
            ("V + E", ["O(|V| + |E|)", "O(e+v)"], ["O(V)"]), ("log^2 n", ["O((log n)^2)", "O(log² n)"], ["O(log n)"]),
        ]:
            question = self.numeric(complexity=key)
            self.assert_all(question, right, 1)
            self.assert_all(question, wrong, 0)

    def test_complexity_that_cannot_be_read(self):
        question = self.numeric(complexity="n")
        self.assert_problem(question, "Ω(n)", "Ω is a lower bound; asked for is O or Θ.")
        self.assert_problem(question, "fast", "This is no complexity class; write for example O(n) or O(n log n), with the letters of the question.")
        self.assert_problem(question, "time O(n), space O(1)", "Name one complexity class; this names several.")

    def test_a_known_mistake_is_explained(self):
        question = self.numeric(value=512, unit="MiB", tolerance="5%", wrong=[{"value": 4, "unit": "GiB", "why": both("one byte each")}])
        self.assertEqual(scripts.grade(question, "4 GB")["parts"][0]["note"], "The answer is 512 MiB, not 4 GiB. one byte each")
        self.assertEqual(scripts.grade(question, "5 GB")["parts"][0]["note"], "The answer is 512 MiB.")

    def test_faults_of_a_question(self):
        self.assertEqual(self.faults(self.numeric()), [("", 'a numeric question has either "value" or "complexity"')])
        self.assertEqual(self.faults(self.numeric(value=5, unit="MB", tolerance="a bit", wrong=[{"value": 5, "unit": "s", "why": "w"}])), [
            ("/tolerance", 'expected a number in the unit of the answer, or a share such as "5%"'),
            ("/wrong/0/unit", "measures something else than the unit of the answer, so nobody can give this answer")])
        self.assertEqual(self.faults(self.numeric(value=5, unit="MB", tolerance="5%", wrong=[{"value": 5.1, "why": "w"}])), [("/wrong/0/value", "is right within the tolerance")])
        self.assertEqual(self.faults(self.numeric(complexity="n", wrong=[{"complexity": "2n", "why": "w"}])), [("/wrong/0/complexity", "is the same class as the answer")])


class FreeText(TypeTest):
    points = [{"id": "cause", "weight": 2, "required": True, "text": both("the parent does not wait"), "any": ["parent|父进程 > wait|回收"]},
              {"id": "cures", "weight": 2, "text": both("two cures"), "k": 2, "of": [
                  {"id": "handler", "text": both("a handler"), "any": ["handler|处理函数"]}, {"id": "ignore", "text": both("ignore"), "any": ["ignor*|忽略"]},
                  {"id": "fork", "text": both("fork twice"), "any": ["fork twice|两次"]}]}]
    question = {"id": "a.free", "type": "short-answer", "prompt": "?", "points": points,
                "stance": {"id": "helps", "weight": 1, "text": both("it does not help"), "right": ["=no|没用"], "wrong": ["=yes|有用"], "if_wrong": 0.3},
                "misconceptions": [{"id": "kill", "any": ["kill zombie|僵尸"], "penalty": 0.2, "text": both("it is dead already")}]}

    def credit(self, answer):
        return scripts.grade(self.question, answer)["credit"]

    def test_points_stance_and_misconceptions(self):
        self.assertEqual(self.credit("No. The parent must wait. Use a handler or ignore the signal."), 1)
        self.assertEqual(self.credit("没用，父进程要回收。可以用处理函数，或者忽略信号。"), 1)
        self.assertEqual(self.credit("No. The parent must wait; use a handler."), 0.8)
        self.assertEqual(self.credit("Yes. The parent must wait. Use a handler or ignore the signal."), 0.3)
        self.assertEqual(self.credit("No. The parent must wait. Use a handler or ignore it, or kill the zombie."), 0.8)
        self.assertEqual(self.credit("I don't know"), 0)
        self.assertEqual(self.credit("不知道。"), 0)

    def test_markup_is_not_read(self):
        html = "<p>No. The <strong>parent</strong> must wait.</p><ul><li>Use a handler</li><li>or ignore it &amp; wait</li></ul>"
        grade = scripts.grade(self.question, html)
        self.assertEqual(grade["credit"], 1)
        self.assertEqual(html[grade["parts"][1]["spans"][0][0]:grade["parts"][1]["spans"][0][1]], "parent</strong> must wait")
        tags = dict(without(self.question, "stance"), id="a.tags", points=[{"id": "tag", "weight": 1, "text": both("strong"), "any": ["strong"]}])
        self.assertEqual(scripts.grade(tags, "The tag <strong> is the one for it.")["credit"], 1)
        self.assertEqual(scripts.grade(tags, "<p>One of <strong>those</strong> it is.</p>")["credit"], 0)
        link = "[the manual](https://example.org/strong/man)"
        self.assertEqual(scripts.grade(tags, link + " says which")["credit"], 0)

    def test_a_heap_of_text_around_the_points_is_flagged_without_model_answers(self):
        rest = "Other things matter as well in such a system and take their time when somebody looks at them with care. "
        long = scripts.grade(self.question, "No. The parent must wait. Use a handler or ignore the signal. " + 25 * rest)
        self.assertEqual((long["credit"], long["review"], [part["id"] for part in long["parts"] if part.get("kind") == "remark"]), (0.45, True, ["flood"]))
        self.assertEqual(scripts.grade(self.question, "No. The parent must wait. Use a handler or ignore the signal. " + 10 * rest)["credit"], 1)

    def test_the_band_says_what_people_would_give(self):
        self.assertEqual(scripts.grade(self.question, "No. The parent must wait. Use a handler or ignore the signal.")["band"], [0.75, 1])
        self.assertEqual(scripts.grade(self.question, "No. The parent must wait; use a handler.")["band"], [0.55, 1])
        self.assertEqual(scripts.grade(self.question, "Something else.")["band"], [0, 0.6])
        self.assertEqual(scripts.grade(self.question, "不知道。")["band"], [0, 0])

    def test_a_missing_required_point_denies_full_credit_and_asks_for_a_person(self):
        grade = scripts.grade(self.question, "No. Use a handler or ignore it.")
        self.assertEqual((grade["credit"], grade["review"]), (0.6, True))
        self.assertFalse(scripts.grade(self.question, "Something else.")["review"])

    def test_a_denied_point_counts_half(self):
        grade = scripts.grade(dict(without(self.question, "stance"), id="a.denied", points=self.points[:1]), "the parent does not wait")
        self.assertEqual((grade["credit"], grade["review"]), (0.5, True))

    def test_parts_point_at_the_words(self):
        grade = scripts.grade(self.question, "没用，父进程要回收；用处理函数", lang="zh")
        self.assertEqual([(part["id"], part["credit"], part["weight"]) for part in grade["parts"]],
                         [("helps", 1, 1), ("cause", 1, 2), ("cures", 0.5, 2), ("cures.handler", 1, 0), ("cures.ignore", 0, 0), ("cures.fork", 0, 0)])
        self.assertEqual(grade["parts"][1]["note"], "the parent does not wait（中文）")
        first, last = grade["parts"][1]["spans"][0]
        self.assertEqual("没用，父进程要回收；用处理函数".encode()[first:last].decode(), "父进程要回收")

    def test_what_cannot_be_read(self):
        self.assert_problem(self.question, ["a", "b"], "The answer is not a text. Write it as one string.")
        self.assert_problem(self.question, "a" * 70000, "The answer is too long; at most 65536 bytes are read.")

    def test_faults_of_a_question(self):
        broken = [{"id": "a", "weight": 0, "text": "t"}, {"id": "a", "weight": 0, "text": "t", "k": 3, "of": [{"id": "x", "text": "t", "any": ["x"]}]}]
        self.assertEqual(self.faults({"id": "a.b", "type": "short-answer", "prompt": "?", "points": broken}), [
            ("/points/1/id", '"a" is the id of an earlier part; give each part its own'),
            ("/points/0", 'a point has either "any" (patterns), or "k" and "of" (so many of a list)'),
            ("/points/1/k", "asks for 3 of 1; ask for at most 1"),
            ("/points", "all weights are 0, so nothing can be earned; give one point a weight")])


class Scenario(TypeTest):
    question = {"id": "a.sale", "type": "scenario", "prompt": "?", "points": [{"id": "atomic", "weight": 3, "text": both("atomic"), "any": ["lua|atomic*|原子"]},
                                                                          {"id": "queue", "weight": 1, "text": both("queue"), "any": ["queue|队列"]}],
                "clarify": [{"id": "load", "any": ["how_many|多少"], "reply": both("50,000 a second"), "weight": 1},
                            {"id": "limit", "any": ["limit|限购"], "reply": both("one each")}]}

    def clarify(self, text):
        return scripts.call("question_type", "scenario", "clarify", [self.question, text])

    def test_questions_alone_are_answered(self):
        self.assertEqual(self.clarify("How many users? Is there a limit?"), [both("50,000 a second"), both("one each")])
        self.assertEqual(self.clarify("有多少并发？"), [both("50,000 a second")])
        self.assertEqual(self.clarify("? limit"), [both("one each")])
        self.assertEqual(self.clarify("What colour?"), [{"en": "If the task does not tell, it is for you to decide. State what you assume.", "zh": "题目里没写的由你来定，说明你的假设就行。"}])

    def test_an_answer_is_not_taken_for_a_question(self):
        self.assertIsNone(self.clarify("Lua in Redis."))
        self.assertIsNone(self.clarify("为什么用 Lua？因为它是原子的。"))

    def test_asking_helps_and_not_asking_costs_nothing(self):
        self.assert_all(self.question, ["Decrement in Lua.", "Decrement in Lua. Is that all?"], 0.75)
        self.assert_all(self.question, ["Decrement in Lua and use a queue."], 1)
        grade = scripts.grade(self.question, "有多少并发？\n用 Lua 脚本")
        self.assertEqual((grade["credit"], [(part["id"], part["credit"], part["weight"]) for part in grade["parts"]]),
                         (0.8, [("atomic", 1, 3), ("queue", 0, 1), ("load", 1, 1)]))
        self.assertEqual(grade["parts"][0]["spans"], [[23, 26]])

    def test_questions_alone_are_no_answer(self):
        message = "There are only questions here (sentences with a question mark), no answer yet. Describe your solution; good questions in it count as well."
        for questions in ("How many users?", "How many users? Is there a limit?\n", "? limit", "有多少并发？限购吗？", "1. How many users?\n2) Is there a limit?", "Could I use a queue?"):
            self.assert_problem(self.question, questions, message)
        self.assert_problem(self.question, "有多少并发？", "这里只有提问（带问号的句子），还没有作答。请写出方案；写在其中的好问题同样计分。", lang="zh")

    def test_giving_up_is_an_answer(self):
        self.assert_all(self.question, ["?", "？", "??", "I don't know", "不知道", "", "..."], 0)
        self.assert_all(self.question, ["How many users? I don't know.", "有多少并发？不知道。"], 0.2)

    def test_points_are_not_found_in_questions(self):
        self.assert_all(self.question, ["Could I use a queue? I would count in Lua."], 0.75)


class ShortAnswerByModels(TypeTest):
    question = {"id": "a.lock", "type": "short-answer", "prompt": "What does a lock protect?", "hints": ["Think of two threads that write to one variable at a time."],
                "models": [{"lang": "en", "text": "A lock lets only one thread at a time enter the critical section, so shared variables stay consistent."},
                           {"lang": "zh", "text": "锁保证同一时刻只有一个线程进入临界区，共享变量因此保持一致。"}]}

    def grade(self, answer):
        return scripts.grade(self.question, answer)

    def remarks(self, answer):
        grade = self.grade(answer)
        return [part["id"] for part in grade["parts"] if part.get("kind") == "remark"], grade["review"]

    def test_model_answers_alone_can_grade(self):
        for model in self.question["models"]:
            self.assertEqual(self.grade(model["text"])["credit"], 1)
        self.assertGreater(self.grade("只让一个线程进入临界区，变量才一致")["credit"], 0.6)
        self.assertLess(self.grade("Disks are slow, so caches help.")["credit"], 0.3)
        self.assert_all(self.question, ["不知道", "I don't know", "?"], 0)

    def test_what_no_honest_answer_looks_like_stays_below_one_half(self):
        shuffled = "consistent time enter one thread critical so a the stay section lets variables shared only at lock a"
        self.assertEqual(self.remarks(shuffled), (["shuffled"], True))
        self.assertLess(self.grade(shuffled)["credit"], 0.5)

    def test_what_an_honest_answer_may_look_like_asks_for_a_look(self):
        self.assertEqual(self.remarks("It is false that " + self.question["models"][0]["text"]), (["denied"], True))
        self.assertEqual(self.remarks("很多人误以为：" + self.question["models"][1]["text"]), (["denied"], True))
        self.assertEqual(self.remarks("lock lets only one thread time enter critical section, shared variables stay consistent"), (["listed"], True))
        self.assertEqual(self.remarks("mutex semaphore deadlock starvation queue process kernel scheduler"), (["listed"], True))
        self.assertEqual(self.remarks("Two threads that write to one variable at a time."), (["assisted"], True))
        self.assertEqual(self.remarks(self.question["models"][0]["text"])[0], [])

    def test_points_that_no_sample_answer_has_tried_are_not_the_whole_grade(self):
        untried = dict(self.question, points=[{"id": "one", "weight": 3, "text": "one thread", "any": ["one|only|single thread"]}])
        tried = dict(untried, checks=[{"answer": "only one thread at a time", "credit": 1}])
        thin = "One thread, more or less."
        self.assertEqual(scripts.grade(tried, thin)["credit"], 1)
        grade = scripts.grade(untried, thin)
        self.assertTrue(0.75 <= grade["credit"] < 0.85, grade)
        self.assertEqual([(part["id"], part["weight"]) for part in grade["parts"]], [("one", 3), ("model-answer", 1)])
        self.assertEqual(scripts.grade(untried, self.question["models"][0]["text"])["credit"], 1)

    def test_a_language_that_nobody_reads_here_is_not_worth_nothing(self):
        grade = self.grade("Der Thread ist nicht der Besitzer und kann die Variable nicht schreiben.")
        self.assertEqual((grade["credit"], grade["review"]), (0.5, True))

    def test_something_to_grade_by_is_needed(self):
        self.assertEqual(self.faults({"id": "a.none", "type": "short-answer", "prompt": "?"}),
                         [("", 'there is nothing to grade by; give "points", or "models" (model answers), or best both')])


if __name__ == "__main__":
    runner.main(time_limit=120)
