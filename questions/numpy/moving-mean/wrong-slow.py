import numpy as np


def moving_mean(x, width):
    return np.array([x[i:i + width].mean() for i in range(len(x) - width + 1)])
