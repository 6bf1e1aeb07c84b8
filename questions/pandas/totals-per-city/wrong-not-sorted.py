import pandas as pd


def totals(df):
    return df.groupby("city", dropna=False, as_index=False).agg(orders=("amount", "size"), total=("amount", "sum"), largest=("amount", "max"))
