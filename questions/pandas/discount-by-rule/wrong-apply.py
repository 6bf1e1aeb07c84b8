import pandas as pd


def with_price(df):
    def total(row):
        price = row["price"] * row["amount"]
        return price * 0.9 if row["amount"] >= 10 else price

    return df.assign(total=df.apply(total, axis=1))
