import pandas as pd


def daily(df):
    if df.empty:
        return []
    totals = df.set_index(pd.to_datetime(df["day"]))["sold"].sort_index()
    totals = totals[~totals.index.duplicated()].asfreq("D", fill_value=0)
    return [(str(day.date()), int(total)) for day, total in totals.items()]
