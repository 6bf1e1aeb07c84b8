import pandas as pd


def with_price(df):
    """Return a copy with the column total. 返回带 total 列的副本。"""
