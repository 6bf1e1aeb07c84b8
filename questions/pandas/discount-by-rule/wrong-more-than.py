import pandas as pd


def with_price(df):
    total = df["price"] * df["amount"]
    return df.assign(total=total.where(df["amount"] <= 10, total * 0.9))
