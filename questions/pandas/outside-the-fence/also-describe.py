import pandas as pd


def outliers(values):
    q1, q3 = values.quantile(0.25), values.quantile(0.75)
    strange = values[(values - (q1 + q3) / 2).abs() > 2 * (q3 - q1)]
    return list(strange.index)
