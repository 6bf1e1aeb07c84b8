import pandas as pd


def outliers(values):
    low, high = values.quantile([0.25, 0.75])
    reach = 1.5 * (high - low)
    return values.index[~values.between(low - reach, high + reach)].tolist()
