import pandas as pd


def orphans(orders, customers):
    return orders[orders["customer"] != customers["id"].reindex(orders.index)]
