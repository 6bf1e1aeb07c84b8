import pandas as pd


def grades(points):
    bins = pd.cut(points, [-1, 49, 79, 100], labels=["fail", "pass", "good"])
    return [None if pd.isna(bin) else bin for bin in bins]
