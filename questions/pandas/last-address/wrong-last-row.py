import pandas as pd


def latest(df):
    return df.drop_duplicates("user", keep="last")
