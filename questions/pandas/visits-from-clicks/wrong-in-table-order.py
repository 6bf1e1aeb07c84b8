import pandas as pd


def visits(clicks, minutes=30):
    gap = clicks.groupby("user")["time"].diff()
    new = gap.isna() | (gap > pd.Timedelta(minutes=minutes))
    visit = new.groupby(clicks["user"]).cumsum().rename("visit")
    return (clicks.groupby(["user", visit])["time"]
            .agg(start="min", end="max", clicks="size")
            .reset_index()[["user", "start", "end", "clicks"]])
