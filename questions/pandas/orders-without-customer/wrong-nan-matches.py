import pandas as pd


def orphans(orders, customers):
    return orders[~orders["customer"].isin(customers["id"])]
