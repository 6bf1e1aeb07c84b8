import numpy as np


def moving_mean(x, width):
    if width > len(x):
        return np.empty(0)
    sums = np.cumsum(np.insert(x, 0, 0), dtype=x.dtype)
    return (sums[width:] - sums[:-width]) / width
