import pandas as pd


def totals(df):
    """Return one row per city. 每个城市返回一行。"""
    groups = df.groupby("city", dropna=False)["amount"]
    result = groups.agg(orders="size", total="sum", largest="max")
    return result.sort_values("total", ascending=False).reset_index()
