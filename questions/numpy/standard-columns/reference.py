import numpy as np


def standardise(table):
    """Return the table with standardised columns. 返回按列标准化后的表。"""
    centred = table - table.mean(axis=0)
    deviation = table.std(axis=0)
    return centred / np.where(deviation == 0, 1, deviation)
