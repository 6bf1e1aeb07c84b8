import pandas as pd


def daily(df):
    """Return (day, total) for every day. 每天返回（日期, 合计）。"""
    if df.empty:
        return []
    totals = df.set_index(pd.to_datetime(df["day"]))["sold"].resample("D").sum()
    return [(str(day.date()), int(total)) for day, total in totals.items()]
