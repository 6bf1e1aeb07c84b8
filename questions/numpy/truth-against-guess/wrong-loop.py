import numpy as np


def confusion(truth, guess, classes, ignore=255):
    result = np.zeros((classes, classes), dtype=int)
    for t, g in zip(np.ravel(truth), np.ravel(guess)):
        if t != ignore:
            result[t, g] += 1
    return result
