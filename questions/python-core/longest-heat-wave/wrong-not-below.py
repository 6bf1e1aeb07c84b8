import numpy as np


def longest(values, limit):
    cold = np.flatnonzero(np.concatenate(([True], values <= limit, [True])))
    lengths = np.diff(cold) - 1
    best = np.argmax(lengths)
    return (int(cold[best]), int(lengths[best])) if lengths[best] else None
