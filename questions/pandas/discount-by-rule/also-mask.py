import pandas as pd


def with_price(df):
    result = df.copy()
    result["total"] = result["price"] * result["amount"]
    result.loc[result["amount"] >= 10, "total"] *= 0.9
    return result
