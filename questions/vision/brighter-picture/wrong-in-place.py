import numpy as np


def brighten(image, factor):
    image[...] = np.clip(np.rint(image.astype(float) * factor), 0, 255)
    return image
