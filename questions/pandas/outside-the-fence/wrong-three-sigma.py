import pandas as pd


def outliers(values):
    return values.index[(values - values.mean()).abs() > 3 * values.std()].tolist()
