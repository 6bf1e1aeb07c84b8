import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    image = np.pad(image.astype(float), padding)
    h, w = kernel.shape
    return np.array([[(image[r:r + h, c:c + w] * kernel).sum() for c in range(image.shape[1] - w + 1)] for r in range(image.shape[0] - h + 1)])
