"""Answer files for the tests of viva grade, and a look at the records."""

import json
import pathlib

golden = pathlib.Path(__file__).resolve().parents[1] / "data" / "golden"


def line(answer, candidate="ann", question="golden.choice", **more):
    return json.dumps({"candidate": candidate, "question": question, "answer": answer, **more}, ensure_ascii=False)


def records_of(text):
    return [json.loads(one) for one in text.splitlines()]


def verdicts(text):
    return [record["verdict"] for record in records_of(text)]


def problems(text):
    return [record.get("problem") for record in records_of(text)]


LOOPS = """question_type {
  name = "shout", description = "Answer in capitals.", fields = { key = "string" },
  grade = function(q, response)
    if response == "loop" then while true do end end
    if response == "wreck" then error "cannot grade this" end
    return { credit = response == q.key and 1 or 0 }
  end,
}
"""

HALF = """scoring_rule {
  name = "half", description = "Half a point.", options = { worth = { 0.5, "Points for a right answer" } },
  score = function(result, opt) return result.credit * opt.worth, opt.worth end,
}
"""


def write_pack(person, name="mypack", types=LOOPS, rule=HALF):
    """A pack with a question type and a rule of its own, and the question own.shout."""
    if types:
        person.write(name + "/scripts/shout.lua", types)
    if rule:
        person.write(name + "/scripts/half.lua", rule)
    person.write(name + "/questions/index.json", json.dumps({"areas": {"own": {"en": "Own", "zh": "自己的"}}, "topics": {"noise": {"en": "Noise", "zh": "噪声"}}}))
    question = {"id": "own.shout", "type": "shout", "topics": ["noise"], "level": "junior", "difficulty": 1, "seconds": 20, "prompt": {"en": "Shout.", "zh": "喊一声。"},
                "explanation": {"en": "So.", "zh": "就这样。"}, "key": "HEY", "hints": ["Louder.", "Capitals."], "references": ["https://example.org/"]}
    person.write(name + "/questions/own/shout.json", json.dumps(question, ensure_ascii=False))
    return person.home / name
