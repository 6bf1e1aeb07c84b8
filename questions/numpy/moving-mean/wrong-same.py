import numpy as np


def moving_mean(x, width):
    return np.convolve(x, np.ones(width) / width, mode="same")
