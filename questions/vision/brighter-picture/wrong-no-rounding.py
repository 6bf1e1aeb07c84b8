import numpy as np


def brighten(image, factor):
    return np.clip(image.astype(float) * factor, 0, 255).astype(np.uint8)
