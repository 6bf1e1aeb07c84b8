import numpy as np


def longest(values, limit):
    hot = np.zeros(len(values) + 2, dtype=bool)
    np.greater(values, limit, out=hot[1:-1])
    edges = np.flatnonzero(hot[1:] != hot[:-1])
    if not len(edges):
        return None
    starts, ends = edges[0::2], edges[1::2]
    best = np.argmax(ends - starts)
    return int(starts[best]), int(ends[best] - starts[best])
