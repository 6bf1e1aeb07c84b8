import pandas as pd


def latest(df):
    days = pd.to_datetime(df["changed"])
    return df.loc[sorted(days.groupby(df["user"]).idxmax())]
