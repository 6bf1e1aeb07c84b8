import pandas as pd


def mark(people):
    """Return a copy with the column group. 返回带 group 列的副本。"""
    people["group"] = "adult"
    people[people["age"] > 60]["group"] = "senior"
    people[people["age"] < 18]["group"] = "child"
    return people
