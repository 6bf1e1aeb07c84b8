import pandas as pd


def daily(df):
    """Return (day, total) for every day. 每天返回（日期, 合计）。"""
