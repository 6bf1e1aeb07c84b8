import numpy as np


def suspicious(values, low, high):
    return np.where((values < low) | (values > high) | np.isnan(values))[0]
