import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth).ravel(), np.asarray(guess).ravel()
    edges = np.arange(classes + 1)
    counts, _, _ = np.histogram2d(truth, guess, bins=[edges, edges])
    return counts.astype(int)
