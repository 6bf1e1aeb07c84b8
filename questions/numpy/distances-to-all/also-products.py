import numpy as np


def distances(a, b):
    squares = (a ** 2).sum(1)[:, None] + (b ** 2).sum(1) - 2 * a @ b.T
    return np.sqrt(np.maximum(squares, 0))
