import pandas as pd


def daily(df):
    if df.empty:
        return []
    totals = df.groupby(pd.to_datetime(df["day"]))["sold"].sum().resample("D").ffill()
    return [(str(day.date()), int(total)) for day, total in totals.items()]
