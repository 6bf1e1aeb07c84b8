import pandas as pd


def mark(people):
    people["group"] = "adult"
    people.loc[people["age"] > 60, "group"] = "senior"
    people.loc[people["age"] < 18, "group"] = "child"
    return people
