import pandas as pd


def grades(points):
    """Return a grade for each of the points. 为每个分数返回等级。"""
    bins = pd.cut(points, [0, 50, 80, 100], labels=["fail", "pass", "good"])
    return bins.astype(object).where(bins.notna(), None).tolist()
