import numpy as np


def fill(table):
    result = table.copy()
    for column in result.T:
        holes = np.isnan(column)
        if not holes.all():
            column[holes] = column[~holes].mean()
    return result
