import pandas as pd


def daily(df):
    totals = df.groupby("day")["sold"].sum()
    return [(day, int(total)) for day, total in totals.items()]
