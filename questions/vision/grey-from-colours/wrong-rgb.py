import numpy as np


def grey(image):
    return np.rint(image @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
