import numpy as np


def brighten(image, factor):
    return np.minimum(np.around(image * float(factor)), 255).astype("uint8")
