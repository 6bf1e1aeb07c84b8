import numpy as np


def fill(table):
    return np.nan_to_num(table, nan=np.nanmean(table))
