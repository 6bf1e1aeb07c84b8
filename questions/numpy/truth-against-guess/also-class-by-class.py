import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth), np.asarray(guess)
    rows = [np.bincount(guess[(truth == c) & (truth != ignore)], minlength=classes) for c in range(classes)]
    return np.array(rows)
