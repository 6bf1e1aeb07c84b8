import numpy as np


def fill(table):
    result = table.copy()
    means = np.nanmean(table, axis=0)
    for c in range(table.shape[1]):
        result[table[:, c] == np.nan, c] = means[c]
    return result
