import numpy as np


def longest(values, limit):
    """Return (start, length) of the longest run above limit. 返回大于 limit 的最长一段 (start, length)。"""
