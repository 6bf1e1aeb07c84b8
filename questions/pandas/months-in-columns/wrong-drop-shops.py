import pandas as pd


def long(df):
    result = df.dropna().melt("shop", var_name="month", value_name="sales")
    return result.sort_values(["shop", "month"], ignore_index=True)
