import numpy as np


def suspicious(values, low, high):
    """Return the positions of suspicious values. 返回可疑值的下标。"""
    return np.flatnonzero(~((values >= low) & (values <= high)))
