import numpy as np


def distances(a, b):
    result = np.empty((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            result[i, j] = np.sqrt(((a[i] - b[j]) ** 2).sum())
    return result
