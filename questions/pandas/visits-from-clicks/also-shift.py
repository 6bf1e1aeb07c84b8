import pandas as pd


def visits(clicks, minutes=30):
    ordered = clicks[["user", "time"]].sort_values(["user", "time"], ignore_index=True)
    before = ordered.shift()
    same = (ordered["user"] == before["user"]) & (ordered["time"] - before["time"] <= pd.Timedelta(minutes=minutes))
    visit = (~same).cumsum()
    grouped = ordered.groupby(visit, sort=False)
    result = pd.DataFrame({
        "user": grouped["user"].first(),
        "start": grouped["time"].first(),
        "end": grouped["time"].last(),
        "clicks": grouped.size(),
    })
    return result.reset_index(drop=True)
