import pandas as pd


def orphans(orders, customers):
    return orders.loc[~orders["customer"].isin(customers["id"].dropna())]
