import numpy as np


def standardise(table):
    deviation = table.std(axis=1, keepdims=True)
    return (table - table.mean(axis=1, keepdims=True)) / np.where(deviation == 0, 1, deviation)
