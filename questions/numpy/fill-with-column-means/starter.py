import numpy as np


def fill(table):
    """Return a copy without NaN. 返回填好 NaN 的副本。"""
