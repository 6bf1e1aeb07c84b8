import pandas as pd


def visits(clicks, minutes=30):
    clicks = clicks.sort_values(["user", "time"])
    gap = clicks.groupby("user")["time"].diff()
    new = gap.isna() | (gap.dt.seconds >= 1800)
    return (clicks.groupby(["user", new.cumsum().rename("visit")])["time"]
            .agg(start="min", end="max", clicks="size")
            .reset_index()[["user", "start", "end", "clicks"]])
