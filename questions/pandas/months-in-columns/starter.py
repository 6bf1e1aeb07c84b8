import pandas as pd


def long(df):
    """Return the table in long form. 返回长表。"""
