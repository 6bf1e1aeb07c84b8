import numpy as np


def brighten(image, factor):
    """Return a brighter picture. 返回调亮后的图像。"""
    return np.clip(np.rint(image.astype(np.float64) * factor), 0, 255).astype(np.uint8)
