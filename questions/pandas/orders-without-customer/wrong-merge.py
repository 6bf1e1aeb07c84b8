import pandas as pd


def orphans(orders, customers):
    merged = orders.merge(customers, left_on="customer", right_on="id", how="left", indicator=True)
    return merged[merged["_merge"] == "left_only"][list(orders.columns)]
