import numpy as np


def standardise(table):
    result = table.copy()
    for column in range(result.shape[1]):
        result[:, column] = (result[:, column] - result[:, column].mean()) / result[:, column].std()
    return result
