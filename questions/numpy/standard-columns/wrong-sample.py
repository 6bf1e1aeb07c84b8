import numpy as np


def standardise(table):
    deviation = table.std(axis=0, ddof=1)
    return (table - table.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
