import numpy as np


def moving_mean(x, width):
    if len(x) < width:
        return np.array([])
    x = np.asarray(x, dtype=float)
    first = x[:width].sum()
    steps = np.cumsum(x[width:] - x[:-width])
    return np.concatenate([[first], first + steps]) / width
