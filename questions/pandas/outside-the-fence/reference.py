import pandas as pd


def outliers(values):
    """Return the labels of the outliers. 返回离群值的标签。"""
    low, high = values.quantile([0.25, 0.75])
    reach = 1.5 * (high - low)
    return values.index[(values < low - reach) | (values > high + reach)].tolist()
