import pandas as pd


def latest(df):
    ordered = df.reset_index(drop=True).sort_values("changed", kind="stable")
    places = ordered.index[~ordered.duplicated("user", keep="last")]
    return df.iloc[sorted(places)]
