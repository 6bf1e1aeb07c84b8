import pandas as pd


def long(df):
    """Return the table in long form. 返回长表。"""
    result = df.melt(id_vars="shop", var_name="month", value_name="sales").dropna(subset=["sales"])
    return result.sort_values(["shop", "month"], ignore_index=True)
