import pandas as pd


def outliers(values):
    low, high = values.quantile([0.25, 0.75])
    reach = 1.5 * (high - low)
    found = (values < low - reach) | (values > high + reach)
    return [i for i, flag in enumerate(found) if flag]
