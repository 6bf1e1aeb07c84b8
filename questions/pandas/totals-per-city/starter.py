import pandas as pd


def totals(df):
    """Return one row per city. 每个城市返回一行。"""
