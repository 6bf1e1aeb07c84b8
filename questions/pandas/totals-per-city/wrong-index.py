import pandas as pd


def totals(df):
    result = df.groupby("city", dropna=False)["amount"].agg(orders="size", total="sum", largest="max")
    return result.sort_values("total", ascending=False)
