import pandas as pd


def visits(clicks, minutes=30):
    window = clicks["time"].dt.floor(f"{minutes}min").rename("window")
    return (clicks.groupby(["user", window])["time"]
            .agg(start="min", end="max", clicks="size")
            .reset_index()[["user", "start", "end", "clicks"]])
