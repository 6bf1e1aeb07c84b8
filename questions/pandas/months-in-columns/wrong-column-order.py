import pandas as pd


def long(df):
    return df.melt("shop", var_name="month", value_name="sales").dropna().reset_index(drop=True)
