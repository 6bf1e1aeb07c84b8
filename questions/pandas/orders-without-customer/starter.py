import pandas as pd


def orphans(orders, customers):
    """Return the orders without a customer. 返回找不到客户的订单。"""
