import numpy as np


def grey(image):
    return np.rint(image.mean(axis=2)).astype(np.uint8)
