import pandas as pd


def latest(df):
    """Return the latest row of each user. 返回每个用户最新的一行。"""
