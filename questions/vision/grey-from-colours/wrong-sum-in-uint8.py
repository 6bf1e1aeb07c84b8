import numpy as np


def grey(image):
    b, g, r = (image * 1)[..., 0], image[..., 1], image[..., 2]
    return ((r * np.uint8(30) + g * np.uint8(59) + b * np.uint8(11)) // 100).astype(np.uint8)
