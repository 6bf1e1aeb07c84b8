import numpy as np


def grey(image):
    b, g, r = np.moveaxis(image.astype(float), 2, 0)
    return np.round(0.299 * r + 0.587 * g + 0.114 * b).astype(np.uint8)
