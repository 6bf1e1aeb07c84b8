import pandas as pd


def totals(df):
    result = df.groupby("city", as_index=False, dropna=False).agg(orders=("amount", "size"), total=("amount", "sum"), largest=("amount", "max"))
    return result.sort_values("total", ascending=False, ignore_index=True)
