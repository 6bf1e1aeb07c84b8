import numpy as np


def longest(values, limit):
    values[~(values >= limit)] = 0
    edges = np.flatnonzero(np.diff(np.concatenate(([0], values != 0, [0]))))
    if edges.size == 0:
        return None
    lengths = edges[1::2] - edges[::2]
    best = lengths.argmax()
    return int(edges[2 * best]), int(lengths[best])
