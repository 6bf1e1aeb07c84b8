import pandas as pd


def with_price(df):
    df["total"] = df["price"] * df["amount"]
    df.loc[df["amount"] >= 10, "total"] *= 0.9
    return df
