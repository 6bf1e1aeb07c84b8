import numpy as np


def standardise(table):
    result = np.zeros(table.shape)
    for i, column in enumerate(table.T):
        if column.std() != 0:
            result[:, i] = (column - column.mean()) / column.std()
    return result
