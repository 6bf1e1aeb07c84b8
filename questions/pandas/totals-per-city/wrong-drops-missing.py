import pandas as pd


def totals(df):
    result = df.groupby("city")["amount"].agg(orders="size", total="sum", largest="max")
    return result.sort_values("total", ascending=False).reset_index()
