import pandas as pd


def grades(points):
    bins = pd.qcut(points, 3, labels=["fail", "pass", "good"], duplicates="drop")
    return bins.astype(object).tolist()
