import pandas as pd


def daily(df):
    if not len(df):
        return []
    totals = df.groupby("day")["sold"].sum()
    days = pd.date_range(totals.index.min(), totals.index.max()).strftime("%Y-%m-%d")
    return [(day, int(totals.get(day, 0))) for day in days]
