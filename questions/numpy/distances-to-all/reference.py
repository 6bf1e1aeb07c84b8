import numpy as np


def distances(a, b):
    """Return the (n, m) distances. 返回 (n, m) 的距离。"""
    difference = a[:, None, :] - b[None, :, :]
    return np.sqrt((difference ** 2).sum(axis=2))
