import numpy as np


def moving_mean(x, width):
    """Return the means of all windows. 返回所有窗口的均值。"""
