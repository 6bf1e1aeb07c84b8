import numpy as np


def distances(a, b):
    return np.sqrt(((a - b) ** 2).sum(axis=1))
