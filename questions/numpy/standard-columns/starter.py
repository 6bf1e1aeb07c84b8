import numpy as np


def standardise(table):
    """Return the table with standardised columns. 返回按列标准化后的表。"""
    result = table[:]
    for column in range(result.shape[1]):
        result[:, column] = (result[:, column] - result.mean()) / result[:, column].std()
    return result
