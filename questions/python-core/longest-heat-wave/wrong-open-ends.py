import numpy as np


def longest(values, limit):
    step = np.diff((values > limit).astype(int))
    starts = np.flatnonzero(step == 1) + 1
    ends = np.flatnonzero(step == -1) + 1
    if len(starts) == 0:
        return None
    count = min(len(starts), len(ends))
    lengths = ends[:count] - starts[:count]
    best = np.argmax(lengths)
    return int(starts[best]), int(lengths[best])
