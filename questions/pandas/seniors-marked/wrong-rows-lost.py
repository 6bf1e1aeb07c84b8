import pandas as pd


def mark(people):
    parts = [people[people["age"] >= 60].assign(group="senior"), people[people["age"] < 18].assign(group="child"), people[(people["age"] >= 18) & (people["age"] < 60)].assign(group="adult")]
    return pd.concat(parts)
