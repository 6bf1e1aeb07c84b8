import numpy as np


def moving_mean(x, width):
    sums = np.cumsum(x, dtype=float)
    return (sums[width:] - sums[:-width]) / width
