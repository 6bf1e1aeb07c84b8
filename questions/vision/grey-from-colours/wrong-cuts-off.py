import numpy as np


def grey(image):
    return (image @ np.array([0.114, 0.587, 0.299])).astype(np.uint8)
