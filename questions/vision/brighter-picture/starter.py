import numpy as np


def brighten(image, factor):
    """Return a brighter picture. 返回调亮后的图像。"""
    return np.clip(image * factor, 0, 1).astype(np.uint8)
