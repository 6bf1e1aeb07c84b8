import numpy as np


def suspicious(values, low, high):
    return np.flatnonzero(~(values >= low & values <= high))
