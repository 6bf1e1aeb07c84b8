"""Makes a pack of short-answer questions and a file of marked answers for `viva agree` from a file of human-graded answers: a line of JSON each, with
qid, question, refs (model answers), answer, score (0 to 1). The files themselves are not ours to ship.

    python3 marked_pack.py graded.jsonl FOLDER      # FOLDER/pack and FOLDER/marked.jsonl
    python3 marked_pack.py graded.jsonl FOLDER --rubrics rubrics.json --without models

With rubrics (a JSON object, qid -> points, stance, misconceptions of a question) only their questions are taken. `--without models` leaves the model
answers of these out, `--without points` the rubrics: what either is worth by itself.
"""

import argparse
import json
import pathlib
import re


def language_of(text):
    return "zh" if len(re.findall("[\u4e00-\u9fff]", text)) * 3 > len(text) else "en"


def question_of(row, name):
    models = [{"lang": language_of(text), "text": text} for text in dict.fromkeys(row["refs"])]
    return {"id": "marked." + name, "type": "short-answer", "topics": ["marked"], "level": "mid", "difficulty": 3, "seconds": 120, "prompt": row["question"], "models": models}


def make(source, folder, rubrics=None, without=None):
    """Writes both; returns how many questions and answers there are."""
    questions, answers = {}, 0
    folder = pathlib.Path(folder)
    (folder / "pack" / "questions" / "marked").mkdir(parents=True, exist_ok=True)
    with open(folder / "marked.jsonl", "w", encoding="utf-8") as marked:
        for number, line in enumerate(open(source, encoding="utf-8")):
            row = json.loads(line)
            if rubrics is not None and row["qid"] not in rubrics:
                continue
            answers += 1
            name = questions.setdefault(row["qid"], "q%d" % len(questions))
            file = folder / "pack" / "questions" / "marked" / (name + ".json")
            if not file.exists():
                question = question_of(row, name)
                if rubrics is not None and without != "points":
                    question.update(rubrics[row["qid"]])
                if without == "models":
                    del question["models"]
                file.write_text(json.dumps(question, ensure_ascii=False), encoding="utf-8")
            answer = {"candidate": str(number), "question": "marked." + name, "answer": row["answer"], "human": row["score"]}
            marked.write(json.dumps(answer, ensure_ascii=False) + "\n")
    index = {"areas": {"marked": {"en": "Marked", "zh": "有人评分"}}, "topics": {"marked": {"en": "marked", "zh": "有人评分"}}}
    (folder / "pack" / "questions" / "index.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    return len(questions), answers


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("source")
    arguments.add_argument("folder")
    arguments.add_argument("--rubrics", type=lambda file: json.loads(pathlib.Path(file).read_text(encoding="utf-8")))
    arguments.add_argument("--without", choices=["points", "models"])
    print("%d questions, %d answers" % make(**vars(arguments.parse_args())))
