import pandas as pd


def visits(clicks, minutes=30):
    clicks = clicks.sort_values(["user", "time"])
    visit = (clicks["time"].diff() > pd.Timedelta(minutes=minutes)).cumsum()
    result = clicks.groupby(visit).agg(
        user=("user", "first"), start=("time", "min"), end=("time", "max"), clicks=("time", "size"))
    return result.reset_index(drop=True)
