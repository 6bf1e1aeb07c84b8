import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    image = np.pad(image.astype(float), padding)
    k = kernel.shape[0]
    return np.array([[(image[r:r + k, c:c + k] * kernel).sum() for c in range(0, image.shape[1] - k + 1, stride)] for r in range(0, image.shape[0] - k + 1, stride)])
