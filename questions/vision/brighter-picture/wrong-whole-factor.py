import numpy as np


def brighten(image, factor):
    return np.minimum(np.rint(image * factor), 255).astype(np.uint8)
