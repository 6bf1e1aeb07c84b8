import pandas as pd


def totals(df):
    result = df.groupby("city", dropna=False)["amount"].agg(orders="count", total="sum", largest="max")
    return result.sort_values("total", ascending=False).reset_index()
