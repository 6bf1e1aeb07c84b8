import pandas as pd


def long(df):
    result = df.set_index("shop").stack().dropna().rename_axis(["shop", "month"]).rename("sales").reset_index()
    return result.sort_values(["shop", "month"]).reset_index(drop=True)
