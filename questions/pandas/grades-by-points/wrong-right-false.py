import pandas as pd


def grades(points):
    bins = pd.cut(points, [0, 50, 80, 100], labels=["fail", "pass", "good"], right=False)
    return bins.astype(object).where(bins.notna(), None).tolist()
