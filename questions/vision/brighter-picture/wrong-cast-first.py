import numpy as np


def brighten(image, factor):
    return np.clip(np.rint(image * factor).astype(np.uint8), 0, 255)
