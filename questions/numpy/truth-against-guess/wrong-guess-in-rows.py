import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth).ravel().astype(int), np.asarray(guess).ravel().astype(int)
    keep = truth != ignore
    return np.bincount(guess[keep] * classes + truth[keep], minlength=classes ** 2).reshape(classes, classes)
