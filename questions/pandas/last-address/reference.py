import pandas as pd


def latest(df):
    """Return the latest row of each user. 返回每个用户最新的一行。"""
    places = pd.Series(range(len(df)), index=df.index)
    ordered = df.assign(place=places).sort_values(["changed", "place"])
    kept = ordered.drop_duplicates("user", keep="last").sort_values("place")
    return kept.drop(columns="place")
