import numpy as np


def grey(image):
    """Return the grey picture. 返回灰度图。"""
    return np.rint(image @ np.array([0.114, 0.587, 0.299])).astype(np.uint8)
