import numpy as np


def longest(values, limit):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], values > limit, [0]))))
    if not len(edges):
        return None
    runs = edges.reshape(-1, 2)
    lengths = runs[:, 1] - runs[:, 0]
    best = np.argsort(lengths, kind="stable")[-1]
    return int(runs[best, 0]), int(lengths[best])
