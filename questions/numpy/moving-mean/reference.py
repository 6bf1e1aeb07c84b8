import numpy as np


def moving_mean(x, width):
    """Return the means of all windows. 返回所有窗口的均值。"""
    if width > len(x):
        return np.empty(0)
    sums = np.concatenate([[0], np.cumsum(x, dtype=float)])
    return (sums[width:] - sums[:-width]) / width
