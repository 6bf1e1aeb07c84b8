#!/usr/bin/python3
"""The shipped rounds, run against a stand-in for the engine that picks from a list and answers as told."""

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


def listed(value):
    return value if isinstance(value, list) else [value]


class Engine:
    """Questions are (id, area, type, level, difficulty); `credits` are the results in the order of asking, 1 when they run out."""

    def __init__(self, questions, credits=(), follow_ups=(), seconds_each=10):
        self.questions = [dict(zip(("id", "area", "type", "level", "difficulty"), question)) for question in questions]
        for question in self.questions:
            question["area_name"] = {"en": question["area"].title(), "zh": question["area"] + " 领域"}
        self.credits, self.follow_ups, self.seconds_each = list(credits), dict(follow_ups), seconds_each
        self.asked, self.options, self.said, self.picks, self.clock = [], [], [], [], 0

    def __call__(self, name, arguments):
        return getattr(self, name)(arguments)

    def pick(self, wanted):
        self.picks.append(wanted)
        for question in self.questions:
            fits = all(question[key] in listed(value) for key, value in wanted.items() if key in question)
            if fits and question["id"] not in self.asked:
                return question
        return None

    def ask(self, arguments):
        self.asked.append(arguments["id"])
        self.options.append(arguments["options"])
        self.clock += self.seconds_each
        credit = self.credits.pop(0) if self.credits else 1
        result = {"id": arguments["id"], "points": credit or 0, "max": 1, "timed_out": credit == "late", "verdict": "correct"}
        if credit == "late":
            return dict(result, credit=0, points=0, verdict="skipped")
        return dict(result, credit=credit) if credit is not None else dict(result, verdict="ungraded")

    def follow_up(self, arguments):
        left = self.follow_ups.get(arguments["id"], [])
        return {"id": left.pop(0), "type": "choice"} if left else None

    def elapsed(self, _):
        return self.clock

    def say(self, arguments):
        self.said.append(arguments["text"])


def play(name, engine, **options):
    scripts.play(name, options, engine)
    return engine


class Rounds(unittest.TestCase):
    questions = [("linux.a", "linux", "choice", "mid", 1), ("linux.b", "linux", "short-answer", "mid", 2), ("redis.a", "redis", "choice", "senior", 3),
                 ("redis.b", "redis", "numeric", "senior", 4), ("redis.c", "redis", "scenario", "senior", 5)]

    def test_drill_asks_what_fits_until_none_is_left(self):
        engine = play("drill", Engine(self.questions), area="redis")
        self.assertEqual(engine.asked, ["redis.a", "redis.b", "redis.c"])
        self.assertEqual(engine.picks[0], {"unseen": True, "area": "redis"})
        self.assertEqual(play("drill", Engine(self.questions), questions=2, level="mid", type="choice").asked, ["linux.a"])
        self.assertEqual(play("drill", Engine(self.questions), questions=2).asked, ["linux.a", "linux.b"])

    def test_drill_says_when_nothing_fits(self):
        engine = play("drill", Engine(self.questions), area="network")
        self.assertEqual([text["en"] for text in engine.said], ["No question fits. Ask for less: another area or topic, or any level."])

    def test_screening_follows_the_answers(self):
        engine = play("screening", Engine(self.questions, [1, 1, 0]))
        self.assertEqual(engine.asked, ["linux.b", "redis.a", "redis.b", "linux.a", "redis.c"])
        engine = play("screening", Engine(self.questions, [1, 0.5, None]), questions=3)
        self.assertEqual([wanted["difficulty"] for wanted in engine.picks], [2, 3, 3, 2, 4])
        self.assertEqual(engine.said[-1]["en"], "You ended at difficulty 4 of 5; the highest was 4.")

    def test_screening_stops_when_its_time_is_over(self):
        self.assertEqual(len(play("screening", Engine(self.questions, seconds_each=70), minutes=2).asked), 2)

    def test_rapid_fire_has_a_limit_for_each(self):
        engine = play("rapid-fire", Engine(self.questions, [1, "late", 1]), seconds=20)
        self.assertEqual(engine.asked, ["linux.a", "redis.a", "redis.b"])
        self.assertEqual(engine.options, [{"seconds": 20}] * 3)
        self.assertEqual(engine.said, [{"en": "2 of 3 in time.", "zh": "3 题中有 2 题在时限内答完。"}])

    def test_mock_goes_through_sections_and_follows_up(self):
        engine = play("mock", Engine(self.questions, [0.5, 1, 1, 0.25], {"linux.a": ["linux.a.why", "linux.a.then", "linux.a.third"]}), areas="linux, nothing-here, redis", questions=2)
        self.assertEqual(engine.asked, ["linux.a", "linux.a.why", "linux.a.then", "linux.b", "redis.a", "redis.b"])
        self.assertEqual(engine.options[:2], [{"section": "linux"}, {"section": "linux", "weight": 0.5}])
        self.assertEqual(engine.said[:-1], [{"en": "## Section 1: Linux", "zh": "## 第 1 部分：linux 领域"}, {"en": "## Section 2: Redis", "zh": "## 第 2 部分：redis 领域"}])
        self.assertEqual(engine.said[-1], {"en": "## Summary\n\n- Linux: 2.75 of 4 points\n- Redis: 2 of 2 points", "zh": "## 小结\n\n- linux 领域：2.75 分（满分 4）\n- redis 领域：2 分（满分 2）"})

    def test_mock_begins_no_section_after_its_time(self):
        self.assertEqual(play("mock", Engine(self.questions, seconds_each=1000), areas="linux,redis", minutes=20).asked, ["linux.a", "linux.b"])

    def test_every_script_is_described_in_both_languages(self):
        self.assertEqual(scripts.problems, [])
        for (kind, name), entry in scripts.declared.items():
            with self.subTest(name):
                self.assertTrue(entry["description"]["en"].endswith("."))
                self.assertTrue(entry["description"]["zh"].endswith("。"))
                for option, declared in entry["options"].items():
                    self.assertTrue(declared["help"]["en"] and declared["help"]["zh"], option)


if __name__ == "__main__":
    runner.main(time_limit=60)
