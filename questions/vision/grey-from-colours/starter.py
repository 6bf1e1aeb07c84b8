import numpy as np


def grey(image):
    """Return the grey picture. 返回灰度图。"""
