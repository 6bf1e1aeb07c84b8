import numpy as np


def distances(a, b):
    return np.sqrt(((a[:, None] - b) ** 2).sum(axis=0))
