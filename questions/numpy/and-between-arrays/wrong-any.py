import numpy as np


def suspicious(values, low, high):
    return np.where((values < low).any() or (values > high).any())[0]
