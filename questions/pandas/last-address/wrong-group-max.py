import pandas as pd


def latest(df):
    return df.groupby("user", as_index=False).max()
