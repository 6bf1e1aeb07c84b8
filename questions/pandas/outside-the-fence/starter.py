import pandas as pd


def outliers(values):
    """Return the labels of the outliers. 返回离群值的标签。"""
